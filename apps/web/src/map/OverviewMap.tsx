import { type Bbox, bboxOf, type Geometry, positionsOf } from '@kvarter/geo';
import type GeoJSON from 'geojson';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../platform/i18n/texts';
import { da } from './map.da';
import { en } from './map.en';
import styles from './MapCanvas.module.css';
import { figure, MapSurface } from './MapSurface';
import { nameLayer, outlineLayers, outlines } from './outlineLayers';

interface OverviewMapProps {
  areas: readonly { id: string; name: string; boundary: Geometry }[];
  selectedId: string | null;
  onOpen: (id: string) => void;
}

/** Where the areas of a municipality lie. Everything it offers stands in the table beside it too. */
export default function OverviewMap({ areas, selectedId, onOpen }: OverviewMapProps) {
  const { overview: label } = useTexts({ da, en });
  const container = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MapSurface | null>(null);
  const latest = useRef({ areas, onOpen, label });
  latest.current = { areas, onOpen, label };

  useEffect(() => {
    if (!container.current) return;
    const made = new MapSurface(container.current, { bounds: boundsOf(latest.current.areas), label: latest.current.label });
    const { map } = made;
    map.scrollZoom.disable(); // the page scrolls here
    made.onceReady(() => {
      map.addSource(outlines, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
      for (const layer of [...outlineLayers, nameLayer]) map.addLayer(layer);
      map.on('click', 'outline-fill', ({ features }) => {
        // The smallest lies on top: areas are drawn in the order of their size.
        const id = features?.[0]?.properties['id'] as string | undefined;
        if (id) latest.current.onOpen(id);
      });
      map.on('mousemove', 'outline-fill', () => {
        map.getCanvas().style.cursor = 'pointer';
      });
      map.on('mouseleave', 'outline-fill', () => {
        map.getCanvas().style.cursor = '';
      });
    });
    setSurface(made);
    return () => made.destroy();
  }, []);

  useEffect(() => surface?.setData(outlines, outlinesOf(areas, selectedId)), [surface, areas, selectedId]);
  const shape = areas.map(({ id }) => id).join();
  useEffect(() => {
    if (shape !== '')
      surface?.fit(
        latest.current.areas.map(({ boundary }) => boundary),
        { top: 24, right: 24, bottom: 24, left: 24 },
      );
  }, [surface, shape]);

  return (
    <div className={styles.frame}>
      <div ref={container} className={styles.canvas} />
    </div>
  );
}

const denmark: Bbox = [8, 54.5, 12.7, 57.8];

function boundsOf(areas: readonly { boundary: Geometry }[]): Bbox {
  const positions = areas.flatMap(({ boundary }) => [...positionsOf(boundary)]);
  return positions.length > 0 ? bboxOf(positions) : denmark;
}

function outlinesOf(areas: OverviewMapProps['areas'], selectedId: string | null): GeoJSON.FeatureCollection {
  const size = ({ boundary }: { boundary: Geometry }) => {
    const [west, south, east, north] = bboxOf([...positionsOf(boundary)]);
    return (east - west) * (north - south);
  };
  const largestFirst = areas.toSorted((a, b) => size(b) - size(a));
  return { type: 'FeatureCollection', features: largestFirst.map(({ id, name, boundary }) => figure(boundary, { id, name, selected: id === selectedId })) };
}
