import { SlippingChecksDocument, type SlippingChecksQuery } from '../generated/graphql';
import { addDays } from '../platform/i18n/days';
import { usePageQuery } from '../platform/usePageQuery';
import { useToday } from '../platform/useToday';
import { useSlipping } from './useSlipping';

export type LateCheck = SlippingChecksQuery['followUps'][number];

const context = { additionalTypenames: ['FollowUp', 'Agreement'] };

/** Every late check one may see, in all areas. Asks from the oldest on, so that the list is as long as it has to be. */
export function useLateChecks() {
  const today = useToday();
  const counted = useSlipping();
  const oldest = (counted.data?.slipping ?? [])
    .flatMap(({ oldest: day }) => day ?? [])
    .sort()
    .at(0);
  const listed = usePageQuery({
    query: SlippingChecksDocument,
    variables: { from: oldest ?? today, to: addDays(today, -1) },
    pause: oldest === undefined,
    context,
  });
  const nothing = counted.data && oldest === undefined;
  return {
    slipping: counted.data?.slipping,
    checks: nothing ? [] : listed.data?.followUps.filter(({ late }) => late),
    failure: counted.failure ?? listed.failure,
    again: () => {
      counted.again();
      if (oldest !== undefined) listed.again();
    },
  };
}
