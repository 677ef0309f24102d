import { Link, useParams } from 'react-router';
import { AreaOfRoundDocument, RoundToDescribeDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { RoundFields } from './RoundFields';
import { useRoundTexts } from './useRoundTexts';

/** A new round of an area, or what is said of one that is under way. */
export default function RoundFormPage() {
  const { areaId = '', roundId } = useParams();
  const { form: texts } = useRoundTexts();
  const { loading } = usePlatformTexts();
  const { slug, may } = useTenant();
  const area = usePageQuery({ query: AreaOfRoundDocument, variables: { areaId } });
  const round = usePageQuery({ query: RoundToDescribeDocument, variables: { roundId: roundId ?? '' }, pause: !roundId });
  const title = roundId ? texts.editTitle : texts.newTitle;
  usePage(title);

  if (!may('round.lead')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  const failure = area.failure ?? round.failure;
  const again = () => {
    area.again();
    if (roundId) round.again();
  };
  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  const ready = area.data && (round.data || !roundId);
  return (
    <>
      <PageHeader title={title} above={area.data && <Link to={`/${slug}/areas/${areaId}`}>{area.data.area.name}</Link>} lead={texts.lead} />
      {ready && area.data ? (
        <RoundFields area={area.data.area} round={round.data?.round ?? null} onStale={round.again} />
      ) : (
        <Skeletons label={loading} heights={['2.6rem', '6rem', '4rem', '18rem']} />
      )}
    </>
  );
}
