import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DamagedDocumentList, PersistedDocuments } from './persisted-documents.js';

const hash = createHash('sha256').update('{ a }').digest('hex');

describe('PersistedDocuments', () => {
  it('knows a document by its hash, with or without the name of the algorithm', () => {
    for (const id of [hash, `sha256:${hash}`]) {
      const documents = new PersistedDocuments({ [id]: '{ a }' });
      expect([documents.text(hash), documents.text(`sha256:${hash}`), documents.text('0'), documents.has(hash)]).toEqual(['{ a }', '{ a }', undefined, true]);
    }
  });

  it('refuses a list in which a text was changed', () => {
    expect(() => new PersistedDocuments({ [hash]: '{ b }' })).toThrow(DamagedDocumentList);
  });

  it('is empty where there is no list', () => {
    expect(PersistedDocuments.from('/nowhere/persisted-documents.json').size).toBe(0);
  });
});
