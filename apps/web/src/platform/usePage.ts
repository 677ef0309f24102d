import { useEffect } from 'react';
import { announce } from './notify';

/** Names the page in the tab and to screen readers, once its name is known. */
export function usePage(title: string | undefined): void {
  useEffect(() => {
    if (!title) return;
    document.title = `${title} · Kvarter`;
    announce(title);
  }, [title]);
}
