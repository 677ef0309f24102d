/** The policies of the logins, and each of them with one of its conditions left out. */
import type { Client } from 'pg';
import type { Verb } from './observe.js';

export interface Weakened {
  readonly table: string;
  readonly policy: string;
  /** What was left out. */
  readonly without: string;
  /** What its command lets one do. */
  readonly verbs: readonly Verb[];
  /** Puts the weaker policy in the place of the one that holds. */
  readonly sql: string;
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly cmd: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL';
  readonly using: string | null;
  readonly check: string | null;
}

const verbsOf: Record<Policy['cmd'], readonly Verb[]> = {
  SELECT: ['read'],
  INSERT: ['write', 'write otherwise'],
  UPDATE: ['change', 'change otherwise', 'move'],
  DELETE: ['remove'],
  ALL: ['read', 'write', 'write otherwise', 'change', 'change otherwise', 'move', 'remove'],
};

export async function policiesFor(admin: Client, group: string): Promise<Policy[]> {
  const { rows } = await admin.query<Policy>(
    `select format('%I.%I', schemaname, tablename) as table, policyname as name, cmd, qual as using, with_check as check
     from pg_policies where $1 = any (roles) or 'public' = any (roles) order by 1, 2`,
    [group],
  );
  return rows;
}

/** Everything a policy asks, left out by turns wherever it stands; and a policy that asks nothing. */
export function weaker(policy: Policy, group: string): Weakened[] {
  const conditions = [...new Set([...conditionsOf(policy.using), ...conditionsOf(policy.check)])];
  const made = (without: string, keeps: (condition: string) => boolean): Weakened => ({
    table: policy.table,
    policy: policy.name,
    without,
    verbs: verbsOf[policy.cmd],
    sql: rewritten(policy, group, keeps),
  });
  return [...conditions.map((condition) => made(condition, (one) => one !== condition)), ...(conditions.length > 1 ? [made('everything', () => false)] : [])];
}

/** SQL that puts a policy with those of its conditions that are kept in its own place. */
export function rewritten({ table, name, cmd, using, check }: Policy, group: string, keeps: (condition: string) => boolean = () => true): string {
  const clause = (word: string, expression: string | null) =>
    expression === null ? '' : ` ${word} (${conditionsOf(expression).filter(keeps).join(' and ') || 'true'})`;
  return `drop policy ${name} on ${table}; create policy ${name} on ${table} for ${cmd} to ${group}${clause('using', using)}${clause('with check', check)}`;
}

/** What stands between the ANDs of an expression as PostgreSQL writes it: `((a) AND (b))`. */
function conditionsOf(expression: string | null): string[] {
  if (expression === null) return [];
  const inner = expression.replaceAll(/^\(|\)$/g, '');
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '(') depth += 1;
    if (inner[at] === ')') depth -= 1;
    if (depth > 0 || !inner.startsWith(' AND ', at)) continue;
    parts.push(inner.slice(from, at));
    from = at + ' AND '.length;
  }
  return [...parts, inner.slice(from)];
}
