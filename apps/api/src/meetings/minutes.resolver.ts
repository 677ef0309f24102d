import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MinutesService } from './minutes.service.js';
import { MeetingMinutes, MinutesResult } from './minutes.type.js';

@Resolver(() => MeetingMinutes)
export class MinutesResolver {
  constructor(
    private readonly minutes: MinutesService,
    private readonly people: PeopleService,
  ) {}

  @Can('meeting.note')
  @Mutation(() => MinutesResult)
  saveMinutes(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('text') text: string,
    @Args('baseVersion', { type: () => Int }) baseVersion: number,
  ): Promise<MinutesResult> {
    return this.minutes.save(meetingId, text, baseVersion);
  }

  @ResolveField(() => Person, { nullable: true })
  writtenBy(@Parent() minutes: MeetingMinutes): Promise<Person | null> | null {
    return minutes.writtenBy ? this.people.person(minutes.writtenBy) : null;
  }
}
