import { type Areal, type Bbox, bboxOf, type Geometry, positionsOf } from '@kvarter/geo';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../platform/i18n/texts';
import { Button } from '../ui/Button';
import styles from './BoundaryEditor.module.css';
import { Crosshair } from './Crosshair';
import { type DrawHand, type DrawSteps, drawHand } from './drawHand';
import { da } from './map.da';
import { en } from './map.en';
import canvasStyles from './MapCanvas.module.css';
import { figure, MapSurface } from './MapSurface';
import { nameLayer, outlineLayers, outlines } from './outlineLayers';
import { reshapeHand } from './reshapeHand';
import { ZoomButtons } from './ZoomButtons';

interface BoundaryEditorProps {
  value: Areal | null;
  onChange: (boundary: Areal | null) => void;
  /** Shown faintly, so that the new boundary can follow them. */
  others: readonly { id: string; name: string; boundary: Geometry }[];
}

const denmark: Bbox = [8, 54.5, 12.7, 57.8];

/** Draws a boundary by mouse, finger or keys, and reshapes it afterwards. */
export default function BoundaryEditor({ value, onChange, others }: BoundaryEditorProps) {
  const texts = useTexts({ da, en });
  const container = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MapSurface | null>(null);
  const [steps, setSteps] = useState<DrawSteps>({ corners: 0, mayFinish: false });
  const drawing = useRef<DrawHand | null>(null);
  const latest = useRef({ value, onChange, others, label: texts.boundary });
  latest.current = { value, onChange, others, label: texts.boundary };
  const drawn = value !== null;
  /** What this editor itself said last: only a boundary from elsewhere starts the reshaping anew. */
  const said = useRef<Areal | null>(null);
  const origin = useRef(value);
  if (value !== said.current) origin.current = value;

  useEffect(() => {
    if (!container.current) return;
    const { value: first, others: around, label } = latest.current;
    const known = (first ? [first] : around.map(({ boundary }) => boundary)).flatMap((geometry) => [...positionsOf(geometry)]);
    const made = new MapSurface(container.current, { bounds: known.length > 0 ? bboxOf(known) : denmark, label });
    made.onceReady(() => {
      const features = around.map(({ id, name, boundary }) => figure(boundary, { id, name, selected: false }));
      made.map.addSource(outlines, { type: 'geojson', data: { type: 'FeatureCollection', features } });
      for (const layer of [...outlineLayers, nameLayer]) made.map.addLayer(layer, 'boundary-halo');
    });
    setSurface(made);
    return () => made.destroy();
  }, []);

  useEffect(() => {
    if (!surface || drawn) return;
    setSteps({ corners: 0, mayFinish: false });
    const hand = drawHand(surface, {
      shape: 'Polygon',
      kind: 'INTERVENTION',
      onSteps: setSteps,
      onDrawn: (geometry) => latest.current.onChange(geometry as Areal), // a polygon was asked for
    });
    drawing.current = hand;
    return () => {
      drawing.current = null;
      hand.stop();
    };
  }, [surface, drawn]);

  useEffect(() => {
    if (!surface || !drawn || !latest.current.value) return;
    let first = true;
    const hand = reshapeHand(surface, {
      geometry: latest.current.value,
      kind: 'INTERVENTION',
      what: 'form',
      onSteps: ({ geometry }) => {
        if (!first) {
          said.current = geometry as Areal;
          latest.current.onChange(geometry as Areal); // reshaping keeps the type
        }
        first = false;
      },
    });
    return () => hand.stop();
  }, [surface, drawn, origin.current]);

  return (
    <div className={styles.editor}>
      <div className={canvasStyles.frame}>
        <div ref={container} className={canvasStyles.canvas} />
        <Crosshair shown={!drawn} drawing={!drawn} />
        <ZoomButtons onZoom={(levels) => surface?.map.easeTo({ zoom: surface.map.getZoom() + levels, duration: 200 })} />
      </div>
      <div className={styles.bar}>
        <p role="status">{drawn ? texts.reshapeHelp : steps.corners === 0 ? texts.drawHelp : texts.drawMore(steps.corners)}</p>
        {drawn ? (
          <Button size="small" onPress={() => onChange(null)}>
            {texts.again}
          </Button>
        ) : (
          <>
            <Button size="small" onPress={() => drawing.current?.setHere()}>
              {texts.setHere}
            </Button>
            <Button size="small" isDisabled={steps.corners === 0} onPress={() => drawing.current?.takeBack()}>
              {texts.takeBack}
            </Button>
            <Button size="small" variant="primary" isDisabled={!steps.mayFinish} onPress={() => drawing.current?.finish()}>
              {texts.finish}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
