import { Args, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import type { DirectStream } from '../platform/graphql/direct-subscription.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { PresenceService } from './presence.service.js';
import { PositionInput, Presence } from './presence.type.js';

@Resolver()
export class PresenceResolver {
  constructor(private readonly presence: PresenceService) {}

  @Can('area-map.read')
  @Mutation(() => Boolean)
  movePresence(
    @Args('areaId', { type: () => UUID }) areaId: string,
    @Args('cursor', { type: () => PositionInput, nullable: true }) cursor?: PositionInput | null,
    @Args('editing', { type: () => UUID, nullable: true }) editing?: string | null,
  ): Promise<boolean> {
    return this.presence.move(areaId, cursor ?? null, editing ?? null);
  }

  @Can('area-map.read')
  @Subscription(() => [Presence])
  mapPresence(@Args('areaId', { type: () => UUID }) areaId: string): DirectStream {
    return this.presence.follow(areaId);
  }
}
