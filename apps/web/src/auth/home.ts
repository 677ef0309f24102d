import type { Me } from '../platform/session';

const remembered = 'kvarter.tenant';

/** Notes the municipality one works in on this device, for next time. */
export const rememberTenant = (slug: string): void => localStorage.setItem(remembered, slug);

/** Where a signed-in person begins: the municipality of last time, else the first; the centre has a page of its own. */
export function homeOf(me: Me): string | null {
  const last = localStorage.getItem(remembered);
  const membership = me.memberships.find(({ tenantSlug }) => tenantSlug === last) ?? me.memberships[0];
  if (!membership) return null;
  return membership.permissions.includes('tenants.read') ? '/centre' : `/${membership.tenantSlug}`;
}
