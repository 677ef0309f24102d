import type { ReasonText } from '../reason-text.js';

/** The people of a municipality and their roles. */
export const peopleReasons = {
  MEMBER_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Personen er ikke med i kommunen. Intet er ændret. Genindlæs listen, og vælg igen.',
    en: 'That person is not a member of the municipality. Nothing has changed. Reload the list and choose again.',
  },
  ROLE_UNKNOWN: {
    code: 'INVALID_INPUT',
    da: 'En af rollerne findes ikke. Intet er ændret. Vælg roller fra listen.',
    en: 'One of the roles does not exist. Nothing has changed. Choose roles from the list.',
  },
  ROLE_MISSING: {
    code: 'INVALID_INPUT',
    da: 'En person skal have mindst én rolle. Intet er ændret. Vælg en rolle, eller afslut medlemskabet.',
    en: 'A person needs at least one role. Nothing has changed. Choose a role or end the membership.',
  },
  LAST_ADMIN: {
    code: 'CONFLICT',
    da: 'Det er kommunens sidste lokale administrator. Intet er ændret. Giv først rollen til en anden.',
    en: 'This is the last local administrator of the municipality. Nothing has changed. Give the role to someone else first.',
  },
} as const satisfies Record<string, ReasonText>;
