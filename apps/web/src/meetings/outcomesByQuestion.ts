import type { OutcomeFragment } from '../generated/graphql';
import type { Locale } from '../platform/i18n/locale';
import { type Phase, phases, questionsFor } from './questionSets';

/** What was said under one question. */
export interface QuestionWithOutcomes {
  readonly phase: Phase | null;
  readonly question: number | null;
  /** Its words; null where nobody had asked anything. */
  readonly asked: string | null;
  readonly outcomes: readonly OutcomeFragment[];
}

type Meeting = Parameters<typeof questionsFor>[0] & { readonly outcomes: readonly OutcomeFragment[] };

/** By question, in the order a meeting asks them; within each as it was said. */
export function outcomesByQuestion(meeting: Meeting, locale: Locale): QuestionWithOutcomes[] {
  const groups = new Map<string, QuestionWithOutcomes & { outcomes: OutcomeFragment[] }>();
  for (const outcome of meeting.outcomes) {
    const { phase, question } = outcome;
    const key = `${phase}.${question}`;
    const asked = phase && question !== null ? (questionsFor(meeting, phase, locale)[question] ?? null) : null;
    const group = groups.get(key) ?? { phase, question, asked, outcomes: [] };
    group.outcomes.push(outcome);
    groups.set(key, group);
  }
  const place = ({ phase, question }: QuestionWithOutcomes) => (phase ? phases.indexOf(phase) : -1) * 100 + (question ?? -1);
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}
