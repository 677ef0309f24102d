/** Kvarter itself: a member of every tenant, in whose name jobs act. */
import type { Actor } from './actor.js';
import { permissionsFor } from './roles.js';

export const systemPerson = '00000000-0000-4000-8000-000000000001';

const roles = ['system'];

export const systemActor = (tenantId: string): Actor => ({
  personId: systemPerson,
  sessionId: null,
  name: 'Kvarter',
  tenant: { id: tenantId, slug: '' },
  roles,
  permissions: permissionsFor(roles),
  locale: 'da',
});
