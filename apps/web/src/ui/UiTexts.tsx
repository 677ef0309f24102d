import { createContext, useContext } from 'react';

/** The few words that widgets say by themselves. The platform gives them in the user's language. */
export interface UiTexts {
  close: string;
  columns: string;
  chooseColumns: string;
  sheetHeight: string;
  sheetHeights: { peek: string; half: string; full: string };
  errorsFound: (count: number) => string;
  and: (count: number) => string;
  openCalendar: string;
  previousMonth: string;
  nextMonth: string;
}

const UiTextsContext = createContext<UiTexts | null>(null);
export const UiTextsProvider = UiTextsContext.Provider;

export function useUiTexts(): UiTexts {
  const texts = useContext(UiTextsContext);
  if (!texts) throw new Error('ui needs a UiTextsProvider above it');
  return texts;
}
