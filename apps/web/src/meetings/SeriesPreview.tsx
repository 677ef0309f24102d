import { TriangleAlert } from 'lucide-react';
import { useQuery } from 'urql';
import { MeetingDatesDocument, type MeetingSeries } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { Notice } from '../ui/Notice';
import styles from './SeriesPreview.module.css';
import { useMeetingPageTexts } from './useMeetingPageTexts';

/** The days a plan would fall on, and which of them are holidays: shown before anybody is invited, never moved in silence. */
export function SeriesPreview({ startsAt, series }: { startsAt: string; series: MeetingSeries | 'NONE' }) {
  const { schedule: texts } = useMeetingPageTexts();
  const format = useFormats();
  const once = series === 'NONE';
  const [{ data }] = useQuery({ query: MeetingDatesDocument, variables: { startsAt, series: once ? 'YEARLY' : series } });
  const dates = data?.meetingDates ?? [];
  if (once) {
    const warning = dates[0]?.warning;
    return warning ? (
      <Notice tone="amber" role="status">
        <p>{warning.message}</p>
      </Notice>
    ) : null;
  }
  return (
    <div role="status">
      <p className={styles.title}>{texts.seriesTitle}</p>
      <ol className={styles.dates}>
        {dates.map((date) => (
          <li key={date.startsAt} data-warned={date.warning ? true : undefined}>
            {format.dateTime(date.startsAt)}
            {date.warning && (
              <span className={styles.warning}>
                <TriangleAlert aria-hidden /> {date.warning.message}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.help}>{texts.seriesHelp}</p>
    </div>
  );
}
