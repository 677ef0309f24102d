import { describe, expect, it } from 'vitest';
import { everybody, type Member, organisationsOf, passing } from './teamFilter';

const member = (name: string, more: Partial<Member> = {}): Member => ({
  personId: name,
  name,
  roles: ['team_member'],
  organisation: null,
  function: null,
  competence: null,
  legalFramework: null,
  functionDescription: null,
  email: null,
  phone: null,
  since: '2026-01-01T00:00:00Z',
  areaIds: [],
  ...more,
});
const team = [
  member('Øjvind', { organisation: 'Skolen', areaIds: ['a'] }),
  member('Aisha', { organisation: 'Klubben', competence: 'Pigegrupper, somali' }),
  member('Mette', { organisation: 'Ådalens SSP', roles: ['coordinator'], areaIds: ['a', 'b'] }),
];
const names = (filter: Partial<typeof everybody>) => passing(team, { ...everybody, ...filter }, 'da').map(({ name }) => name);

describe('the team, narrowed down', () => {
  it('is everybody at first, coordinators before the others', () => {
    expect(names({})).toEqual(['Mette', 'Aisha', 'Øjvind']);
  });

  it('is found by every word of what somebody is and can, in any case', () => {
    expect(names({ words: 'SOMALI klub' })).toEqual(['Aisha']);
    expect(names({ words: 'somali skole' })).toEqual([]);
  });

  it('is narrowed by organisation and area together', () => {
    expect(names({ areaId: 'a' })).toEqual(['Mette', 'Øjvind']);
    expect(names({ areaId: 'a', organisation: 'Skolen' })).toEqual(['Øjvind']);
  });

  it('names each organisation once, in Danish order', () => {
    expect(organisationsOf([...team, ...team], 'da')).toEqual(['Klubben', 'Skolen', 'Ådalens SSP']);
  });
});
