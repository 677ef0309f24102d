import { useCallback } from 'react';
import { type AnyVariables, type TypedDocumentNode, useMutation } from 'urql';
import { failureOf } from './failure';
import { notify } from './notify';
import { useFailureText } from './useFailureText';

/**
 * A mutation behind a button: what goes wrong is said at the edge of the page.
 *
 * @returns whether it is on its way, and how to start it: gives the data, or null where it was refused
 */
export function useAction<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const [{ fetching }, execute] = useMutation(document);
  const failureText = useFailureText();
  const run = useCallback(
    async (variables: Variables): Promise<Data | null> => {
      const { data, error } = await execute(variables);
      if (error) notify({ text: failureText(failureOf(error)), tone: 'brick' });
      return error ? null : (data ?? null);
    },
    [execute, failureText],
  );
  return [fetching, run] as const;
}
