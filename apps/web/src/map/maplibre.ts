/** The one door to MapLibre: it finds its worker through an address that the build has to know. */
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { setWorkerUrl } from 'maplibre-gl';
import './maplibre.css';

setWorkerUrl(workerUrl);

export {
  Map as MapLibreMap,
  type ExpressionSpecification,
  type GeoJSONSource,
  type GeoJSONSourceDiff,
  type LayerSpecification,
  type MapMouseEvent,
  type StyleSpecification,
} from 'maplibre-gl';
