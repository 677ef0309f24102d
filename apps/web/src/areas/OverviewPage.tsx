import { ListOrdered, Map as MapIcon, Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { rememberTenant } from '../auth/home';
import { SlippingNotice } from '../follow-ups/SlippingNotice';
import { useSlipping } from '../follow-ups/useSlipping';
import { OverviewDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { PageHeader } from '../ui/PageHeader';
import { Skeleton, Skeletons } from '../ui/Skeleton';
import { useRankingTexts } from '../rounds/useRoundTexts';
import { WhenVisible } from '../ui/WhenVisible';
import { AreaTable } from './AreaTable';
import { NextStepAction, useNextStepText } from './NextStepAction';
import { nextStep } from './nextStep';
import styles from './OverviewPage.module.css';
import { useAreaTexts } from './useAreaTexts';
import { useNow } from './useNow';

const OverviewMap = lazy(() => import('../map/OverviewMap'));

/** The first area and the first meeting make empty lists stale. */
const context = { additionalTypenames: ['Area', 'Meeting'] };

/** A municipality's areas as a tree and on a map, and what comes next. */
export default function OverviewPage() {
  const { may, slug } = useTenant();
  useEffect(() => rememberTenant(slug), [slug]);
  if (may('area.read')) return <Overview />;
  return may('member.read') ? <Navigate to={`/${slug}/people`} replace /> : <NothingHere />;
}

function Overview() {
  const { overview: texts } = useAreaTexts();
  const { loading } = usePlatformTexts();
  const { slug, name, may, roles } = useTenant();
  const navigate = useNavigate();
  const now = useNow();
  const { data, failure, again } = usePageQuery({ query: OverviewDocument, context });
  const slipping = useSlipping().data?.slipping;
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const step = useMemo(() => data && nextStep(data.areas, data.meetings, now), [data, now]);
  const stepText = useNextStepText();
  const { link: rankingLink } = useRankingTexts();
  const guest = roles.every((role) => role === 'participant');
  usePage(texts.title);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data || !step) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '24rem']} />;

  const newArea = may('area.create') && (
    <LinkButton to={`/${slug}/areas/new`} variant={step.kind === 'first-area' ? 'primary' : 'secondary'} icon={<Plus aria-hidden />}>
      {texts.newArea}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={texts.title}
        above={name}
        lead={stepText(step, { guest, now })}
        actions={
          <>
            {may('ranking.read') && data.areas.length > 1 && (
              <LinkButton to={`/${slug}/ranking`} icon={<ListOrdered aria-hidden />}>
                {rankingLink}
              </LinkButton>
            )}
            {newArea}
            <NextStepAction step={step} />
          </>
        }
      />
      {data.areas.length === 0 ? (
        <EmptyState icon={<MapIcon aria-hidden />} title={texts.emptyTitle}>
          <p>{may('area.create') ? texts.emptyTeach : texts.emptyWait}</p>
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <div className={styles.list}>
            {slipping && <SlippingNotice slipping={slipping} />}
            <AreaTable areas={data.areas} meetings={data.meetings} slipping={slipping} onPoint={setPointedAt} />
          </div>
          <section className={styles.map} aria-label={texts.map}>
            <WhenVisible placeholder={<Skeleton height="100%" />}>
              <Suspense fallback={<Skeleton height="100%" />}>
                <OverviewMap areas={data.areas} selectedId={pointedAt} onOpen={(id) => void navigate(`/${slug}/areas/${id}`)} />
              </Suspense>
            </WhenVisible>
          </section>
        </div>
      )}
    </>
  );
}

function NothingHere() {
  const { overview: texts } = useAreaTexts();
  usePage(texts.title);
  return (
    <EmptyState level={1} title={texts.nothingTitle}>
      <p>{texts.nothing}</p>
    </EmptyState>
  );
}
