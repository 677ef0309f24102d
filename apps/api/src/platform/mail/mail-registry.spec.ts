import { MetadataScanner } from '@nestjs/core';
import type { DiscoveryService } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { defineMail, Mail, type MailContent, MailFault } from './mail.js';
import { MailRegistry } from './mail-registry.js';

const one = defineMail({ kind: 'registry.one', name: { da: 'Ål', en: 'Eel' }, duty: true });
const two = defineMail({ kind: 'registry.two', name: { da: 'Zebra', en: 'Zebra' } });

class One {
  readonly subject = 'Til dig';

  @Mail(one)
  async write(): Promise<MailContent> {
    return { subject: this.subject, lines: [] };
  }
}

class Two {
  @Mail(two)
  async write(): Promise<null> {
    return null;
  }
}

class OneAgain {
  @Mail(one)
  async again(): Promise<null> {
    return null;
  }
}

const registryOf = (...instances: unknown[]): MailRegistry =>
  new MailRegistry(
    { getProviders: () => [{ instance: null }, ...instances.map((instance) => ({ instance }))] } as unknown as DiscoveryService,
    new MetadataScanner(),
  );
const mail = { ids: {}, locale: 'da', to: { personId: null, name: '', address: '' }, tenant: { id: '', slug: '', name: '' } } as const;

describe('MailRegistry', () => {
  it('knows who writes what, and lists the kinds as a reader of the language would', async () => {
    const registry = registryOf(new One(), new Two());
    registry.onModuleInit();
    expect(await registry.get('registry.one')?.write(mail)).toEqual({ subject: 'Til dig', lines: [] });
    expect(registry.get('registry.three')).toBeUndefined();
    expect(registry.kinds('da').map(({ kind }) => kind)).toEqual(['registry.two', 'registry.one']);
    expect(registry.kinds('en').map(({ kind }) => kind)).toEqual(['registry.one', 'registry.two']);
  });

  it('stops the start where a kind has no writer or two', () => {
    expect(() => registryOf(new One()).onModuleInit()).toThrow('Nobody writes registry.two');
    expect(() => registryOf(new One(), new Two(), new OneAgain()).onModuleInit()).toThrow('More than one method writes registry.one');
  });

  it('takes no name twice, and none that isn’t one', () => {
    expect(() => defineMail({ kind: 'registry.one', name: { da: '', en: '' } })).toThrow(MailFault);
    expect(() => defineMail({ kind: 'Mette Holm', name: { da: '', en: '' } })).toThrow(MailFault);
  });
});
