import type { AgreedUponFragment } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { Badge, type Tone } from '../ui/Badge';
import styles from './Outcomes.module.css';
import { useOutcomeTexts } from './useOutcomeTexts';

const tones: Record<AgreedUponFragment['state'], Tone> = { OPEN: 'fjord', DONE: 'moss', CANT: 'amber', DROPPED: 'neutral' };

/** The agreement that something said has become: whose it is, and how it goes. */
export function AgreedUpon({ agreement: { title, state, responsible, dueOn }, said }: { agreement: AgreedUponFragment; said: string }) {
  const texts = useOutcomeTexts();
  const format = useFormats();
  return (
    <p className={styles.agreed}>
      <Badge tone={tones[state]}>{texts.over[state]}</Badge>{' '}
      <span>
        {said.startsWith(title) ? null : <span className={styles.agreedTitle}>{title} · </span>}
        {texts.agreedDetail(responsible?.name ?? texts.nobody, format.shortDate(dueOn))}
      </span>
    </p>
  );
}
