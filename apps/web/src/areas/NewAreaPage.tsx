import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AreaTreeDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { DrawArea } from './DrawArea';
import { ImportAreas } from './ImportAreas';
import { useAreaTexts } from './useAreaTexts';

/** A new area: drawn on the map, or one or many from a GeoJSON file. `?parent=` says what it lies in. */
export default function NewAreaPage() {
  const { create: texts } = useAreaTexts();
  const { loading } = usePlatformTexts();
  const { slug, may } = useTenant();
  const [search] = useSearchParams();
  const [importing, setImporting] = useState(false);
  // Many new areas one after the other would otherwise read the whole tree again after each.
  const { data, failure, again } = usePageQuery({ query: AreaTreeDocument, pause: importing });
  usePage(texts.title);

  if (!may('area.create')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  const parent = search.get('parent');
  return (
    <>
      <PageHeader title={texts.title} above={<Link to={`/${slug}`}>{texts.back}</Link>} lead={texts.lead} />
      {data ? (
        <Tabs
          label={texts.how}
          tabs={[
            { id: 'draw', label: texts.draw, content: <DrawArea areas={data.areas} parent={parent} /> },
            { id: 'file', label: texts.file, content: <ImportAreas areas={data.areas} parent={parent} onBusy={setImporting} /> },
          ]}
        />
      ) : (
        <Skeletons label={loading} heights={['2.6rem', '4rem', '4rem', '18rem']} />
      )}
    </>
  );
}
