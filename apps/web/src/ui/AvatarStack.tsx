import type { CSSProperties } from 'react';
import { initials } from './initials';
import { useUiTexts } from './UiTexts';
import styles from './AvatarStack.module.css';

export interface Person {
  id: string;
  name: string;
  /** Dark enough for white letters; grey without. */
  color?: string;
}

/** Who is here: a few with initials, the rest as a number; all their names to screen readers. */
export function AvatarStack({ label, people, show = 3 }: { label: string; people: readonly Person[]; show?: number }) {
  const texts = useUiTexts();
  const shown = people.length <= show + 1 ? people : people.slice(0, show);
  const rest = people.length - shown.length;
  return (
    <ul className={styles.stack} aria-label={label}>
      {shown.map((person) => (
        // Custom properties are not in React's list of styles.
        <li key={person.id} className={styles.avatar} title={person.name} style={{ '--avatar': person.color } as CSSProperties}>
          <span aria-hidden>{initials(person.name)}</span>
          <span className="visually-hidden">{person.name}</span>
        </li>
      ))}
      {rest > 0 && (
        <li
          className={styles.avatar}
          title={people
            .slice(show)
            .map(({ name }) => name)
            .join(', ')}
        >
          <span aria-hidden>+{rest}</span>
          <span className="visually-hidden">{texts.and(rest)}</span>
        </li>
      )}
    </ul>
  );
}
