import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { LocalName } from './local-name.type.js';
import { LocalNamesService } from './local-names.service.js';

@Resolver(() => LocalName)
export class LocalNamesResolver {
  constructor(private readonly names: LocalNamesService) {}

  @Can('local-name.read')
  @Query(() => [LocalName])
  localNames(): Promise<LocalName[]> {
    return this.names.all();
  }

  @Can('local-name.edit')
  @Mutation(() => [LocalName])
  setLocalName(
    @Args('term', { type: () => String }) term: string,
    @Args('da', { type: () => String, nullable: true }) da?: string | null,
    @Args('en', { type: () => String, nullable: true }) en?: string | null,
  ): Promise<LocalName[]> {
    return this.names.set(term, { da, en });
  }
}
