import { useMemo } from 'react';
import { useQuery } from 'urql';
import { MembersDocument } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import type { FieldProps } from '../ui/FieldParts';
import { type Choice, Select } from '../ui/Select';
import { usePeopleTexts } from './usePeopleTexts';

const none = 'nobody';

/** Those who can be made responsible: guests of a meeting and people of other rooms can't. */
const responsibleRoles = ['coordinator', 'team_member', 'steering'];

interface ResponsibleSelectProps extends FieldProps {
  name: string;
  value: string | null;
  onChange: (personId: string) => void;
  /** What it is called that nobody is, where that may be so. */
  nobody?: { label: string; onChoose: () => void };
  /** Whose it is now, who stays a choice whatever else there is to choose from. */
  present?: { personId: string; name: string } | null;
}

/** One person of the team. Who may not see the others can choose themselves. */
export function ResponsibleSelect({ name, value, onChange, present, nobody, ...props }: ResponsibleSelectProps) {
  const { choosePerson } = usePeopleTexts();
  const choices = useResponsibles(present);
  return (
    <div id={name}>
      <Select<string>
        {...props}
        value={value ?? (nobody ? none : null)}
        onChange={(id) => (id === none ? nobody?.onChoose() : onChange(id))}
        choices={nobody ? [{ id: none, label: nobody.label }, ...choices] : choices}
        placeholder={choosePerson}
      />
    </div>
  );
}

function useResponsibles(present: ResponsibleSelectProps['present']): Choice<string>[] {
  const { youToo } = usePeopleTexts();
  const { locale } = useLocale();
  const { may } = useTenant();
  const { me } = useSession();
  const [{ data }] = useQuery({ query: MembersDocument, pause: !may('member.read') });
  return useMemo(() => {
    const people = new Map<string, Choice<string>>();
    if (present) people.set(present.personId, { id: present.personId, label: present.name });
    if (me) people.set(me.personId, { id: me.personId, label: me.name });
    for (const { personId, name, roles, organisation } of data?.members ?? []) {
      if (roles.some((role) => responsibleRoles.includes(role))) people.set(personId, { id: personId, label: name, description: organisation ?? undefined });
    }
    const sorted = [...people.values()].sort((a, b) => a.label.localeCompare(b.label, locale));
    // Oneself first: most of what one writes down oneself, one does oneself.
    return [
      ...sorted.filter(({ id }) => id === me?.personId).map((one) => ({ ...one, label: youToo(one.label) })),
      ...sorted.filter(({ id }) => id !== me?.personId),
    ];
  }, [data, me, present, locale, youToo]);
}
