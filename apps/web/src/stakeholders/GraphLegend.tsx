import type { StakeholderKind, StakeholderRelationKind } from '../generated/graphql';
import { classes } from '../ui/classes';
import styles from './GraphLegend.module.css';
import graph from './RelationGraph.module.css';
import { families, kindNames, kinds } from './kinds';
import { StakeholderMark } from './StakeholderMark';
import { useStakeholderTexts } from './useStakeholderTexts';

const lines: readonly StakeholderRelationKind[] = ['WORKS_WITH', 'SAME_TASK', 'DEPENDS_ON'];

/** What forms and lines mean. */
export function GraphLegend() {
  const texts = useStakeholderTexts();
  return (
    <section aria-label={texts.legend} className={styles.legend}>
      <ul className={styles.group}>
        {families.map((family) => (
          <li key={family} className={styles.entry}>
            <StakeholderMark kind={kindNames.find((kind) => kinds[kind].family === family) as StakeholderKind} />
            {texts.families[family]}
          </li>
        ))}
      </ul>
      <ul className={styles.group}>
        {lines.map((kind) => (
          <li key={kind} className={styles.entry}>
            <svg width="36" height="12" aria-hidden>
              <path d="M 1 6 L 33 6" className={classes(graph.line, graph[kind])} markerEnd={kind === 'DEPENDS_ON' ? 'url(#depends)' : undefined} />
            </svg>
            {texts.relationShort[kind]}
          </li>
        ))}
      </ul>
    </section>
  );
}
