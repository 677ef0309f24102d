import { useTexts } from './i18n/texts';
import { da } from './platform.da';
import { en } from './platform.en';

/** Words that belong to no one capability: navigation, roles, saving, what went wrong. */
export const usePlatformTexts = () => useTexts({ da, en });
