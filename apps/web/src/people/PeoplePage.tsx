import { EllipsisVertical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { EndMembershipDocument, MembersDocument, type MembersQuery } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { TextField } from '../ui/TextField';
import { RolesDialog } from './RolesDialog';
import { usePeopleTexts } from './usePeopleTexts';

type Member = MembersQuery['members'][number];
type Task = { what: 'roles' | 'end'; member: Member };

/** Who takes part in a municipality, in which roles. Administrators change them here. */
export default function PeoplePage() {
  const texts = usePeopleTexts();
  const { loading, cancel } = usePlatformTexts();
  const { name, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: MembersDocument, pause: !may('member.read') });
  const [filter, setFilter] = useState('');
  const [task, setTask] = useState<Task | null>(null);
  const [ending, end] = useAction(EndMembershipDocument);
  const columns = useColumns(setTask);
  usePage(texts.title);

  if (!may('member.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '20rem']} />;

  async function endMembership({ member }: Task) {
    if (await end({ personId: member.personId })) notify({ text: texts.ended(member.name), tone: 'moss' });
    setTask(null);
    again();
  }

  const wanted = filter.trim().toLocaleLowerCase('da');
  const shown = data.members.filter((member) => member.name.toLocaleLowerCase('da').includes(wanted));
  return (
    <>
      <PageHeader title={texts.title} above={name} lead={texts.lead(data.members.length)} />
      <Table
        caption={texts.caption}
        columns={columns}
        rows={shown}
        rowKey={({ personId }) => personId}
        nameColumn="name"
        empty={wanted ? texts.noneFound : texts.none}
        bar={<TextField label={texts.filter} type="search" value={filter} onChange={setFilter} />}
      />
      {task?.what === 'roles' && <RolesDialog member={task.member} onClose={() => setTask(null)} />}
      {task?.what === 'end' && (
        <ConfirmDialog
          title={texts.endTitle(task.member.name)}
          confirm={texts.endConfirm}
          cancel={cancel}
          isPending={ending}
          onConfirm={() => void endMembership(task)}
          onClose={() => setTask(null)}
        >
          <p>{texts.endText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function useColumns(onTask: (task: Task) => void): Column<Member>[] {
  const texts = usePeopleTexts();
  const { roles } = usePlatformTexts();
  const { may } = useTenant();
  const { me } = useSession();
  const format = useFormats();
  const mayEdit = may('member.edit');
  return useMemo(() => {
    const roleNames = (member: Member) => member.roles.map((role) => roles[role] ?? role).join(', ');
    const columns: Column<Member>[] = [
      {
        id: 'name',
        header: texts.name,
        sortBy: ({ name }) => name,
        cell: ({ name, personId }) => (personId === me?.personId ? `${name} (${texts.you})` : name),
      },
      { id: 'roles', header: texts.roles, sortBy: roleNames, cell: roleNames },
      {
        id: 'organisation',
        header: texts.organisation,
        optional: true,
        wideOnly: true,
        sortBy: (row) => row.organisation ?? null,
        cell: (row) => row.organisation ?? '–',
      },
      { id: 'function', header: texts.function, optional: true, wideOnly: true, sortBy: (row) => row.function ?? null, cell: (row) => row.function ?? '–' },
      {
        id: 'since',
        header: texts.since,
        optional: true,
        wideOnly: true,
        sortBy: ({ since }) => Date.parse(since),
        cell: ({ since }) => format.shortDate(since),
      },
    ];
    if (!mayEdit) return columns;
    return [
      ...columns,
      {
        id: 'actions',
        header: texts.actions,
        quietHeader: true,
        align: 'end',
        cell: (member) => (
          <Menu trigger={<IconButton label={texts.actionsFor(member.name)} icon={<EllipsisVertical aria-hidden />} />} label={texts.actionsFor(member.name)}>
            <MenuItem onAction={() => onTask({ what: 'roles', member })}>{texts.edit}</MenuItem>
            <MenuItem danger onAction={() => onTask({ what: 'end', member })}>
              {texts.end}
            </MenuItem>
          </Menu>
        ),
      },
    ];
  }, [texts, roles, me, format, mayEdit, onTask]);
}
