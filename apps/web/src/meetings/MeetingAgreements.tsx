import { useEffect } from 'react';
import { AgreementList, agreementsContext as context } from '../agreements/AgreementList';
import { MeetingAgreementsDocument } from '../generated/graphql';
import { usePageQuery } from '../platform/usePageQuery';
import type { MeetingFull } from './useMeetingPage';
import { useOutcomeTexts } from './useOutcomeTexts';

/** What was agreed at a meeting. */
export function MeetingAgreements({ meeting }: { meeting: MeetingFull }) {
  const { agreements: texts } = useOutcomeTexts();
  const { data, failure, again } = usePageQuery({ query: MeetingAgreementsDocument, variables: { meetingId: meeting.id }, context });
  // What others agree on shows on their screens first, as the outcomes do.
  const agreed = [...meeting.outcomes, ...meeting.agenda].filter(({ agreement }) => agreement).length;
  useEffect(again, [again, agreed]);
  return <AgreementList texts={texts} agreements={data?.agreements} failure={failure} about={{ areaId: meeting.areaId, meetingId: meeting.id }} />;
}
