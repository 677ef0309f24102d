import { Repeat } from 'lucide-react';
import { Link } from 'react-router';
import { timeZone, useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import styles from './MeetingsPage.module.css';
import type { ListedMeeting } from './MeetingsPage';
import type { Month } from './monthsOf';
import { useMeetingPageTexts } from './useMeetingPageTexts';

interface MeetingMonthProps {
  month: Month<ListedMeeting>;
  areaName: (id: string | null | undefined) => string | undefined;
}

/** A month of the calendar: its meetings one under the other, the day first. */
export function MeetingMonth({ month, areaName }: MeetingMonthProps) {
  const { locale } = useLocale();
  const tag = locale === 'da' ? 'da-DK' : 'en-GB';
  const heading = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone }).format(new Date(`${month.id}-15T12:00:00Z`));
  return (
    <section aria-labelledby={`month-${month.id}`}>
      <h2 id={`month-${month.id}`} className={styles.month}>
        {heading}
      </h2>
      <ul className={styles.list}>
        {month.meetings.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} area={areaName(meeting.areaId)} tag={tag} />
        ))}
      </ul>
    </section>
  );
}

function MeetingLine({ meeting, area, tag }: { meeting: ListedMeeting; area: string | undefined; tag: string }) {
  const { list: texts, kinds, series } = useMeetingPageTexts();
  const { slug } = useTenant();
  const format = useFormats();
  const at = new Date(meeting.startsAt);
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...options, timeZone }).format(at);
  const cancelled = meeting.state === 'CANCELLED';
  return (
    <li className={styles.line} data-cancelled={cancelled || undefined}>
      <div className={styles.day} aria-hidden>
        <span className={styles.number}>{part({ day: 'numeric' }).replace('.', '')}</span>
        <span>{part({ weekday: 'short' })}</span>
      </div>
      <div className={styles.words}>
        <Link to={`/${slug}/meetings/${meeting.id}`} className={styles.title}>
          {meeting.title}
        </Link>
        <p className={styles.facts}>
          <span className="visually-hidden">{format.weekday(meeting.startsAt)} </span>
          {[`${format.time(meeting.startsAt)}–${format.time(meeting.endsAt)}`, kinds[meeting.kind], area, meeting.place].filter(Boolean).join(' · ')}
        </p>
        {meeting.series && (
          <p className={styles.facts}>
            <Repeat aria-hidden className={styles.repeat} /> {series[meeting.series]}
          </p>
        )}
      </div>
      <div className={styles.state}>
        {meeting.state === 'OPEN' && (
          <Badge tone="moss" live>
            {texts.open}
          </Badge>
        )}
        {cancelled && <Badge>{texts.cancelled}</Badge>}
        {meeting.lateItems > 0 && <Badge tone="amber">{texts.late(meeting.lateItems)}</Badge>}
      </div>
    </li>
  );
}
