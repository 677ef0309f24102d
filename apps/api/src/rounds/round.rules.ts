/** What follows from a round's days and steps: pure. */
import { addDays, laterOf, type LocalDate } from '@kvarter/cadence';
import { featureKinds, isFeatureKind, textLimits } from '@kvarter/geo';
import { refuse } from '../platform/graphql/errors.js';
import { checkedName } from '../platform/text/checked-text.js';
import { MappingStep, RoundStepKind, TargetGroup } from './round.type.js';

export const steps = Object.values(RoundStepKind);
export const mappingSteps = Object.values(MappingStep);

const mostLocalGroups = 10;
/** Whoever asks their own organisation has done so a week before the meeting (domain section 5.2). */
const daysToPrepare = 7;

/** The day by which somebody has prepared a meeting held on `day`. */
export const preparedBy = (day: LocalDate): LocalDate => addDays(day, -daysToPrepare);

/** The day their check is due: no check begins late because the meeting was planned late. */
export const checkDueOn = (prepared: LocalDate, today: LocalDate): LocalDate => laterOf(prepared, today);

/** The model's target groups in its order, each once. */
export const checkedGroups = (given: readonly TargetGroup[] | null | undefined): TargetGroup[] =>
  Object.values(TargetGroup).filter((group) => given?.includes(group));

/** Target groups of the municipality's own, each once. Throws INVALID_INPUT naming the field: empty, too long, too many. */
export function checkedLocalGroups(given: readonly string[] | null | undefined): string[] {
  const groups = [...new Set((given ?? []).map((one) => checkedName(one, 'localGroups')))];
  if (groups.length > mostLocalGroups) throw refuse('TOO_MANY_LOCAL_GROUPS', { max: mostLocalGroups }, { field: 'localGroups' });
  return groups;
}

/** A kind of mark that belongs to the meeting of a step: resources to the first, challenges to the second. Throws INVALID_INPUT. */
export function checkedKind(kind: unknown, step: MappingStep): string {
  const family = step === MappingStep.RESOURCES ? 'resource' : 'challenge';
  if (!isFeatureKind(kind) || featureKinds[kind].family !== family) throw refuse('PREPARATION_KIND', {}, { field: 'kind' });
  return kind;
}

const prepare = { da: 'Forbered', en: 'Prepare' } as const;

/** What the check of a preparation is called, cut to what a title holds. */
export function preparationTitle(meeting: string, locale: keyof typeof prepare): string {
  const title = [...`${prepare[locale]}: ${meeting}`];
  return title.length <= textLimits.title ? title.join('') : `${title.slice(0, textLimits.title - 1).join('')}…`;
}
