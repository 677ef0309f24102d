import { timeZone } from '../platform/i18n/format';

const days = new Intl.DateTimeFormat('en-CA', { timeZone });

/** The day it is in Denmark, as 2026-05-14. */
export const today = (): string => days.format(new Date());
