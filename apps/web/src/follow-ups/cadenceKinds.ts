import type { CadenceKind } from '../generated/graphql';

/** In the order they are offered. */
export const cadenceKinds: readonly CadenceKind[] = ['TAPERING', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ONCE'];
