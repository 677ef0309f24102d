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
  MAILBOX_HOST_INVALID: {
    code: 'INVALID_INPUT',
    da: 'Det er ikke navnet på en mailserver. Intet er gemt. Skriv det uden http og uden port, for eksempel imap.kommune.dk.',
    en: 'That is not the name of a mail server. Nothing is saved. Write it without http and without a port, such as imap.example.dk.',
  },
  MAILBOX_PORT_INVALID: {
    code: 'INVALID_INPUT',
    da: 'Porten kan ikke bruges. Intet er gemt. Vælg 993, eller 143 med STARTTLS.',
    en: 'That port cannot be used. Nothing is saved. Choose 993, or 143 with STARTTLS.',
  },
  MAILBOX_ADDRESS_INVALID: {
    code: 'INVALID_INPUT',
    da: 'Postkassens adresse er ikke en mailadresse. Intet er gemt. Skriv den som navn@eksempel.dk.',
    en: 'The address of the mailbox is not an e-mail address. Nothing is saved. Write it as name@example.dk.',
  },
  MAILBOX_PASSWORD_NEEDED: {
    code: 'INVALID_INPUT',
    da: 'Adgangskoden mangler. Intet er gemt. Skriv den; det skal den også, når server eller bruger er ændret.',
    en: 'The password is missing. Nothing is saved. Write it; it is also needed when the server or the user has changed.',
  },
  MAILBOX_UNSEALABLE: {
    code: 'CONFLICT',
    da: 'Denne installation kan ikke gemme adgangskoder sikkert. Intet er gemt. Bed driften om at sætte KVARTER_MASTER_KEY.',
    en: 'This installation cannot keep passwords safely. Nothing is saved. Ask those who run it to set KVARTER_MASTER_KEY.',
  },
} as const satisfies Record<string, ReasonText>;
