import { SlippingDocument, type SlippingQuery } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { usePageQuery } from '../platform/usePageQuery';

export type Slipping = SlippingQuery['slipping'][number];

/** An answer to any check changes what slips, also where nothing does yet. */
const context = { additionalTypenames: ['FollowUp', 'Agreement'] };

/** What slips in each area; nothing for those who don't follow up. */
export function useSlipping() {
  const { may } = useTenant();
  return usePageQuery({ query: SlippingDocument, pause: !may('follow-up.read'), context });
}
