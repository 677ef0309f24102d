import type { ReasonText } from '../reason-text.js';

/** What the team does not know of an area, and wants to find out. */
export const gapReasons = {
  GAP_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Spørgsmålet findes ikke, eller du har ikke adgang til det. Intet er ændret. Genindlæs listen, og vælg igen.',
    en: 'The question does not exist or you do not have access to it. Nothing has changed. Reload the list and choose again.',
  },
  GAP_ENDED: {
    code: 'CONFLICT',
    da: 'Spørgsmålet er allerede besvaret eller lukket. Intet er ændret. Genindlæs siden for at se, hvad der blev skrevet.',
    en: 'The question has already been answered or closed. Nothing has changed. Reload the page to see what was written.',
  },
  GAP_CHANGED: {
    code: 'CONFLICT',
    da: 'En anden har ændret spørgsmålet imens. Det, du har valgt, er ikke gemt. Genindlæs siden, se efter, og prøv igen.',
    en: 'Someone else has changed the question meanwhile. What you chose is not saved. Reload the page, look and try again.',
  },
  GAP_KIND_UNFIT: {
    code: 'INVALID_INPUT',
    da: 'Slags hul og slags ressource passer ikke sammen. Intet er gemt. Vælg, hvilken slags ressource I mangler, eller tag hullet op fra listen.',
    en: 'The kind of gap and the kind of resource do not fit together. Nothing is saved. Choose which kind of resource is missing, or take the gap up from the list.',
  },
  TOO_MANY_LED_TO: {
    code: 'LIMIT_EXCEEDED',
    da: 'Der er valgt flere end {max} markeringer. Svaret er ikke gemt. Vælg de vigtigste.',
    en: 'More than {max} marks have been chosen. The answer is not saved. Choose the most important ones.',
  },
} as const satisfies Record<string, ReasonText>;
