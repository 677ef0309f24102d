import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 820px)');
const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether the page has the width of a phone: panels are sheets then. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
