import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptSecret } from './secrets.mjs';

it('makes a secret once, for its owner only', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kvarter-secret-'));
  try {
    const dataDir = join(directory, 'data');
    const first = keptSecret(dataDir, 'key');
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect(keptSecret(dataDir, 'key')).toBe(first);
    expect(keptSecret(dataDir, 'other')).not.toBe(first);
    expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
