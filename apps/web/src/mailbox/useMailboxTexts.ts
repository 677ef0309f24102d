import { useTexts } from '../platform/i18n/texts';
import { da } from './mailbox.da';
import { en } from './mailbox.en';

export const useMailboxTexts = () => useTexts({ da, en });
