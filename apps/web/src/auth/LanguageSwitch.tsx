import { type Locale, useLocale } from '../platform/i18n/locale';
import styles from './LanguageSwitch.module.css';

const names: Record<Locale, string> = { da: 'Dansk', en: 'English' };

/** Each language in its own words, for those who don't read the other. */
export function LanguageSwitch() {
  const { locale, setLocale } = useLocale();
  return (
    <ul className={styles.switch} aria-label="Sprog / Language">
      {(['da', 'en'] as const).map((one) => (
        <li key={one}>
          <button type="button" lang={one} aria-pressed={one === locale} className={styles.language} onClick={() => setLocale(one)}>
            {names[one]}
          </button>
        </li>
      ))}
    </ul>
  );
}
