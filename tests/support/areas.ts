/** Areas, marks and meetings as journeys make them through the contract. */
import { randomUUID } from 'node:crypto';
import type { ApiClient } from './client.js';

export const square = (lon = 10, lat = 56, size = 0.01) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});

export async function newArea(coordinator: ApiClient, name = `Området ${randomUUID().slice(0, 8)}`): Promise<string> {
  const { createArea } = await coordinator.do<{ createArea: { id: string } }>('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', {
    input: { name, boundary: square() },
  });
  return createArea.id;
}

export interface Edit {
  editId: string;
  featureId: string;
  baseVersion: number;
  op: 'CREATE' | 'UPDATE' | 'REMOVE' | 'RESTORE';
  kind?: string;
  name?: string | null;
  note?: string | null;
  geometry?: unknown;
}

export interface Result {
  editId: string;
  status: 'APPLIED' | 'MERGED' | 'DUPLICATE' | 'CONFLICT' | 'REJECTED';
  seq: number | null;
  errorCode: string | null;
  errorMessage: string | null;
  reason: string | null;
  conflictFields: string[] | null;
  feature: { id: string; name: string; note: string | null; version: number; removed: boolean } | null;
}

export const creation = (name = 'Klubben', more: Partial<Edit> = {}): Edit => ({
  editId: randomUUID(),
  featureId: randomUUID(),
  baseVersion: 0,
  op: 'CREATE',
  kind: 'ASSOCIATION',
  name,
  geometry: { type: 'Point', coordinates: [10.005, 56.005] },
  ...more,
});

export const applyDocument =
  'mutation ($areaId: UUID!, $edits: [MapEditInput!]!) { applyMapEdits(areaId: $areaId, edits: $edits) { editId status seq errorCode errorMessage reason conflictFields feature { id name note version removed } } }';

export async function apply(client: ApiClient, areaId: string, ...edits: Edit[]): Promise<Result[]> {
  return (await client.do<{ applyMapEdits: Result[] }>(applyDocument, { areaId, edits })).applyMapEdits;
}

export interface LoggedEdit {
  seq: number;
  editId: string;
  op: string;
  at: string;
  actorName: string;
  feature: { id: string; name: string; version: number };
}

export const editsDocument =
  'subscription ($areaId: UUID!, $afterSeq: Int!) { mapEdits(areaId: $areaId, afterSeq: $afterSeq) { seq editId op at actorName feature { id name version } } }';

export async function meetingOn(coordinator: ApiClient, areaId: string, title = 'Møde'): Promise<string> {
  const { scheduleMeeting } = await coordinator.do<{ scheduleMeeting: { id: string } }>(
    'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }',
    {
      input: { areaId, kind: 'AREA', title, startsAt: new Date(Date.now() + 3_600_000).toISOString() },
    },
  );
  await coordinator.do('mutation ($id: UUID!) { openMeeting(id: $id) { id } }', { id: scheduleMeeting.id });
  return scheduleMeeting.id;
}
