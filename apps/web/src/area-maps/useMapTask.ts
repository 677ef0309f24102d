import type { Geometry } from '@kvarter/geo';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { DrawSteps } from '../map/drawHand';
import type { MapTask } from '../map/MapCanvas';
import type { Panel } from './panel';
import type { SharedFeature } from './sync/areaMap.types';

interface MapTaskState {
  readonly task: MapTask;
  /** How far the drawing has come. */
  readonly steps: DrawSteps;
  /** What a mark has been moved or reshaped to, until it is kept. */
  readonly reshaped: RefObject<Geometry | null>;
}

const noSteps: DrawSteps = { corners: 0, mayFinish: false };

/**
 * What pointing at the map means, from what the panel is for. A new task begins anew on the canvas: it changes only
 * when what one does changes, not when others edit.
 *
 * @param onDrawn a figure is complete
 */
export function useMapTask(
  panel: Panel,
  features: ReadonlyMap<string, SharedFeature>,
  onDrawn: (panel: Panel & { type: 'drawing' }, geometry: Geometry) => void,
): MapTaskState {
  const [steps, setSteps] = useState(noSteps);
  const reshaped = useRef<Geometry | null>(null);
  const latest = useRef({ panel, onDrawn });
  latest.current = { panel, onDrawn };

  const { shape, kind } = panel.type === 'drawing' ? panel : { shape: null, kind: null };
  const { id, what } = panel.type === 'reshape' ? panel : { id: null, what: null };
  const from = id === null ? null : (features.get(id) ?? null);
  const start = useRef(from);
  if (from === null || start.current?.id !== from.id) start.current = from;

  const task = useMemo<MapTask>(() => {
    if (shape && kind) {
      const drawn = (geometry: Geometry) => {
        const now = latest.current;
        if (now.panel.type === 'drawing') now.onDrawn(now.panel, geometry);
      };
      return { type: 'draw', shape, kind, onSteps: setSteps, onDrawn: drawn };
    }
    if (what && start.current?.state.geometry) {
      const { geometry, kind: of } = start.current.state;
      return { type: 'reshape', what, kind: of, geometry, onSteps: (next) => (reshaped.current = next.geometry) };
    }
    return { type: 'choose' };
  }, [shape, kind, what]);
  return { task, steps: task.type === 'draw' ? steps : noSteps, reshaped };
}
