import type { Fault } from '@kvarter/contract';
import { cleanText } from './free-text.js';
import type { Areal } from './geometry.js';
import { checkGeometry, type GeometryCheck, isWgs84 } from './geometry-check.js';
import { textLimits } from './text-limits.js';

export type BoundaryCheck =
  | (Extract<GeometryCheck, { ok: true }> & { readonly geometry: Areal })
  | { readonly ok: false; readonly fault: Fault; readonly swapped?: Areal };

/** Checks that something from outside can be the boundary of an area: a Polygon or MultiPolygon that holds together. Never throws. */
export const checkBoundary = (json: unknown): BoundaryCheck =>
  // Only these two types come through, so that the geometry is areal.
  checkGeometry(json, { allowed: ['Polygon', 'MultiPolygon'], notAllowed: 'BOUNDARY_NOT_POLYGON' }) as BoundaryCheck;

/** One boundary found in a file, with a name to begin with (empty where the file has none). */
export interface BoundaryCandidate {
  readonly name: string;
  readonly check: BoundaryCheck;
}

export type BoundaryFile = { readonly ok: true; readonly candidates: readonly BoundaryCandidate[] } | { readonly ok: false; readonly fault: Fault };

/** The most areas one file may bring: well over the 98 municipalities. */
const maxCandidates = 500;

/**
 * Reads the text of a GeoJSON file (a geometry, a Feature or a FeatureCollection; with or without a byte
 * order mark) into the boundaries it holds, each checked by itself. Never throws.
 */
export function readBoundaries(text: string): BoundaryFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, fault: { reason: 'FILE_NOT_JSON', params: {} } };
  }
  if (!isObject(json)) return { ok: false, fault: { reason: 'FILE_NOT_JSON', params: {} } };
  if (!isWgs84(json.crs)) return { ok: false, fault: { reason: 'GEOMETRY_OTHER_CRS', params: {}, path: 'crs' } };
  const items: readonly unknown[] = json.type !== 'FeatureCollection' ? [json] : Array.isArray(json.features) ? json.features : [];
  if (items.length === 0) return { ok: false, fault: { reason: 'FILE_WITHOUT_AREAS', params: {} } };
  if (items.length > maxCandidates) return { ok: false, fault: { reason: 'FILE_TOO_MANY_AREAS', params: { max: maxCandidates } } };
  return { ok: true, candidates: items.map(candidateOf) };
}

function candidateOf(item: unknown): BoundaryCandidate {
  if (!isObject(item) || item.type !== 'Feature') return { name: '', check: checkBoundary(item) };
  return { name: nameIn(item.properties), check: checkBoundary(item.geometry) };
}

/** What a file calls a name, in the order we believe it. */
const nameKeys = ['name', 'navn', 'kommunenavn', 'titel', 'title', 'label', 'betegnelse'];

function nameIn(properties: unknown): string {
  if (!isObject(properties)) return '';
  const byKey = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
  const found = nameKeys.map((key) => byKey.get(key)).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? [...cleanText(found)].slice(0, textLimits.name).join('').trim() : '';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
