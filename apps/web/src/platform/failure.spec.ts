import { CombinedError } from 'urql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureOf } from './failure';

afterEach(() => vi.unstubAllGlobals());

describe('failureOf', () => {
  it('takes code, reason and field from a refusal', () => {
    const error = new CombinedError({
      graphQLErrors: [{ message: 'Navnet mangler.', extensions: { code: 'INVALID_INPUT', reason: 'NAME_EMPTY', field: 'input.name' } }],
    });
    expect(failureOf(error)).toMatchObject({ kind: 'refused', code: 'INVALID_INPUT', reason: 'NAME_EMPTY', field: 'input.name', message: 'Navnet mangler.' });
  });

  it('tells a device without network from a server that is gone', () => {
    const error = new CombinedError({ networkError: new Error('Failed to fetch') });
    vi.stubGlobal('navigator', { onLine: true });
    expect(failureOf(error).kind).toBe('gone');
    vi.stubGlobal('navigator', { onLine: false });
    expect(failureOf(error).kind).toBe('offline');
  });
});
