import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KindCounts, resourceKinds, thinKinds } from './gap.rules.js';

const counts = (association: number, institution: number, enthusiast: number, place: number): KindCounts => ({
  ASSOCIATION: association,
  INSTITUTION: institution,
  ENTHUSIAST: enthusiast,
  PHYSICAL_PLACE: place,
});
const thin = (...of: [number, number, number, number]) => thinKinds(counts(...of)).map(({ kind }) => kind);

describe('a kind of resource', () => {
  it('is thin where there is none, or less than a quarter of what the others have on average', () => {
    expect(thin(4, 3, 0, 5)).toEqual(['ENTHUSIAST']);
    expect(thin(8, 8, 2, 8)).toEqual([]);
    expect(thin(8, 8, 1, 8)).toEqual(['ENTHUSIAST']);
    expect(thin(1, 0, 0, 0)).toEqual(['INSTITUTION', 'ENTHUSIAST', 'PHYSICAL_PLACE']);
    expect(thinKinds(counts(4, 3, 0, 5))).toEqual([{ kind: 'ENTHUSIAST', count: 0, others: 12 }]);
  });

  it('is never thin on an empty map, and never all of them are', () => {
    expect(thin(0, 0, 0, 0)).toEqual([]);
    const some = fc.nat({ max: 500 });
    fc.assert(
      fc.property(some, some, some, some, (...of) => {
        expect(thin(...of).length).toBeLessThan(resourceKinds.length);
      }),
    );
  });

  it('with the most of it is not thin', () => {
    const some = fc.nat({ max: 500 });
    fc.assert(
      fc.property(some, some, some, some, (...of) => {
        const most = resourceKinds[of.indexOf(Math.max(...of))];
        expect(thin(...of)).not.toContain(most);
      }),
    );
  });
});
