import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import styles from './notify.module.css';
import { usePlatformTexts } from './usePlatformTexts';

export interface Message {
  text: string;
  /** `brick` stays until it is closed and is read aloud at once. */
  tone?: 'moss' | 'brick';
  action?: { label: string; run: () => void };
}

type Shown = Message & { id: number };

/** How long a message stays, in milliseconds; one with an action needs time to be reached. */
const stay = 6_000;
const stayWithAction = 12_000;

let shown: readonly Shown[] = [];
let announced = '';
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Shown[]) {
  shown = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const close = (id: number) => change(shown.filter((message) => message.id !== id));

/** Shows a short message at the edge of the page, and says it to screen readers. */
export function notify(message: Message): void {
  const id = nextId++;
  change([...shown.slice(-2), { ...message, id }]);
  if (message.tone !== 'brick') setTimeout(close, message.action ? stayWithAction : stay, id);
}

/** Says something to screen readers that others see happen. */
export function announce(text: string): void {
  announced = text;
  change([...shown]);
}

/** Stands once, outside everything that comes and goes. */
export function Messages() {
  const messages = useSyncExternalStore(subscribe, () => shown);
  const text = useSyncExternalStore(subscribe, () => announced);
  const texts = usePlatformTexts();
  // Beside everything else and marked for React Aria, so that it is seen and heard while a dialog is open too.
  return createPortal(
    <div className={styles.edge} data-react-aria-top-layer="true">
      <p className="visually-hidden" role="status">
        {text}
      </p>
      <div role="status" className={styles.messages}>
        {messages.map(({ id, text: words, tone, action }) => (
          <div key={id} className={styles.message} data-tone={tone} role={tone === 'brick' ? 'alert' : undefined}>
            <span className={styles.words}>{words}</span>
            {action && (
              <button
                type="button"
                className={styles.action}
                onClick={() => {
                  close(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
            <button type="button" className={styles.close} aria-label={texts.dismiss} title={texts.dismiss} onClick={() => close(id)}>
              <X aria-hidden />
            </button>
          </div>
        ))}
      </div>
    </div>,
    document.body,
  );
}
