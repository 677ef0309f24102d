import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countOf } from './suites.mjs';

const directory = mkdtempSync(join(tmpdir(), 'kvarter-suites-'));
afterAll(() => rmSync(directory, { recursive: true }));

type TestFile = { name: string; status: string; message?: string; assertionResults: { status: string; fullName?: string; failureMessages?: string[] }[] };

function report(testResults: TestFile[]) {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string) => all.filter((result) => result.status === status).length;
  const path = join(directory, 'report.json');
  writeFileSync(
    path,
    JSON.stringify({ numPassedTests: count('passed'), numFailedTests: count('failed'), numPendingTests: count('pending'), numTodoTests: 0, testResults }),
  );
  return path;
}

const passed = { name: '/a.spec.ts', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] };

describe('countOf', () => {
  it('counts tests', () => {
    const failed = { status: 'failed', fullName: 'a door opens', failureMessages: ['it is shut\nat door.ts'] };
    const file = { name: '/b.spec.ts', status: 'failed', assertionResults: [failed, { status: 'passed' }] };
    const failures = ['b.spec.ts: a door opens: it is shut'];
    expect(countOf(report([passed, file]), 1)).toEqual({ passed: 2, failed: 1, skipped: 1, failures });
  });

  it('counts a file that could not be loaded', () => {
    const file = { name: '/b.spec.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(countOf(report([passed, file]), 1)).toEqual({ passed: 1, failed: 1, skipped: 1, failures: ['b.spec.ts: no such module'] });
  });

  it('counts a failure outside of any test, with a report and without one', () => {
    expect(countOf(report([passed]), 1).failed).toBe(1);
    expect(countOf(join(directory, 'none'), null)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
    expect(countOf(join(directory, 'none'), 0)).toEqual({ passed: 0, failed: 0, skipped: 0, failures: [] });
  });
});
