/** A municipality whose people use the rules of follow-ups as the api does, beside a model of what has to come of it. */
import { randomUUID } from 'node:crypto';
import { World } from '../../../apps/api/src/area-maps/map-world.fixture.js';
import type { CadenceKind } from '../../../apps/api/src/follow-ups/follow-up.type.js';
import { CadencesService } from '../../../apps/api/src/follow-ups/cadences.service.js';
import { FollowUpsService } from '../../../apps/api/src/follow-ups/follow-ups.service.js';
import type { Actor } from '../../../apps/api/src/platform/auth/actor.js';
import type { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import { type Day, isOpen, openFrom, textOf } from './days.js';
import { kinds, ModelCadence, type ModelCheck } from './model.js';
import type { Chance } from './random.js';

const subjects = ['INTERVENTION', 'AREA', 'AGREEMENT', 'ROUND', 'STAKEHOLDER'];
/** People at once. */
const atOnce = 6;
/** One subject in so many is never reported on. */
const forgotten = 300;

export class Municipality {
  readonly cadences: ModelCadence[] = [];
  private readonly rules: CadencesService;
  private readonly followUps: FollowUpsService;

  private constructor(
    readonly world: World,
    clock: Clock,
    private readonly chance: Chance,
    private readonly coordinators: readonly Actor[],
    private readonly members: readonly Actor[],
    private readonly areaId: string,
  ) {
    this.followUps = new FollowUpsService(world.db, clock);
    this.rules = new CadencesService(world.db, clock, this.followUps);
  }

  static async make(clock: Clock, chance: Chance): Promise<Municipality> {
    const world = await World.make();
    const coordinators = [await world.member('coordinator'), await world.member('coordinator')];
    const members = [await world.member('team_member'), await world.member('team_member'), await world.member('steering')];
    return new Municipality(world, clock, chance, coordinators, members, await world.area(coordinators[0] as Actor));
  }

  get tenantId(): string {
    return this.world.tenantId;
  }

  /** New cadences of any kind, begun within a year before or after, some with an end. */
  async begin(count: number, today: Day): Promise<void> {
    await inParallel(Array.from({ length: count }), async () => {
      const { chance } = this;
      const starts = today + chance.between(-400, 300);
      const responsible = chance.of([...this.members, ...this.coordinators]);
      const ends = chance.is(0.25) ? starts + chance.between(0, 2_500) : null;
      const [subjectId, subjectType, kind] = [randomUUID(), chance.of(subjects), chance.of(kinds)];
      const people = this.coordinators.map(({ personId }) => personId);
      this.cadences.push(new ModelCadence(this.tenantId, subjectId, subjectType, kind, starts, ends, responsible.personId, people, today));
      await this.asCoordinator(() =>
        this.rules.start({
          subjectType,
          subjectId,
          areaId: chance.is(0.3) ? this.areaId : null,
          startsOn: textOf(starts),
          endsOn: ends === null ? null : textOf(ends),
          kind: kind as CadenceKind,
          responsiblePersonId: responsible.personId,
        }),
      );
    });
  }

  /** What people do about what is not due: holds, ends, other days, reports ahead of time. Whether Kvarter has looked yet makes no difference. */
  async arrange(today: Day): Promise<void> {
    const { chance } = this;
    const changes: [cadence: ModelCadence, how: 'pause' | 'resume' | 'end'][] = [];
    const moves: [check: ModelCheck, to: Day | null][] = [];
    for (const cadence of this.cadences.filter(({ ended }) => !ended)) {
      const open = [...cadence.checks.values()].filter(({ state }) => state === 'OPEN');
      if (cadence.onHoldSince !== null) {
        if (chance.is(0.2)) changes.push([cadence, 'resume']);
      } else if (open.some(({ remindOn }) => remindOn <= today)) {
        continue;
      } else if (chance.is(0.007)) {
        changes.push([cadence, chance.is(0.85) ? 'pause' : 'end']);
      } else if (chance.is(0.01) && open.length > 0) {
        const check = chance.of(open);
        const to = openFrom(Math.max(today, check.due + chance.between(-60, 90)));
        moves.push([check, chance.is(0.7) ? to : null]);
      }
    }
    const cadenceIds = await this.cadenceIdsOf(changes.map(([cadence]) => cadence));
    await inParallel([...changes.entries()], ([index, [cadence, how]]) => {
      cadence[how](today);
      return this.asCoordinator<unknown>(() => this.rules[how](cadenceIds[index] ?? ''));
    });
    const ids = await this.followUpIds(moves.map(([check]) => check));
    await inParallel([...moves.entries()], ([index, [check, to]]) => {
      const id = ids[index] ?? '';
      return to === null ? this.report(check, id) : this.move(check, id, to, today);
    });
  }

  /** Kvarter extends plans and looks what is due. */
  look(now: number, today: Day): void {
    for (const cadence of this.cadences) {
      cadence.grow(today);
      for (const check of cadence.checks.values()) check.look(now, today);
    }
  }

  /** People answer what they were reminded of: most at once, some late or with another day, a few never. */
  async answer(today: Day): Promise<void> {
    const { chance } = this;
    const told = this.cadences.flatMap((cadence) =>
      Number.parseInt(cadence.subjectId.slice(0, 8), 16) % forgotten === 0
        ? []
        : [...cadence.checks.values()].filter((check) => check.state === 'OPEN' && check.told.length > 0),
    );
    const answered = told.filter((check) => chance.is(check.told.length === 1 ? 0.8 : 0.5));
    const one = answered.filter(() => chance.is(0.06));
    const ids = await this.followUpIds(one);
    await inParallel([...one.entries()], ([index, check]) => {
      const to = openFrom(today + chance.between(1, 40));
      const id = ids[index] ?? '';
      // Where an agreement would be reminded of today, whether that is now or at the next look is chance.
      return chance.is(0.4) && check.firstReminder(to, today) > today ? this.move(check, id, to, today) : this.report(check, id);
    });
    await this.reportAll(answered.filter((check) => check.state === 'OPEN' && !one.includes(check)));
  }

  private async move(check: ModelCheck, id: string, to: Day, today: Day): Promise<void> {
    if (!isOpen(to)) throw new Error('people know the working days');
    check.move(to, today);
    await this.asCoordinator(() => this.followUps.move(id, textOf(to)));
  }

  private async report(check: ModelCheck, id: string): Promise<void> {
    const skip = this.chance.is(0.4);
    check.state = skip ? 'SKIPPED' : 'DONE';
    await this.asCoordinator(() => (skip ? this.followUps.skip(id, 'Det giver ikke mening mere.') : this.followUps.complete(id, 'Set efter.')));
  }

  /** What `complete` writes, for many at once. */
  private async reportAll(checks: readonly ModelCheck[]): Promise<void> {
    for (const check of checks) check.state = 'DONE';
    await this.world.admin.query(
      `update open_room.follow_up f set state = 'DONE', closed_by = f.responsible, closed_at = now(), remind_at = null
       from unnest($2::uuid[], $3::integer[]) d (subject_id, place)
       where f.tenant_id = $1 and f.subject_type = any ($4) and f.subject_id = d.subject_id and f.place = d.place and f.state = 'OPEN'`,
      [this.tenantId, checks.map(({ cadence }) => cadence.subjectId), checks.map(({ place }) => place), subjects],
    );
  }

  private asCoordinator<T>(work: () => Promise<T>): Promise<T> {
    return this.world.as(this.coordinators[0] as Actor, work);
  }

  private async cadenceIdsOf(cadences: readonly ModelCadence[]): Promise<string[]> {
    const { rows } = await this.world.admin.query<{ id: string }>(
      `select c.cadence_id as id from unnest($2::uuid[]) with ordinality d (subject_id, n)
       join open_room.cadence c on c.tenant_id = $1 and c.subject_type = any ($3) and c.subject_id = d.subject_id order by d.n`,
      [this.tenantId, cadences.map(({ subjectId }) => subjectId), subjects],
    );
    return rows.map(({ id }) => id);
  }

  private async followUpIds(checks: readonly ModelCheck[]): Promise<string[]> {
    const { rows } = await this.world.admin.query<{ id: string }>(
      `select f.follow_up_id as id from unnest($2::uuid[], $3::integer[]) with ordinality d (subject_id, place, n)
       join open_room.follow_up f on f.tenant_id = $1 and f.subject_type = any ($4) and f.subject_id = d.subject_id and f.place = d.place order by d.n`,
      [this.tenantId, checks.map(({ cadence }) => cadence.subjectId), checks.map(({ place }) => place), subjects],
    );
    return rows.map(({ id }) => id);
  }
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = items.values();
  const one = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
