import { areSimilarNames } from '@kvarter/geo';
import { Handshake, Map as MapIcon, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { StakeholdersPageDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { PageHeader } from '../ui/PageHeader';
import { PanelLayout } from '../ui/SidePanel';
import { Skeletons } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { RelationGraph } from './RelationGraph';
import type { Stakeholder } from './stakeholder.types';
import { StakeholderPanel } from './StakeholderPanel';
import { StakeholderTable } from './StakeholderTable';
import styles from './StakeholdersPage.module.css';
import { useStakeholderTexts } from './useStakeholderTexts';

const StakeholderDialog = lazy(() => import('./StakeholderDialog'));
const MergeDialog = lazy(() => import('./MergeDialog'));

// Empty lists name no type, and the first row has to show at once.
const context = { additionalTypenames: ['Stakeholder', 'StakeholderRelation', 'MapEditResult'] };

/** The register of one area's stakeholders, as a table and as a graph. */
export default function StakeholdersPage() {
  const { areaId = '' } = useParams();
  return <Register key={areaId} areaId={areaId} />;
}

function Register({ areaId }: { areaId: string }) {
  const texts = useStakeholderTexts();
  const { loading } = usePlatformTexts();
  const { slug, name: tenantName, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: StakeholdersPageDocument, variables: { areaId }, context });
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [pair, setPair] = useState<readonly [Stakeholder, Stakeholder] | null>(null);
  usePage(data && texts.pageTitle(data.area.name));
  const stakeholders = useMemo(() => data?.stakeholders ?? [], [data]);
  const mayEdit = may('stakeholder.edit');
  const pairs = useMemo(() => (mayEdit ? similarPairs(stakeholders) : []), [mayEdit, stakeholders]);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['1rem', '2.4rem', '1.4rem', '20rem']} />;

  const chosen = stakeholders.find(({ id }) => id === search.get('chosen')) ?? null;
  const choose = (id: string | null) => setSearch(id ? { chosen: id } : {}, { replace: true });
  const fromMark = mayEdit ? search.get('mark') : null;
  const owed = stakeholders.filter(({ feedbackDueOn }) => feedbackDueOn).length;
  const lead = [texts.lead(stakeholders.length, stakeholders.filter(({ featureId }) => featureId).length), owed > 0 && texts.leadOwed(owed)];
  const add = mayEdit && (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
      {texts.add}
    </Button>
  );
  const register = { stakeholders, relations: data.stakeholderRelations, chosenId: chosen?.id ?? null, onChoose: choose };
  return (
    <>
      <PageHeader
        title={texts.title}
        above={
          <>
            <Link to={`/${slug}`}>{tenantName}</Link> › <Link to={`/${slug}/areas/${areaId}`}>{data.area.name}</Link>
          </>
        }
        lead={stakeholders.length > 0 && lead.filter(Boolean).join(' ')}
        actions={
          <>
            <LinkButton to={`/${slug}/areas/${areaId}/map`} icon={<MapIcon aria-hidden />}>
              {texts.openMap}
            </LinkButton>
            {stakeholders.length > 0 && add}
          </>
        }
      />
      {stakeholders.length === 0 ? (
        <EmptyState icon={<Handshake aria-hidden />} title={texts.emptyTitle} actions={add}>
          <p>{mayEdit ? texts.emptyTeach : texts.emptyRead}</p>
        </EmptyState>
      ) : (
        <>
          {pairs[0] && (
            <div className={styles.similar}>
              <Notice tone="amber" title={texts.similarTitle(pairs.length)} action={<Button onPress={() => setPair(pairs[0] ?? null)}>{texts.compare}</Button>}>
                <p>{texts.similarPair(pairs[0][0].name, pairs[0][1].name)}</p>
              </Notice>
            </div>
          )}
          <PanelLayout
            panel={
              chosen && (
                <StakeholderPanel
                  key={chosen.id}
                  stakeholder={chosen}
                  all={stakeholders}
                  relations={data.stakeholderRelations}
                  meetings={data.meetings}
                  onChoose={choose}
                  onMerge={(other) => setPair([chosen, other])}
                  onChanged={again}
                />
              )
            }
          >
            <Tabs
              label={texts.views}
              tabs={[
                { id: 'table', label: texts.viewTable, content: <StakeholderTable {...register} areaId={areaId} /> },
                { id: 'graph', label: texts.viewGraph, content: <RelationGraph {...register} /> },
              ]}
            />
          </PanelLayout>
        </>
      )}
      <Suspense>
        {(adding || fromMark) && (
          <StakeholderDialog
            areaId={areaId}
            stakeholder={null}
            markId={fromMark}
            all={stakeholders}
            onOpen={choose}
            onClose={(id) => {
              setAdding(false);
              choose(id ?? null);
            }}
          />
        )}
        {pair && (
          <MergeDialog
            pair={pair}
            onMerged={(id) => {
              setPair(null);
              choose(id);
              again();
            }}
            onClose={() => setPair(null)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Each two that may be one; the server finds the same. */
const similarPairs = (all: readonly Stakeholder[]): [Stakeholder, Stakeholder][] =>
  all.flatMap((one, place) =>
    all
      .slice(place + 1)
      .filter((other) => areSimilarNames(one.name, other.name))
      .map((other): [Stakeholder, Stakeholder] => [one, other]),
  );
