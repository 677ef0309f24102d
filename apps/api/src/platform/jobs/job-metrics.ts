import { counter, gauge, histogram } from '../metrics/metrics.js';

/** Seconds a job took, by its outcome: done or failed. */
export const jobSeconds = histogram('kvarter_job_seconds', 'How long jobs take.', ['name', 'outcome'], [0.01, 0.05, 0.2, 1, 5, 30, 120]);

export const jobsGivenUp = counter('kvarter_jobs_given_up_total', 'Jobs that failed for the last time.', ['name']);

let depths: (() => Promise<Record<string, number>>) | undefined;

/** How long the queue is, read at every scrape. */
export function measureQueue(read: typeof depths): void {
  depths = read;
}

gauge('kvarter_jobs', 'Jobs by their state.', ['state'], async (jobs) => {
  // A queue that doesn't answer is for /readyz to tell.
  const counts = await depths?.().catch(() => undefined);
  for (const [state, count] of Object.entries(counts ?? {})) jobs.set({ state }, count);
});
