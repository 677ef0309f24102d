/** The services of rounds on a tenant of its own, with a clock that tests set. */
import { randomUUID } from 'node:crypto';
import { localDate } from '@kvarter/cadence';
import { MapEditsService } from '../area-maps/map-edits.service.js';
import { World } from '../area-maps/map-world.fixture.js';
import { CadencesService } from '../follow-ups/cadences.service.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { MeetingWatchers } from '../meetings/meeting-watchers.js';
import type { Actor } from '../platform/auth/actor.js';
import { FakeClock } from '../platform/clock/fake-clock.fixture.js';
import { PreparationsService } from './preparations.service.js';
import { RankingsService } from './rankings.service.js';
import { RoundChecks } from './round-checks.js';
import type { CreateRoundInput } from './round.input.js';
import type { MappingRound } from './round.type.js';
import { RoundsService } from './rounds.service.js';

export const today = localDate('2026-11-20'); // a Friday

export class RoundWorld {
  readonly clock = new FakeClock(today);
  readonly cadences: CadencesService;
  readonly followUps: FollowUpsService;
  readonly meetings = new MeetingWatchers();
  readonly checks: RoundChecks;
  readonly rounds: RoundsService;
  readonly preparations: PreparationsService;
  readonly rankings: RankingsService;

  constructor(readonly world: World) {
    const { db } = world;
    this.followUps = new FollowUpsService(db, this.clock);
    this.cadences = new CadencesService(db, this.clock, this.followUps);
    this.checks = new RoundChecks(db, this.clock, this.followUps, this.meetings);
    this.rounds = new RoundsService(db, this.clock, this.followUps, this.checks);
    this.preparations = new PreparationsService(db, this.clock, this.rounds, this.checks, new MapEditsService(db));
    this.rankings = new RankingsService(db);
  }

  round(by: Actor, areaId: string, more: Partial<CreateRoundInput> = {}): Promise<MappingRound> {
    return this.world.as(by, () => this.rounds.create({ areaId, name: 'Efterår 2026', startsOn: '2026-11-01', endsOn: '2026-12-18', ...more }));
  }

  async onTeam(areaId: string, ...people: Actor[]): Promise<void> {
    for (const { personId } of people)
      await this.world.admin.query('insert into open_room.area_team (tenant_id, area_id, person_id) values ($1, $2, $3)', [
        this.world.tenantId,
        areaId,
        personId,
      ]);
  }

  /** A meeting planned for a day, at six in the evening. */
  async planned(areaId: string, by: Actor, day: string): Promise<string> {
    const id = randomUUID();
    await this.world.admin.query(
      `insert into open_room.meeting (tenant_id, meeting_id, area_id, kind, title, starts_at, created_by) values ($1, $2, $3, 'AREA', 'Ressourcemøde', $4::timestamptz, $5)`,
      [this.world.tenantId, id, areaId, `${day}T17:00:00Z`, by.personId],
    );
    return id;
  }

  async setState(meetingId: string, state: 'OPEN' | 'CLOSED'): Promise<void> {
    await this.world.admin.query('update open_room.meeting set state = $3, opened_at = now() where tenant_id = $1 and meeting_id = $2', [
      this.world.tenantId,
      meetingId,
      state,
    ]);
  }

  /** Open checks of an area: what they are called, whose they are, by when. */
  async open(areaId: string): Promise<{ title: string; who: string; due: string }[]> {
    const { rows } = await this.world.admin.query<{ title: string; who: string; due: string }>(
      `select title, responsible as who, due_on::text as due from open_room.follow_up where area_id = $1 and state = 'OPEN' order by due_on, title, follow_up_id`,
      [areaId],
    );
    return rows;
  }
}

/** The reason of a refusal, or `done`. */
export const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error & { reason?: string }) => error.reason ?? error.message,
  );
