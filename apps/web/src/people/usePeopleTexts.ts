import { useTexts } from '../platform/i18n/texts';
import { da } from './people.da';
import { en } from './people.en';

export const usePeopleTexts = () => useTexts({ da, en });
