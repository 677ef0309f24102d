import { useMemo } from 'react';
import { useQuery } from 'urql';
import { MembersDocument } from '../generated/graphql';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import type { FieldProps } from '../ui/FieldParts';
import { Select } from '../ui/Select';

interface CoordinatorSelectProps extends FieldProps {
  value: string | null;
  onChange: (personId: string) => void;
  /** Who leads it now, who stays a choice. */
  present: { personId: string; name: string } | null;
}

/** One of those who run the team. */
export function CoordinatorSelect({ present, ...props }: CoordinatorSelectProps) {
  const { may } = useTenant();
  const { me } = useSession();
  const [{ data }] = useQuery({ query: MembersDocument, pause: !may('member.read') });
  const choices = useMemo(() => {
    const people = new Map([present, me].flatMap((one) => (one ? [[one.personId, one.name] as const] : [])));
    for (const { personId, name, roles } of data?.members ?? []) if (roles.includes('coordinator')) people.set(personId, name);
    return [...people].map(([id, label]) => ({ id, label }));
  }, [data, me, present]);
  return (
    <div id="responsible">
      <Select<string> {...props} choices={choices} />
    </div>
  );
}
