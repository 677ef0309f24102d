import type { Position } from '@kvarter/geo';
import { type RefObject, useState } from 'react';
import type { MapHandle } from '../map/MapCanvas';
import { announce, notify } from '../platform/notify';
import { useMapTexts } from './useMapTexts';

/** Where one stands oneself, once it was asked for: on this screen alone. */
export function useOwnPlace(map: RefObject<MapHandle | null>) {
  const { tools: texts } = useMapTexts();
  const [place, setPlace] = useState<Position | null>(null);
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at: Position = [coords.longitude, coords.latitude];
        setPlace(at);
        map.current?.show(at);
        announce(texts.located);
      },
      () => notify({ text: texts.notLocated, tone: 'brick' }),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  return { place, locate };
}
