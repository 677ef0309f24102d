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
  ROLE_BY_ADMIN: {
    code: 'FORBIDDEN',
    da: 'Den rolle giver kun en lokal administrator. Personen er ikke tilføjet. Vælg en anden rolle, eller bed administratoren om at gøre det.',
    en: 'Only a local administrator gives that role. The person has not been added. Choose another role or ask the administrator to do it.',
  },
  ONLY_OWN_CONTACT: {
    code: 'FORBIDDEN',
    da: 'Du kan rette din egen e-mail og telefon. Intet er ændret. Resten retter en koordinator eller lokal administrator.',
    en: 'You can change your own e-mail and phone. Nothing has changed. A coordinator or local administrator changes the rest.',
  },
  EMAIL_INVALID: {
    code: 'INVALID_INPUT',
    da: 'E-mailadressen kan ikke bruges. Den er ikke gemt. Skriv én adresse, for eksempel navn@kommune.dk.',
    en: 'The e-mail address cannot be used. It is not saved. Write one address, for example name@municipality.dk.',
  },
  EMAIL_TAKEN: {
    code: 'CONFLICT',
    da: 'En anden i kommunen har allerede den e-mailadresse. Intet er gemt. Se efter, om personen står på listen, eller skriv en anden adresse.',
    en: 'Someone else in the municipality already has that e-mail address. Nothing is saved. See whether the person is on the list, or write another address.',
  },
  PHONE_INVALID: {
    code: 'INVALID_INPUT',
    da: 'Telefonnummeret kan ikke læses. Det er ikke gemt. Skriv mindst otte cifre, gerne med + foran landekoden.',
    en: 'The phone number cannot be read. It is not saved. Write at least eight digits, with + before the country code if you like.',
  },
  TERM_UNKNOWN: {
    code: 'INVALID_INPUT',
    da: 'Den rolle eller det forum findes ikke. Intet er ændret. Genindlæs siden, og vælg fra listen.',
    en: 'That role or forum does not exist. Nothing has changed. Reload the page and choose from the list.',
  },
} as const satisfies Record<string, ReasonText>;
