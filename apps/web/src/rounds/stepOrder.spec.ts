import { describe, expect, it } from 'vitest';
import type { RoundStepState } from '../generated/graphql';
import { currentStep, leftBefore, movesFrom, stateAfter, stepOrder } from './stepOrder';

const steps = (...states: RoundStepState[]) => stepOrder.map((step, place) => ({ step, state: states[place] ?? 'NOT_BEGUN' }));

describe('the steps of a round', () => {
  it('are at the last one under way, or the first that isn’t done', () => {
    expect(currentStep(steps('UNDER_WAY'))?.step).toBe('PURPOSE');
    expect(currentStep(steps('DONE', 'UNDER_WAY', 'UNDER_WAY'))?.step).toBe('RESOURCES');
    expect(currentStep(steps('DONE', 'DONE'))?.step).toBe('RESOURCES');
    expect(currentStep(steps('DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE'))).toBeNull();
  });

  it('say what is left before one of them', () => {
    expect(leftBefore(steps('DONE', 'UNDER_WAY'), 'RESOURCES')).toEqual(['PREPARATION']);
    expect(leftBefore(steps('UNDER_WAY'), 'PURPOSE')).toEqual([]);
  });

  it('can be moved anywhere from anywhere', () => {
    expect(movesFrom('NOT_BEGUN').map((move) => stateAfter[move])).toEqual(['UNDER_WAY', 'DONE']);
    expect(movesFrom('UNDER_WAY').map((move) => stateAfter[move])).toEqual(['DONE', 'NOT_BEGUN']);
    expect(movesFrom('DONE').map((move) => stateAfter[move])).toEqual(['UNDER_WAY']);
  });
});
