import { CheckFacts } from '../follow-ups/CheckFacts';
import { useFormats } from '../platform/i18n/format';
import { Card } from '../ui/Card';
import styles from './AwaitedCard.module.css';
import type { Awaited } from './desk.types';
import { useDeskTexts } from './useDeskTexts';

interface AwaitedCardProps {
  agreements: readonly Awaited[];
  areaOf: (id: string | null | undefined) => { id: string; name: string } | null;
}

/** What one has agreed with others and they are to do, with the last that was heard of it. */
export function AwaitedCard({ agreements, areaOf }: AwaitedCardProps) {
  const texts = useDeskTexts();
  const format = useFormats();
  return (
    <Card title={texts.awaited}>
      {agreements.length === 0 ? (
        <p className={styles.teach}>{texts.awaitedTeach}</p>
      ) : (
        <ul>
          {agreements.map((agreement) => (
            <li key={agreement.id} className={styles.agreement}>
              <h3 className={styles.title}>{agreement.title}</h3>
              <p className={styles.who}>{agreement.responsible ? texts.by(agreement.responsible.name) : texts.nobody}</p>
              <CheckFacts {...agreement} area={areaOf(agreement.areaId)} reminders={agreement.followUp?.reminders} />
              {agreement.report && (
                <p className={styles.report}>
                  {texts.said(agreement.report)} {agreement.reportedAt && <span className={styles.when}>{format.relative(agreement.reportedAt)}</span>}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
