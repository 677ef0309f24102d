import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { Provider } from 'urql';
import type { Api } from './api';
import { type Membership, useSession } from './session';

/** The permissions of the contract that the interface asks about. The server decides; this only hides. */
export type Permission =
  | 'area.read'
  | 'area.create'
  | 'area.edit'
  | 'area-map.read'
  | 'area-map.edit'
  | 'area-map.snapshot'
  | 'area-map.redact'
  | 'meeting.read'
  | 'meeting.host'
  | 'follow-up.read'
  | 'follow-up.report'
  | 'follow-up.plan'
  | 'agreement.read'
  | 'agreement.report'
  | 'agreement.make'
  | 'meeting.note'
  | 'member.read'
  | 'member.edit'
  | 'member.add'
  | 'team.assign'
  | 'local-name.read'
  | 'round.read'
  | 'round.lead'
  | 'round.prepare'
  | 'ranking.read'
  | 'area.rank'
  | 'stakeholder.read'
  | 'stakeholder.contact'
  | 'stakeholder.edit'
  | 'local-name.edit'
  | 'gap.read'
  | 'gap.work'
  | 'knowledge.hand-in'
  | 'knowledge.read'
  | 'knowledge.steer'
  | 'mailbox.edit'
  | 'follow-up-rule.read'
  | 'follow-up-rule.edit'
  | 'tenants.read';

export interface Tenant {
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly api: Api;
  readonly may: (permission: Permission) => boolean;
}

const TenantContext = createContext<Tenant | null>(null);

/** Everything below speaks to this one tenant: `useQuery` and `useMutation` of urql included. */
export function TenantProvider({ membership, children }: { membership: Membership; children: ReactNode }) {
  const { apiOf } = useSession();
  const api = apiOf(membership.tenantSlug);
  const tenant = useMemo<Tenant>(
    () => ({
      slug: membership.tenantSlug,
      name: membership.tenantName,
      roles: membership.roles,
      api,
      may: (permission) => membership.permissions.includes(permission),
    }),
    [membership, api],
  );
  return (
    <TenantContext value={tenant}>
      <Provider value={api.client}>{children}</Provider>
    </TenantContext>
  );
}

/** The tenant of the address, with what this person may do there and the api to do it with. */
export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error('useTenant needs a TenantProvider above it');
  return tenant;
}
