import type { Bbox, FeatureCollection, Geometry, Position } from '@kvarter/geo';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { chooseHand, positionOf } from './chooseHand';
import { Crosshair } from './Crosshair';
import { type Cursor, CursorFlags } from './CursorFlags';
import { type DrawHand, type DrawTask, drawHand } from './drawHand';
import { figure, MapSurface, type Padding, type ShownGap } from './MapSurface';
import { sources } from './markLayers';
import type { Marks } from './marks';
import { type ReshapeHand, type ReshapeTask, reshapeHand } from './reshapeHand';
import styles from './MapCanvas.module.css';

/** What pointing at the map means now. A new object starts the task anew. */
export type MapTask = { type: 'choose' } | ({ type: 'draw' } & DrawTask) | ({ type: 'reshape' } & ReshapeTask);

export interface MapHandle {
  /** For the page's own buttons. */
  readonly drawing: DrawHand | null;
  readonly reshaping: ReshapeHand | null;
  zoomBy(levels: number): void;
  fit(geometries: readonly Geometry[]): void;
  show(at: Position): void;
  /** Where the crosshair is. */
  centre(): Position;
  focus(): void;
}

interface MapCanvasProps {
  /** What screen readers call the map, and how it is used with keys. */
  label: string;
  /** The first view; later changes are ignored. */
  bounds: Bbox;
  backdrop: FeatureCollection<unknown> | null;
  boundary: Geometry;
  marks: Marks;
  /** Places that nobody knows of; left out where they aren't shown. */
  gaps?: readonly ShownGap[];
  chosen: { readonly id: string; readonly geometry: Geometry | null } | null;
  task: MapTask;
  cursors: readonly Cursor[];
  /** Where this device is, when its user asked. */
  self: Position | null;
  /** What panels cover. */
  padding: Padding;
  onChoose: (id: string | null) => void;
  /** Where the mouse is, or null when it leaves. */
  onPoint: (at: Position | null) => void;
  ref?: Ref<MapHandle>;
  /** What floats on the map. */
  children?: ReactNode;
}

const noGaps: readonly ShownGap[] = [];

/** The map that everyone sits round. */
export function MapCanvas(props: MapCanvasProps) {
  const { label, backdrop, boundary, marks, gaps = noGaps, chosen, task, cursors, self, ref, children } = props;
  const container = useRef<HTMLDivElement>(null);
  const print = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MapSurface | null>(null);
  const [flags, setFlags] = useState<CursorFlags | null>(null);
  const [keys, setKeys] = useState(false);
  const hands = useRef<{ drawing: DrawHand | null; reshaping: ReshapeHand | null }>({ drawing: null, reshaping: null });
  const latest = useRef(props);
  latest.current = props;

  // The view a map begins with and its label are fixed when it is made.
  useEffect(() => {
    if (!container.current) return;
    const made = new MapSurface(container.current, { bounds: latest.current.bounds, label: latest.current.label });
    const raised = new CursorFlags(made.map);
    const canvas = made.map.getCanvas();
    const byKeys = () => setKeys(canvas.matches(':focus-visible'));
    const byPointer = () => setKeys(false);
    canvas.addEventListener('focus', byKeys);
    canvas.addEventListener('blur', byPointer);
    canvas.addEventListener('pointerdown', byPointer);
    canvas.addEventListener('keydown', byKeys);
    made.map.on('mousemove', (event) => latest.current.onPoint(positionOf(event)));
    made.map.on('mouseout', () => latest.current.onPoint(null));
    const toPaper = () => print.current?.replaceChildren(made.picture());
    const fromPaper = () => print.current?.replaceChildren();
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', fromPaper);
    setSurface(made);
    setFlags(raised);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', fromPaper);
      raised.remove();
      made.destroy();
    };
  }, []);

  useEffect(() => surface?.setBackdrop(backdrop), [surface, backdrop]);
  useEffect(() => surface?.setBoundary(boundary), [surface, boundary]);
  useEffect(() => surface?.setGaps(gaps), [surface, gaps]);
  useEffect(() => surface?.setMarks(marks), [surface, marks]);
  const chosenGeometry = chosen?.geometry ?? null;
  useEffect(() => surface?.setChosen(chosenGeometry), [surface, chosenGeometry]);
  useEffect(() => flags?.show(cursors), [flags, cursors]);
  useEffect(() => {
    surface?.setData(sources.self, self ? figure({ type: 'Point', coordinates: self }) : { type: 'FeatureCollection', features: [] });
  }, [surface, self]);
  useEffect(() => surface?.map.getCanvas().setAttribute('aria-label', label), [surface, label]);

  useEffect(() => {
    if (!surface) return;
    const drawing = task.type === 'draw' ? drawHand(surface, task) : null;
    const reshaping = task.type === 'reshape' ? reshapeHand(surface, task) : null;
    const choosing =
      task.type === 'choose'
        ? chooseHand(
            surface,
            () => latest.current.chosen?.id ?? null,
            (id) => latest.current.onChoose(id),
          )
        : null;
    hands.current = { drawing, reshaping };
    return () => {
      hands.current = { drawing: null, reshaping: null };
      for (const hand of [drawing, reshaping, choosing]) hand?.stop();
    };
  }, [surface, task]);

  useImperativeHandle(
    ref,
    () => ({
      get drawing() {
        return hands.current.drawing;
      },
      get reshaping() {
        return hands.current.reshaping;
      },
      zoomBy: (levels) => surface?.map.easeTo({ zoom: surface.map.getZoom() + levels, duration: 200 }),
      fit: (geometries) => surface?.fit(geometries, latest.current.padding),
      show: (at) => surface?.show(at, latest.current.padding),
      centre: () => surface?.centre() ?? [0, 0],
      focus: () => surface?.map.getCanvas().focus(),
    }),
    [surface],
  );
  return (
    <div className={styles.frame}>
      <div ref={container} className={styles.canvas} />
      <Crosshair shown={keys} drawing={task.type === 'draw'} />
      <div ref={print} className={styles.print} />
      {children}
    </div>
  );
}
