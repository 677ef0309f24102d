import { bboxOf, type FeatureCollection, type Geometry, positionsOf } from '@kvarter/geo';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../platform/i18n/texts';
import { Button } from '../ui/Button';
import styles from './BoundaryEditor.module.css';
import { Crosshair } from './Crosshair';
import { type DrawHand, drawHand } from './drawHand';
import { da } from './map.da';
import { en } from './map.en';
import canvasStyles from './MapCanvas.module.css';
import { MapSurface } from './MapSurface';
import { ZoomButtons } from './ZoomButtons';

interface PointPickerProps {
  boundary: Geometry;
  backdrop: FeatureCollection<unknown> | null;
  value: Geometry | null;
  onChange: (place: Geometry | null) => void;
}

/** One point in an area, set by mouse, finger or keys. */
export default function PointPicker({ boundary, backdrop, value, onChange }: PointPickerProps) {
  const texts = useTexts({ da, en });
  const container = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MapSurface | null>(null);
  const hand = useRef<DrawHand | null>(null);
  const latest = useRef({ boundary, onChange, label: texts.point });
  latest.current = { boundary, onChange, label: texts.point };

  useEffect(() => {
    if (!container.current) return;
    const made = new MapSurface(container.current, { bounds: bboxOf([...positionsOf(latest.current.boundary)]), label: latest.current.label });
    setSurface(made);
    return () => made.destroy();
  }, []);

  useEffect(() => surface?.setBackdrop(backdrop), [surface, backdrop]);
  useEffect(() => surface?.setBoundary(boundary), [surface, boundary]);
  useEffect(() => surface?.setChosen(value), [surface, value]);
  useEffect(() => {
    if (!surface) return;
    const drawing = drawHand(surface, { shape: 'Point', kind: 'NOTE', onSteps: () => undefined, onDrawn: (geometry) => latest.current.onChange(geometry) });
    hand.current = drawing;
    return () => {
      hand.current = null;
      drawing.stop();
    };
  }, [surface]);

  return (
    <div className={styles.editor}>
      <div className={canvasStyles.frame}>
        <div ref={container} className={canvasStyles.canvas} />
        <Crosshair shown drawing />
        <ZoomButtons onZoom={(levels) => surface?.map.easeTo({ zoom: surface.map.getZoom() + levels, duration: 200 })} />
      </div>
      <div className={styles.bar}>
        <p role="status">{value ? texts.pointSet : texts.pointHelp}</p>
        <Button size="small" onPress={() => hand.current?.setHere()}>
          {texts.setPointHere}
        </Button>
        {value && (
          <Button size="small" variant="quiet" onPress={() => onChange(null)}>
            {texts.noPoint}
          </Button>
        )}
      </div>
    </div>
  );
}
