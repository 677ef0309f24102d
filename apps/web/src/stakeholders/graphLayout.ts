/** Where the stakeholders of a graph stand: the same for the same register and room, whatever order it comes in. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Link {
  readonly fromId: string;
  readonly toId: string;
}

/** What each takes with its name, in pixels. */
export interface Room {
  readonly width: number;
  readonly nodeWidth: number;
  readonly nodeHeight: number;
}

const steps = 320;
const untanglings = 600;
/** Golden angle: points on this spiral are spread evenly, however many there are. */
const turn = Math.PI * (3 - Math.sqrt(5));

/** Room enough for so many, in pixels. */
export const heightFor = (count: number, { width, nodeWidth, nodeHeight }: Room): number =>
  Math.max(
    nodeHeight * 4,
    Math.ceil((count * nodeWidth * nodeHeight * 2.2) / width),
    nodeHeight * Math.ceil(count / Math.max(1, Math.floor(width / nodeWidth))) * 1.2,
  );

/**
 * Those who are connected draw together, all push each other away, and none stands on another. Middles of the
 * nodes by id, within the room.
 */
export function layOut(ids: readonly string[], links: readonly Link[], room: Room): ReadonlyMap<string, Point> {
  const { width, nodeWidth, nodeHeight } = room;
  const height = heightFor(ids.length, room);
  const degree = new Map(ids.map((id) => [id, 0]));
  const sound = links.filter(({ fromId, toId }) => degree.has(fromId) && degree.has(toId));
  for (const { fromId, toId } of sound) for (const id of [fromId, toId]) degree.set(id, (degree.get(id) ?? 0) + 1);
  // Those with most connections begin in the middle.
  const order = [...new Set(ids)].sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || (a < b ? -1 : 1));
  const at = new Map(order.map((id, place) => [id, onSpiral(place, order.length, width, height)]));
  const pairs = [...new Set(sound.map(({ fromId, toId }) => [fromId, toId].sort().join(' ')))].sort().map((pair) => pair.split(' ') as [string, string]);
  const wanted = Math.sqrt((width * height) / Math.max(1, order.length)) * 0.7;
  for (let step = 0; step < steps; step += 1) relax(order, pairs, at, wanted, { width, height, reach: wanted * 0.4 * (1 - step / steps) });
  spreadOut(order, at, room, height);
  for (let step = 0; step < untanglings && untangle(order, at, nodeWidth, nodeHeight, width, height); step += 1);
  return at;
}

type Places = Map<string, { x: number; y: number }>;

function onSpiral(place: number, count: number, width: number, height: number): { x: number; y: number } {
  const out = Math.sqrt((place + 0.5) / count) * 0.42;
  return { x: width / 2 + Math.cos(place * turn) * out * width, y: height / 2 + Math.sin(place * turn) * out * height };
}

/** One step of springs and charges, never further than `reach`. */
function relax(
  order: readonly string[],
  pairs: readonly [string, string][],
  at: Places,
  wanted: number,
  frame: { width: number; height: number; reach: number },
): void {
  const force = new Map(order.map((id) => [id, { x: 0, y: 0 }]));
  const push = (a: string, b: string, strength: (distance: number) => number) => {
    const [from, to, one, other] = [at.get(a), at.get(b), force.get(a), force.get(b)];
    if (!from || !to || !one || !other) return;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const distance = Math.max(1, Math.hypot(dx, dy));
    const size = strength(distance) / distance;
    one.x += dx * size;
    one.y += dy * size;
    other.x -= dx * size;
    other.y -= dy * size;
  };
  order.forEach((a, place) => {
    for (const b of order.slice(place + 1)) push(a, b, (distance) => -(wanted * wanted) / distance);
  });
  for (const [a, b] of pairs) push(a, b, (distance) => (distance * distance) / wanted);
  for (const id of order) {
    const [place, pull] = [at.get(id), force.get(id)];
    if (!place || !pull) continue;
    pull.x += (frame.width / 2 - place.x) * 0.25;
    pull.y += (frame.height / 2 - place.y) * 0.25;
    const size = Math.max(1, Math.hypot(pull.x, pull.y));
    place.x += (pull.x / size) * Math.min(size, frame.reach);
    place.y += (pull.y / size) * Math.min(size, frame.reach);
  }
}

/** How much of a place is decided by how many stand before it rather than by how far it is. */
const evenness = 0.65;

/** Uses all the room there is: a long chain would else leave half of it empty. Who stands before whom stays. */
function spreadOut(order: readonly string[], at: Places, { width, nodeWidth, nodeHeight }: Room, height: number): void {
  const all = order.flatMap((id) => at.get(id) ?? []);
  const spread = (key: 'x' | 'y', margin: number, size: number) => {
    const sorted = all.toSorted((one, other) => one[key] - other[key]);
    const [low, high] = [sorted[0]?.[key] ?? 0, sorted.at(-1)?.[key] ?? 0];
    const wanted = sorted.map((place, rank) => {
      const far = high > low ? (place[key] - low) / (high - low) : 0.5;
      const even = sorted.length > 1 ? rank / (sorted.length - 1) : 0.5;
      return margin + (evenness * even + (1 - evenness) * far) * (size - 2 * margin);
    });
    sorted.forEach((place, rank) => {
      place[key] = wanted[rank] ?? place[key];
    });
  };
  spread('x', nodeWidth / 2, width);
  spread('y', nodeHeight / 2, height);
}

/** Pushes apart what stands on each other, the shorter way. @returns whether anything did */
function untangle(order: readonly string[], at: Places, nodeWidth: number, nodeHeight: number, width: number, height: number): boolean {
  let any = false;
  order.forEach((a, index) => {
    for (const b of order.slice(index + 1)) {
      const [one, other] = [at.get(a), at.get(b)];
      if (!one || !other) continue;
      const [overX, overY] = [nodeWidth - Math.abs(other.x - one.x), nodeHeight - Math.abs(other.y - one.y)];
      if (overX <= 0.5 || overY <= 0.5) continue;
      any = true;
      const key = overX / nodeWidth < overY / nodeHeight ? 'x' : 'y';
      const by = ((key === 'x' ? overX : overY) / 2 + 0.5) * (other[key] >= one[key] ? 1 : -1);
      one[key] -= by;
      other[key] += by;
      for (const place of [one, other]) {
        place.x = Math.min(width - nodeWidth / 2, Math.max(nodeWidth / 2, place.x));
        place.y = Math.min(height - nodeHeight / 2, Math.max(nodeHeight / 2, place.y));
      }
    }
  });
  return any;
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The nearest in a direction, sideways counting double; null where nobody stands there. */
export function nextTowards(places: ReadonlyMap<string, Point>, from: string, direction: Direction): string | null {
  const here = places.get(from);
  if (!here) return null;
  let best: { id: string; cost: number } | null = null;
  for (const [id, { x, y }] of places) {
    const [dx, dy] = [x - here.x, y - here.y];
    const [ahead, aside] = { ArrowLeft: [-dx, dy], ArrowRight: [dx, dy], ArrowUp: [-dy, dx], ArrowDown: [dy, dx] }[direction] as [number, number];
    if (id === from || ahead <= 0) continue;
    const cost = ahead + 2 * Math.abs(aside);
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
