import { Tags, UserPlus, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { MembersDocument, TeamAreasDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { PageHeader } from '../ui/PageHeader';
import { PanelLayout } from '../ui/SidePanel';
import { Skeletons } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { MemberPanel } from './MemberPanel';
import { TeamByArea } from './TeamByArea';
import { TeamCards } from './TeamCards';
import { everybody, organisationsOf } from './teamFilter';
import { usePeopleTexts } from './usePeopleTexts';

const AddMemberDialog = lazy(() => import('./AddMemberDialog'));
const LocalNamesDialog = lazy(() => import('./LocalNamesDialog'));

/** Who works together across organisations: what each can do, how they are reached, and where they work. */
export default function TeamPage() {
  const texts = usePeopleTexts();
  const { loading } = usePlatformTexts();
  const { name, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: MembersDocument, pause: !may('member.read') });
  const [{ data: tree }] = useQuery({ query: TeamAreasDocument, pause: !may('area.read') });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [filter, setFilter] = useState(everybody);
  const [dialog, setDialog] = useState<'add' | 'names' | null>(null);
  usePage(texts.title);

  if (!may('member.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '20rem']} />;

  const { members } = data;
  const areas = tree?.areas ?? [];
  const chosen = members.find(({ personId }) => personId === chosenId) ?? null;
  const alone = members.length < 2;
  const addButton = may('member.add') && (
    <Button variant="primary" icon={<UserPlus aria-hidden />} onPress={() => setDialog('add')}>
      {texts.add}
    </Button>
  );
  const cards = <TeamCards members={members} areas={areas} filter={filter} onFilter={setFilter} chosenId={chosenId} onChoose={setChosenId} />;
  return (
    <>
      <PageHeader
        title={texts.title}
        above={name}
        lead={alone ? undefined : texts.lead(members.length, organisationsOf(members, 'da').length)}
        actions={
          <>
            {may('local-name.edit') && (
              <Button icon={<Tags aria-hidden />} onPress={() => setDialog('names')}>
                {texts.localNames}
              </Button>
            )}
            {!alone && addButton}
          </>
        }
      />
      {alone ? (
        <EmptyState icon={<Users aria-hidden />} title={texts.emptyTitle} actions={addButton}>
          <p>{may('member.add') ? texts.emptyTeach : texts.emptyWait}</p>
        </EmptyState>
      ) : (
        <PanelLayout panel={chosen && <MemberPanel member={chosen} areas={areas} onClose={() => setChosenId(null)} />}>
          {areas.length === 0 ? (
            cards
          ) : (
            <Tabs
              label={texts.views}
              tabs={[
                { id: 'people', label: texts.viewPeople, content: cards },
                { id: 'areas', label: texts.viewAreas, content: <TeamByArea areas={areas} members={members} onChoose={setChosenId} /> },
              ]}
            />
          )}
        </PanelLayout>
      )}
      <Suspense>
        {dialog === 'add' && <AddMemberDialog onAdded={setChosenId} onClose={() => setDialog(null)} />}
        {dialog === 'names' && <LocalNamesDialog onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  );
}
