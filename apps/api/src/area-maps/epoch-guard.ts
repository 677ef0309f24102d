import { log } from '../platform/log/log.js';
import type { AreaAccess, Follower } from './area-access.js';

/** Looks at the rights of all who follow an area whenever somebody's were taken away, one round at a time. */
export class EpochGuard {
  private heard = 0;
  private verifying = false;

  /** @param followers those there are at the moment */
  constructor(
    private readonly access: Pick<AreaAccess, 'verify'>,
    private readonly areaId: string,
    private readonly followers: () => Iterable<Follower>,
  ) {}

  /** Rights were last taken away at `epoch`, as far as is known. */
  raised(epoch: number): void {
    if (epoch <= this.heard) return;
    this.heard = epoch;
    this.verifyAll();
  }

  /** Somebody came in whose right was seen at `epoch`. */
  admitted(epoch: number): void {
    if (epoch < this.heard) this.verifyAll();
  }

  private verifyAll(): void {
    if (this.verifying) return;
    this.verifying = true;
    const epoch = this.heard;
    this.access
      .verify(this.followers(), this.areaId, epoch)
      .catch((error: unknown) => {
        this.heard = Math.min(this.heard, epoch - 1); // the next look brings it again
        log.warn('could not verify who follows an area, trying again', { error });
      })
      .finally(() => {
        this.verifying = false;
        if (this.heard > epoch) this.verifyAll();
      });
  }
}
