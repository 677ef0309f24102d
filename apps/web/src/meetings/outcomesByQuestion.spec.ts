import { expect, it } from 'vitest';
import type { OutcomeFragment } from '../generated/graphql';
import { outcomesByQuestion } from './outcomesByQuestion';

const said = (text: string, phase: OutcomeFragment['phase'], question: number | null) => ({ text, phase, question }) as OutcomeFragment;

it('what was said stands under its question, in the order a meeting asks them, and first what was said before any', () => {
  const outcomes = [
    said('c', 'ACTIONS', 0),
    said('b', 'IDEAS', 1),
    said('a', 'IDEAS', 0),
    said('d', 'ACTIONS', 0),
    said('x', null, null),
    said('y', 'IDEAS', 40),
  ];
  const groups = outcomesByQuestion({ kind: 'AREA', focus: 'CHALLENGES', outcomes }, 'da');
  expect(groups.map((group) => group.outcomes.map(({ text }) => text).join())).toEqual(['x', 'a', 'b', 'y', 'c,d']);
  expect(groups.map(({ asked }) => asked)).toEqual([
    null,
    'Hvad ville gøre området stærkere?',
    'Hvilke ressourcer på kortet ligger tæt på, og kunne de bruges?',
    null,
    'Hvad gør vi først, og hvem tager det?',
  ]);
});
