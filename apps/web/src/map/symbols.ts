import { type FeatureKind, kindNames, symbology } from '@kvarter/geo';
import { ArrowRight, Check, Clock, Minus, Pencil, Plus, TriangleAlert, type LucideIcon } from 'lucide-react';
import { drawIcon } from './drawIcon';
import { kindIcons } from './kindIcons';
import type { MarkProperties } from './marks';

/** Sizes in CSS pixels. The halo lets a mark stand out from whatever it lies on. */
const radius = 14;
const halo = 2.5;
const white = '#ffffff';

type Draw = (context: CanvasRenderingContext2D) => void;
export interface MapImage {
  name: string;
  data: ImageData;
  pixelRatio: number;
}

export const kindImage = (kind: FeatureKind): string => `kind-${kind}`;
export const hatchImage = (kind: FeatureKind): string => `hatch-${kind}`;
export const gapImage = 'gap';
export const badgeImage = (badge: string): string => `badge-${badge}`;

/** Every picture the map layers name, drawn for this screen. */
export function mapImages(pixelRatio: number): MapImage[] {
  const image = (name: string, size: number, draw: Draw): MapImage => ({
    name,
    data: paint(size, pixelRatio, draw),
    pixelRatio,
  });
  return [
    ...kindNames.map((kind) => image(kindImage(kind), 2 * (radius + 6), (context) => drawKind(context, kind))),
    ...kindNames.map((kind) => image(hatchImage(kind), 8, (context) => drawFilling(context, kind))),
    ...Object.entries(badges).map(([badge, { icon, color }]) => image(badgeImage(badge), 20, (context) => drawBadge(context, icon, color))),
    image(gapImage, 12, drawGap),
    image('arrow-head', 16, drawArrowHead),
  ];
}

const badges: Record<NonNullable<MarkProperties['badge']> | 'confirmed', { icon: LucideIcon; color: string }> = {
  added: { icon: Plus, color: '#3f7a3a' },
  removed: { icon: Minus, color: '#1f2a33' },
  changed: { icon: Pencil, color: '#b45309' },
  moved: { icon: ArrowRight, color: '#1d5fd1' },
  outdated: { icon: Clock, color: '#5b6770' },
  trouble: { icon: TriangleAlert, color: '#a6372b' },
  confirmed: { icon: Check, color: '#3f7a3a' },
};

/** The symbol of a kind, centred at (0, 0): shape, edge and icon, so that it reads without its colour too. */
function drawKind(context: CanvasRenderingContext2D, kind: FeatureKind): void {
  const { shape, color } = symbology[kind];
  const open = shape === 'outline' || shape === 'ring';
  outline(context, shape, radius + halo);
  context.fillStyle = white;
  context.fill();
  outline(context, shape, radius);
  context.fillStyle = open ? white : color;
  context.fill();
  context.strokeStyle = color;
  if (open) {
    context.lineWidth = 2;
    outline(context, shape, radius - 1);
    context.stroke();
  }
  if (shape === 'ring') {
    context.lineWidth = 1.25;
    outline(context, shape, radius - 4);
    context.stroke();
  }
  context.strokeStyle = open ? color : white;
  drawIcon(context, kindIcons[kind], 0, 0, shape === 'ring' ? 13 : shape === 'diamond' ? 15 : 16);
}

function outline(context: CanvasRenderingContext2D, shape: (typeof symbology)[FeatureKind]['shape'], size: number): void {
  context.beginPath();
  if (shape === 'diamond') {
    // A square on its corner, somewhat larger than the circle so that both weigh the same to the eye.
    const half = (size * 1.1) / Math.SQRT2;
    context.save();
    context.rotate(Math.PI / 4);
    context.roundRect(-half - 0.6, -half - 0.6, 2 * half + 1.2, 2 * half + 1.2, 3);
    context.restore();
  } else if (shape === 'square') {
    const half = size * 0.86;
    context.roundRect(-half, -half, 2 * half, 2 * half, 5);
  } else {
    context.arc(0, 0, size, 0, 2 * Math.PI);
  }
}

/** One tile of what nobody knows of: lines the other way than those of challenges, in ink. */
function drawGap(context: CanvasRenderingContext2D): void {
  context.globalAlpha = 0.55;
  context.strokeStyle = '#1f2a33';
  context.lineWidth = 1.2;
  context.beginPath();
  for (const shift of [-12, 0, 12]) {
    context.moveTo(shift - 7, -7);
    context.lineTo(shift + 7, 7);
  }
  context.stroke();
}

/** One tile of a zone's filling: challenges have slanting lines, everything else a grid of small dots. */
function drawFilling(context: CanvasRenderingContext2D, kind: FeatureKind): void {
  const { color, hatch } = symbology[kind];
  context.globalAlpha = 0.6;
  context.strokeStyle = color;
  context.fillStyle = color;
  if (hatch) {
    context.lineWidth = 1.1;
    context.beginPath();
    for (const shift of [-8, 0, 8]) {
      context.moveTo(shift - 5, 5);
      context.lineTo(shift + 5, -5);
    }
    context.stroke();
  } else {
    context.beginPath();
    context.arc(0, 0, 0.9, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawBadge(context: CanvasRenderingContext2D, icon: LucideIcon, color: string): void {
  context.beginPath();
  context.arc(0, 0, 9, 0, 2 * Math.PI);
  context.fillStyle = white;
  context.fill();
  context.beginPath();
  context.arc(0, 0, 7.5, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.strokeStyle = white;
  drawIcon(context, icon, 0, 0, 10.5);
}

/** Points to the right; the layer turns it along its line. */
function drawArrowHead(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.moveTo(-4, -5);
  context.lineTo(5, 0);
  context.lineTo(-4, 5);
  context.closePath();
  context.strokeStyle = white;
  context.lineWidth = 2;
  context.stroke();
  context.fillStyle = '#1f2a33';
  context.fill();
}

/** Paints on a canvas of `size` CSS pixels whose middle is (0, 0). */
function paint(size: number, pixelRatio: number, draw: Draw): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(size * pixelRatio);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser cannot draw on a canvas');
  context.scale(pixelRatio, pixelRatio);
  context.translate(size / 2, size / 2);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
