import type { da } from './mail.da';
import type { Translation } from '../platform/i18n/texts';

/** In words, from a code of ours or a mail server's figures (RFC 3463). */
export function whyUndelivered(reason: string, texts: Translation<typeof da>['failed']): string {
  if (reason === 'NO_ADDRESS') return texts.noAddress;
  if (reason === 'BAD_ADDRESS') return texts.badAddress;
  if (reason === 'OUTCOME_UNKNOWN') return texts.unsure;
  if (!/^\d/.test(reason)) return texts.fault;
  if (/ [45]\.1\.\d+$/.test(reason)) return texts.unknown(reason);
  return / [45]\.2\.2$/.test(reason) ? texts.full(reason) : texts.refused(reason);
}
