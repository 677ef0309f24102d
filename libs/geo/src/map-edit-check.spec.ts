import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type EditInput } from './map-edit.js';
import { checkEdit } from './map-edit-check.js';

const edit = (more: object): EditInput => ({ editId: 'e', featureId: 'f', baseVersion: 1, op: 'UPDATE', ...more });
const faultsOf = (more: object): (string | undefined)[][] => checkEdit(edit(more)).faults.map(({ reason, path }) => [reason, path]);
const voice = { id: 'v', capacity: 'beboer', stance: 'SAYS', saidOn: '2026-05-14' };

describe('checkEdit', () => {
  it('takes a whole edit and cleans its texts, places and lists', () => {
    const { edit: clean, faults } = checkEdit(
      edit({
        kind: 'UNSAFE_ZONE',
        name: '  Stien\u0000 ',
        note: '   ',
        geometry: { type: 'Point', coordinates: [12, 55, 7] },
        details: { times: ['NIGHT', 'EVENING', 'NIGHT'], couldHelp: ' ' },
        addVoices: [{ ...voice, capacity: ' beboer ' }],
        withdrawVoices: ['w'],
      }),
    );
    expect(faults).toEqual([]);
    expect(clean).toEqual(
      edit({
        kind: 'UNSAFE_ZONE',
        name: 'Stien',
        note: null,
        geometry: { type: 'Point', coordinates: [12, 55] },
        details: { times: ['EVENING', 'NIGHT'], couldHelp: null },
        addVoices: [voice],
        withdrawVoices: ['w'],
      }),
    );
  });

  it('keeps absent apart from null', () => {
    expect(checkEdit(edit({})).edit).toEqual(edit({}));
    expect(checkEdit(edit({ note: null, geometry: null, details: null })).edit).toEqual(edit({ note: null, geometry: null, details: null }));
    expect(checkEdit(edit({ details: { times: [] } })).edit.details).toEqual({ times: null });
  });

  it('drops fields from edits that carry none', () => {
    expect(checkEdit(edit({ op: 'REMOVE', name: '' }))).toEqual({ edit: edit({ op: 'REMOVE' }), faults: [] });
  });

  it.each([
    [{ name: '  ' }, 'NAME_EMPTY', 'name'],
    [{ name: null }, 'NAME_EMPTY', 'name'],
    [{ op: 'CREATE', baseVersion: 0, kind: 'NOTE' }, 'NAME_EMPTY', 'name'],
    [{ op: 'CREATE', baseVersion: 0, name: 'a' }, 'FIELD_EMPTY', 'kind'],
    [{ kind: null }, 'FIELD_EMPTY', 'kind'],
    [{ kind: 'constructor' }, 'VALUE_INVALID', 'kind'],
    [{ name: 'æ'.repeat(121) }, 'NAME_TOO_LONG', 'name'],
    [{ note: 'x'.repeat(2001) }, 'TEXT_TOO_LONG', 'note'],
    [{ details: { couldHelp: 'x'.repeat(2001) } }, 'TEXT_TOO_LONG', 'details.couldHelp'],
    [{ details: { activity: 'x'.repeat(301) } }, 'TEXT_TOO_LONG', 'details.activity'],
    [{ name: 'Ring 010203-1234' }, 'CPR_NUMBER', 'name'],
    [{ note: '0102031234' }, 'CPR_NUMBER', 'note'],
    [{ details: { group: '010203 1234' } }, 'CPR_NUMBER', 'details.group'],
    [{ details: { times: ['NOON'] } }, 'VALUE_INVALID', 'details.times'],
    [{ details: { consent: 'ja' } }, 'VALUE_INVALID', 'details.consent'],
    [{ note: 7 }, 'VALUE_INVALID', 'note'],
    [{ geometry: { type: 'Point', coordinates: [null, 1] } }, 'GEOMETRY_BAD_COORDINATE', 'geometry.coordinates'],
    [{ geometry: 'x' }, 'GEOMETRY_NOT_OBJECT', 'geometry'],
    [{ addVoices: [{ ...voice, capacity: '' }] }, 'FIELD_EMPTY', 'addVoices[0].capacity'],
    [{ addVoices: [voice, { ...voice, capacity: 'Beboer 010203-1234' }] }, 'CPR_NUMBER', 'addVoices[1].capacity'],
    [{ addVoices: [{ ...voice, capacity: 'x'.repeat(121) }] }, 'TEXT_TOO_LONG', 'addVoices[0].capacity'],
    [{ addVoices: [{ ...voice, stance: 'MAYBE' }] }, 'VALUE_INVALID', 'addVoices[0].stance'],
    [{ addVoices: [{ ...voice, saidOn: '2026-02-30' }] }, 'VALUE_INVALID', 'addVoices[0].saidOn'],
    [{ addVoices: [{ ...voice, saidOn: 'i går' }] }, 'VALUE_INVALID', 'addVoices[0].saidOn'],
    [{ baseVersion: -1 }, 'VALUE_INVALID', 'baseVersion'],
    [{ baseVersion: 1.5 }, 'VALUE_INVALID', 'baseVersion'],
    [{ op: 'DROP' }, 'VALUE_INVALID', 'baseVersion'],
  ])('%j is %s at %s', (more, reason, path) => expect(faultsOf(more)).toEqual([[reason, path]]));

  it('takes the longest texts there may be, counted as people do', () => {
    expect(faultsOf({ name: '😀'.repeat(120), note: 'ø'.repeat(2000) })).toEqual([]);
  });

  it('names every fault at once, so that all can be mended together', () => {
    expect(faultsOf({ name: '', note: '010203-1234', details: { times: 'NIGHT' } })).toHaveLength(3);
  });

  it('makes of anything typed an edit that says the same when checked again, and that can be decided on', () => {
    const typed = fc.record(
      {
        op: fc.constantFrom('CREATE', 'UPDATE'),
        baseVersion: fc.nat(2),
        kind: fc.constantFrom('NOTE', 'UNSAFE_ZONE', null),
        name: fc.option(fc.string({ unit: 'grapheme' })),
        note: fc.option(fc.string({ unit: 'binary' })),
        geometry: fc.anything(),
        details: fc.option(
          fc.record({ times: fc.anything(), couldHelp: fc.option(fc.string({ unit: 'binary' })), consent: fc.anything() }, { requiredKeys: [] }),
        ),
      },
      { requiredKeys: ['op', 'baseVersion'] },
    );
    fc.assert(
      fc.property(typed, (more) => {
        const { edit: clean, faults } = checkEdit(edit(more));
        if (faults.length > 0) return;
        expect(checkEdit(clean)).toEqual({ edit: clean, faults: [] });
        expect(JSON.parse(JSON.stringify(clean))).toEqual(JSON.parse(JSON.stringify(checkEdit(JSON.parse(JSON.stringify(clean))).edit)));
        decide(clean, { head: null, base: null });
      }),
      { numRuns: 2000 },
    );
  });
});
