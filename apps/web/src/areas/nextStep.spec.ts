import { describe, expect, it } from 'vitest';
import { nextStep } from './nextStep';

const now = Date.parse('2026-05-14T12:00:00Z');
const birk = { id: 'birk', name: 'Birkelunden' };
const havn = { id: 'havn', name: 'Havnen' };
const meeting = (areaId: string, state: 'PLANNED' | 'OPEN' | 'CLOSED' | 'CANCELLED', at: string, kind: 'AREA' | 'TEAM' | 'WALK' = 'AREA') => ({
  id: `${areaId} ${at}`,
  areaId,
  kind,
  title: 'Ressourcer',
  startsAt: at,
  state,
  closedAt: state === 'CLOSED' ? at : null,
});
const kind = (...meetings: ReturnType<typeof meeting>[]) => nextStep([birk, havn], meetings, now);

describe('nextStep', () => {
  it('begins with the first area, then its first meeting', () => {
    expect(nextStep([], [], now)).toEqual({ kind: 'first-area' });
    expect(kind()).toEqual({ kind: 'first-meeting', area: birk });
  });

  it('prefers the meeting that is open to all else', () => {
    const open = meeting('havn', 'OPEN', '2026-05-14T11:00:00Z');
    expect(kind(meeting('birk', 'PLANNED', '2026-05-14T13:00:00Z'), open)).toEqual({ kind: 'open', area: havn, meeting: open });
  });

  it('takes the nearest planned meeting, and says when its time has come', () => {
    const near = meeting('havn', 'PLANNED', '2026-05-15T17:00:00Z');
    expect(kind(meeting('birk', 'PLANNED', '2026-06-15T17:00:00Z'), near)).toMatchObject({ kind: 'planned', meeting: near });
    expect(kind(meeting('birk', 'PLANNED', '2026-05-14T11:59:00Z'), near)).toMatchObject({ kind: 'start', area: birk });
  });

  it('opens the map again after half a year, the one that waited longest first', () => {
    const late = meeting('birk', 'CLOSED', '2025-11-14T18:00:00Z');
    const later = meeting('havn', 'CLOSED', '2025-10-01T18:00:00Z');
    expect(kind(late, later)).toMatchObject({ kind: 'again', area: havn });
    expect(kind(late)).toMatchObject({ kind: 'again', area: birk });
  });

  it('counts from the latest meeting of an area', () => {
    const step = kind(meeting('birk', 'CLOSED', '2025-01-01T18:00:00Z'), meeting('birk', 'CLOSED', '2026-02-01T18:00:00Z'));
    expect(step).toEqual({ kind: 'quiet' });
    expect(kind(meeting('birk', 'CLOSED', '2025-11-15T18:00:00Z'))).toEqual({ kind: 'quiet' });
  });

  it('goes by the meetings round the map: not the team’s, none that was called off, and a walk opens it without renewing it', () => {
    expect(kind(meeting('birk', 'OPEN', '2026-05-14T11:00:00Z', 'TEAM'))).toMatchObject({ kind: 'first-meeting' });
    expect(kind(meeting('birk', 'CANCELLED', '2026-05-13T11:00:00Z'))).toMatchObject({ kind: 'first-meeting' });
    expect(kind(meeting('birk', 'OPEN', '2026-05-14T11:00:00Z', 'WALK'))).toMatchObject({ kind: 'open' });
    expect(kind(meeting('birk', 'CLOSED', '2025-10-14T11:00:00Z'), meeting('birk', 'CLOSED', '2026-05-01T11:00:00Z', 'WALK'))).toMatchObject({ kind: 'again' });
  });

  it('leaves out meetings of areas one may not see', () => {
    expect(kind(meeting('other', 'OPEN', '2026-05-14T11:00:00Z'))).toMatchObject({ kind: 'first-meeting' });
  });
});
