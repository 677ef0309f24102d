import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MeetingEntity } from './meeting.entity.js';
import { RunSheetService } from './run-sheet.service.js';
import { RunSheetItem, RunSheetItemInput } from './run-sheet.type.js';

@Resolver(() => RunSheetItem)
export class RunSheetResolver {
  constructor(
    private readonly runSheet: RunSheetService,
    private readonly people: PeopleService,
  ) {}

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  addRunSheetItem(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('input') input: RunSheetItemInput): Promise<MeetingEntity> {
    return this.runSheet.add(meetingId, input);
  }

  @Can('meeting.note')
  @Mutation(() => MeetingEntity)
  checkRunSheetItem(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('runSheetItemId', { type: () => UUID }) itemId: string,
    @Args('done') done: boolean,
  ): Promise<MeetingEntity> {
    return this.runSheet.check(meetingId, itemId, done);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  assignRunSheetItem(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('runSheetItemId', { type: () => UUID }) itemId: string,
    @Args('responsiblePersonId', { type: () => UUID, nullable: true }) personId?: string | null,
  ): Promise<MeetingEntity> {
    return this.runSheet.assign(meetingId, itemId, personId ?? null);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  removeRunSheetItem(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('runSheetItemId', { type: () => UUID }) itemId: string,
  ): Promise<MeetingEntity> {
    return this.runSheet.remove(meetingId, itemId);
  }

  @ResolveField(() => Person, { nullable: true })
  responsible(@Parent() item: RunSheetItem): Promise<Person | null> | null {
    return item.responsible ? this.people.person(item.responsible) : null;
  }
}
