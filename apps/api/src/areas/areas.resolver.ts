import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingEntity } from '../meetings/meeting.entity.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { Can } from '../platform/auth/can.js';
import { RawJson } from '../platform/graphql/raw-json.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { GeoJSONFeatureCollection } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { CreateAreaInput, UpdateAreaInput } from './area.input.js';
import { Area } from './area.type.js';
import { AreasService } from './areas.service.js';

@Resolver(() => Area)
export class AreasResolver {
  constructor(
    private readonly areas: AreasService,
    private readonly meetings: MeetingsService,
  ) {}

  @Can('area.read')
  @Query(() => [Area], { name: 'areas' })
  all(): Promise<Area[]> {
    return this.areas.all();
  }

  @Can('area.read')
  @Query(() => Area)
  area(@Args('id', { type: () => UUID }) id: string): Promise<Area> {
    return this.areas.one(id);
  }

  @Can('area.create')
  @Mutation(() => Area)
  createArea(@Args('input') input: CreateAreaInput): Promise<Area> {
    return this.areas.create(input);
  }

  @Can('area.edit')
  @Mutation(() => Area)
  updateArea(@Args('id', { type: () => UUID }) id: string, @Args('input') input: UpdateAreaInput): Promise<Area> {
    return this.areas.update(id, input);
  }

  @Can('area.edit')
  @Mutation(() => Area)
  setAreaMembers(@Args('areaId', { type: () => UUID }) areaId: string, @Args('personIds', { type: () => [UUID] }) personIds: string[]): Promise<Area> {
    return this.areas.setMembers(areaId, personIds);
  }

  @ResolveField(() => Int)
  async mapSeq(@Parent() { id }: Area): Promise<number> {
    return (await this.areas.mapFacts(id)).seq;
  }

  /** When the map was last edited; null for one that never was. */
  @ResolveField(() => DateTime, { nullable: true })
  async mapChangedAt(@Parent() { id }: Area): Promise<Date | null> {
    return (await this.areas.mapFacts(id)).changed_at;
  }

  @ResolveField(() => Int)
  async featureCount(@Parent() { id }: Area): Promise<number> {
    return (await this.areas.mapFacts(id)).feature_count;
  }

  @ResolveField(() => Boolean)
  async mayEdit(@Parent() { id }: Area): Promise<boolean> {
    return (await this.areas.mapFacts(id)).may_edit;
  }

  @ResolveField(() => MeetingEntity, { nullable: true })
  openMeeting(@Parent() area: Area): Promise<MeetingEntity | null> {
    return this.meetings.openIn(area.id);
  }

  @ResolveField(() => [UUID])
  memberIds(@Parent() area: Area): Promise<string[]> {
    return this.areas.members(area.id);
  }

  /** The area's own background map: features with `layer` building, path, road, green, water or label. */
  @ResolveField(() => GeoJSONFeatureCollection, { nullable: true })
  backdrop(@Parent() area: Area): Promise<RawJson | null> {
    return this.areas.backdropOf(area.id);
  }
}
