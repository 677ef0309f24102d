import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definedJobs, defineJob, idsOf, JobFault } from './job.js';

describe('a job', () => {
  const spec = defineJob('test.one', { ids: ['tenantId', 'areaId'] });

  it('carries exactly its ids', () => {
    const ids = { tenantId: randomUUID(), areaId: randomUUID() };
    expect(idsOf(spec, ids)).toEqual(ids);
    expect(idsOf(defineJob('test.none', {}), undefined)).toEqual({});
  });

  it('carries nothing else: no text, no id more or less', () => {
    const ids = { tenantId: randomUUID(), areaId: randomUUID() };
    for (const payload of [
      {},
      undefined,
      null,
      { tenantId: ids.tenantId },
      { ...ids, name: 'Mette' },
      { ...ids, areaId: 'Mette' },
      { ...ids, areaId: 3 },
      [ids.tenantId, ids.areaId],
    ]) {
      expect(() => idsOf(spec, payload)).toThrow(JobFault);
    }
    fc.assert(
      fc.property(fc.anything(), (payload) => {
        expect(() => idsOf(spec, payload)).toThrow(JobFault);
      }),
    );
  });

  it('has a name of its own, and no ids where it comes by itself', () => {
    expect(() => defineJob('test.one', {})).toThrow('Two jobs');
    expect(() => defineJob('test.by-itself', { ids: ['tenantId'], every: 1_000 })).toThrow('no ids');
    expect(definedJobs().map(({ name }) => name)).not.toContain('test.by-itself');
  });
});
