import { bboxOf, type FeatureCollection, type FeatureKind, type Geometry, positionsOf } from '@kvarter/geo';
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

interface PlaceEditorProps {
  value: Geometry | null;
  onChange: (place: Geometry | null) => void;
  /** What it is going to be a mark of. */
  kind: FeatureKind;
  boundary: Geometry;
  backdrop: FeatureCollection<unknown> | null;
}

/** Sets one place on a map by mouse, finger or keys; another press sets it elsewhere. */
export default function PlaceEditor({ value, onChange, kind, boundary, backdrop }: PlaceEditorProps) {
  const texts = useTexts({ da, en });
  const container = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MapSurface | null>(null);
  const drawing = useRef<DrawHand | null>(null);
  const latest = useRef({ onChange, boundary, label: texts.place });
  latest.current = { onChange, boundary, label: texts.place };

  useEffect(() => {
    if (!container.current) return;
    const made = new MapSurface(container.current, { bounds: bboxOf([...positionsOf(latest.current.boundary)]), label: latest.current.label });
    setSurface(made);
    return () => made.destroy();
  }, []);
  useEffect(() => surface?.setBackdrop(backdrop), [surface, backdrop]);
  useEffect(() => surface?.setBoundary(boundary), [surface, boundary]);
  useEffect(() => {
    const mark = { id: 'place', kind, name: '', geometry: value, outdated: false };
    surface?.setMarks(new Map(value ? [[mark.id, mark]] : []));
    surface?.setChosen(value);
  }, [surface, value, kind]);
  useEffect(() => {
    if (!surface) return;
    const hand = drawHand(surface, { shape: 'Point', kind, onSteps: () => {}, onDrawn: (place) => latest.current.onChange(place) });
    drawing.current = hand;
    return () => {
      drawing.current = null;
      hand.stop();
    };
  }, [surface, kind]);

  return (
    <div className={styles.editor}>
      <div className={canvasStyles.frame}>
        <div ref={container} className={canvasStyles.canvas} />
        <Crosshair shown drawing />
        <ZoomButtons onZoom={(levels) => surface?.map.easeTo({ zoom: surface.map.getZoom() + levels, duration: 200 })} />
      </div>
      <div className={styles.bar}>
        <p role="status">{value ? texts.placeSet : texts.placeHelp}</p>
        <Button size="small" onPress={() => drawing.current?.setHere()}>
          {texts.placeHere}
        </Button>
        {value && (
          <Button size="small" variant="quiet" onPress={() => onChange(null)}>
            {texts.placeAway}
          </Button>
        )}
      </div>
    </div>
  );
}
