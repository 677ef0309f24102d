/** How much of a phone's screen a sheet takes: its head, about half, all but the page's head. */
export type SheetHeight = 'peek' | 'half' | 'full';

const order: readonly SheetHeight[] = ['peek', 'half', 'full'];
const share: Record<SheetHeight, number> = { peek: 0.16, half: 0.46, full: 0.92 };

/** A flick: pixels a millisecond. */
const flick = 0.6;

export const higher = (height: SheetHeight): SheetHeight => order[order.indexOf(height) + 1] ?? 'full';
export const lower = (height: SheetHeight): SheetHeight => order[order.indexOf(height) - 1] ?? 'peek';

/**
 * Where a dragged sheet comes to rest: a flick goes one step its way, a slow drag to the nearest height.
 *
 * @param from the height where the drag began
 * @param reached share of the screen the sheet covers as it is let go, 0 to 1
 * @param speed pixels a millisecond, upwards positive
 */
export function heightAfterDrag(from: SheetHeight, reached: number, speed: number): SheetHeight {
  if (speed > flick) return higher(from);
  if (speed < -flick) return lower(from);
  const distance = (height: SheetHeight) => Math.abs(share[height] - reached);
  return order.reduce((best, height) => (distance(height) < distance(best) ? height : best));
}
