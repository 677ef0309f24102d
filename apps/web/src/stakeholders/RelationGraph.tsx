import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocale } from '../platform/i18n/locale';
import { classes } from '../ui/classes';
import { GraphLegend } from './GraphLegend';
import { type Direction, heightFor, layOut, nextTowards, type Point } from './graphLayout';
import styles from './RelationGraph.module.css';
import { RelationsInWords } from './RelationsInWords';
import { relationsOf } from './relationWords';
import type { Relation, Stakeholder } from './stakeholder.types';
import { StakeholderMark } from './StakeholderMark';
import { useStakeholderTexts } from './useStakeholderTexts';

interface RelationGraphProps {
  stakeholders: readonly Stakeholder[];
  relations: readonly Relation[];
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** From here on a name has room beside its neighbours. */
const roomy = 620;
const padding = 28;

/** Who works with whom, drawn, and below it the same in words. */
export function RelationGraph({ stakeholders, relations, chosenId, onChoose }: RelationGraphProps) {
  const texts = useStakeholderTexts();
  const { locale } = useLocale();
  const [frame, width] = useWidth();
  const connected = useMemo(
    () => stakeholders.filter(({ id }) => relations.some(({ fromId, toId }) => fromId === id || toId === id)),
    [stakeholders, relations],
  );
  const room = useMemo(() => ({ width, nodeWidth: width > roomy ? 138 : 114, nodeHeight: width > roomy ? 96 : 92 }), [width]);
  const places = useMemo(
    () =>
      layOut(
        connected.map(({ id }) => id),
        relations,
        room,
      ),
    [connected, relations, room],
  );
  const near = useMemo(() => {
    const ids = relations.filter(({ fromId, toId }) => fromId === chosenId || toId === chosenId).flatMap(({ fromId, toId }) => [fromId, toId]);
    return places.has(chosenId ?? '') ? new Set(ids) : null;
  }, [relations, chosenId, places]);
  const nodes = useRef(new Map<string, HTMLButtonElement>());

  function walk(event: KeyboardEvent, id: string) {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = nextTowards(places, id, event.key as Direction); // the four keys that begin so
    if (next) nodes.current.get(next)?.focus();
  }

  if (connected.length === 0) return <p className={styles.help}>{texts.noRelations}</p>;
  return (
    <div className={styles.graph}>
      <p className={styles.help}>{texts.graphHelp}</p>
      {/* Custom properties are not in React's list of styles. */}
      <div ref={frame} className={styles.frame} style={{ '--room': `${heightFor(connected.length, room) + padding}px` } as CSSProperties}>
        <svg className={styles.lines} aria-hidden>
          <defs>
            <marker id="depends" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
              <path d="M 0 1 L 9 5 L 0 9 z" fill="context-stroke" />
            </marker>
          </defs>
          {relations.map((relation) => {
            const [from, to] = [places.get(relation.fromId), places.get(relation.toId)];
            if (!from || !to) return null;
            const mine = relation.fromId === chosenId || relation.toId === chosenId;
            return (
              <path
                key={`${relation.fromId} ${relation.toId} ${relation.kind}`}
                d={lineBetween(from, to, besides(relation, relations))}
                className={classes(styles.line, styles[relation.kind], near && (mine ? styles.mine : styles.faint))}
                markerEnd={relation.kind === 'DEPENDS_ON' ? 'url(#depends)' : undefined}
              />
            );
          })}
        </svg>
        <ul aria-label={texts.graphLabel}>
          {connected.map((one) => {
            const place = places.get(one.id);
            return (
              <li
                key={one.id}
                className={classes(styles.node, near && !near.has(one.id) && styles.far)}
                style={{ '--x': `${place?.x ?? 0}px`, '--y': `${place?.y ?? 0}px`, '--wide': `${room.nodeWidth}px` } as CSSProperties}
              >
                <button
                  type="button"
                  ref={(button) => {
                    if (button) nodes.current.set(one.id, button);
                    else nodes.current.delete(one.id);
                  }}
                  className={styles.button}
                  aria-pressed={one.id === chosenId}
                  aria-label={texts.nodeLabel(one.name, texts.kinds[one.kind], relationsOf(one.id, stakeholders, relations, locale).length)}
                  onClick={() => onChoose(one.id)}
                  onKeyDown={(event) => walk(event, one.id)}
                >
                  <StakeholderMark kind={one.kind} large />
                  <span className={styles.name}>{one.name}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <GraphLegend />
      <RelationsInWords stakeholders={stakeholders} relations={relations} onChoose={onChoose} />
    </div>
  );
}

/** How far beside the middle line it runs, where two are related in more than one way. */
function besides({ fromId, toId, kind }: Relation, all: readonly Relation[]): number {
  const same = all.filter((one) => (one.fromId === fromId && one.toId === toId) || (one.fromId === toId && one.toId === fromId));
  if (same.length < 2) return 0;
  const place = same.findIndex((one) => one.fromId === fromId && one.toId === toId && one.kind === kind);
  // Both ways of dependence run on their own side, seen from the same end.
  return (place - (same.length - 1) / 2) * 16 * (fromId < toId ? 1 : -1);
}

/** From edge to edge of two signs, which stand in the upper half of their nodes. */
function lineBetween(from: Point, to: Point, aside: number): string {
  const lift = 20;
  const radius = 27;
  const [x1, y1, x2, y2] = [from.x, from.y - lift, to.x, to.y - lift];
  const length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [mx, my] = [(x1 + x2) / 2 - uy * aside * 1.6, (y1 + y2) / 2 + ux * aside * 1.6];
  const [sx, sy, ex, ey] = [x1 + ux * radius, y1 + uy * radius, x2 - ux * radius, y2 - uy * radius];
  return aside === 0 ? `M ${sx} ${sy} L ${ex} ${ey}` : `M ${sx} ${sy} Q ${mx} ${my} ${ex} ${ey}`;
}

function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(280, Math.round(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
