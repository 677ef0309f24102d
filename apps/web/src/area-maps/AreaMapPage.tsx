import { useParams } from 'react-router';
import { MapPageDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { Skeletons } from '../ui/Skeleton';
import type { MapLook } from './mapLook';
import { MapWorkspace } from './MapWorkspace';
import { useMapTexts } from './useMapTexts';

/** The shared map of one area. */
export default function AreaMapPage() {
  const { areaId = '' } = useParams();
  return <AreaMap key={areaId} areaId={areaId} />;
}

interface AreaMapProps {
  areaId: string;
  /** Told of what is chosen and what there is to choose, for what stands beside the map. */
  onLook?: (look: MapLook) => void;
}

/** The same, wherever a page has room for it. */
export function AreaMap({ areaId, onLook }: AreaMapProps) {
  const texts = useMapTexts();
  const { data, failure, again } = usePageQuery({ query: MapPageDocument, variables: { areaId } });
  usePage(data && texts.title(data.area.name));
  if (failure) return <FailurePage alone failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={texts.loading} heights={['64px', '70vh']} />;
  return <MapWorkspace area={data.area} onLook={onLook} />;
}
