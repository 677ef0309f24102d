import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { RedactionReceipt, TakeBackResult } from './area-map.type.js';
import { MapRedactionService } from './map-redaction.service.js';
import { MapTakeBackService } from './map-take-back.service.js';

/** What only a coordinator does to a map. */
@Resolver()
export class MapHostResolver {
  constructor(
    private readonly redaction: MapRedactionService,
    private readonly undoing: MapTakeBackService,
  ) {}

  @Can('area-map.redact')
  @Mutation(() => RedactionReceipt)
  redactMapFeature(
    @Args('areaId', { type: () => UUID }) areaId: string,
    @Args('featureId', { type: () => UUID }) featureId: string,
    @Args('reason') reason: string,
  ): Promise<RedactionReceipt> {
    return this.redaction.redact(areaId, featureId, reason);
  }

  @Can('meeting.host')
  @Mutation(() => TakeBackResult)
  takeBackEdits(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('personId', { type: () => UUID }) personId: string): Promise<TakeBackResult> {
    return this.undoing.takeBack(meetingId, personId);
  }
}
