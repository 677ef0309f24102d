import { useEffect } from 'react';
import { MeetingPageDocument, type MeetingPageQuery } from '../generated/graphql';
import { usePageQuery } from '../platform/usePageQuery';

export type MeetingFull = MeetingPageQuery['meeting'];

/** How often an open meeting is looked at anew, in milliseconds: what others tick off, finish or lead to. */
const lookEvery = 4_000;

/** One meeting with all that belongs to it; while it is open, kept as it is on every other screen. */
export function useMeetingPage(id: string) {
  const page = usePageQuery({ query: MeetingPageDocument, variables: { id } });
  const { again } = page;
  const open = page.data?.meeting.state === 'OPEN';
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), lookEvery);
    return () => clearInterval(timer);
  }, [open, again]);
  return page;
}
