import type { AgreementInBriefFragment } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { Notice } from '../ui/Notice';
import styles from './AgreementNow.module.css';
import { useAgreementTexts } from './useAgreementTexts';

/** An agreement as somebody else has left it. */
export function AgreementNow({ agreement: { title, detail, responsible, dueOn } }: { agreement: AgreementInBriefFragment }) {
  const { editing: texts } = useAgreementTexts();
  const format = useFormats();
  return (
    <Notice tone="amber" role="alert" title={texts.changedTitle}>
      <p>{texts.changed}</p>
      <dl className={styles.now}>
        <dt>{texts.now.title}</dt>
        <dd>{title}</dd>
        <dt>{texts.now.responsible}</dt>
        <dd>{responsible?.name ?? texts.empty}</dd>
        <dt>{texts.now.dueOn}</dt>
        <dd>{format.date(dueOn)}</dd>
        <dt>{texts.now.detail}</dt>
        <dd>{detail ?? texts.empty}</dd>
      </dl>
    </Notice>
  );
}
