import type { Position } from '@kvarter/geo';
import styles from './CursorFlags.module.css';
import type { MapLibreMap } from './maplibre';

/** Where someone else points, with their name and the colour they have for everyone. */
export interface Cursor {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly at: Position;
}

/**
 * Others' cursors over the map. They glide between the five places a second that arrive, and keep to
 * their place when the map moves. Screen readers skip them: who is here is said in the header.
 */
export class CursorFlags {
  private readonly flags = new Map<string, { element: HTMLElement; at: Position }>();
  private readonly layer = document.createElement('div');
  private readonly map: MapLibreMap;

  constructor(map: MapLibreMap) {
    this.map = map;
    this.layer.className = styles.layer ?? '';
    this.layer.setAttribute('aria-hidden', 'true');
    map.getContainer().append(this.layer);
    map.on('move', this.keepPlaces);
  }

  show(cursors: readonly Cursor[]): void {
    const here = new Set(cursors.map(({ id }) => id));
    for (const [id, { element }] of this.flags) {
      if (here.has(id)) continue;
      element.remove();
      this.flags.delete(id);
    }
    for (const cursor of cursors) {
      const known = this.flags.get(cursor.id);
      const element = known?.element ?? this.raise(cursor);
      element.classList.toggle(styles.gliding ?? '', known !== undefined);
      this.flags.set(cursor.id, { element, at: cursor.at });
      this.place(element, cursor.at);
    }
  }

  remove(): void {
    this.map.off('move', this.keepPlaces);
    this.layer.remove();
  }

  private readonly keepPlaces = () => {
    for (const { element, at } of this.flags.values()) {
      element.classList.remove(styles.gliding ?? '');
      this.place(element, at);
    }
  };

  private raise({ name, color }: Cursor): HTMLElement {
    const element = document.createElement('div');
    element.className = styles.cursor ?? '';
    element.style.setProperty('--whose', color);
    const arrow = document.createElement('span');
    arrow.className = styles.arrow ?? '';
    const flag = document.createElement('span');
    flag.className = styles.flag ?? '';
    flag.textContent = name;
    element.append(arrow, flag);
    this.layer.append(element);
    return element;
  }

  private place(element: HTMLElement, at: Position): void {
    const { x, y } = this.map.project([at[0], at[1]]);
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}
