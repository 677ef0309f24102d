import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MapEditResult } from '../area-maps/map-edit.type.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AddPreparationItemInput, ChangePreparationItemInput } from './preparation.input.js';
import { PreparationItem, RoundPreparation } from './preparation.type.js';
import { PreparationsService } from './preparations.service.js';
import { MappingRound, MappingStep } from './round.type.js';

@Resolver(() => RoundPreparation)
export class PreparationsResolver {
  constructor(
    private readonly service: PreparationsService,
    private readonly people: PeopleService,
  ) {}

  /** Who has prepared a round's meetings and who hasn't, and what each has listed. */
  @Can('round.read')
  @Query(() => [RoundPreparation])
  roundPreparations(@Args('roundId', { type: () => UUID }) roundId: string): Promise<RoundPreparation[]> {
    return this.service.list(roundId);
  }

  @Can('round.prepare')
  @Mutation(() => PreparationItem)
  addPreparationItem(@Args('input') input: AddPreparationItemInput): Promise<PreparationItem> {
    return this.service.add(input);
  }

  @Can('round.prepare')
  @Mutation(() => PreparationItem)
  changePreparationItem(@Args('input') input: ChangePreparationItemInput): Promise<PreparationItem> {
    return this.service.change(input);
  }

  @Can('round.prepare')
  @Mutation(() => Boolean)
  removePreparationItem(@Args('id', { type: () => UUID }) id: string): Promise<boolean> {
    return this.service.remove(id);
  }

  @Can('round.prepare')
  @Mutation(() => MappingRound)
  setPreparationReady(
    @Args('roundId', { type: () => UUID }) roundId: string,
    @Args('step', { type: () => MappingStep }) step: MappingStep,
    @Args('ready', { type: () => Boolean }) ready: boolean,
  ): Promise<MappingRound> {
    return this.service.setReady(roundId, step, ready);
  }

  @Can('round.prepare')
  @Mutation(() => MapEditResult)
  placePreparationItem(
    @Args('id', { type: () => UUID }) id: string,
    @Args('geometry', { type: () => GeoJSONGeometry, nullable: true }) geometry?: unknown,
  ): Promise<MapEditResult> {
    return this.service.place(id, geometry);
  }

  @ResolveField(() => Person, { nullable: true })
  person(@Parent() { personId }: RoundPreparation): Promise<Person | null> {
    return this.people.person(personId);
  }

  @ResolveField(() => [PreparationItem])
  items(@Parent() { id }: RoundPreparation): Promise<PreparationItem[]> {
    return this.service.items(id);
  }
}

@Resolver(() => PreparationItem)
export class PreparationItemsResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => Person, { nullable: true })
  async placedBy(@Parent() { placedById }: PreparationItem): Promise<Person | null> {
    return placedById === null ? null : this.people.person(placedById);
  }
}
