import { randomBytes, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../config.js';
import { SignedLinks } from './signed-link.js';

const links = new SignedLinks(randomBytes(32));
const link = { purpose: 'mail.unsubscribe', tenantId: randomUUID(), subjectId: 'mail.news', personOrAddress: 'mette@aakoebing.dk' };
const later = () => new Date(Math.ceil(Date.now() / 1000 + 60) * 1000);

describe('a signed link', () => {
  it('says what it was given, once opened for its purpose', () => {
    const expires = later();
    expect(links.open(links.sign({ ...link, expires }), link.purpose)).toEqual({ ...link, expires });
  });

  it('shows nothing of it to who reads the address', () => {
    const token = links.sign({ ...link, expires: later() });
    expect(token).toMatch(/^[\w-]+$/);
    const read = Buffer.from(token, 'base64url').toString('latin1');
    for (const word of [link.tenantId, 'mette', 'aakoebing', 'news']) expect(token + read).not.toContain(word);
    expect(links.sign({ ...link, expires: later() })).not.toBe(token);
  });

  it('opens nothing else, nothing changed, and nothing of another installation', () => {
    const token = links.sign({ ...link, expires: later() });
    expect(() => links.open(token, 'meetings.answer')).toThrow('LINK_UNKNOWN');
    expect(() => new SignedLinks(randomBytes(32)).open(token, link.purpose)).toThrow('LINK_UNKNOWN');
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'B', '-', '', '.', 'ab'), (at, put) => {
        const changed = token.slice(0, at) + put + token.slice(at + 1);
        // Letters after the last whole byte mean nothing.
        fc.pre(!Buffer.from(changed, 'base64url').equals(Buffer.from(token, 'base64url')));
        expect(() => links.open(changed, link.purpose)).toThrow('LINK_UNKNOWN');
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => links.open(text, link.purpose)).toThrow('LINK_UNKNOWN');
      }),
    );
  });

  it('ends', () => {
    expect(() => links.open(links.sign({ ...link, expires: new Date(Date.now() - 1000) }), link.purpose)).toThrow('LINK_EXPIRED');
  });

  it('can’t be made without a master key', () => {
    expect(() => new SignedLinks(undefined).sign({ ...link, expires: later() })).toThrow(ConfigError);
  });
});
