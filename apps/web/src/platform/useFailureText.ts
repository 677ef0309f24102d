import { useCallback } from 'react';
import type { Failure } from './failure';
import { usePlatformTexts } from './usePlatformTexts';

/** A failure in one or two sentences, for a place inside a page. */
export function useFailureText(): (failure: Failure) => string {
  const { failure: texts } = usePlatformTexts();
  return useCallback(
    (failure) => {
      if (failure.kind === 'offline') return texts.offline;
      if (failure.kind === 'gone') return texts.gone;
      if (failure.code === 'INTERNAL') {
        return failure.correlationId ? `${texts.internal} ${texts.reference(failure.correlationId)}` : texts.internal;
      }
      return failure.message;
    },
    [texts],
  );
}
