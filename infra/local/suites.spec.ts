import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countOf } from './suites.mjs';

const directory = mkdtempSync(join(tmpdir(), 'kvarter-suites-'));
afterAll(() => rmSync(directory, { recursive: true }));

function report(testResults: { status: string; assertionResults: { status: string }[] }[]) {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string) => all.filter((result) => result.status === status).length;
  const path = join(directory, 'report.json');
  writeFileSync(
    path,
    JSON.stringify({ numPassedTests: count('passed'), numFailedTests: count('failed'), numPendingTests: count('pending'), numTodoTests: 0, testResults }),
  );
  return path;
}

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] };

describe('countOf', () => {
  it('counts tests', () => {
    expect(countOf(report([passed, { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }]), 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
    });
  });

  it('counts a file that could not be loaded', () => {
    expect(countOf(report([passed, { status: 'failed', assertionResults: [] }]), 1)).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });

  it('counts a failure outside of any test, with a report and without one', () => {
    expect(countOf(report([passed]), 1).failed).toBe(1);
    expect(countOf(join(directory, 'none'), null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countOf(join(directory, 'none'), 0)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
