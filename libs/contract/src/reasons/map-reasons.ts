import type { ReasonText } from '../reason-text.js';

/** Edits to the shared map, and what they meet there. */
export const mapReasons = {
  FEATURE_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Markeringen findes ikke på dette kort. Din ændring er ikke gemt. Genindlæs kortet, og prøv igen.',
    en: 'The mark is not on this map. Your edit is not saved. Reload the map and try again.',
  },
  SNAPSHOT_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Det øjebliksbillede findes ikke. Vælg et andet på tidslinjen.',
    en: 'That snapshot does not exist. Choose another on the timeline.',
  },
  FIELD_CHANGED_MEANWHILE: {
    code: 'CONFLICT',
    da: 'En anden har ændret det samme imens. Den andens ændring er gemt, og din er bevaret her. Se begge, og vælg, hvad der skal stå.',
    en: 'Someone else has changed the same thing meanwhile. Their change is saved and yours is kept here. Look at both and choose what it should say.',
  },
  FEATURE_REMOVED: {
    code: 'CONFLICT',
    da: 'En anden har fjernet markeringen imens. Din ændring er bevaret her, men ikke gemt. Hent markeringen frem igen, hvis den skal blive.',
    en: 'Someone else has removed the mark meanwhile. Your edit is kept here but not saved. Restore the mark if it should stay.',
  },
  REMOVED_ALREADY: {
    code: 'CONFLICT',
    da: 'Markeringen er allerede fjernet. Du behøver ikke gøre mere.',
    en: 'The mark has already been removed. You need not do more.',
  },
  CHANGED_BEFORE_REMOVAL: {
    code: 'CONFLICT',
    da: 'En anden har ændret markeringen, siden du sidst så den. Den er ikke fjernet. Se ændringen, og fjern den så, hvis den stadig skal væk.',
    en: 'Someone else has changed the mark since you last saw it. It has not been removed. Look at the change, then remove it if it should still go.',
  },
  FEATURE_EXISTS: {
    code: 'CONFLICT',
    da: 'Markeringen er allerede på kortet. Den er ikke ændret. Ret den, der er der, i stedet.',
    en: 'The mark is already on the map. It has not been changed. Edit the one that is there instead.',
  },
  NOT_REMOVED: {
    code: 'CONFLICT',
    da: 'Markeringen er på kortet og skal ikke hentes frem. Intet er ændret. Genindlæs kortet for at se den.',
    en: 'The mark is on the map and need not be restored. Nothing has changed. Reload the map to see it.',
  },
  VERSION_AHEAD: {
    code: 'INVALID_INPUT',
    da: 'Ændringen bygger på en version af markeringen, som ikke findes. Den er ikke gemt. Genindlæs kortet, og lav ændringen igen.',
    en: 'The edit builds on a version of the mark that does not exist. It is not saved. Reload the map and make the edit again.',
  },
  EDIT_ID_REUSED: {
    code: 'INVALID_INPUT',
    da: 'Ændringens nummer er allerede brugt til en anden markering. Den er ikke gemt. Genindlæs kortet, og lav ændringen igen.',
    en: "The edit's identifier has already been used for another mark. It is not saved. Reload the map and make the edit again.",
  },
  TOO_MANY_VOICES: {
    code: 'LIMIT_EXCEEDED',
    da: 'En markering kan have højst {max} stemmer. Den nye er ikke gemt. Fjern en gammel først.',
    en: 'A mark can have {max} voices at most. The new one is not saved. Remove an old one first.',
  },
  TOO_MANY_EDITS: {
    code: 'LIMIT_EXCEEDED',
    da: 'Der er flere end {max} ændringer i én sending. Ingen af dem er gemt. Send dem i mindre portioner.',
    en: 'There are more than {max} edits in one call. None of them is saved. Send them in smaller portions.',
  },
  MAP_FROZEN: {
    code: 'FORBIDDEN',
    da: 'Mødelederen har låst kortet. Det, du har skrevet, er bevaret her, men ikke gemt. Prøv igen, når kortet er låst op.',
    en: 'The host has frozen the map. What you wrote is kept here but not saved. Try again when it is open.',
  },
} as const satisfies Record<string, ReasonText>;
