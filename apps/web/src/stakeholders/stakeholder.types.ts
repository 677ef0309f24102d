import type { StakeholderFieldsFragment, StakeholdersPageQuery } from '../generated/graphql';

export type Stakeholder = StakeholderFieldsFragment;
export type Relation = StakeholdersPageQuery['stakeholderRelations'][number];
export type Meetings = StakeholdersPageQuery['meetings'];
