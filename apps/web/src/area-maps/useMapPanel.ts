import { type FeatureKind, featureKinds, type KindFacts } from '@kvarter/geo';
import { type RefObject, useCallback, useState } from 'react';
import type { DrawnShape } from '../map/drawing';
import type { MapHandle } from '../map/MapCanvas';
import type { SheetHeight } from '../ui/sheetHeight';
import { nothing, type Panel } from './panel';

/**
 * What the panel beside the map is for, and how high it stands on a phone.
 *
 * @param first the mark it opens with
 * @param drop gives up whatever the map was opened to place
 */
export function useMapPanel(first: string | null, map: RefObject<MapHandle | null>, drop: () => void) {
  const [panel, setPanel] = useState<Panel>(() => (first ? { type: 'feature', id: first } : nothing));
  const [height, setHeight] = useState<SheetHeight>('half');
  const choose = useCallback((id: string | null) => {
    setPanel(id === null ? nothing : { type: 'feature', id });
    setHeight('half');
  }, []);
  const close = useCallback(() => {
    setPanel(nothing);
    map.current?.focus();
  }, [map]);
  const cancel = useCallback(() => {
    drop();
    close();
  }, [drop, close]);
  const create = useCallback(() => {
    drop();
    setPanel({ type: 'kinds' });
    setHeight('full');
  }, [drop]);
  const draw = (kind: FeatureKind, featureId: string | null) => {
    const [shape] = (featureKinds[kind] as KindFacts).draws;
    setPanel({ type: 'drawing', kind, shape: (shape ?? 'Point') as DrawnShape, featureId });
    map.current?.focus();
  };
  return { panel, setPanel, height, setHeight, choose, close, cancel, create, draw };
}
