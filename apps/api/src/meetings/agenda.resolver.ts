import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Agreement } from '../agreements/agreement.type.js';
import { AgreementsService } from '../agreements/agreements.service.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.type.js';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AgendaService } from './agenda.service.js';
import { AgendaItem, AgendaItemInput } from './agenda.type.js';
import { MeetingEntity } from './meeting.entity.js';

@Resolver(() => AgendaItem)
export class AgendaResolver {
  constructor(
    private readonly agenda: AgendaService,
    private readonly people: PeopleService,
    private readonly agreements: AgreementsService,
  ) {}

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  setAgenda(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('items', { type: () => [AgendaItemInput] }) items: AgendaItemInput[],
  ): Promise<MeetingEntity> {
    return this.agenda.set(meetingId, items);
  }

  @Can('meeting.note')
  @Mutation(() => MeetingEntity)
  finishAgendaItem(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('itemId', { type: () => UUID }) itemId: string,
    @Args('done') done: boolean,
    @Args('outcome', { type: () => String, nullable: true }) outcome?: string | null,
  ): Promise<MeetingEntity> {
    return this.agenda.finish(meetingId, itemId, done, outcome);
  }

  @ResolveField(() => Person, { nullable: true })
  responsible(@Parent() item: AgendaItem): Promise<Person | null> | null {
    return item.responsible ? this.people.person(item.responsible) : null;
  }

  /** What its outcome became; for the team. */
  @ResolveField(() => Agreement, { nullable: true })
  agreement(@Parent() { agreementId }: AgendaItem): Promise<Agreement | null> {
    return this.agreements.maybe(agreementId);
  }
}
