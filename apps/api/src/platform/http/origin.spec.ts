import { describe, expect, it } from 'vitest';
import { isOurOrigin } from './origin.js';

const publicUrl = 'https://kvarter.example:8443';

describe('isOurOrigin', () => {
  it.each([
    ['nothing said, by no browser', {}, true],
    ['the public address', { origin: 'https://kvarter.example:8443', host: 'anything' }, true],
    ['this machine, as asked for', { origin: 'http://127.0.0.1:4600', host: '127.0.0.1:4600' }, true],
    ['this machine by name', { origin: 'http://localhost:4600', host: 'localhost:4600' }, true],
    ['this machine, IPv6', { origin: 'http://[::1]:4600', host: '[::1]:4600' }, true],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999', host: '127.0.0.1:4600' }, false],
    ['another name of this machine', { origin: 'http://localhost:4600', host: '127.0.0.1:4600' }, false],
    ['the public host over http', { origin: 'http://kvarter.example:8443', host: 'kvarter.example:8443' }, false],
    ['the public host on another port', { origin: 'https://kvarter.example', host: 'kvarter.example' }, false],
    ['a foreign name that points here', { origin: 'http://evil.example:4600', host: 'evil.example:4600' }, false],
    ['a name that only begins like ours', { origin: 'https://kvarter.example:8443.evil.example', host: 'x' }, false],
    ['a name that only begins like this machine', { origin: 'http://127.0.0.1.evil.example', host: '127.0.0.1.evil.example' }, false],
    ['a page without an origin', { origin: 'null', host: '127.0.0.1:4600' }, false],
    ['a browser that says cross-site without an origin', { 'sec-fetch-site': 'cross-site' }, false],
    ['a browser on the same site but another host', { 'sec-fetch-site': 'same-site' }, false],
    ['a browser on the same page', { 'sec-fetch-site': 'same-origin' }, true],
  ])('%s', (_name, headers, ours) => {
    expect(isOurOrigin(headers, publicUrl)).toBe(ours);
  });
});
