/** Chance that comes the same again for the same seed (mulberry32). */
export class Chance {
  constructor(private seed: number) {}

  /** At least 0, below 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Both inclusive. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** @param share of 1 */
  is(share: number): boolean {
    return this.next() < share;
  }

  of<T>(some: readonly T[]): T {
    return some[Math.floor(this.next() * some.length)] as T;
  }
}
