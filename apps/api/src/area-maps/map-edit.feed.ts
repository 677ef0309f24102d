/** The open maps of this process, one channel each. */
import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/auth/actor.js';
import { DirectStream } from '../platform/graphql/direct-subscription.js';
import { refuse } from '../platform/graphql/errors.js';
import { AreaAccess } from './area-access.js';
import { areaKey, AreaWatch } from './area-watch.js';
import { MapEditChannel } from './map-edit.channel.js';

@Injectable()
export class MapEditFeed {
  private readonly channels = new Map<string, { channel: MapEditChannel; unwatch: () => void }>();

  constructor(
    private readonly access: AreaAccess,
    private readonly watch: AreaWatch,
  ) {}

  /** Every edit after `afterSeq`, from the log first and live after. Whether the area is the caller's to see is looked up when it is read. */
  follow(areaId: string, afterSeq: number): DirectStream {
    if (afterSeq < 0) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'seq', min: 0, max: 2 ** 31 - 1 }, { field: 'afterSeq' });
    const actor = currentActor();
    const tenantId = actor.tenant?.id ?? '';
    return new DirectStream((sink) => {
      const channel = this.channelOf(tenantId, areaId);
      const leave = channel.join(sink, actor, afterSeq);
      return () => {
        leave();
        this.close(tenantId, areaId, channel);
      };
    });
  }

  private channelOf(tenantId: string, areaId: string): MapEditChannel {
    const key = areaKey(tenantId, areaId);
    const open = this.channels.get(key);
    if (open) return open.channel;
    const channel = new MapEditChannel(this.access, areaId);
    this.channels.set(key, { channel, unwatch: this.watch.watch(tenantId, areaId, channel) });
    return channel;
  }

  private close(tenantId: string, areaId: string, channel: MapEditChannel): void {
    const key = areaKey(tenantId, areaId);
    const open = this.channels.get(key);
    if (open?.channel !== channel || channel.size > 0) return;
    open.unwatch();
    this.channels.delete(key);
  }
}
