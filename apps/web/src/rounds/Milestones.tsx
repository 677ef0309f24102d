import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { DueDayField } from '../follow-ups/DueDayField';
import { AddRoundMilestoneDocument, ChangeRoundMilestoneDocument, RemoveRoundMilestoneDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { useFormats } from '../platform/i18n/format';
import { useAction } from '../platform/useAction';
import { useFormErrors } from '../platform/useFormErrors';
import { useToday } from '../platform/useToday';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Checkbox } from '../ui/Checkbox';
import { ErrorSummary } from '../ui/ErrorSummary';
import { IconButton } from '../ui/IconButton';
import { TextField } from '../ui/TextField';
import type { RoundOfPage } from './RoundPage';
import styles from './StepPanel.module.css';
import { useRoundTexts } from './useRoundTexts';

/** What is to be reached by when; reached ones are ticked off. */
export function Milestones({ round, mayChange }: { round: RoundOfPage; mayChange: boolean }) {
  const { milestones: texts } = useRoundTexts();
  const format = useFormats();
  const today = useToday();
  const [, change] = useAction(ChangeRoundMilestoneDocument);
  const [removing, remove] = useAction(RemoveRoundMilestoneDocument);
  return (
    <Card title={texts.title}>
      {round.milestones.length === 0 && <p className={styles.quiet}>{round.state === 'CLOSED' ? texts.noneClosed : texts.none}</p>}
      <ul className={styles.list}>
        {round.milestones.map(({ id, name, dueOn, doneAt, late }) => (
          <li key={id} className={styles.row}>
            {mayChange && <Checkbox aria-label={texts.done(name)} isSelected={Boolean(doneAt)} onChange={(done) => void change({ input: { id, done } })} />}
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
              <span className={styles.small}>{doneAt ? texts.reached(format.shortDate(doneAt)) : format.day(dueOn, today)}</span>
            </span>
            {late && <Badge tone="amber">{texts.late}</Badge>}
            {mayChange && <IconButton label={texts.remove(name)} icon={<Trash2 aria-hidden />} isDisabled={removing} onPress={() => void remove({ id })} />}
          </li>
        ))}
      </ul>
      {mayChange && <NewMilestone roundId={round.id} />}
    </Card>
  );
}

interface Draft {
  name: string;
  dueOn: string | null;
}

const empty: Draft = { name: '', dueOn: null };

function NewMilestone({ roundId }: { roundId: string }) {
  const { milestones: texts } = useRoundTexts();
  const [draft, setDraft, forget] = useDraft<Draft>(`${roundId}.milestone`, empty);
  const [fields, setFields] = useState(0);
  const [{ fetching }, add] = useMutation(AddRoundMilestoneDocument);
  const errors = useFormErrors();

  async function send(event: FormEvent) {
    event.preventDefault();
    const { name, dueOn } = draft;
    const missing = [
      ...(name.trim() === '' ? [{ field: 'name', message: texts.nameMissing }] : []),
      ...(dueOn ? [] : [{ field: 'dueOn', message: texts.dueOnMissing }]),
    ];
    if (missing.length > 0 || !dueOn) return errors.show(missing);
    const { error } = await add({ roundId, name, dueOn });
    if (error) return errors.refused(error);
    setDraft(empty);
    forget();
    errors.clear();
    setFields(fields + 1);
  }

  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <div key={fields} className={styles.form}>
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          name="name"
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          error={errors.at('name')}
          autoComplete="off"
        />
        <DueDayField
          label={texts.dueOn}
          help={texts.dueOnHelp}
          name="dueOn"
          value={draft.dueOn}
          onChange={(dueOn) => setDraft({ ...draft, dueOn })}
          error={errors.at('dueOn')}
        />
        <Button type="submit" isPending={fetching}>
          {texts.add}
        </Button>
      </div>
    </form>
  );
}
