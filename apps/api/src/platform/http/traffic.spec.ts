import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressOf } from './address.js';
import { TokenBuckets } from './token-buckets.js';
import { Traffic } from './traffic.js';

// Only these are looked at.
const request = (remoteAddress: string, headers: Record<string, string> = {}) => ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
const cookie = (name: string) => ({ cookie: `other=1; kvarter_session=${name.padEnd(43, '-')}` });

describe('TokenBuckets', () => {
  it('gives a burst, then as much as time brings, then the burst again', () => {
    const buckets = new TokenBuckets(3, 2);
    expect([0, 0, 0, 0].map((now) => buckets.take('a', now))).toEqual([0, 0, 0, 1]);
    expect([500, 500, 1_000].map((now) => buckets.take('a', now))).toEqual([0, 1, 0]);
    expect([60_000, 60_000, 60_000, 60_000].map((now) => buckets.take('a', now))).toEqual([0, 0, 0, 1]);
    expect(buckets.take('b', 60_000)).toBe(0);
  });

  it('says how long to wait', () => {
    const slow = new TokenBuckets(1, 0.1);
    expect([slow.take('a', 0), slow.take('a', 0), slow.take('a', 5_000)]).toEqual([0, 10, 5]);
  });

  it('remembers no more keys than it may', () => {
    const buckets = new TokenBuckets(1, 0.001, 2);
    for (const key of ['a', 'b', 'c']) buckets.take(key, 0);
    expect([buckets.take('c', 0), buckets.take('a', 0)]).toEqual([1000, 0]);
  });
});

describe('Traffic', () => {
  const burst = (traffic: Traffic, one: IncomingMessage): number => {
    let taken = 0;
    while (taken < 50_000 && traffic.take(one, 0) === 0) taken += 1;
    return taken;
  };

  it('lets one sign-in make far more than 500 requests at once, and holds it then, and only it', () => {
    const traffic = new Traffic();
    const taken = burst(traffic, request('192.0.2.1', cookie('a')));
    expect(taken).toBe(5_000);
    expect(traffic.take(request('192.0.2.2', cookie('a')), 0)).toBeGreaterThan(0);
    expect(traffic.take(request('192.0.2.1', cookie('b')), 0)).toBe(0);
  });

  it('holds an address that uses a new sign-in for each request', () => {
    const traffic = new Traffic();
    let taken = 0;
    while (taken < 50_000 && traffic.take(request('192.0.2.1', cookie(`s${taken}`)), 0) === 0) taken += 1;
    expect(taken).toBe(20_000);
  });

  it('counts sockets in and out, by sign-in, and by address where there is none', () => {
    const traffic = new Traffic();
    const mine = request('192.0.2.1', cookie('a'));
    const open = Array.from({ length: 128 }, () => traffic.open(mine));
    expect(open.every(Boolean)).toBe(true);
    expect(traffic.open(mine)).toBeUndefined();
    expect(traffic.open(request('192.0.2.1', cookie('b')))).toBeDefined();
    open[0]?.();
    expect(traffic.open(mine)).toBeDefined();
    const nobody = Array.from({ length: 129 }, () => traffic.open(request('192.0.2.9')));
    expect(nobody.filter(Boolean)).toHaveLength(128);
  });
});

describe('addressOf', () => {
  it('believes a proxy nearby about the last hop, and nobody else', () => {
    const forwarded = { 'x-forwarded-for': '198.51.100.1, 203.0.113.5' };
    for (const proxy of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '172.20.0.2', '192.168.1.1', 'fd00::1'])
      expect(addressOf(request(proxy, forwarded))).toBe('203.0.113.5');
    for (const peer of ['203.0.113.9', '172.32.0.1', '2001:db8::1']) expect(addressOf(request(peer, forwarded))).toBe(peer);
    expect(addressOf(request('127.0.0.1'))).toBe('127.0.0.1');
  });
});
