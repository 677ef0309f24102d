import { useFormats } from '../platform/i18n/format';
import { Card } from '../ui/Card';
import type { RoundOfPage } from './RoundPage';
import styles from './StepPanel.module.css';
import { useRoundTexts } from './useRoundTexts';

/** Whom a round is about, what is missing, where and when. */
export function PurposeFacts({ round }: { round: RoundOfPage }) {
  const { purpose: texts, groups } = useRoundTexts();
  const format = useFormats();
  const all = [...round.targetGroups.map((group) => groups[group]), ...round.localGroups];
  return (
    <Card title={texts.title}>
      <dl className={styles.facts}>
        <dt>{texts.groups}</dt>
        <dd>{all.length > 0 ? all.join('\n') : texts.noGroups}</dd>
        <dt>{texts.missing}</dt>
        <dd>{round.missingKnowledge ?? texts.noMissing}</dd>
        <dt>{texts.where}</dt>
        <dd>{round.delimitation ? texts.drawn : texts.whole}</dd>
        <dt>{texts.when}</dt>
        <dd>{format.span(round.startsOn, round.endsOn)}</dd>
      </dl>
    </Card>
  );
}
