import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

export type Locale = 'da' | 'en';
export const locales: readonly Locale[] = ['da', 'en'];

const remembered = 'kvarter.locale';

/** The language chosen on this device; Danish until someone chooses. Read outside React by the API client. */
let current: Locale = localStorage.getItem(remembered) === 'en' ? 'en' : 'da';
export const currentLocale = (): Locale => current;

const LocaleContext = createContext<{ locale: Locale; setLocale: (locale: Locale) => void }>({
  locale: current,
  setLocale: () => {},
});

/** Gives everything below the language, the widgets of React Aria included. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, choose] = useState(current);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const setLocale = (next: Locale) => {
    current = next;
    localStorage.setItem(remembered, next);
    choose(next);
  };
  return (
    <LocaleContext value={{ locale, setLocale }}>
      <I18nProvider locale={locale === 'da' ? 'da-DK' : 'en-GB'}>{children}</I18nProvider>
    </LocaleContext>
  );
}

export const useLocale = () => useContext(LocaleContext);
