import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { type SheetHeight, heightAfterDrag, higher, lower } from './sheetHeight';
import { useUiTexts } from './UiTexts';
import styles from './Sheet.module.css';

export interface SheetProps {
  label: string;
  height: SheetHeight;
  onHeightChange: (height: SheetHeight) => void;
  children: ReactNode;
  /** The main button; always within reach of the thumb, at every height. */
  foot?: ReactNode;
}

/**
 * A panel at the right edge; on phones a sheet with three heights over the bottom of the map, which stays
 * usable behind it. The handle is dragged, pressed (next height) or moved with the arrow keys.
 */
export function Sheet({ label, height, onHeightChange, children, foot }: SheetProps) {
  const texts = useUiTexts();
  const sheet = useRef<HTMLElement>(null);
  const start = useRef<{ y: number; height: number; at: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  // The press that ends a drag is no press.
  const dragged = useRef(false);

  function begin(event: PointerEvent<HTMLButtonElement>) {
    if (!sheet.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = false;
    start.current = { y: event.clientY, height: sheet.current.offsetHeight, at: event.timeStamp };
  }
  function move(event: PointerEvent) {
    if (!start.current || !sheet.current) return;
    const moved = start.current.y - event.clientY;
    if (!dragging && Math.abs(moved) < 6) return;
    dragged.current = true;
    setDragging(true);
    sheet.current.style.height = `${start.current.height + moved}px`;
  }
  function end(event: PointerEvent) {
    if (!start.current || !sheet.current) return;
    const moved = start.current.y - event.clientY;
    const speed = moved / Math.max(1, event.timeStamp - start.current.at);
    const reached = start.current.height + moved;
    start.current = null;
    sheet.current.style.height = '';
    if (!dragged.current) return;
    setDragging(false);
    onHeightChange(heightAfterDrag(height, reached / window.innerHeight, speed));
  }
  function key(event: KeyboardEvent) {
    const next = event.key === 'ArrowUp' ? higher(height) : event.key === 'ArrowDown' ? lower(height) : null;
    if (!next) return;
    event.preventDefault();
    onHeightChange(next);
  }

  return (
    <section ref={sheet} aria-label={label} className={styles.sheet} data-height={height} data-dragging={dragging || undefined}>
      <button
        type="button"
        className={styles.handle}
        aria-label={`${texts.sheetHeight}: ${texts.sheetHeights[height]}`}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={key}
        onClick={() => !dragged.current && onHeightChange(height === 'full' ? 'peek' : higher(height))}
      />
      <div className={styles.content}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </section>
  );
}
