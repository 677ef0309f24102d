import { bboxOf } from './bbox.js';
import type { Ring } from './geometry.js';
import { type GeometryFault, type RingFacts, Touches } from './ring-facts.js';
import { meetingFault } from './ring-meetings.js';
import { placeFault } from './ring-places.js';
import { cornersOf, isFlat } from './rings.js';

/**
 * What is wrong with the edges of polygons, or null. Each polygon is a shell and its holes, each ring closed.
 * The rules are those of OGC Simple Features (06-103r4, 6.1.11 and 6.1.14): no ring meets itself; two rings
 * of a polygon share at most one point; holes lie in their shell and apart; parts share no more than points.
 *
 * Quick for anything drawn or surveyed. Something made to be slow ends at a fixed amount of work with no
 * fault found, as does an inside cut in two by a chain of holes: PostGIS has the last word on the server.
 *
 * @param pathOf where that ring of that polygon lies in the input, for the fault
 */
export function arealFault(polygons: readonly (readonly Ring[])[], pathOf: (polygon: number, ring: number) => string): GeometryFault | null {
  const rings: RingFacts[] = [];
  for (const [polygon, its] of polygons.entries()) {
    for (const [index, ring] of its.entries()) {
      const path = pathOf(polygon, index);
      const corners = cornersOf(ring);
      if (corners.length < 3) return { reason: 'GEOMETRY_TOO_FEW_POINTS', params: { min: 3 }, path };
      if (isFlat(corners)) return { reason: 'GEOMETRY_NO_AREA', params: {}, path };
      rings.push({ id: rings.length, polygon, role: index === 0 ? 'shell' : 'hole', corners, box: bboxOf(corners), path });
    }
  }
  const work = { left: 20_000_000 };
  const touches = new Touches();
  return meetingFault(rings, touches, work) ?? placeFault(rings, touches, work);
}
