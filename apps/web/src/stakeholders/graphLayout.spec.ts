import { describe, expect, it } from 'vitest';
import { heightFor, layOut, nextTowards, type Room } from './graphLayout';

const room: Room = { width: 1000, nodeWidth: 130, nodeHeight: 84 };
const phone: Room = { width: 340, nodeWidth: 104, nodeHeight: 84 };
const ids = (count: number) => Array.from({ length: count }, (_, i) => `s${String(i).padStart(3, '0')}`);
/** A few hubs, some chains, some who stand alone. */
const someLinks = (all: readonly string[]) =>
  all.flatMap((id, i) => (i % 5 === 4 ? [] : [{ fromId: id, toId: all[(i * 7 + 3) % all.length] as string }])).filter(({ fromId, toId }) => fromId !== toId);
const distance = (a?: { x: number; y: number }, b?: { x: number; y: number }) => Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));

describe('the graph of relations', () => {
  it.each([
    [1, room],
    [2, room],
    [20, room],
    [20, phone],
    [60, room],
    [60, phone],
  ])('of %i keeps all within the room and none on another', (count, within) => {
    const all = ids(count);
    const places = layOut(all, someLinks(all), within);
    const height = heightFor(count, within);
    expect(places.size).toBe(count);
    for (const { x, y } of places.values()) {
      expect(x).toBeGreaterThanOrEqual(within.nodeWidth / 2 - 0.01);
      expect(x).toBeLessThanOrEqual(within.width - within.nodeWidth / 2 + 0.01);
      expect(y).toBeGreaterThanOrEqual(within.nodeHeight / 2 - 0.01);
      expect(y).toBeLessThanOrEqual(height - within.nodeHeight / 2 + 0.01);
    }
    const points = [...places.values()];
    const overlaps = points.flatMap((a, i) =>
      points.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < within.nodeWidth - 1 && Math.abs(a.y - b.y) < within.nodeHeight - 1),
    );
    expect(overlaps).toEqual([]);
  });

  it('stands the same whatever order the register comes in', () => {
    const all = ids(20);
    const links = someLinks(all);
    const turned = links.toReversed().map(({ fromId, toId }) => ({ fromId: toId, toId: fromId }));
    expect(new Map([...layOut(all.toReversed(), turned, room)].sort())).toEqual(new Map([...layOut(all, links, room)].sort()));
  });

  it('draws the connected together', () => {
    const all = ids(16);
    const links = all.slice(1, 8).map((toId) => ({ fromId: all[0] as string, toId }));
    const places = layOut(all, links, room);
    const mean = (others: readonly string[]) => others.reduce((sum, id) => sum + distance(places.get(all[0] as string), places.get(id)), 0) / others.length;
    expect(mean(all.slice(1, 8))).toBeLessThan(mean(all.slice(8)));
  });

  it('leaves out links to nobody, and is empty of nobody', () => {
    expect(layOut([], [], room).size).toBe(0);
    expect(layOut(['a'], [{ fromId: 'a', toId: 'gone' }], room).get('a')).toEqual({ x: 500, y: heightFor(1, room) / 2 });
  });

  it('is walked with the arrow keys', () => {
    const places = new Map([
      ['here', { x: 100, y: 100 }],
      ['right', { x: 200, y: 110 }],
      ['far right', { x: 400, y: 100 }],
      ['below', { x: 90, y: 300 }],
    ]);
    expect(nextTowards(places, 'here', 'ArrowRight')).toBe('right');
    expect(nextTowards(places, 'right', 'ArrowRight')).toBe('far right');
    expect(nextTowards(places, 'here', 'ArrowDown')).toBe('right');
    expect(nextTowards(places, 'below', 'ArrowUp')).toBe('here');
    expect(nextTowards(places, 'here', 'ArrowLeft')).toBe('below');
    expect(nextTowards(places, 'nobody', 'ArrowLeft')).toBeNull();
  });
});
