/** Counts what is under way, so that a stop can wait for it. */
export class InFlight {
  private count = 0;
  private waiting: (() => void)[] = [];

  /** @returns how to say that it is over; saying it twice does nothing */
  begin(): () => void {
    this.count += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.count -= 1;
      if (this.count > 0) return;
      for (const resume of this.waiting.splice(0)) resume();
    };
  }

  /** Resolves when nothing is under way, or after `longest` milliseconds. @returns whether all of it ended */
  async idle(longest: number): Promise<boolean> {
    if (this.count === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<true>((resolve) => this.waiting.push(() => resolve(true)));
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), longest);
    });
    return Promise.race([ended, late]).finally(() => clearTimeout(timer));
  }
}
