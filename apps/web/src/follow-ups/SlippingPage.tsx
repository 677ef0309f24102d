import { Sprout } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { AreaNamesDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { EmptyState } from '../ui/EmptyState';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { SlippingFilters } from './SlippingFilters';
import { type LateCheck, useLateChecks } from './useLateChecks';
import { useFollowUpTexts } from './useFollowUpTexts';
import { everything, matches } from './slippingFilter';
import { useSlippingColumns } from './useSlippingColumns';

/** What nobody has reported on in time, in all areas, for those who keep it together. */
export default function SlippingPage() {
  const { may } = useTenant();
  if (!may('follow-up.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  return <Slipping />;
}

function Slipping() {
  const { slipping: texts } = useFollowUpTexts();
  const { loading } = usePlatformTexts();
  const { slug, name } = useTenant();
  const { slipping, checks, failure, again } = useLateChecks();
  const areas = usePageQuery({ query: AreaNamesDocument });
  const areaNames = useMemo(() => new Map(areas.data?.areas.map((area) => [area.id, area.name])), [areas.data]);
  const [filter, setFilter] = useState(everything);
  const columns = useSlippingColumns(areaNames);
  usePage(texts.title);

  const failed = failure ?? areas.failure;
  if (failed) return <FailurePage failure={failed} onRetry={again} />;
  if (!checks || !slipping || !areas.data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '20rem']} />;
  const shown = checks.filter((check) => matches(check, filter));
  const soon = slipping.reduce((sum, one) => sum + one.dueToday + one.soon, 0);
  return (
    <>
      <PageHeader title={texts.title} above={<Link to={`/${slug}`}>{name}</Link>} lead={checks.length > 0 ? texts.lead(checks.length) : undefined} />
      {checks.length === 0 ? (
        <EmptyState icon={<Sprout aria-hidden />} title={texts.emptyTitle}>
          <p>{texts.empty(soon)}</p>
        </EmptyState>
      ) : (
        <Table<LateCheck>
          caption={texts.caption}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          nameColumn="what"
          initialSorting={{ column: 'due', descending: false }}
          empty={texts.noMatch}
          bar={<SlippingFilters checks={checks} areaNames={areaNames} filter={filter} onChange={setFilter} />}
        />
      )}
    </>
  );
}
