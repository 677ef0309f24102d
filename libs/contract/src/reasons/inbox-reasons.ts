import type { ReasonText } from '../reason-text.js';

/** Knowledge handed in to the coordinator. */
export const inboxReasons = {
  KNOWLEDGE_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Det afleverede findes ikke, eller du har ikke adgang til det. Intet er ændret. Genindlæs listen, og vælg igen.',
    en: 'What was handed in does not exist or you do not have access to it. Nothing has changed. Reload the list and choose again.',
  },
  KNOWLEDGE_SETTLED: {
    code: 'CONFLICT',
    da: 'En anden har allerede taget sig af det. Intet er ændret. Genindlæs siden for at se, hvad der kom ud af det.',
    en: 'Someone else has already taken care of it. Nothing has changed. Reload the page to see what came of it.',
  },
  NO_COORDINATOR: {
    code: 'CONFLICT',
    da: 'Kommunen har ingen koordinator i Kvarter lige nu, så ingen ville se det. Det er ikke sendt. Tal med jeres administrator, og prøv igen.',
    en: 'The municipality has no coordinator in Kvarter right now, so nobody would see it. It has not been sent. Talk to your administrator and try again.',
  },
  RECIPIENT_UNKNOWN: {
    code: 'INVALID_INPUT',
    da: 'En af dem, du har valgt, er ikke med i teamet eller kan ikke se området. Intet er givet videre. Vælg en anden, eller giv adgang til området først.',
    en: 'One of those you chose is not on the team or cannot see the area. Nothing has been passed on. Choose someone else, or give access to the area first.',
  },
  TOO_MANY_RECIPIENTS: {
    code: 'LIMIT_EXCEEDED',
    da: 'Det kan gives videre til højst {max} personer. Intet er givet videre. Vælg dem, det vedkommer mest.',
    en: 'It can be passed on to {max} people at most. Nothing has been passed on. Choose those it concerns most.',
  },
} as const satisfies Record<string, ReasonText>;
