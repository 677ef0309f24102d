/** Milliseconds before the first further attempt; each one after that waits twice as long, up to the longest. */
const shortest = 500;
const longest = 15_000;

/** One thing that is tried again later, ever more rarely. */
export class Retry {
  private pause = shortest;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(private readonly task: () => void) {}

  later(): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    // Forty phones that lost the same server come back spread out in time.
    this.timer = setTimeout(this.task, this.pause * (0.5 + Math.random()));
    this.pause = Math.min(longest, this.pause * 2);
  }

  now(): void {
    this.worked();
    clearTimeout(this.timer);
    if (!this.stopped) this.task();
  }

  /** From here on a failure is a first one again. */
  worked(): void {
    this.pause = shortest;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
