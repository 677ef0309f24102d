import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import type { DirectStream } from '../platform/graphql/direct-subscription.js';
import type { RawJson } from '../platform/graphql/raw-json.js';
import { ResponseCache } from '../platform/graphql/response-cache.js';
import { GeoJSONFeatureCollection } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AreaMap, MapComparison, MapSnapshot } from './area-map.type.js';
import { AreaMapsService } from './area-maps.service.js';
import { BoxInput, MapEditInput } from './map-edit.input.js';
import { MapEditFeed } from './map-edit.feed.js';
import { MapEdit, MapEditResult } from './map-edit.type.js';
import { MapEditsService } from './map-edits.service.js';
import { MapFeature } from './map-feature.type.js';
import { MapSnapshotsService } from './map-snapshots.service.js';

@Resolver(() => AreaMap)
export class AreaMapsResolver {
  constructor(
    private readonly maps: AreaMapsService,
    private readonly edits: MapEditsService,
    private readonly snapshots: MapSnapshotsService,
    private readonly feed: MapEditFeed,
    private readonly responses: ResponseCache,
  ) {}

  @Can('area-map.read')
  @Query(() => AreaMap)
  async areaMap(
    @Args('areaId', { type: () => UUID }) areaId: string,
    @Args('atSeq', { type: () => Int, nullable: true }) atSeq?: number | null,
  ): Promise<AreaMap> {
    const map = await this.maps.at(areaId, atSeq);
    return this.responses.reuse(['areaMap', areaId, map.newestSeq], async () => map);
  }

  @ResolveField(() => [MapFeature])
  features(@Parent() map: AreaMap): Promise<MapFeature[]> {
    return this.maps.features(map);
  }

  @ResolveField(() => GeoJSONFeatureCollection)
  collection(@Parent() map: AreaMap): Promise<RawJson> {
    return this.maps.collection(map);
  }

  @Can('area-map.read')
  @Query(() => [MapSnapshot])
  mapSnapshots(@Args('areaId', { type: () => UUID }) areaId: string): Promise<MapSnapshot[]> {
    return this.snapshots.list(areaId);
  }

  @Can('area-map.read')
  @Query(() => MapComparison)
  compareMap(
    @Args('areaId', { type: () => UUID }) areaId: string,
    @Args('fromSeq', { type: () => Int }) fromSeq: number,
    @Args('toSeq', { type: () => Int }) toSeq: number,
  ): Promise<MapComparison> {
    return this.maps.compare(areaId, fromSeq, toSeq);
  }

  @Can('area-map.read')
  @Query(() => [MapEdit])
  mapFeatureHistory(@Args('areaId', { type: () => UUID }) areaId: string, @Args('featureId', { type: () => UUID }) featureId: string): Promise<MapEdit[]> {
    return this.maps.history(areaId, featureId);
  }

  @Can('area-map.read')
  @Query(() => GeoJSONFeatureCollection)
  featuresInBox(@Args('box') box: BoxInput): Promise<RawJson> {
    return this.maps.inBox(box);
  }

  @Can('area-map.edit')
  @Mutation(() => [MapEditResult])
  applyMapEdits(
    @Args('areaId', { type: () => UUID }) areaId: string,
    @Args('edits', { type: () => [MapEditInput] }) edits: MapEditInput[],
  ): Promise<MapEditResult[]> {
    return this.edits.apply(areaId, edits);
  }

  @Can('area-map.snapshot')
  @Mutation(() => MapSnapshot)
  takeMapSnapshot(@Args('areaId', { type: () => UUID }) areaId: string, @Args('name') name: string): Promise<MapSnapshot> {
    return this.snapshots.take(areaId, name);
  }

  @Can('area-map.read')
  @Subscription(() => MapEdit)
  mapEdits(@Args('areaId', { type: () => UUID }) areaId: string, @Args('afterSeq', { type: () => Int }) afterSeq: number): DirectStream {
    return this.feed.follow(areaId, afterSeq);
  }
}
