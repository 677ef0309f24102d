import { counter } from '../metrics/metrics.js';

/** sent, failed, dropped, or waiting: put back for another time. */
export const mailsTotal = counter('kvarter_mails_total', 'Mails by what became of them at a try.', ['outcome']);
