import { useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { CompleteFollowUpDocument, MoveFollowUpDocument, ReportAgreementDocument, SkipFollowUpDocument } from '../generated/graphql';
import { failureOf } from '../platform/failure';
import type { Answer, Answered, DeskItem, Refused } from './desk.types';

/** Takes answers about checks. Each counts at once; one that is refused comes back to its row with all that was typed. */
export function useAnswers(onTaken: () => void) {
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());
  const send = useSend();

  /** Whether it was taken. */
  async function give(item: DeskItem, answer: Answer): Promise<boolean> {
    setRefused((before) => new Map([...before].filter(([id]) => id !== item.id)));
    setAnswered((before) => [...before, { item, answer, pending: true }]);
    const error = await send(item, answer);
    if (!error) {
      setAnswered((before) => before.map((one) => (one.item === item ? { ...one, pending: false } : one)));
      onTaken();
      return true;
    }
    setAnswered((before) => before.filter((one) => one.item !== item));
    setRefused((before) => new Map([...before, [item.id, { answer, failure: failureOf(error) }]]));
    return false;
  }

  /** Whether a check still waits for an answer. One that was moved is there again, on its new day. */
  const isOpen = (item: DeskItem) => !answered.some((one) => (one.pending ? one.item.id === item.id : one.item === item));

  return { answered, refused, give, isOpen };
}

/** An agreement is answered for itself, so that who made it reads why; any other check as a check. */
function useSend(): (item: DeskItem, answer: Answer) => Promise<CombinedError | undefined> {
  const [, report] = useMutation(ReportAgreementDocument);
  const [, complete] = useMutation(CompleteFollowUpDocument);
  const [, skip] = useMutation(SkipFollowUpDocument);
  const [, move] = useMutation(MoveFollowUpDocument);
  return async ({ id, subjectType, subjectId }, { task, note, dueOn }) => {
    const words = note.trim() || null;
    if (subjectType === 'AGREEMENT') {
      const answer = ({ done: 'DONE', later: 'LATER', skip: 'CANT' } as const)[task];
      return (await report({ input: { id: subjectId, answer, note: words, dueOn } })).error;
    }
    if (task === 'done') return (await complete({ id, note: words })).error;
    if (task === 'skip') return (await skip({ id, reason: note })).error;
    return (await move({ id, dueOn: dueOn ?? '' })).error;
  };
}
