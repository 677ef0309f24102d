/**
 * Links in mails that let somebody do one thing without signing in. What they say is sealed (AES-256-GCM, which signs
 * as it encrypts): an address or an id in a URL would end up in logs of proxies and scanners, base64 or not.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from '../crypto/derived-key.js';
import { refuse } from '../graphql/errors.js';

export interface SignedLink {
  /** `capability.verb`: a link for one thing opens no other. */
  readonly purpose: string;
  readonly tenantId: string;
  readonly subjectId: string;
  readonly personOrAddress: string;
  readonly expires: Date;
}

const nonceBytes = 12;
const tagBytes = 16;

export class SignedLinks {
  private known: Buffer | undefined;

  constructor(private readonly masterKey: Buffer | undefined) {}

  /** @returns letters, figures, `-` and `_`. That a link works once only is for the table concerned to see to. */
  sign({ purpose, tenantId, subjectId, personOrAddress, expires }: SignedLink): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key(), nonce).setAAD(Buffer.from(purpose));
    const said = JSON.stringify([tenantId, subjectId, personOrAddress, Math.floor(expires.getTime() / 1000)]);
    return Buffer.concat([nonce, cipher.update(said), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws INVALID_INPUT LINK_UNKNOWN where it is not ours, was changed, or is for something else; LINK_EXPIRED */
  open(token: string, purpose: string): SignedLink {
    const [tenantId, subjectId, personOrAddress, seconds] = this.unsealed(token, purpose);
    const expires = new Date(seconds * 1000);
    if (expires.getTime() <= Date.now()) throw refuse('LINK_EXPIRED');
    return { purpose, tenantId, subjectId, personOrAddress, expires };
  }

  private unsealed(token: string, purpose: string): [string, string, string, number] {
    if (!/^[\w-]{40,2000}$/.test(token)) throw refuse('LINK_UNKNOWN');
    const bytes = Buffer.from(token, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key(), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(-tagBytes));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString()) as [
        string,
        string,
        string,
        number,
      ];
    } catch {
      throw refuse('LINK_UNKNOWN');
    }
  }

  private key(): Buffer {
    return (this.known ??= derivedKey(this.masterKey, 'signed link'));
  }
}
