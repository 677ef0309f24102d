import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { AreaRanking, RankedAreaInput } from './ranking.type.js';
import { RankingsService } from './rankings.service.js';

@Resolver(() => AreaRanking)
export class RankingsResolver {
  constructor(
    private readonly service: RankingsService,
    private readonly people: PeopleService,
  ) {}

  /** The one that holds now. */
  @Can('ranking.read')
  @Query(() => AreaRanking, { nullable: true })
  ranking(): Promise<AreaRanking | null> {
    return this.service.newest();
  }

  /** Those of earlier days too, the newest first. */
  @Can('ranking.read')
  @Query(() => [AreaRanking])
  rankings(): Promise<AreaRanking[]> {
    return this.service.list();
  }

  /** The area that needs it most first; earlier rankings stay. */
  @Can('area.rank')
  @Mutation(() => AreaRanking)
  rankAreas(@Args('places', { type: () => [RankedAreaInput] }) places: RankedAreaInput[]): Promise<AreaRanking> {
    return this.service.rank(places);
  }

  @ResolveField(() => Person, { nullable: true })
  rankedBy(@Parent() { rankedById }: AreaRanking): Promise<Person | null> {
    return this.people.person(rankedById);
  }
}
