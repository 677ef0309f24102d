import type { Geometry } from '@kvarter/geo';
import { Map as MapIcon, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { GapsPageDocument } from '../generated/graphql';
import type { Mark } from '../map/marks';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { EndedGaps } from './EndedGaps';
import { FoundGaps } from './FoundGaps';
import { type FoundGap, type Gap, gapContext } from './gap.types';
import styles from './GapsPage.module.css';
import { numbered } from './numbered';
import { OpenGaps } from './OpenGaps';
import { useGapTexts } from './useGapTexts';
import { useGapWords } from './useGapWords';

const GapMap = lazy(() => import('../map/GapMap'));
const TakeUpDialog = lazy(() => import('./TakeUpDialog'));

/** What nobody knows of an area: found on its map, and what the team wants to find out. */
export default function GapsPage() {
  const { areaId = '' } = useParams();
  const { may } = useTenant();
  if (!may('gap.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  return <Gaps key={areaId} areaId={areaId} />;
}

function Gaps({ areaId }: { areaId: string }) {
  const texts = useGapTexts();
  const { loading } = usePlatformTexts();
  const { slug, name, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: GapsPageDocument, variables: { areaId }, context: gapContext });
  const [takingUp, setTakingUp] = useState<FoundGap | 'own' | null>(null);
  const [chosen, setChosen] = useState<Geometry | null>(null);
  const wordsOf = useGapWords(data?.foundGaps.reachMetres ?? 0);
  usePage(data && texts.pageTitle(data.area.name));
  const found = useMemo(() => data?.foundGaps.gaps ?? [], [data]);
  const open = useMemo(() => data?.knowledgeGaps.filter(({ state }) => state === 'OPEN') ?? [], [data]);
  const { shown, numberOf } = useMemo(() => numbered<FoundGap | Gap>([...found, ...open]), [found, open]);
  const marks = useMemo(
    () => new Map<string, Mark>(data?.areaMap.features.filter(({ removed }) => !removed).map((one) => [one.id, { ...one, geometry: one.geometry ?? null }])),
    [data],
  );

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['1rem', '2.4rem', '1.4rem', '20rem']} />;
  const { area, foundGaps, knowledgeGaps } = data;
  const ended = knowledgeGaps.filter(({ state }) => state !== 'OPEN');
  const mayWork = may('gap.work');
  const look = ({ place }: FoundGap | Gap) => setChosen(place ?? null);
  return (
    <>
      <PageHeader
        title={texts.title}
        above={
          <>
            <Link to={`/${slug}`}>{name}</Link> › <Link to={`/${slug}/areas/${areaId}`}>{area.name}</Link>
          </>
        }
        lead={texts.lead(found.length, open.length)}
        actions={
          <>
            <LinkButton to={`/${slug}/areas/${areaId}/map`} icon={<MapIcon aria-hidden />}>
              {texts.openMap}
            </LinkButton>
            {mayWork && (
              <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setTakingUp('own')}>
                {texts.write}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.lists}>
          <FoundGaps
            gaps={found}
            resources={foundGaps.resources}
            reachMetres={foundGaps.reachMetres}
            wordsOf={wordsOf}
            numberOf={(gap) => numberOf.get(gap)}
            onLook={look}
            onTakeUp={mayWork ? setTakingUp : undefined}
          />
          <OpenGaps gaps={open} numberOf={(gap) => numberOf.get(gap)} mayWork={mayWork} onLook={look} />
          {ended.length > 0 && <EndedGaps gaps={ended} />}
        </div>
        <div className={styles.map}>
          <Suspense fallback={<Skeletons label={loading} heights={['360px']} />}>
            <GapMap boundary={area.boundary} backdrop={area.backdrop ?? null} marks={marks} gaps={shown} chosen={chosen} />
          </Suspense>
        </div>
      </div>
      <Suspense>
        {takingUp && (
          <TakeUpDialog
            areaId={areaId}
            found={takingUp === 'own' ? null : { gap: takingUp, words: wordsOf(takingUp) }}
            onClose={() => {
              setTakingUp(null);
              again();
            }}
          />
        )}
      </Suspense>
    </>
  );
}
