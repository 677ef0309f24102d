import { type Bbox, bboxOf, type FeatureCollection, type Geometry, positionsOf } from '@kvarter/geo';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../platform/i18n/texts';
import { da } from './map.da';
import { en } from './map.en';
import styles from './MapCanvas.module.css';
import { MapSurface, type ShownGap } from './MapSurface';
import type { Marks } from './marks';
import { ZoomButtons } from './ZoomButtons';

interface GapMapProps {
  boundary: Geometry;
  backdrop: FeatureCollection<unknown> | null;
  marks: Marks;
  gaps: readonly ShownGap[];
  /** The one that is looked at in the list. */
  chosen: Geometry | null;
}

/** What nobody knows of an area, numbered as in the list beside it, which says the same in words. */
export default function GapMap({ boundary, backdrop, marks, gaps, chosen }: GapMapProps) {
  const { gaps: label } = useTexts({ da, en });
  const container = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MapSurface | null>(null);
  const latest = useRef({ boundary, label });
  latest.current = { boundary, label };

  useEffect(() => {
    if (!container.current) return;
    const bounds: Bbox = bboxOf([...positionsOf(latest.current.boundary)]);
    const made = new MapSurface(container.current, { bounds, label: latest.current.label });
    made.map.scrollZoom.disable(); // the page scrolls here
    setSurface(made);
    return () => made.destroy();
  }, []);

  useEffect(() => surface?.setBackdrop(backdrop), [surface, backdrop]);
  useEffect(() => surface?.setBoundary(boundary), [surface, boundary]);
  useEffect(() => surface?.setMarks(marks), [surface, marks]);
  useEffect(() => surface?.setGaps(gaps), [surface, gaps]);
  useEffect(() => surface?.setChosen(chosen), [surface, chosen]);
  return (
    <div className={styles.frame}>
      <div ref={container} className={styles.canvas} />
      <ZoomButtons onZoom={(levels) => surface?.map.easeTo({ zoom: surface.map.getZoom() + levels, duration: 200 })} />
    </div>
  );
}
