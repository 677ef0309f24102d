/** Milliseconds between two messages at least. */
const pause = 200;

/** Where one points and what one has open, told to the others now and then. */
export class Whereabouts {
  private at: readonly [number, number] | null = null;
  private open: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell sends it; lost ones are of no consequence, the next says it all again */
  constructor(private readonly tell: (at: readonly [number, number] | null, open: string | null) => void) {}

  pointAt(at: readonly [number, number] | null): void {
    this.at = at;
    this.soon();
  }

  openFeature(featureId: string | null): void {
    this.open = featureId;
    this.soon();
  }

  /** The others may not know any more: this window comes, or comes back. */
  sayAgain(): void {
    if (this.at || this.open) this.soon();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tell(this.at, this.open);
    }, pause);
  }
}
