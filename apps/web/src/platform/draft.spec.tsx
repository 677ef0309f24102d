import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useDraft } from './draft';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

const change = (hook: { result: { current: ReturnType<typeof useDraft<string>> } }, to: string) => act(() => hook.result.current[1](to));

describe('useDraft', () => {
  it('is there again after a reload', () => {
    const first = renderHook(() => useDraft('a', ''));
    change(first, 'Engparken');
    first.unmount();
    expect(renderHook(() => useDraft('a', '')).result.current[0]).toBe('Engparken');
    expect(renderHook(() => useDraft('b', '')).result.current[0]).toBe('');
  });

  it('is gone once it is forgotten', () => {
    const first = renderHook(() => useDraft('a', ''));
    change(first, 'Engparken');
    act(() => first.result.current[2]());
    first.unmount();
    expect(renderHook(() => useDraft('a', '')).result.current[0]).toBe('');
  });

  it('lives on in the page where the storage is full or holds something else', () => {
    sessionStorage.setItem('kvarter.draft.a', '{broken');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const hook = renderHook(() => useDraft('a', 'tom'));
    expect(hook.result.current[0]).toBe('tom');
    change(hook, 'Engparken');
    expect(hook.result.current[0]).toBe('Engparken');
  });
});
