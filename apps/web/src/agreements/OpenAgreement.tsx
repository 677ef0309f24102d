import { EllipsisVertical, Pencil, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { CheckFacts } from '../follow-ups/CheckFacts';
import { useFormats } from '../platform/i18n/format';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import type { Agreement } from './AgreementList';
import styles from './AgreementList.module.css';
import { useAgreementTexts } from './useAgreementTexts';

const EditAgreementDialog = lazy(() => import('./EditAgreementDialog'));
const DropAgreementDialog = lazy(() => import('./DropAgreementDialog'));

/** An agreement that nobody has reported on, and what those may do with it who made it, have it or run the team. */
export function OpenAgreement({ agreement }: { agreement: Agreement }) {
  const texts = useAgreementTexts();
  const format = useFormats();
  const { may, slug } = useTenant();
  const { me } = useSession();
  const [dialog, setDialog] = useState<'edit' | 'drop' | null>(null);
  const close = () => setDialog(null);
  const { title, detail, responsible, createdBy, report, reportedAt, followUp } = agreement;
  const mine = responsible?.personId === me?.personId;
  const mayChange = may('agreement.make') && (mine || createdBy?.personId === me?.personId || may('follow-up.plan'));

  return (
    <li className={styles.agreement}>
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        {detail && <p className={styles.detail}>{detail}</p>}
        <CheckFacts {...agreement} reminders={followUp?.reminders}>
          <span className={styles.who}>{responsible?.name ?? texts.nobody}</span>
        </CheckFacts>
        {report && (
          <p className={styles.report}>
            {texts.said(report)} {reportedAt && <span className={styles.when}>{format.relative(reportedAt)}</span>}
          </p>
        )}
        {mine && (
          <Link to={`/${slug}/desk`} className={styles.yours}>
            {texts.yours}
          </Link>
        )}
      </div>
      {mayChange && (
        <Menu trigger={<IconButton label={texts.more(title)} icon={<EllipsisVertical aria-hidden />} />} label={texts.more(title)}>
          <MenuItem icon={<Pencil aria-hidden />} onAction={() => setDialog('edit')}>
            {texts.edit}
          </MenuItem>
          <MenuItem icon={<X aria-hidden />} onAction={() => setDialog('drop')}>
            {texts.drop}
          </MenuItem>
        </Menu>
      )}
      <Suspense>
        {dialog === 'edit' && <EditAgreementDialog agreement={agreement} onClose={close} />}
        {dialog === 'drop' && <DropAgreementDialog agreement={agreement} onClose={close} />}
      </Suspense>
    </li>
  );
}
