import { counter } from '../platform/metrics/metrics.js';

/** read, or the fault it could not be read for. */
export const mailboxVisits = counter('kvarter_mailbox_visits_total', 'Visits to mailboxes of tenants, by what came of them.', ['outcome']);
