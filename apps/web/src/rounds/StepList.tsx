import { Check, CircleDot } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { RoundStepKind, RoundStepState } from '../generated/graphql';
import styles from './StepList.module.css';
import { useRoundTexts } from './useRoundTexts';

interface StepListProps {
  label: string;
  steps: readonly { step: RoundStepKind; state: RoundStepState }[];
  shown: RoundStepKind;
  onShow: (step: RoundStepKind) => void;
}

/** The six steps with their states; each can be looked at at any time. */
export function StepList({ label, steps, shown, onShow }: StepListProps) {
  const { steps: names, states } = useRoundTexts();
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map(({ step, state }, index) => (
          <li key={step} className={styles.step} data-state={state} data-shown={step === shown || undefined}>
            <Button className={styles.button} aria-current={step === shown ? 'step' : undefined} onPress={() => onShow(step)}>
              <span className={styles.number} aria-hidden>
                {state === 'DONE' ? <Check /> : state === 'UNDER_WAY' ? <CircleDot /> : index + 1}
              </span>
              <span className={styles.words}>
                <span className={styles.name}>{names[step]}</span>
                <span className={styles.state}>{states[state]}</span>
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
