import { ShieldCheck } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { rememberTenant } from '../auth/home';
import { TenantTotalsDocument, type TenantTotalsQuery } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { useTexts } from '../platform/i18n/texts';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Notice } from '../ui/Notice';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import styles from './CentrePage.module.css';
import { da } from './tenants.da';
import { en } from './tenants.en';

type Totals = TenantTotalsQuery['tenantTotals'][number];

/** What the national centre sees of the municipalities: numbers, never a person and never a map. */
export default function CentrePage() {
  const texts = useTexts({ da, en });
  const { loading } = usePlatformTexts();
  const { slug, name } = useTenant();
  const format = useFormats();
  const { data, failure, again } = usePageQuery({ query: TenantTotalsDocument });
  usePage(texts.title);
  useEffect(() => rememberTenant(slug), [slug]);
  const columns = useMemo<Column<Totals>[]>(
    () => [
      { id: 'name', header: texts.name, sortBy: (row) => row.name, cell: (row) => row.name },
      { id: 'areas', header: texts.areas, align: 'end', sortBy: (row) => row.areas, cell: (row) => format.number(row.areas) },
      { id: 'meetings', header: texts.meetings, align: 'end', sortBy: (row) => row.closedMeetings, cell: (row) => format.number(row.closedMeetings) },
    ],
    [texts, format],
  );

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '20rem']} />;
  const rows = data.tenantTotals;
  const areas = rows.reduce((sum, row) => sum + row.areas, 0);
  const meetings = rows.reduce((sum, row) => sum + row.closedMeetings, 0);
  return (
    <>
      <PageHeader title={texts.title} above={name} lead={texts.lead(rows.length)} />
      <div className={styles.page}>
        <dl className={styles.sums}>
          <div>
            <dt>{texts.allAreas(areas)}</dt>
            <dd>{format.number(areas)}</dd>
          </div>
          <div>
            <dt>{texts.allMeetings(meetings)}</dt>
            <dd>{format.number(meetings)}</dd>
          </div>
        </dl>
        <Table
          caption={texts.caption}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.slug}
          nameColumn="name"
          initialSorting={{ column: 'name', descending: false }}
          empty={texts.none}
        />
        <Notice tone="neutral" icon={<ShieldCheck aria-hidden />}>
          <p>{texts.onlyTotals}</p>
        </Notice>
      </div>
    </>
  );
}
