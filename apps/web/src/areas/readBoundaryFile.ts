import type { BoundaryFile } from '@kvarter/geo';

/** The zones of a GeoJSON file, each checked, read beside the page so that it never stands still. */
export function readBoundaryFile(file: File): Promise<BoundaryFile> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./boundaryFile.worker.ts', import.meta.url), { type: 'module' });
    const finish = (result: BoundaryFile) => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<BoundaryFile>) => finish(data);
    worker.onerror = () => finish({ ok: false, fault: { reason: 'FILE_NOT_JSON', params: {} } });
    worker.postMessage(file);
  });
}
