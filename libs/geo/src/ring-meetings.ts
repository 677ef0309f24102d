import { type Bbox, bboxOf } from './bbox.js';
import type { Position } from './geometry.js';
import { type GeometryFault, placeOf, type RingFacts, type Touches, type Work } from './ring-facts.js';
import { type Meeting, meetingOf, samePosition } from './segments.js';

interface Edge {
  readonly ring: RingFacts;
  readonly index: number;
  readonly a: Position;
  readonly b: Position;
  readonly box: Bbox;
}

/**
 * Compares every two edges whose boxes meet, in order of longitude. A ring may not meet itself, two rings
 * of a polygon may share one point, others any number of points. What touches is noted in `touches`.
 */
export function meetingFault(rings: readonly RingFacts[], touches: Touches, work: Work): GeometryFault | null {
  const edges = rings.flatMap(edgesOf).sort((one, other) => one.box[0] - other.box[0]);
  for (const [index, edge] of edges.entries()) {
    for (let next = index + 1; next < edges.length; next += 1) {
      const other = edges[next];
      if (!other || other.box[0] > edge.box[2]) break;
      work.left -= 1;
      if (work.left < 0) return null;
      if (other.box[1] > edge.box[3] || edge.box[1] > other.box[3]) continue;
      const meeting = meetingOf(edge.a, edge.b, other.a, other.b);
      const fault = meeting && faultOf(edge, other, meeting, touches);
      if (fault) return fault;
    }
  }
  return null;
}

const edgesOf = (ring: RingFacts): Edge[] =>
  ring.corners.map((a, index) => {
    const b = ring.corners[(index + 1) % ring.corners.length] ?? a;
    return { ring, index, a, b, box: bboxOf([a, b]) };
  });

function faultOf(edge: Edge, other: Edge, meeting: Meeting, touches: Touches): GeometryFault | null {
  const { ring } = edge;
  if (ring === other.ring) {
    const apart = Math.abs(edge.index - other.index);
    const neighbours = apart === 1 || apart === ring.corners.length - 1;
    if (neighbours && meeting.how === 'touch') return null;
    return { reason: 'GEOMETRY_SELF_INTERSECTION', params: placeOf(meeting.at), path: ring.path };
  }
  const { path } = ring.id > other.ring.id ? ring : other.ring;
  const samePolygon = ring.polygon === other.ring.polygon;
  if (meeting.how !== 'touch') {
    if (sameRing(ring, other.ring)) return { reason: 'GEOMETRY_DUPLICATE_RING', params: {}, path };
    return { reason: samePolygon ? 'GEOMETRY_RINGS_CROSS' : 'GEOMETRY_PARTS_OVERLAP', params: placeOf(meeting.at), path };
  }
  const before = touches.get(ring, other.ring);
  if (samePolygon && before && !samePosition(before, meeting.at)) {
    return { reason: 'GEOMETRY_RINGS_CROSS', params: placeOf(meeting.at), path };
  }
  touches.set(ring, other.ring, meeting.at);
  return null;
}

/** Whether two rings have the same corners, wherever they begin and whichever way they run. */
function sameRing(one: RingFacts, other: RingFacts): boolean {
  if (one.corners.length !== other.corners.length) return false;
  const keys = new Set(one.corners.map(String));
  return other.corners.every((corner) => keys.has(String(corner)));
}
