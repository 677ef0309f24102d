import { Fragment } from 'react';
import { useLocale } from '../platform/i18n/locale';
import styles from './RelationsInWords.module.css';
import { relationsOf, type Seen } from './relationWords';
import type { Relation, Stakeholder } from './stakeholder.types';
import { useStakeholderTexts } from './useStakeholderTexts';

interface RelationsInWordsProps {
  stakeholders: readonly Stakeholder[];
  relations: readonly Relation[];
  onChoose: (id: string) => void;
}

/** The graph for those who read rather than look: each with all it is connected with. */
export function RelationsInWords({ stakeholders, relations, onChoose }: RelationsInWordsProps) {
  const texts = useStakeholderTexts();
  const { locale } = useLocale();
  const rows = stakeholders.map((one) => ({ one, seen: relationsOf(one.id, stakeholders, relations, locale) }));
  const alone = rows.filter(({ seen }) => seen.length === 0);
  const nameOf = ({ id, name }: Stakeholder) => (
    <button type="button" className={styles.name} onClick={() => onChoose(id)}>
      {name}
    </button>
  );
  return (
    <section aria-labelledby="relations-in-words" className={styles.words}>
      <h2 id="relations-in-words">{texts.asText}</h2>
      <ul className={styles.list}>
        {rows
          .filter(({ seen }) => seen.length > 0)
          .map(({ one, seen }) => (
            <li key={one.id}>
              <span className={styles.subject}>{nameOf(one)}</span>{' '}
              {grouped(seen).map(({ kind, turned, others }, place) => (
                <Fragment key={`${kind} ${turned}`}>
                  {place > 0 && '; '}
                  {turned ? texts.dependedOn : texts.relation[kind]}{' '}
                  {others.map((other, at) => (
                    <Fragment key={other.id}>
                      {at > 0 && ', '}
                      {nameOf(other)}
                    </Fragment>
                  ))}
                </Fragment>
              ))}
            </li>
          ))}
      </ul>
      {alone.length > 0 && (
        <>
          <h3>{texts.alone}</h3>
          <ul className={styles.alone}>
            {alone.map(({ one }) => (
              <li key={one.id}>{nameOf(one)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function grouped(seen: readonly Seen[]): { kind: Seen['kind']; turned: boolean; others: Stakeholder[] }[] {
  const groups: { kind: Seen['kind']; turned: boolean; others: Stakeholder[] }[] = [];
  for (const { kind, turned, other } of seen) {
    const group = groups.find((one) => one.kind === kind && one.turned === turned);
    if (group) group.others.push(other);
    else groups.push({ kind, turned, others: [other] });
  }
  return groups;
}
