import { useParams } from 'react-router';
import { useSubscription } from 'urql';
import { AgreementsCard } from '../agreements/AgreementsCard';
import { FollowUpsCard } from '../follow-ups/FollowUpsCard';
import { GapsCard } from '../gaps/GapsCard';
import { AreaPageDocument, AreaStateDocument } from '../generated/graphql';
import { HandInCard } from '../inbox/HandInCard';
import { MeetingsCard } from '../meetings/MeetingsCard';
import { AreaTeamCard } from '../people/AreaTeamCard';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { RoundCard } from '../rounds/RoundCard';
import { StakeholdersCard } from '../stakeholders/StakeholdersCard';
import { Skeletons } from '../ui/Skeleton';
import { AreaFacts } from './AreaFacts';
import { AreaHeader } from './AreaHeader';
import styles from './AreaPage.module.css';
import { ChildrenCard } from './ChildrenCard';
import { SnapshotsCard } from './SnapshotsCard';

/** The first meeting makes an empty list stale. */
const context = { additionalTypenames: ['Meeting'] };

/** One area: its facts, its meetings, what is agreed and followed up, its saved maps, what lies in it. */
export default function AreaPage() {
  const { areaId = '' } = useParams();
  return <Area key={areaId} areaId={areaId} />;
}

function Area({ areaId }: { areaId: string }) {
  const { loading } = usePlatformTexts();
  const { slug, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: AreaPageDocument, variables: { id: areaId }, context });
  useAreaChanges(areaId, again);
  usePage(data?.area.name);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['1rem', '2.4rem', '1.4rem', '18rem']} />;
  const { area, areas, meetings, mapSnapshots } = data;
  const snapshotPath = (id: string) => {
    const snapshot = mapSnapshots.find((one) => one.id === id);
    return snapshot ? `/${slug}/areas/${areaId}/map?at=${snapshot.seq}` : null;
  };
  return (
    <>
      <AreaHeader area={area} areas={areas} meetings={meetings} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {may('round.read') && <RoundCard areaId={area.id} />}
          <MeetingsCard areaId={area.id} areaName={area.name} meetings={meetings} snapshotPath={snapshotPath} />
          {may('agreement.read') && <AgreementsCard areaId={area.id} />}
          <SnapshotsCard area={area} snapshots={mapSnapshots} />
          <StakeholdersCard areaId={area.id} />
          {may('gap.read') && <GapsCard areaId={area.id} />}
        </div>
        <div className={styles.column}>
          <AreaFacts area={area} areas={areas} />
          {may('knowledge.hand-in') && <HandInCard areaId={area.id} />}
          <AreaTeamCard areaId={area.id} />
          {may('follow-up.read') && <FollowUpsCard areaId={area.id} />}
          <ChildrenCard area={area} areas={areas} />
        </div>
      </div>
    </>
  );
}

/** A meeting that is opened, frozen or closed elsewhere shows here too. The first answer is what is here already. */
function useAreaChanges(areaId: string, onChange: () => void): void {
  useSubscription({ query: AreaStateDocument, variables: { areaId } }, (before: string | undefined, { areaState }) => {
    const now = JSON.stringify(areaState.openMeeting);
    if (before !== undefined && before !== now) onChange();
    return now;
  });
}
