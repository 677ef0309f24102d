// Reading, checking and measuring a large file takes seconds; here the page stays free.
import { areaOf, type BoundaryCandidate, type BoundaryFile, readBoundaries } from '@kvarter/geo';

export type MeasuredZone = BoundaryCandidate & { readonly squareMetres: number | null };
export type MeasuredFile = { readonly ok: true; readonly zones: readonly MeasuredZone[] } | Extract<BoundaryFile, { ok: false }>;

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page only
  void data.text().then((text) => self.postMessage(measured(readBoundaries(text))));
});

function measured(file: BoundaryFile): MeasuredFile {
  if (!file.ok) return file;
  return { ok: true, zones: file.candidates.map((zone) => ({ ...zone, squareMetres: zone.check.ok ? areaOf(zone.check.geometry) : null })) };
}
