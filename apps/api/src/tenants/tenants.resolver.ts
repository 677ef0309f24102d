import { Query, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { TenantTotals } from './tenant.type.js';
import { TenantsService } from './tenants.service.js';

@Resolver()
export class TenantsResolver {
  constructor(private readonly tenants: TenantsService) {}

  @Can('tenants.read')
  @Query(() => [TenantTotals])
  tenantTotals(): Promise<TenantTotals[]> {
    return this.tenants.totals();
  }
}
