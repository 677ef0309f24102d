import { useEffect, useRef } from 'react';
import { useUiTexts } from './UiTexts';
import styles from './ErrorSummary.module.css';

export interface FormError {
  /** The `id` or `name` of the field; without one the error concerns the whole form. */
  field?: string;
  message: string;
}

interface ErrorSummaryProps {
  errors: readonly FormError[];
  /** Grows with each attempt to send, so that the same errors again take the focus again. */
  attempt: number;
}

/** All that is wrong with a form, above it, with a way to each field. Takes the focus when sending fails. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const texts = useUiTexts();
  const box = useRef<HTMLDivElement>(null);
  // A new attempt is what moves the focus.
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <p className={styles.title}>{texts.errorsFound(errors.length)}</p>
      <ul className={styles.list}>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(field);
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(field: string) {
  const element = document.getElementById(field) ?? document.getElementsByName(field)[0];
  const target = element?.matches('input,textarea,select,button,[tabindex]')
    ? element
    : element?.querySelector<HTMLElement>('input,textarea,select,button,[tabindex]');
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}
