import type { Position } from '@kvarter/geo';
import type { MapMouseEvent } from './maplibre';
import type { MapSurface } from './MapSurface';

/** A way of handling the map: what pointer and keys mean until it is stopped. */
export interface Hand {
  stop(): void;
}

/** How far from a mark a mouse or a finger still hits it, and how far from the crosshair Enter does; CSS pixels. */
const reach = { mouse: 3, touch: 12, crosshair: 36 } as const;

/** Pointing at marks to choose them. Pointing again at the same place goes on to the mark below. */
export function chooseHand(surface: MapSurface, chosen: () => string | null, choose: (id: string | null) => void): Hand {
  const { map } = surface;
  const canvas = map.getCanvas();

  const chooseAt = (point: MapMouseEvent['point'], width: number) => {
    const found = surface.marksAt(point, width);
    const below = found[found.indexOf(chosen() ?? '') + 1] ?? found[0];
    choose(below ?? null);
  };
  const click = (event: MapMouseEvent) => chooseAt(event.point, isFinger(event.originalEvent) ? reach.touch : reach.mouse);
  const hover = (event: MapMouseEvent) => {
    canvas.style.cursor = surface.marksAt(event.point, reach.mouse).length > 0 ? 'pointer' : '';
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== canvas) return;
    event.preventDefault();
    chooseAt(map.project(map.getCenter()), reach.crosshair);
  };

  map.on('click', click);
  map.on('mousemove', hover);
  canvas.addEventListener('keydown', key);
  return {
    stop() {
      map.off('click', click);
      map.off('mousemove', hover);
      canvas.removeEventListener('keydown', key);
      canvas.style.cursor = '';
    },
  };
}

/** Whether an event came from a finger: browsers say so on the pointer event behind a click. */
export const isFinger = (event: Event): boolean => 'pointerType' in event && event.pointerType === 'touch';

export const positionOf = ({ lngLat }: { lngLat: { lng: number; lat: number } }): Position => [lngLat.lng, lngLat.lat];
