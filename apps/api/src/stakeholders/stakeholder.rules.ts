/** What may be written of a stakeholder. Each throws INVALID_INPUT naming the field. */
import type { LocalDate } from '@kvarter/cadence';
import type { FieldName } from '@kvarter/contract';
import { areSimilarNames } from '@kvarter/geo';
import { refuse } from '../platform/graphql/errors.js';
import { checkedEmail, checkedPhone } from '../platform/text/checked-contact.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import type { StakeholderContactInput, UpdateStakeholderInput } from './stakeholder.input.js';
import type { RelationKind, StakeholderContact } from './stakeholder.type.js';

const limits = { line: 120, brief: 300, text: 1000, long: 2000 } as const;

type Texts = Pick<UpdateStakeholderInput, 'name' | 'fieldOfWork' | 'contribution' | 'roleAndInfluence' | 'motivation'>;

const texts: Readonly<Record<keyof Texts, (given: unknown) => string | null>> = {
  name: (given) => checkedName(given),
  fieldOfWork: (given) => checkedText(given, 'fieldOfWork', limits.brief),
  contribution: (given) => checkedText(given, 'contribution', limits.text),
  roleAndInfluence: (given) => checkedText(given, 'roleAndInfluence', limits.text),
  motivation: (given) => checkedText(given, 'motivation', limits.text),
};

/** The texts, kind and mark that were given, cleaned; null clears. A kind can't be cleared, so its null keeps. */
export function checkedFields(given: UpdateStakeholderInput): Record<string, string | null> {
  const cleaned = Object.entries(texts).flatMap(([key, rule]) => {
    const value = given[key as keyof Texts]; // the keys of the rules are the fields
    return value === undefined ? [] : [[key, rule(value)]];
  });
  return {
    ...(Object.fromEntries(cleaned) as Record<string, string | null>),
    ...(given.kind ? { kind: given.kind } : {}),
    ...(given.featureId === undefined ? {} : { featureId: given.featureId }),
  };
}

export const noContact: StakeholderContact = {
  name: null,
  email: null,
  phone: null,
  privatePerson: false,
  consentOn: null,
  consentFor: null,
  consentNotedBy: null,
};

/**
 * How a stakeholder is reached after a change. Without a private person's consent nothing of theirs may be
 * kept (domain section 12.2): withdrawing it takes the details along or is refused.
 * @param today in Denmark
 */
export function contactAfter(before: StakeholderContact, given: StakeholderContactInput, actorId: string, today: LocalDate): StakeholderContact {
  const after: StakeholderContact = {
    name: given.name === undefined ? before.name : checkedText(given.name, 'contactName', limits.line),
    email: given.email === undefined ? before.email : checkedEmail(given.email),
    phone: given.phone === undefined ? before.phone : checkedPhone(given.phone),
    privatePerson: given.privatePerson ?? before.privatePerson,
    consentOn: given.consentOn === undefined ? before.consentOn : given.consentOn,
    consentFor: given.consentFor === undefined ? before.consentFor : checkedText(given.consentFor, 'consentFor', limits.brief),
    consentNotedBy: before.consentNotedBy,
  };
  if (after.consentOn !== null) notAhead(after.consentOn, 'consentOn', today);
  const consented = after.consentOn !== null && after.consentFor !== null;
  if (!consented && (after.consentOn !== null || after.consentFor !== null)) throw refuse('CONSENT_INCOMPLETE', {}, { field: 'consentFor' });
  const reached = after.name !== null || after.email !== null || after.phone !== null;
  if (after.privatePerson && reached && !consented) throw refuse('CONSENT_MISSING', {}, { field: 'consentOn' });
  const sameConsent = after.consentOn === before.consentOn && after.consentFor === before.consentFor;
  return { ...after, consentNotedBy: consented ? (sameConsent ? before.consentNotedBy : actorId) : null };
}

/** What was talked about: never empty, no CPR number. */
export const checkedTalk = (summary: unknown, nextStep: unknown): { summary: string; nextStep: string | null } => ({
  summary: required(summary, 'summary', limits.long),
  nextStep: checkedText(nextStep, 'nextStep', limits.brief),
});

/** What was said, and as what. */
export const checkedPerspective = (said: unknown, capacity: unknown): { said: string; capacity: string | null } => ({
  said: required(said, 'said', limits.long),
  capacity: checkedText(capacity, 'capacity', limits.line),
});

/** What a contributor was told came of it. */
export const checkedFeedback = (feedback: unknown): string => required(feedback, 'feedback', limits.text);

/** @param today in Denmark */
export function notAhead(day: string, field: FieldName, today: LocalDate): void {
  if (day > today || day < '1990-01-01') throw refuse('DATE_AHEAD', { field }, { field });
}

/** The two ends as they are kept: what goes both ways has the smaller id first. @throws INVALID_INPUT for one and the same */
export function endsOf(fromId: string, toId: string, kind: `${RelationKind}`): [string, string] {
  if (fromId === toId) throw refuse('RELATION_SELF', {}, { field: 'toId' });
  return kind !== 'DEPENDS_ON' && fromId > toId ? [toId, fromId] : [fromId, toId];
}

/** Each two that probably mean the same, in the order given. */
export function similarPairs<T extends { name: string }>(all: readonly T[]): [T, T][] {
  return all.flatMap((first, place) =>
    all
      .slice(place + 1)
      .filter((second) => areSimilarNames(first.name, second.name))
      .map((second): [T, T] => [first, second]),
  );
}

function required(given: unknown, field: FieldName, max: number): string {
  const text = checkedText(given, field, max);
  if (text === null) throw refuse('FIELD_EMPTY', { field }, { field });
  return text;
}
