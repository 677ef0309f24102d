import { useFormats } from '../platform/i18n/format';
import { Badge, type Tone } from '../ui/Badge';
import { Fold } from '../ui/Fold';
import type { Agreement } from './AgreementList';
import styles from './AgreementList.module.css';
import { useAgreementTexts } from './useAgreementTexts';

const tones: Record<Agreement['state'], Tone> = { OPEN: 'neutral', DONE: 'moss', CANT: 'amber', DROPPED: 'neutral' };

/** What became of agreements that are over, the latest first. */
export function ClosedAgreements({ agreements }: { agreements: readonly Agreement[] }) {
  const texts = useAgreementTexts();
  const format = useFormats();
  const latestFirst = agreements.toSorted((a, b) => (b.reportedAt ?? '').localeCompare(a.reportedAt ?? ''));
  return (
    <Fold label={texts.closed(agreements.length)}>
      <ul>
        {latestFirst.map(({ id, title, state, report, reportedAt, responsible }) => (
          <li key={id} className={styles.agreement}>
            <div className={styles.words}>
              <p className={styles.over}>
                <span className={styles.title}>{title}</span> <Badge tone={tones[state]}>{texts.states[state]}</Badge>
              </p>
              {report && <p className={styles.report}>{texts.said(report)}</p>}
              {reportedAt && <p className={styles.detail}>{texts.reported(responsible?.name ?? texts.nobody, format.date(reportedAt))}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
