import { useCallback } from 'react';
import { useFollowUpTexts } from './useFollowUpTexts';

/** What a check is about: its own few words, or the word for its kind. */
export function useCheckTitle(): (check: { title?: string | null; subjectType: string }) => string {
  const { subjects, other } = useFollowUpTexts();
  return useCallback(({ title, subjectType }) => title ?? subjects[subjectType] ?? other, [subjects, other]);
}
