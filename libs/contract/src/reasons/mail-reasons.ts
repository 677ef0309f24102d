import type { ReasonText } from '../reason-text.js';

/** Mails and the links in them. */
export const mailReasons = {
  MAIL_ADDRESS_INVALID: {
    code: 'INVALID_INPUT',
    da: 'Det er ikke en mailadresse. Intet er sendt. Skriv den som navn@eksempel.dk, og prøv igen.',
    en: 'That is not an e-mail address. Nothing has been sent. Write it as name@example.dk and try again.',
  },
  MAIL_KIND_UNKNOWN: {
    code: 'INVALID_INPUT',
    da: 'En af mailtyperne findes ikke, eller den kan ikke slås fra. Intet er ændret. Genindlæs siden, og vælg igen.',
    en: 'One of the kinds of mail does not exist, or cannot be turned off. Nothing has changed. Reload the page and choose again.',
  },
  LINK_UNKNOWN: {
    code: 'INVALID_INPUT',
    da: 'Linket kan ikke læses; måske er det ikke kommet med i sin helhed. Intet er ændret. Kopiér hele linket fra mailen, og prøv igen.',
    en: 'The link cannot be read; perhaps not all of it came along. Nothing has changed. Copy the whole link from the mail and try again.',
  },
  LINK_EXPIRED: {
    code: 'INVALID_INPUT',
    da: 'Linket er udløbet. Intet er ændret. Brug linket i en nyere mail, eller log ind.',
    en: 'The link has expired. Nothing has changed. Use the link in a newer mail, or sign in.',
  },
} as const satisfies Record<string, ReasonText>;
