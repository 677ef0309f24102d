import { useState } from 'react';
import type { CombinedError } from 'urql';
import { failureOf } from './failure';
import { useFailureText } from './useFailureText';
import type { FormError } from '../ui/ErrorSummary';

/** The errors of a form, from its own checks or the server, and how often it was tried. */
export function useFormErrors() {
  const [state, setState] = useState<{ errors: readonly FormError[]; attempt: number }>({ errors: [], attempt: 0 });
  const failureText = useFailureText();
  const show = (errors: readonly FormError[]) => setState(({ attempt }) => ({ errors, attempt: attempt + 1 }));
  return {
    ...state,
    show,
    /** A refusal goes to the field it names (`input.name` is `name`), all else to the whole form. */
    refused: (error: CombinedError) => {
      const failure = failureOf(error);
      show([{ field: failure.field?.split('.').at(-1), message: failureText(failure) }]);
    },
    clear: () => setState(({ attempt }) => ({ errors: [], attempt })),
    at: (field: string): string | null => state.errors.find((one) => one.field === field)?.message ?? null,
  };
}
