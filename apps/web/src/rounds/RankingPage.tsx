import { ListOrdered } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { RankingsDocument, type RankingsQuery } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { EmptyState } from '../ui/EmptyState';
import { Fold } from '../ui/Fold';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { RankingEditor } from './RankingEditor';
import styles from './RankingPage.module.css';
import { useRankingTexts } from './useRoundTexts';

const context = { additionalTypenames: ['AreaRanking', 'Area'] };

type Ranking = RankingsQuery['rankings'][number];

/** Which areas need mapping most, why, and what was judged before. */
export default function RankingPage() {
  const { may } = useTenant();
  if (!may('ranking.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  return <Rankings />;
}

function Rankings() {
  const texts = useRankingTexts();
  const { loading } = usePlatformTexts();
  const { slug, name, may } = useTenant();
  const format = useFormats();
  const { data, failure, again } = usePageQuery({ query: RankingsDocument, context });
  const [editing, setEditing] = useState(false);
  usePage(texts.title);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['1rem', '2.4rem', '12rem']} />;
  const [newest, ...earlier] = data.rankings;
  const nameOf = (areaId: string) => data.areas.find(({ id }) => id === areaId)?.name ?? texts.unknown;
  const by = ({ rankedBy }: Ranking) => rankedBy?.name ?? texts.somebody;
  const edit = may('area.rank') && (
    <Button variant="primary" onPress={() => setEditing(true)}>
      {texts.edit}
    </Button>
  );
  return (
    <>
      <PageHeader title={texts.title} above={<Link to={`/${slug}`}>{name}</Link>} lead={texts.lead} actions={newest && !editing && edit} />
      <div className={styles.page}>
        {editing && <RankingEditor areas={data.areas} newest={newest ?? null} onDone={() => setEditing(false)} />}
        {!editing && !newest && (
          <EmptyState icon={<ListOrdered aria-hidden />} title={texts.none} actions={edit}>
            {may('area.rank') && <p>{texts.noneTeach}</p>}
          </EmptyState>
        )}
        {!editing && newest && (
          <Card title={texts.order}>
            <p className={styles.quiet}>{texts.now(format.date(newest.rankedAt), by(newest))}</p>
            <Places ranking={newest} nameOf={nameOf} />
          </Card>
        )}
        {earlier.length > 0 && (
          <Card title={texts.earlier}>
            {earlier.map((ranking) => (
              <Fold key={ranking.id} label={`${texts.of(format.date(ranking.rankedAt), by(ranking))} · ${texts.areas(ranking.places.length)}`}>
                <Places ranking={ranking} nameOf={nameOf} />
              </Fold>
            ))}
          </Card>
        )}
      </div>
    </>
  );
}

function Places({ ranking, nameOf }: { ranking: Ranking; nameOf: (areaId: string) => string }) {
  const { slug } = useTenant();
  return (
    <ol className={styles.places}>
      {ranking.places.map(({ place, areaId, reason }) => (
        <li key={areaId} className={styles.place}>
          <span className={styles.number}>{place}</span>
          <span className={styles.words}>
            <Link to={`/${slug}/areas/${areaId}`}>{nameOf(areaId)}</Link>
            <span>{reason}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
