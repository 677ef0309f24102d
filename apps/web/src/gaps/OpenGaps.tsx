import { lazy, Suspense, useState } from 'react';
import { CheckFacts } from '../follow-ups/CheckFacts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import type { Gap } from './gap.types';
import { GapNumber } from './GapNumber';
import styles from './GapList.module.css';
import { useGapTexts } from './useGapTexts';

const AssignGapDialog = lazy(() => import('./AssignGapDialog'));
const AnswerGapDialog = lazy(() => import('./AnswerGapDialog'));
const CloseGapDialog = lazy(() => import('./CloseGapDialog'));

interface OpenGapsProps {
  gaps: readonly Gap[];
  numberOf: (gap: Gap) => number | undefined;
  mayWork: boolean;
  onLook: (gap: Gap) => void;
}

/** Questions that wait for an answer, and whose they are. */
export function OpenGaps({ gaps, numberOf, mayWork, onLook }: OpenGapsProps) {
  const { taken: texts, found } = useGapTexts();
  const [dialog, setDialog] = useState<{ type: 'assign' | 'answer' | 'close'; gap: Gap } | null>(null);
  const close = () => setDialog(null);
  return (
    <Card title={texts.title}>
      {gaps.length === 0 && <p className={styles.teach}>{mayWork ? texts.teach : texts.teachReader}</p>}
      {gaps.length > 0 && (
        <ul aria-label={texts.list} className={styles.list}>
          {gaps.map((gap) => (
            <li key={gap.id}>
              <GapNumber number={numberOf(gap)} />
              <div className={styles.words}>
                <h3>{gap.question}</h3>
                {gap.assignedTo && gap.dueOn ? (
                  <CheckFacts dueOn={gap.dueOn} late={gap.late} takenOverFrom={gap.takenOverFrom}>
                    {gap.assignedTo.name}
                  </CheckFacts>
                ) : (
                  <p className={styles.facts}>{texts.nobody}</p>
                )}
                <p className={styles.facts}>{gap.foundBy === 'MAP' ? texts.fromMap : texts.byHand}</p>
                <div className={styles.actions} role="group" aria-label={texts.more(gap.question)}>
                  {mayWork && (
                    <>
                      <Button size="small" variant={gap.assignedTo ? 'quiet' : 'secondary'} onPress={() => setDialog({ type: 'assign', gap })}>
                        {gap.assignedTo ? texts.assignAgain : texts.assign}
                      </Button>
                      <Button size="small" variant={gap.assignedTo ? 'secondary' : 'quiet'} onPress={() => setDialog({ type: 'answer', gap })}>
                        {texts.answer}
                      </Button>
                      <Button size="small" variant="quiet" onPress={() => setDialog({ type: 'close', gap })}>
                        {texts.close}
                      </Button>
                    </>
                  )}
                  {gap.place && (
                    <Button size="small" variant="quiet" onPress={() => onLook(gap)}>
                      {found.look}
                    </Button>
                  )}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {dialog?.type === 'assign' && <AssignGapDialog gap={dialog.gap} onClose={close} />}
        {dialog?.type === 'answer' && <AnswerGapDialog gap={dialog.gap} onClose={close} />}
        {dialog?.type === 'close' && <CloseGapDialog gap={dialog.gap} onClose={close} />}
      </Suspense>
    </Card>
  );
}
