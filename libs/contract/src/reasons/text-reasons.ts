import type { ReasonText } from '../reason-text.js';

/** What is written in a field. */
export const textReasons = {
  NAME_EMPTY: {
    code: 'INVALID_INPUT',
    da: 'Navnet mangler. Det er ikke gemt endnu. Skriv et navn, og gem igen.',
    en: 'The name is missing. It is not saved yet. Write a name and save again.',
  },
  NAME_TOO_LONG: {
    code: 'INVALID_INPUT',
    da: 'Navnet må højst være {max} tegn. Det er ikke gemt endnu. Forkort navnet, og skriv resten i beskrivelsen.',
    en: 'The name may be {max} characters at most. It is not saved yet. Shorten it and put the rest in the description.',
  },
  FIELD_EMPTY: {
    code: 'INVALID_INPUT',
    da: 'Her mangler noget: {field} skal udfyldes. Det er ikke gemt endnu. Udfyld feltet, og gem igen.',
    en: 'Something is missing: {field} must be filled in. It is not saved yet. Fill in the field and save again.',
  },
  TEXT_TOO_LONG: {
    code: 'INVALID_INPUT',
    da: 'Teksten er for lang: {field} må højst være {max} tegn. Det er ikke gemt endnu. Forkort teksten, og gem igen.',
    en: 'The text is too long: {field} may be {max} characters at most. It is not saved yet. Shorten it and save again.',
  },
  CPR_NUMBER: {
    code: 'INVALID_INPUT',
    da: 'Det ligner et CPR-nummer: {field} er ikke gemt. Kortet handler om steder og grupper, aldrig om enkelte personer. Fjern nummeret, og gem igen.',
    en: 'That looks like a civil registration (CPR) number: {field} has not been saved. The map is about places and groups, never about single persons. Take the number out and save again.',
  },
  VALUE_INVALID: {
    code: 'INVALID_INPUT',
    da: 'Noget kan ikke læses: {field} har en forkert form. Intet er gemt. Ret feltet, og prøv igen.',
    en: 'Something cannot be read: {field} has the wrong form. Nothing is saved. Correct the field and try again.',
  },
  NUMBER_OUT_OF_RANGE: {
    code: 'INVALID_INPUT',
    da: 'Tallet passer ikke: {field} skal være fra {min} til {max}. Intet er ændret. Ret tallet, og prøv igen.',
    en: 'The number does not fit: {field} must be from {min} to {max}. Nothing has changed. Correct it and try again.',
  },
  DETAIL_NOT_OF_KIND: {
    code: 'INVALID_INPUT',
    da: 'Et felt hører ikke til den slags markering: {field} kan ikke udfyldes her. Det er ikke gemt. Tøm feltet, eller vælg en anden type.',
    en: 'A field does not belong to this kind of mark: {field} cannot be filled in here. It is not saved. Empty the field or choose another kind.',
  },
} as const satisfies Record<string, ReasonText>;
