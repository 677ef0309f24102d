import type { MappingStep, RoundStepKind, RoundStepState } from '../generated/graphql';

/** The steps in the order they are led in. */
export const stepOrder: readonly RoundStepKind[] = ['PURPOSE', 'PREPARATION', 'RESOURCES', 'KEY_PEOPLE', 'CHALLENGES', 'FOLLOW_UP'];

/** The steps that are held as meetings and prepared for. */
export const mappingSteps: readonly MappingStep[] = ['RESOURCES', 'CHALLENGES'];

interface Step {
  readonly step: RoundStepKind;
  readonly state: RoundStepState;
}

/** Where one is: the last step under way, else the first that isn't done; null where all are. */
export function currentStep(steps: readonly Step[]): Step | null {
  return steps.findLast(({ state }) => state === 'UNDER_WAY') ?? steps.find(({ state }) => state !== 'DONE') ?? null;
}

/** Earlier steps that are not done: a hint to whoever goes on, never a wall. */
export function leftBefore(steps: readonly Step[], step: RoundStepKind): RoundStepKind[] {
  const place = stepOrder.indexOf(step);
  return steps.filter((one) => stepOrder.indexOf(one.step) < place && one.state !== 'DONE').map((one) => one.step);
}

/** What a step can be moved to, the likeliest first. */
export function movesFrom(state: RoundStepState): readonly ('begin' | 'done' | 'again' | 'notBegun')[] {
  if (state === 'NOT_BEGUN') return ['begin', 'done'];
  return state === 'UNDER_WAY' ? ['done', 'notBegun'] : ['again'];
}

export const stateAfter = { begin: 'UNDER_WAY', done: 'DONE', again: 'UNDER_WAY', notBegun: 'NOT_BEGUN' } as const;
