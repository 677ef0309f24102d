import { useFormats } from '../platform/i18n/format';
import { Card } from '../ui/Card';
import type { Item } from './inbox.types';
import styles from './Inbox.module.css';
import { useInboxTexts } from './useInboxTexts';

/** What one handed in, who has seen it, and what became of it. */
export function MyItems({ items, areaName }: { items: readonly Item[]; areaName: (id: string) => string }) {
  const { mine: texts, waiting } = useInboxTexts();
  const format = useFormats();
  return (
    <Card title={texts.title}>
      {items.length === 0 ? (
        <p className={styles.facts}>{texts.empty}</p>
      ) : (
        <ul aria-label={texts.list} className={styles.list}>
          {items.map((item) => (
            <li key={item.id} className={styles.item}>
              <div className={styles.words}>
                <h3>{item.title}</h3>
                <p className={styles.facts}>
                  {areaName(item.areaId)} {format.relative(item.createdAt)}
                </p>
                <p className={styles.facts}>{item.seenAt ? texts.seen(item.seenBy?.name ?? waiting.somebody, format.relative(item.seenAt)) : texts.unseen}</p>
                {item.passedTo.length > 0 && <p className={styles.facts}>{waiting.passedTo(format.list(item.passedTo.map(({ name }) => name)))}</p>}
                {item.outcome && <p>{texts.outcomes[item.outcome]}</p>}
                {item.reason && <p className={styles.reason}>{item.reason}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
