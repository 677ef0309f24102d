/** Runs something when asked, at once if it may, but never more often than every so many milliseconds nor twice at a time. */
export class Paced {
  private lastAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private running = false;
  private asked = false;

  /** @param work must not reject */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  ask(): void {
    this.asked = true;
    if (this.running || this.timer) return;
    const wait = this.lastAt + this.everyMs - performance.now();
    if (wait <= 0) this.run();
    else this.timer = setTimeout(() => this.run(), wait).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.asked = false;
  }

  private run(): void {
    this.timer = undefined;
    this.asked = false;
    this.running = true;
    this.lastAt = performance.now();
    void this.work().finally(() => {
      this.running = false;
      if (this.asked) this.ask();
    });
  }
}
