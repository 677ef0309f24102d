import type { BoundaryCandidate } from '@kvarter/geo';
import { readBoundaries } from '@kvarter/geo';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImportTable } from './ImportTable';
import { type ImportRow, rowsOf } from './importRows';

afterEach(cleanup);

const ring = (swap: boolean) =>
  [
    [10, 55],
    [10.1, 55],
    [10.1, 55.1],
    [10, 55],
  ].map(([lon, lat]) => (swap ? [lat, lon] : [lon, lat]));
const file = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { navn: 'Ærøparken' }, geometry: { type: 'Polygon', coordinates: [ring(false)] } },
    { type: 'Feature', properties: { navn: 'Engen' }, geometry: { type: 'Polygon', coordinates: [ring(true)] } },
  ],
};

function Editor() {
  const read = readBoundaries(JSON.stringify(file));
  const zones = read.ok ? read.candidates.map((zone: BoundaryCandidate) => ({ ...zone, squareMetres: 1 })) : [];
  const [rows, setRows] = useState<ImportRow[]>(() => rowsOf(zones, []));
  const change = (id: string, to: Partial<ImportRow>) => setRows((before) => before.map((row) => (row.id === id ? { ...row, ...to } : row)));
  return <ImportTable rows={rows} busy={false} onChange={change} onChangeAll={setRows} />;
}

const pick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Vælg ${name}` });

describe('ImportTable', () => {
  beforeEach(() => void render(<Editor />));

  it('says at its row why a zone cannot be created, tied to its name', () => {
    expect(pick('Engen').disabled).toBe(true);
    const [, engen] = screen.getAllByRole('textbox', { name: 'Navn' });
    const reason = document.getElementById(engen?.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toContain('byttet om');
  });

  it('offers to swap, after which the zone is picked', () => {
    fireEvent.click(screen.getByRole('button', { name: /Byt om/ }));
    expect(pick('Engen')).toMatchObject({ checked: true, disabled: false });
    expect(screen.queryByRole('button', { name: /Byt om/ })).toBeNull();
  });

  it('lets the name be changed before it is created', () => {
    const [first] = screen.getAllByRole('textbox', { name: 'Navn' });
    fireEvent.change(first as HTMLElement, { target: { value: 'Ærøhaven' } });
    expect(pick('Ærøhaven').checked).toBe(true);
  });
});
