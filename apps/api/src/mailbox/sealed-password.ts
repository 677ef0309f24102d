/** Passwords of mailboxes as they are kept: AES-256-GCM under a key of their own, bound to the tenant they are for. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from '../platform/crypto/derived-key.js';

const nonceBytes = 12;
const tagBytes = 16;

const keyOf = (masterKey: Buffer | undefined): Buffer => derivedKey(masterKey, 'mailbox password');

/** @returns nonce, ciphertext and tag. @throws ConfigError where there is no master key */
export function sealPassword(masterKey: Buffer | undefined, tenantId: string, password: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(masterKey), nonce).setAAD(Buffer.from(tenantId));
  return Buffer.concat([nonce, cipher.update(password, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @returns null where it was sealed under another key, for another tenant, or was changed. @throws ConfigError as above */
export function openPassword(masterKey: Buffer | undefined, tenantId: string, sealed: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(masterKey), sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(tenantId)).setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
