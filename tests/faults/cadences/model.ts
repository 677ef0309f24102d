/** What has to be there, by the rules of domain section 9 read as plainly as they can be. Knows nothing of Kvarter's code. */
import { type Day, dayOf, isOpen, type Moment, momentOf, monthsLater, openFrom, openUntil } from './days.js';

const every = (months: number, from = months): number[] => Array.from({ length: (20 * 12) / months }, (_, n) => from + n * months);

/** Months from the start: six monthly checks, four quarterly, then half-yearly; the others in one step. */
const monthsOf = {
  TAPERING: [1, 2, 3, 4, 5, 6, 9, 12, 15, 18, ...every(6, 24)],
  MONTHLY: every(1),
  QUARTERLY: every(3),
  HALF_YEARLY: every(6),
  YEARLY: every(12),
  ONCE: [0],
} as const;
export type Kind = keyof typeof monthsOf;
export const kinds = Object.keys(monthsOf) as Kind[];

export interface Told {
  readonly at: Moment;
  readonly escalated: boolean;
  readonly people: readonly string[];
  readonly notBefore: Moment;
}

/** One check, reminded of and reported on. */
export class ModelCheck {
  state: 'OPEN' | 'DONE' | 'SKIPPED' = 'OPEN';
  remindOn: Day;
  escalated = false;
  readonly told: Told[] = [];

  constructor(
    readonly cadence: ModelCadence,
    readonly place: number,
    readonly planned: Day,
    public due: Day,
    readonly standsFor: number,
    today: Day,
  ) {
    this.remindOn = this.firstReminder(due, today);
  }

  get moved(): boolean {
    return this.due !== openFrom(this.planned);
  }

  /** An agreement is reminded of three days before, where there is time for that; everything on its day. */
  firstReminder(due: Day, today: Day): Day {
    const ahead = openUntil(due - 3);
    return this.cadence.subjectType === 'AGREEMENT' && due > today && ahead >= today ? ahead : due;
  }

  move(to: Day, today: Day): void {
    this.due = to;
    this.escalated = false;
    this.remindOn = this.firstReminder(to, today);
  }

  /** Kvarter looks: whatever was missed since the last time is one reminder. */
  look(now: Moment, today: Day): void {
    if (this.state !== 'OPEN' || this.remindOn > today) return;
    const escalates = this.told.length > 0 && !this.escalated && today >= openFrom(this.due + 14);
    const { responsible, coordinators } = this.cadence;
    const people = escalates ? [...new Set([responsible, ...coordinators])] : [responsible];
    this.told.push({ at: now, escalated: escalates, people, notBefore: atWork(now, today) });
    this.escalated ||= escalates;
    for (let day = this.due; this.remindOn <= today; day += 7) if (openFrom(day) > today) this.remindOn = openFrom(day);
  }
}

/** Mails leave between half past seven and five on open days. */
function atWork(now: Moment, today: Day): Moment {
  if (isOpen(today) && now < momentOf(today, 17 * 60)) return Math.max(now, momentOf(today, 7 * 60 + 30));
  return momentOf(openFrom(today + 1), 7 * 60 + 30);
}

const monthsAhead = 24;
/** Later than any day that is asked for. */
const lastOfAll = dayOf('2039-12-31');

interface Rule {
  readonly place: number;
  readonly planned: Day;
  readonly due: Day;
}

export class ModelCadence {
  readonly checks = new Map<number, ModelCheck>();
  onHoldSince: Day | null = null;
  ended = false;
  private readonly rules: readonly Rule[];
  /** How many of the rules are planned or left out for good. */
  private looked = 0;

  /** @param ends the last day on which a check may be due */
  constructor(
    readonly tenantId: string,
    readonly subjectId: string,
    readonly subjectType: string,
    readonly kind: Kind,
    readonly starts: Day,
    ends: Day | null,
    readonly responsible: string,
    readonly coordinators: readonly string[],
    today: Day,
  ) {
    this.rules = monthsOf[kind]
      .map((months, at) => ({ place: at + 1, planned: monthsLater(starts, months) }))
      .filter(({ planned }) => planned <= lastOfAll)
      .map((one) => ({ ...one, due: openFrom(one.planned) }))
      .filter(({ due }) => ends === null || due <= ends);
    const missed = this.rules.filter(({ due }) => due < today);
    const last = missed.at(-1);
    if (last) this.add(last, missed.length, today);
    this.grow(today);
  }

  /** Plans what comes on or after today, 24 months ahead. What is there stays as it is. */
  grow(today: Day): void {
    if (this.ended || this.onHoldSince !== null) return;
    const through = monthsLater(Math.max(this.starts, today), monthsAhead);
    for (let rule = this.rules[this.looked]; rule && rule.planned <= through; rule = this.rules[++this.looked])
      if (rule.due >= today && !this.checks.has(rule.place)) this.add(rule, 1, today);
  }

  /** Takes away what nobody was reminded of and nobody moved. */
  pause(today: Day): void {
    this.drop((check) => check.due >= today && !check.moved);
    this.onHoldSince = today;
  }

  /** What would be due from today on is planned again. */
  resume(today: Day): void {
    this.onHoldSince = null;
    this.looked = 0;
    this.grow(today);
  }

  end(today: Day): void {
    this.drop((check) => check.due > today);
    this.ended = true;
  }

  private add({ place, planned, due }: Rule, standsFor: number, today: Day): void {
    this.checks.set(place, new ModelCheck(this, place, planned, due, standsFor, today));
  }

  private drop(which: (check: ModelCheck) => boolean): void {
    for (const check of this.checks.values()) if (check.state === 'OPEN' && check.told.length === 0 && which(check)) this.checks.delete(check.place);
  }
}
