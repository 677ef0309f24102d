import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CombinedError, type OperationResult, Provider } from 'urql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSubject } from 'wonka';
import { usePageQuery } from './usePageQuery';

const session = { expired: false };
vi.mock('./session', () => ({ useSession: () => session }));

const query = { kind: 'Document', definitions: [], documentId: 'sha256:1' } as never;

/** A client whose answers the test gives. */
function answering() {
  const answers = makeSubject<Partial<OperationResult>>();
  const asked = vi.fn();
  const client = {
    executeQuery: (_request: unknown, context: unknown) => {
      asked(context);
      return answers.source;
    },
  };
  const hook = renderHook(() => usePageQuery<{ name: string }, object>({ query, variables: {} }), {
    wrapper: ({ children }: { children: ReactNode }) => <Provider value={client as never}>{children}</Provider>,
  });
  const answer = (result: Partial<OperationResult>) => act(() => answers.next({ stale: false, hasNext: false, ...result }));
  return { hook, answer, asked };
}

const refused = (code: string) => ({ data: undefined, error: new CombinedError({ graphQLErrors: [{ message: '', extensions: { code } }] }) });
const unreachable = { data: undefined, error: new CombinedError({ networkError: new Error() }) };

beforeEach(() => {
  session.expired = false;
});
afterEach(cleanup);

describe('usePageQuery', () => {
  it('keeps the page while one is asked to sign in again, then asks anew', () => {
    const { hook, answer, asked } = answering();
    answer({ data: { name: 'Birkelunden' } });
    session.expired = true;
    answer(refused('UNAUTHENTICATED'));
    expect(hook.result.current).toMatchObject({ data: { name: 'Birkelunden' }, failure: null });
    const before = asked.mock.calls.length;
    session.expired = false;
    hook.rerender();
    expect(asked.mock.calls.length).toBeGreaterThan(before);
  });

  it('keeps the page while the server is away', () => {
    const { hook, answer } = answering();
    answer({ data: { name: 'Birkelunden' } });
    answer(unreachable);
    expect(hook.result.current).toMatchObject({ data: { name: 'Birkelunden' }, failure: null });
  });

  it('takes it away from one who may no longer see it', () => {
    const { hook, answer } = answering();
    answer({ data: { name: 'Birkelunden' } });
    answer(refused('NOT_FOUND'));
    expect(hook.result.current).toMatchObject({ data: undefined, failure: { code: 'NOT_FOUND' } });
  });

  it('says so where there was never anything to show', () => {
    const { hook, answer } = answering();
    answer(unreachable);
    expect(hook.result.current.failure?.kind).toBe('gone');
  });
});
