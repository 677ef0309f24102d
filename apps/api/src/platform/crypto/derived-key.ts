import { hkdfSync } from 'node:crypto';
import { ConfigError } from '../../config.js';

/**
 * A key of its own for each use, from the master key (HKDF with SHA-256, RFC 5869): one that leaks tells nothing of the others.
 * @param use a name of ours, never changed again
 * @returns 32 bytes
 * @throws ConfigError where there is no master key
 */
export function derivedKey(masterKey: Buffer | undefined, use: string): Buffer {
  if (!masterKey) throw new ConfigError('KVARTER_MASTER_KEY is missing: links in mails are sealed with it. `openssl rand -base64 32` makes one.');
  return Buffer.from(hkdfSync('sha256', masterKey, '', `kvarter ${use}`, 32));
}
