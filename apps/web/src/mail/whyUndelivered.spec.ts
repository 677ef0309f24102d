import { expect, it } from 'vitest';
import { en } from './mail.en';
import { whyUndelivered } from './whyUndelivered';

it.each([
  ['NO_ADDRESS', en.failed.noAddress],
  ['BAD_ADDRESS', en.failed.badAddress],
  ['OUTCOME_UNKNOWN', en.failed.unsure],
  ['NOT_WRITTEN', en.failed.fault],
  ['550 5.1.1', 'There is no such address (550 5.1.1)'],
  ['552 5.2.2', 'The recipient’s mailbox is full (552 5.2.2)'],
  ['554 5.7.1', 'The recipient’s mail server did not take it (554 5.7.1)'],
  ['554', 'The recipient’s mail server did not take it (554)'],
])('%s is said in words', (reason, words) => expect(whyUndelivered(reason, en.failed)).toBe(words));
