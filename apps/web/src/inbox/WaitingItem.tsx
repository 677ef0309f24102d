import { lazy, Suspense, useId, useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { OpenKnowledgeDocument } from '../generated/graphql';
import { failureOf } from '../platform/failure';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFailureText } from '../platform/useFailureText';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import type { Item } from './inbox.types';
import styles from './Inbox.module.css';
import { useInboxTexts } from './useInboxTexts';

const dialogs = {
  passOn: lazy(() => import('./PassOnDialog')),
  toMap: lazy(() => import('./ToMapDialog')),
  toAgreement: lazy(() => import('./ToAgreementDialog')),
  toGap: lazy(() => import('./ToGapDialog')),
  close: lazy(() => import('./CloseDialog')),
};
type Task = keyof typeof dialogs;

/** One thing that waits: read first, which marks it as seen, then put where it belongs. */
export function WaitingItem({ item, area }: { item: Item; area: { id: string; name: string } | null }) {
  const { waiting: texts } = useInboxTexts();
  const { slug, may } = useTenant();
  const format = useFormats();
  const failureText = useFailureText();
  const textId = useId();
  const [open, setOpen] = useState(false);
  const [task, setTask] = useState<Task | null>(null);
  const [, markOpened] = useMutation(OpenKnowledgeDocument);
  const steers = may('knowledge.steer');
  const Dialog = task && dialogs[task];
  const tasks: readonly Task[] = ['passOn', 'toMap', 'toAgreement', 'toGap', 'close'];

  async function read() {
    setOpen(!open);
    if (open || (item.state !== 'UNSEEN' && !item.isNewToMe)) return;
    const { error } = await markOpened({ id: item.id });
    if (error) notify({ text: failureText(failureOf(error)), tone: 'brick' });
  }

  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h3>{item.title}</h3>
          <p className={styles.facts}>
            {area && <Link to={`/${slug}/areas/${area.id}`}>{area.name}</Link>}{' '}
            {texts.by(item.createdBy?.name ?? texts.somebody, format.relative(item.createdAt))}
          </p>
          <div className={styles.badges}>
            {item.state === 'UNSEEN' && <Badge tone="amber">{texts.unseen}</Badge>}
            {item.isNewToMe && <Badge tone="amber">{texts.isNew}</Badge>}
            {item.place && <Badge>{texts.hasPlace}</Badge>}
          </div>
          {item.passedTo.length > 0 && <p className={styles.facts}>{texts.passedTo(format.list(item.passedTo.map(({ name }) => name)))}</p>}
        </div>
        <Button
          aria-expanded={open}
          aria-controls={open ? textId : undefined}
          aria-label={open ? texts.foldOf(item.title) : texts.readOf(item.title)}
          onPress={() => void read()}
        >
          {open ? texts.fold : texts.read}
        </Button>
      </div>
      {open && (
        <div id={textId} className={styles.opened}>
          <p className={styles.text}>{item.text}</p>
          <div className={styles.actions} role="group" aria-label={texts.actions(item.title)}>
            {tasks
              .filter((one) => steers || (one !== 'passOn' && one !== 'close'))
              .map((one) => (
                <Button key={one} size="small" variant={one === 'close' ? 'quiet' : 'secondary'} onPress={() => setTask(one)}>
                  {texts[one]}
                </Button>
              ))}
          </div>
        </div>
      )}
      <Suspense>{Dialog && <Dialog item={item} onClose={() => setTask(null)} />}</Suspense>
    </li>
  );
}
