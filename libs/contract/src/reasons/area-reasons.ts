import type { ReasonText } from '../reason-text.js';

/** Areas, their tree and the files they are imported from. */
export const areaReasons = {
  AREA_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Området findes ikke, eller du har ikke adgang til det. Gå til oversigten, og vælg et område.',
    en: 'The area does not exist or you do not have access to it. Go to the overview and choose one.',
  },
  PARENT_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Det område, det nye skulle ligge under, findes ikke, eller du har ikke adgang til det. Intet er gemt. Vælg et andet.',
    en: 'The area the new one should lie under does not exist or you do not have access to it. Nothing is saved. Choose another.',
  },
  AREA_TOO_DEEP: {
    code: 'INVALID_INPUT',
    da: 'Områder kan ligge i højst {max} niveauer. Intet er gemt. Læg det nye område et niveau højere.',
    en: 'Areas can lie in {max} levels at most. Nothing is saved. Put the new area one level higher.',
  },
  AREA_CYCLE: {
    code: 'INVALID_INPUT',
    da: 'Et område kan ikke ligge under sig selv. Intet er ændret. Vælg et andet overordnet område.',
    en: 'An area cannot lie under itself. Nothing has changed. Choose another area above it.',
  },
  FILE_NOT_JSON: {
    code: 'INVALID_INPUT',
    da: 'Filen kan ikke læses som GeoJSON. Intet er gemt. Eksportér den igen som GeoJSON, og vælg den på ny.',
    en: 'The file cannot be read as GeoJSON. Nothing is saved. Export it again as GeoJSON and choose it anew.',
  },
  FILE_WITHOUT_AREAS: {
    code: 'INVALID_INPUT',
    da: 'Der er ingen områder i filen. Intet er gemt. Vælg en GeoJSON-fil med flader.',
    en: 'There are no areas in the file. Nothing is saved. Choose a GeoJSON file with zones.',
  },
  FILE_TOO_MANY_AREAS: {
    code: 'LIMIT_EXCEEDED',
    da: 'Der er flere end {max} områder i filen. Intet er gemt. Del filen op i mindre.',
    en: 'There are more than {max} areas in the file. Nothing is saved. Split it into smaller ones.',
  },
} as const satisfies Record<string, ReasonText>;
