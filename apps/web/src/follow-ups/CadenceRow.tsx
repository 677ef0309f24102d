import { CirclePause } from 'lucide-react';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { CadenceMenu } from './CadenceMenu';
import { CheckFacts } from './CheckFacts';
import type { Cadence } from './FollowUpsCard';
import styles from './FollowUpsCard.module.css';
import { useCheckTitle } from './useCheckTitle';
import { useFollowUpTexts } from './useFollowUpTexts';

/** One rhythm: what it is about, what is next, and what after that. */
export function CadenceRow({ cadence, onChange }: { cadence: Cadence; onChange: () => void }) {
  const { card: texts, kinds } = useFollowUpTexts();
  const { may } = useTenant();
  const format = useFormats();
  const titleOf = useCheckTitle();
  const { kind, onHoldSince, responsible, nextChecks } = cadence;
  const title = titleOf(cadence);
  const [next, ...later] = nextChecks;
  return (
    <li className={styles.cadence}>
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.rhythm}>
          {kinds[kind]} · {responsible?.name ?? texts.nobody}
        </p>
        {onHoldSince && <Badge icon={<CirclePause aria-hidden />}>{texts.onHold(format.date(onHoldSince))}</Badge>}
        {next && <CheckFacts {...next} />}
        {later.length > 0 && <p className={styles.then}>{texts.afterwards(format.list(later.map(({ dueOn }) => format.date(dueOn))))}</p>}
        {!next && !onHoldSince && <p className={styles.then}>{texts.noChecks}</p>}
      </div>
      {may('follow-up.plan') && <CadenceMenu cadence={cadence} title={title} onChange={onChange} />}
    </li>
  );
}
