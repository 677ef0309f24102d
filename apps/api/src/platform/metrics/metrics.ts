/** What this process counts, for GET /metrics. Labels are names of ours from short lists: never a person, tenant, id or text. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();

/** @param name snake_case, begins with kvarter_, ends with its unit */
export const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> =>
  new Counter({ name, help, labelNames, registers: [registry] });

/** @param read called at every scrape to bring the value up to date */
export const gauge = <L extends string>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
  read?: (gauge: Gauge<L>) => void | Promise<void>,
): Gauge<L> =>
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    ...(read
      ? {
          collect(this: Gauge<L>) {
            return read(this);
          },
        }
      : {}),
  });

/** @param buckets upper bounds in seconds */
export const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets: readonly number[]): Histogram<L> =>
  new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [registry] });
