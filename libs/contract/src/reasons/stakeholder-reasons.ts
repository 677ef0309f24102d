import type { ReasonText } from '../reason-text.js';

/** The register of an area's stakeholders. */
export const stakeholderReasons = {
  STAKEHOLDER_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Aktøren findes ikke, eller du har ikke adgang til den. Intet er ændret. Genindlæs listen, og vælg igen.',
    en: 'The stakeholder does not exist or you do not have access to it. Nothing has changed. Reload the list and choose again.',
  },
  STAKEHOLDER_CHANGED: {
    code: 'CONFLICT',
    da: 'En af aktørerne er ændret, siden du så dem. Intet er ændret nu. Genindlæs listen, se efter, og prøv igen.',
    en: 'One of the stakeholders has changed since you saw them. Nothing has changed now. Reload the list, look and try again.',
  },
  STAKEHOLDER_ELSEWHERE: {
    code: 'INVALID_INPUT',
    da: 'De to aktører hører til hver sit område. Intet er ændret. Vælg to fra det samme område.',
    en: 'The two stakeholders belong to different areas. Nothing has changed. Choose two of the same area.',
  },
  CONSENT_MISSING: {
    code: 'INVALID_INPUT',
    da: 'Kontaktpersonen er en privatperson, og der er ikke noteret et samtykke. Derfor er oplysningerne ikke gemt. Spørg personen, og skriv hvornår og til hvad der er sagt ja, eller fjern navn, e-mail og telefon.',
    en: 'The contact is a private person and no consent has been noted, so the details are not saved. Ask the person and write when and what they agreed to, or remove name, e-mail and phone.',
  },
  CONSENT_INCOMPLETE: {
    code: 'INVALID_INPUT',
    da: 'Samtykket mangler noget: Skriv både hvilken dag det blev givet, og hvad det gælder. Intet er gemt endnu.',
    en: 'The consent lacks something: write both the day it was given and what it is for. Nothing is saved yet.',
  },
  RELATION_SELF: {
    code: 'INVALID_INPUT',
    da: 'En aktør kan ikke forbindes med sig selv. Intet er ændret. Vælg en anden aktør.',
    en: 'A stakeholder cannot be connected with itself. Nothing has changed. Choose another one.',
  },
  MERGE_SELF: {
    code: 'INVALID_INPUT',
    da: 'Det er den samme aktør to gange. Intet er ændret. Vælg to forskellige.',
    en: 'That is the same stakeholder twice. Nothing has changed. Choose two different ones.',
  },
  FEATURE_NOT_HERE: {
    code: 'INVALID_INPUT',
    da: 'Markeringen er ikke på områdets kort. Intet er gemt. Vælg en, der er der, eller sæt en ny på kortet.',
    en: 'The mark is not on the map of the area. Nothing is saved. Choose one that is there, or put a new one on the map.',
  },
  FEATURE_TAKEN: {
    code: 'CONFLICT',
    da: 'Markeringen hører allerede til en anden aktør. Intet er gemt. Vælg en anden markering, eller slå de to aktører sammen.',
    en: 'The mark already belongs to another stakeholder. Nothing is saved. Choose another mark or merge the two stakeholders.',
  },
  DATE_AHEAD: {
    code: 'INVALID_INPUT',
    da: 'Datoen passer ikke: {field} skal være i dag eller før. Intet er gemt. Ret datoen, og prøv igen.',
    en: 'The date does not fit: {field} must be today or earlier. Nothing is saved. Correct the date and try again.',
  },
  PERSPECTIVE_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Det, de fortalte, findes ikke længere, eller du har ikke adgang til det. Genindlæs siden, og vælg igen.',
    en: 'What they told is no longer there or you do not have access to it. Reload the page and choose again.',
  },
  FEEDBACK_GIVEN: {
    code: 'CONFLICT',
    da: 'De har allerede fået en tilbagemelding på det. Intet er ændret. Genindlæs siden for at se den.',
    en: 'They have already been given feedback on that. Nothing has changed. Reload the page to see it.',
  },
} as const satisfies Record<string, ReasonText>;
