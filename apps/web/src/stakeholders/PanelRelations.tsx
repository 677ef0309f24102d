import { Plus, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { UnrelateStakeholdersDocument } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { relationsOf, type Seen } from './relationWords';
import type { Relation, Stakeholder } from './stakeholder.types';
import { StakeholderMark } from './StakeholderMark';
import styles from './StakeholderPanel.module.css';
import { useStakeholderTexts } from './useStakeholderTexts';

const RelateDialog = lazy(() => import('./RelateDialog'));

interface PanelRelationsProps {
  stakeholder: Stakeholder;
  all: readonly Stakeholder[];
  relations: readonly Relation[];
  onChoose: (id: string) => void;
  onChanged: () => void;
}

/** With whom one is connected, and how. */
export function PanelRelations({ stakeholder, all, relations, onChoose, onChanged }: PanelRelationsProps) {
  const texts = useStakeholderTexts();
  const { locale } = useLocale();
  const { may } = useTenant();
  const [adding, setAdding] = useState(false);
  const [, unrelate] = useAction(UnrelateStakeholdersDocument);
  const seen = relationsOf(stakeholder.id, all, relations, locale);
  const mayEdit = may('stakeholder.edit');

  async function remove({ relation: { fromId, toId, kind } }: Seen) {
    if (!(await unrelate({ fromId, toId, kind }))) return;
    notify({ text: texts.unrelated, tone: 'moss' });
    onChanged();
  }

  return (
    <section className={styles.part} aria-label={texts.relations}>
      <div className={styles.head}>
        <h3>{texts.relations}</h3>
        {mayEdit && all.length > 1 && (
          <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {texts.addRelation}
          </Button>
        )}
      </div>
      {seen.length === 0 && <p className={styles.quiet}>{texts.alone}.</p>}
      <ul className={styles.lines}>
        {seen.map((one) => (
          <li key={`${one.kind} ${one.turned} ${one.other.id}`} className={styles.line}>
            <StakeholderMark kind={one.other.kind} />
            <span className={styles.grows}>
              <span className={styles.how}>{one.turned ? texts.dependedOn : texts.relation[one.kind]}</span>
              <button type="button" className={styles.name} onClick={() => onChoose(one.other.id)}>
                {one.other.name}
              </button>
            </span>
            {mayEdit && <IconButton label={texts.unrelate(one.other.name)} icon={<X aria-hidden />} onPress={() => void remove(one)} />}
          </li>
        ))}
      </ul>
      <Suspense>{adding && <RelateDialog stakeholder={stakeholder} all={all} onClose={() => setAdding(false)} />}</Suspense>
    </section>
  );
}
