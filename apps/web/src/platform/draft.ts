import { useCallback, useState } from 'react';

const prefix = 'kvarter.draft.';

/**
 * State that survives a reload, a crash and signing in again, in this tab only (sessionStorage). For text
 * of the open room that its writer has not sent; nothing of the closed room may come here.
 *
 * @param key e.g. `area.new`; the tenant belongs in it
 * @returns the value, how to change it, and how to forget it once it is sent
 */
export function useDraft<T>(key: string, initial: T): [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => read(key) ?? initial);
  const change = useCallback(
    (next: T) => {
      setValue(next);
      try {
        sessionStorage.setItem(prefix + key, JSON.stringify(next));
      } catch {
        // The storage is full or forbidden: the draft then lives as long as the page.
      }
    },
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(prefix + key), [key]);
  return [value, change, forget];
}

function read<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(prefix + key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
