import { Link } from 'react-router';
import { useQuery } from 'urql';
import { OutcomesOnMapDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { AgreedUpon } from './AgreedUpon';
import styles from './Outcomes.module.css';
import { useOutcomeTexts } from './useOutcomeTexts';

// The first of them makes an empty list stale.
const context = { additionalTypenames: ['MeetingOutcome', 'Agreement'] };

/** What was said at meetings of one mark, the latest meeting first. Nothing for guests. */
export function FeatureOutcomes({ areaId, featureId }: { areaId: string; featureId: string }) {
  const texts = useOutcomeTexts();
  const format = useFormats();
  const { slug, may } = useTenant();
  const [{ data }] = useQuery({ query: OutcomesOnMapDocument, variables: { areaId }, context, pause: !may('agreement.read') });
  const said = data?.outcomesOnMap.filter((outcome) => outcome.featureId === featureId) ?? [];
  if (said.length === 0) return null;
  return (
    <section className={styles.onMark} aria-label={texts.saidAtMeetings}>
      <h3>{texts.saidAtMeetings}</h3>
      <ul>
        {said.map(({ id, text, meetingId, meetingTitle, meetingStartsAt, agreement }) => (
          <li key={id} className={styles.line}>
            <p className={styles.text}>{text}</p>
            <p className={styles.facts}>
              <Link to={`/${slug}/meetings/${meetingId}`}>{meetingTitle}</Link>
              <span>{format.shortDate(meetingStartsAt)}</span>
            </p>
            {agreement && <AgreedUpon agreement={agreement} said={text} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
