import type { Code } from './codes.js';
import type { FieldName } from './field-names.js';
import type { ReasonText } from './reason-text.js';
import { accessReasons } from './reasons/access-reasons.js';
import { areaReasons } from './reasons/area-reasons.js';
import { followUpReasons } from './reasons/follow-up-reasons.js';
import { gapReasons } from './reasons/gap-reasons.js';
import { geometryReasons } from './reasons/geometry-reasons.js';
import { inboxReasons } from './reasons/inbox-reasons.js';
import { mailReasons } from './reasons/mail-reasons.js';
import { mapReasons } from './reasons/map-reasons.js';
import { meetingReasons } from './reasons/meeting-reasons.js';
import { peopleReasons } from './reasons/people-reasons.js';
import { requestReasons } from './reasons/request-reasons.js';
import { roundReasons } from './reasons/round-reasons.js';
import { stakeholderReasons } from './reasons/stakeholder-reasons.js';
import { textReasons } from './reasons/text-reasons.js';

/** Every reason for a refusal: its code and what is said to the person. `extensions.reason` is a key of it. */
export const reasons = {
  ...accessReasons,
  ...peopleReasons,
  ...textReasons,
  ...geometryReasons,
  ...areaReasons,
  ...mapReasons,
  ...meetingReasons,
  ...followUpReasons,
  ...mailReasons,
  ...stakeholderReasons,
  ...gapReasons,
  ...inboxReasons,
  ...roundReasons,
  ...requestReasons,
} as const satisfies Record<string, ReasonText>;

export type Reason = keyof typeof reasons;

/** The reasons that a place on the map can be refused for. */
export type GeometryReason = keyof typeof geometryReasons;

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** What the texts of a reason need: `{field}` is the name of a field, the others are numbers or our own identifiers. */
export type ParamsOf<R extends Reason> = {
  [Name in Placeholder<(typeof reasons)[R]['da']>]: Name extends 'field' ? FieldName : string | number;
};

/** A reason together with its params, and where in the input it lies (`details.couldHelp`, `coordinates[0][3]`). */
export type Fault<R extends Reason = Reason> = { [Key in R]: { reason: Key; params: ParamsOf<Key>; path?: string } }[R];

/** The kind of refusal a reason belongs to. */
export const codeOf = (reason: Reason): Code => reasons[reason].code;

/** Whether a text from outside (an answer of an older or newer server) is a reason known here. */
export const isReason = (value: unknown): value is Reason => typeof value === 'string' && Object.hasOwn(reasons, value);
