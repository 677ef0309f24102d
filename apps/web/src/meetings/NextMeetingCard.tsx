import { useState } from 'react';
import { Link } from 'react-router';
import { FixNextMeetingDocument } from '../generated/graphql';
import { timeZone, useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { DateTimeField } from '../ui/DateTimeField';
import styles from './MeetingPage.module.css';
import { SeriesPreview } from './SeriesPreview';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useMeetingTexts } from './useMeetingTexts';

/** After a meeting: when the next one is, or the offer to set it. */
export function NextMeetingCard({ meeting }: { meeting: MeetingFull }) {
  const { meeting: texts } = useMeetingPageTexts();
  const { schedule } = useMeetingTexts();
  const { slug, may } = useTenant();
  const format = useFormats();
  const [at, setAt] = useState<Date | null>(new Date(meeting.proposedNext));
  const [fixing, fix] = useAction(FixNextMeetingDocument);
  const { nextMeeting: next } = meeting;
  if (!next && !may('meeting.host')) return null;

  async function setDate() {
    if (at && (await fix({ meetingId: meeting.id, startsAt: at.toISOString() }))) notify({ text: texts.nextFixed(format.dateTime(at)), tone: 'moss' });
  }

  return (
    <Card title={texts.next}>
      {next ? (
        <p>
          {texts.nextPlanned(format.upcoming(next.startsAt))} <Link to={`/${slug}/meetings/${next.id}`}>{next.title}</Link>
        </p>
      ) : (
        <>
          <p className={styles.muted}>{texts.nextLead}</p>
          <DateTimeField
            label={texts.nextWhen}
            value={at}
            onChange={setAt}
            timeZone={timeZone}
            openCalendar={schedule.calendar}
            previousMonth={schedule.previousMonth}
            nextMonth={schedule.nextMonth}
          />
          {at && <SeriesPreview startsAt={at.toISOString()} series="NONE" />}
          <div className={styles.buttons}>
            <Button variant="primary" isPending={fixing} isDisabled={!at} onPress={() => void setDate()}>
              {texts.nextFix}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
