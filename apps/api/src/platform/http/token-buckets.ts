/** Allows bursts and holds the average: one bucket of tokens for each key, filled steadily. */

interface Bucket {
  tokens: number;
  at: number;
}

export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  /**
   * @param burst tokens of a full bucket
   * @param perSecond how fast it fills
   * @param most keys kept; the least recently used is forgotten first, which makes its bucket full again
   */
  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly most = 50_000,
  ) {}

  /** Takes one token. @returns 0, or how many whole seconds to wait when there is none */
  take(key: string, now = performance.now()): number {
    const bucket = this.buckets.get(key) ?? { tokens: this.burst, at: now };
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size > this.most) this.buckets.delete(this.buckets.keys().next().value as string);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.perSecond));
    bucket.tokens -= 1;
    return 0;
  }
}
