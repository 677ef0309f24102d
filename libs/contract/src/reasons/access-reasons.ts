import type { ReasonText } from '../reason-text.js';

/** Who you are and what you may do. */
export const accessReasons = {
  SIGN_IN_NEEDED: {
    code: 'UNAUTHENTICATED',
    da: 'Du er ikke logget ind. Intet er ændret. Log ind, og prøv igen.',
    en: 'You are not signed in. Nothing has changed. Sign in and try again.',
  },
  SESSION_EXPIRED: {
    code: 'UNAUTHENTICATED',
    da: 'Du er blevet logget ud. Det, du har gemt, er der stadig. Log ind igen for at fortsætte.',
    en: 'You have been signed out. What you saved is still there. Sign in again to go on.',
  },
  NOT_ALLOWED: {
    code: 'FORBIDDEN',
    da: 'Det har du ikke adgang til at gøre. Intet er ændret. Spørg jeres koordinator, hvis du skal kunne det.',
    en: 'You do not have access to do that. Nothing has changed. Ask your coordinator if you should have it.',
  },
  NOT_A_MEMBER: {
    code: 'FORBIDDEN',
    da: 'Du har ikke adgang til den kommune. Vælg en kommune, du er med i, på din forside.',
    en: 'You do not have access to that municipality. Choose one you belong to on your front page.',
  },
  TENANT_MISSING: {
    code: 'INVALID_INPUT',
    da: 'Det fremgår ikke, hvilken kommune det gælder. Intet er ændret. Gå til forsiden, og vælg kommunen.',
    en: 'It is not clear which municipality this is about. Nothing has changed. Go to the front page and choose one.',
  },
  FOREIGN_ORIGIN: {
    code: 'FORBIDDEN',
    da: 'Forespørgslen kom fra en anden hjemmeside og er afvist. Intet er ændret. Åbn Kvarter på dens egen adresse.',
    en: 'The request came from another website and was refused. Nothing has changed. Open Kvarter at its own address.',
  },
  UNKNOWN_PERSONA: {
    code: 'INVALID_INPUT',
    da: 'Den demoperson findes ikke. Vælg en af dem, der vises på siden.',
    en: 'There is no such demo person. Choose one of those shown on the page.',
  },
  DEMO_OFF: {
    code: 'NOT_FOUND',
    da: 'Her kan man ikke logge ind som demoperson. Log ind, som I plejer.',
    en: 'Signing in as a demo person is not possible here. Sign in the way you usually do.',
  },
  SESSION_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Det login findes ikke længere. Det er måske allerede afsluttet. Genindlæs listen.',
    en: 'That sign-in is no longer there. It may already have ended. Reload the list.',
  },
} as const satisfies Record<string, ReasonText>;
