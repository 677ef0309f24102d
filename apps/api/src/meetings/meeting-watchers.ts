/** Other capabilities that go along with meetings hear of it when one is moved, called off, opened or held. */
import { Injectable } from '@nestjs/common';

/** Called in the transaction of the change, by whoever makes it. */
export type MeetingWatcher = (meetingId: string) => Promise<void>;

@Injectable()
export class MeetingWatchers {
  private readonly watchers: MeetingWatcher[] = [];

  /** To be called once, at start. */
  add(watcher: MeetingWatcher): void {
    this.watchers.push(watcher);
  }

  async tell(meetingId: string): Promise<void> {
    for (const watcher of this.watchers) await watcher(meetingId);
  }
}
