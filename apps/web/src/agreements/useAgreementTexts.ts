import { useTexts } from '../platform/i18n/texts';
import { da } from './agreements.da';
import { en } from './agreements.en';

export const useAgreementTexts = () => useTexts({ da, en });
