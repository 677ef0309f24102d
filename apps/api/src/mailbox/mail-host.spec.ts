import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfHost, isPublicAddress, mailHost } from './mail-host.js';

describe('an address', () => {
  it.each(['8.8.8.8', '185.1.2.3', '2a00:1450:400f::1', '2620:fe::fe'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '127.0.0.1',
    '127.255.0.3',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  it('that is written as one within is never public, whatever stands in it', () =>
    fc.assert(
      fc.property(fc.constantFrom('10', '127', '0', '192.168', '169.254'), fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }), (head, rest) => {
        const address = [...head.split('.'), ...rest].slice(0, 4).join('.');
        expect([isPublicAddress(address), isPublicAddress(`::ffff:${address}`)]).toEqual([false, false]);
      }),
    ));
});

describe('a host', () => {
  it.each([
    ['imap.kommune.dk', 'imap.kommune.dk'],
    [' IMAP.Kommune.DK. ', 'imap.kommune.dk'],
    ['185.1.2.3', '185.1.2.3'],
    ['2a00::1', '2a00::1'],
    ['localhost', 'localhost'],
    ['imap.åkøbing.dk', 'imap.xn--kbing-lra8k.dk'],
  ])('%s is kept as %s', (given, kept) => expect(mailHost(given)).toBe(kept));

  it.each([
    '',
    ' ',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '127.1',
    '017700000001',
    'a..b',
    'imap://x',
    'user@host',
    'host:993',
    'a b',
    '[::1]',
    'x\r\ny',
    '-a.dk',
  ])('%j is none', (given) => expect(mailHost(given)).toBeNull());
});

describe('the address to go to', () => {
  const to =
    (...addresses: string[]) =>
    async () =>
      addresses;
  const nowhere = async () => Promise.reject(new Error('ENOTFOUND'));

  it('is the one that was looked at', async () => {
    expect(await addressOfHost('imap.kommune.dk', 993, [], to('185.1.2.3', '2a00::1'))).toBe('185.1.2.3');
    expect(await addressOfHost('185.1.2.3', 143, [], nowhere)).toBe('185.1.2.3');
  });

  it('is none where any address of the name is within, or there is none: nobody is told which', async () => {
    for (const resolve of [to('127.0.0.1'), to('185.1.2.3', '10.0.0.1'), to('::ffff:10.0.0.1'), to(), nowhere])
      expect(await addressOfHost('imap.kommune.dk', 993, [], resolve)).toBeNull();
    expect(await addressOfHost('127.0.0.1', 993, [])).toBeNull();
    expect(await addressOfHost('169.254.169.254', 143, [])).toBeNull();
  });

  it('is none on a port of something else', async () => {
    for (const port of [22, 80, 5432, 6379, 995]) expect(await addressOfHost('imap.kommune.dk', port, [], to('185.1.2.3'))).toBeNull();
  });

  it('is within where whoever runs Kvarter says so, for that host alone', async () => {
    const allowed = ['imap.huset.local'];
    expect(await addressOfHost('imap.huset.local', 1143, allowed, to('10.0.0.5'))).toBe('10.0.0.5');
    expect(await addressOfHost('andet.huset.local', 993, allowed, to('10.0.0.5'))).toBeNull();
    expect(await addressOfHost('10.0.0.5', 993, allowed)).toBeNull();
  });
});
