import type { ReasonText } from '../reason-text.js';

/** The request as such: its form, its size, and what went wrong with us. */
export const requestReasons = {
  REQUEST_MALFORMED: {
    code: 'INVALID_INPUT',
    da: 'Forespørgslen kunne ikke forstås. Intet er ændret. Genindlæs siden, og prøv igen.',
    en: 'The request could not be understood. Nothing has changed. Reload the page and try again.',
  },
  ADDRESS_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Den side findes ikke. Gå til forsiden, og find vej derfra.',
    en: 'There is no such page. Go to the front page and find your way from there.',
  },
  DOCUMENT_NOT_ALLOWED: {
    code: 'FORBIDDEN',
    da: 'Her tages kun imod forespørgsler, som Kvarter selv har med. Intet er ændret. Genindlæs siden for at få den nyeste udgave.',
    en: 'Only requests that come with Kvarter are accepted here. Nothing has changed. Reload the page to get the latest edition.',
  },
  REQUEST_TOO_LARGE: {
    code: 'LIMIT_EXCEEDED',
    da: 'Forespørgslen fylder for meget: højst {max} byte. Intet er gemt. Send mindre ad gangen.',
    en: 'The request is too large: {max} bytes at most. Nothing is saved. Send less at a time.',
  },
  QUERY_TOO_DEEP: {
    code: 'LIMIT_EXCEEDED',
    da: 'Forespørgslen går dybere end {max} lag. Intet er hentet. Spørg om færre lag.',
    en: 'The query goes deeper than {max} layers. Nothing was fetched. Ask for fewer layers.',
  },
  QUERY_TOO_COSTLY: {
    code: 'LIMIT_EXCEEDED',
    da: 'Forespørgslen koster mere end {max} point. Intet er hentet. Spørg om mindre ad gangen.',
    en: 'The query costs more than {max} points. Nothing was fetched. Ask for less at a time.',
  },
  TOO_MANY_ALIASES: {
    code: 'LIMIT_EXCEEDED',
    da: 'Forespørgslen har flere end {max} aliasser. Intet er hentet. Del den op.',
    en: 'The query has more than {max} aliases. Nothing was fetched. Split it up.',
  },
  RATE_LIMITED: {
    code: 'LIMIT_EXCEEDED',
    da: 'Der kom for mange forespørgsler på kort tid. Det, du har skrevet, er bevaret her. Vent {seconds} sekunder, og prøv igen.',
    en: 'Too many requests came in a short time. What you wrote is kept here. Wait {seconds} seconds and try again.',
  },
  TOO_MANY_SOCKETS: {
    code: 'LIMIT_EXCEEDED',
    da: 'Du har kortet åbent for mange steder: højst {max} ad gangen. Luk nogle af vinduerne, og genindlæs så siden.',
    en: 'You have the map open in too many places: {max} at a time at most. Close some of the windows, then reload the page.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    code: 'LIMIT_EXCEEDED',
    da: 'Der følges for mange kort på én gang: højst {max}. Luk nogle af dem, og prøv igen.',
    en: 'Too many maps are followed at once: {max} at most. Close some of them and try again.',
  },
  INTERNAL: {
    code: 'INTERNAL',
    da: 'Noget gik galt hos os. Det, du har gemt, er der stadig. Prøv igen om lidt, og oplys nummeret {correlationId}, hvis det bliver ved.',
    en: 'Something went wrong on our side. What you saved is still there. Try again in a moment and quote {correlationId} if it goes on.',
  },
} as const satisfies Record<string, ReasonText>;
