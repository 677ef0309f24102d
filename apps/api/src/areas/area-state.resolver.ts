import { Args, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { AreaAccess } from '../area-maps/area-access.js';
import { AreaWatch } from '../area-maps/area-watch.js';
import { MeetingEntity } from '../meetings/meeting.entity.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { currentActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AreaStateSource } from './area-state.source.js';
import { AreaState } from './area-state.type.js';

@Resolver(() => AreaState)
export class AreaStateResolver {
  constructor(
    private readonly access: AreaAccess,
    private readonly watch: AreaWatch,
    private readonly meetings: MeetingsService,
  ) {}

  @Can('area.read')
  @Subscription(() => AreaState)
  areaState(@Args('areaId', { type: () => UUID }) areaId: string): AreaStateSource {
    return new AreaStateSource(this.access, this.watch, currentActor(), areaId);
  }

  @ResolveField(() => MeetingEntity, { nullable: true })
  openMeeting(@Parent() state: AreaState): Promise<MeetingEntity | null> {
    return this.meetings.openIn(state.areaId);
  }
}
