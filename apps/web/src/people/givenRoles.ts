/** The roles an administrator gives; guests and the centre come by other ways. */
export const givenRoles: readonly string[] = ['coordinator', 'team_member', 'steering', 'politician', 'case_lead', 'case_worker', 'tenant_admin'];

/** Those a coordinator gives to somebody new: they may do less than a coordinator. */
export const rolesByCoordinators: readonly string[] = ['team_member', 'steering', 'politician'];
