import { useEffect, useRef } from 'react';

interface MapKeys {
  mayEdit: boolean;
  onCreate: () => void;
  onEscape: () => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** Keys for the whole page: N, Escape, undo and redo. Where one types, they belong to the text. */
export function useMapKeys(keys: MapKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { mayEdit, onCreate, onEscape, onUndo, onRedo } = latest.current;
      if (event.defaultPrevented || inDialog()) return;
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
      if (event.key === 'Escape' && !typing) return onEscape();
      if (typing || !mayEdit) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === 'z') (event.shiftKey ? onRedo : onUndo)();
      else if (command && key === 'y') onRedo();
      else if (!command && !event.altKey && key === 'n' && event.target === mapCanvas()) onCreate();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** A single letter acts only where the map itself has the focus (WCAG 2.1.4). */
const mapCanvas = (): Element | null => document.querySelector('canvas.maplibregl-canvas');
const inDialog = (): boolean => document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null;
