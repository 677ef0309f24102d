import type { Position } from './geometry.js';
import { orientation } from './orientation.js';

export type Meeting =
  /** They cross inside both. */
  | { readonly how: 'cross'; readonly at: Position }
  /** They run along each other for a stretch. */
  | { readonly how: 'overlap'; readonly at: Position }
  /** An end of one lies on the other. */
  | { readonly how: 'touch'; readonly at: Position };

export const samePosition = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** How the segments ab and cd meet, or null where they don't. Exact but for the place of a crossing, which is rounded. */
export function meetingOf(a: Position, b: Position, c: Position, d: Position): Meeting | null {
  const sideOfC = orientation(a, b, c);
  const sideOfD = orientation(a, b, d);
  if (sideOfC !== 0 && sideOfC === sideOfD) return null;
  const sideOfA = orientation(c, d, a);
  const sideOfB = orientation(c, d, b);
  if (sideOfA !== 0 && sideOfA === sideOfB) return null;
  if (sideOfC === 0 && sideOfD === 0) return meetingOnOneLine(a, b, c, d);
  if (sideOfC === 0) return { how: 'touch', at: c };
  if (sideOfD === 0) return { how: 'touch', at: d };
  if (sideOfA === 0) return { how: 'touch', at: a };
  if (sideOfB === 0) return { how: 'touch', at: b };
  return { how: 'cross', at: crossingOf(a, b, c, d) };
}

function meetingOnOneLine(a: Position, b: Position, c: Position, d: Position): Meeting | null {
  const shared = [a, b].filter((end) => isBetween(end, c, d)).concat([c, d].filter((end) => isBetween(end, a, b)));
  const first = shared[0];
  if (!first) return null;
  return { how: shared.every((end) => samePosition(end, first)) ? 'touch' : 'overlap', at: first };
}

/** Whether a position known to lie on the line through two others lies between them, ends included. */
export const isBetween = ([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): boolean =>
  x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2);

function crossingOf(a: Position, b: Position, c: Position, d: Position): Position {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const along = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / (ux * vy - uy * vx);
  const share = Number.isFinite(along) ? Math.min(1, Math.max(0, along)) : 0.5;
  return [a[0] + share * ux, a[1] + share * uy];
}
