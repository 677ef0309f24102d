import type { RoundPageQuery } from '../generated/graphql';
import { MoveRoundStepDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Button, LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { FollowUpStep } from './FollowUpStep';
import { Milestones } from './Milestones';
import { PreparedItems } from './PreparedItems';
import { PreparedList } from './PreparedList';
import { PurposeFacts } from './PurposeFacts';
import type { Preparation, RoundOfPage } from './RoundPage';
import { StepMeetings } from './StepMeetings';
import styles from './StepPanel.module.css';
import { leftBefore, mappingSteps, movesFrom, stateAfter } from './stepOrder';
import { useRoundTexts } from './useRoundTexts';

interface StepPanelProps {
  step: RoundOfPage['steps'][number];
  title: string;
  page: RoundPageQuery;
  /** Null while they are on their way. */
  preparations: readonly Preparation[] | null;
  onChanged: () => void;
}

/** What a step is about, what there is of it, and how far it is. */
export function StepPanel({ step: { step, state, changedAt, changedBy }, title, page, preparations, onChanged }: StepPanelProps) {
  const texts = useRoundTexts();
  const { slug, may } = useTenant();
  const format = useFormats();
  const [moving, move] = useAction(MoveRoundStepDocument);
  const { round, area } = page;
  const works = may('round.lead') && round.state === 'UNDER_WAY';
  const left = state === 'DONE' ? [] : leftBefore(round.steps, step);
  const mapping = mappingSteps.find((one) => one === step);

  async function go(to: 'begin' | 'done' | 'again' | 'notBegun') {
    if (moving) return;
    const data = await move({ roundId: round.id, step, state: stateAfter[to] });
    if (data) notify({ text: texts.moved(title, texts.states[stateAfter[to]]), tone: 'moss' });
  }

  return (
    <div className={styles.panels}>
      <Card title={title}>
        <p className={styles.about}>{texts.about[step]}</p>
        <p className={styles.state}>
          <span>{texts.states[state]}</span>
          {changedAt && <span className={styles.quiet}>{texts.changed(changedBy?.name ?? '', format.relative(changedAt))}</span>}
        </p>
        {works && left.length > 0 && (
          <Notice role="status">
            <p>{texts.hint(format.list(left.map((one) => texts.steps[one])))}</p>
          </Notice>
        )}
        {works && (
          <div className={styles.actions}>
            {movesFrom(state).map((one, index) => (
              // By place: the button that was pressed keeps the focus and says what is next.
              <Button key={index} variant={index > 0 ? 'quiet' : state === 'DONE' ? 'secondary' : 'primary'} onPress={() => void go(one)}>
                {texts.actions[one]}
              </Button>
            ))}
          </div>
        )}
        {step === 'KEY_PEOPLE' && (
          <div className={styles.actions}>
            <p className={styles.about}>{texts.people.text}</p>
            <LinkButton to={`/${slug}/areas/${area.id}/stakeholders`}>{texts.people.open}</LinkButton>
          </div>
        )}
      </Card>
      {step === 'PURPOSE' && <PurposeFacts round={round} />}
      {step === 'PURPOSE' && <Milestones round={round} mayChange={works} />}
      {step === 'PREPARATION' && mappingSteps.map((one) => <PreparedList key={one} step={one} round={round} preparations={preparations} />)}
      {mapping && <StepMeetings step={mapping} page={page} mayChange={works} />}
      {mapping && <PreparedItems step={mapping} round={round} preparations={preparations} onPlaced={onChanged} />}
      {step === 'FOLLOW_UP' && <FollowUpStep page={page} mayClose={works} />}
    </div>
  );
}
