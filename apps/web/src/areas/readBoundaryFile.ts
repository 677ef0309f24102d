import type { MeasuredFile } from './boundaryFile.worker';

/** The zones of a GeoJSON file, each checked, read beside the page so that it never stands still. */
export function readBoundaryFile(file: File): Promise<MeasuredFile> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./boundaryFile.worker.ts', import.meta.url), { type: 'module' });
    const finish = (result: MeasuredFile) => {
      worker.terminate();
      resolve(result);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<MeasuredFile>) => finish(data));
    worker.addEventListener('error', () => finish({ ok: false, fault: { reason: 'FILE_NOT_JSON', params: {} } }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    worker.postMessage(file);
  });
}
