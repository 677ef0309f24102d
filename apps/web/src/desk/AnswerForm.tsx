import { textLimits } from '@kvarter/geo';
import { type FormEvent, useEffect, useRef } from 'react';
import { DueDayField } from '../follow-ups/DueDayField';
import { useDraft } from '../platform/draft';
import { addDays, mondayOf } from '../platform/i18n/days';
import { useFailureText } from '../platform/useFailureText';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useTenant } from '../platform/tenant';
import { useToday } from '../platform/useToday';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { TextArea } from '../ui/TextField';
import styles from './AnswerForm.module.css';
import type { Answer, DeskItem, Refused, Task } from './desk.types';
import { useDeskTexts } from './useDeskTexts';

interface AnswerFormProps {
  item: DeskItem;
  task: Task;
  refused: Refused | undefined;
  /** Whether the answer was taken. */
  onAnswer: (answer: Answer) => Promise<boolean>;
  onCancel: () => void;
}

/** One sentence about a check, and a new day where it waits. What is typed stays until it is taken. */
export function AnswerForm({ item, task, refused, onAnswer, onCancel }: AnswerFormProps) {
  const { form: texts } = useDeskTexts();
  const { cancel, optional } = usePlatformTexts();
  const { slug } = useTenant();
  const failureText = useFailureText();
  const today = useToday();
  const errors = useFormErrors();
  const [draft, setDraft, forgetDraft] = useDraft<Pick<Answer, 'note' | 'dueOn'>>(`${slug}.desk.${item.id}.${task}`, {
    note: '',
    dueOn: inAWeek(item.dueOn > today ? item.dueOn : today),
  });
  const agreed = item.subjectType === 'AGREEMENT';
  // What somebody was told is the answer itself.
  const told = task === 'done' && item.subjectType === 'FEEDBACK';
  const words = wordsOf(task, agreed, told);
  const form = useRef<HTMLFormElement>(null);
  // A new attempt that finds something missing leads to it.
  useEffect(() => {
    if (errors.attempt > 0) form.current?.querySelector<HTMLElement>('textarea[aria-invalid="true"], [role="spinbutton"][aria-invalid="true"]')?.focus();
  }, [errors.attempt]);

  async function send(event: FormEvent) {
    event.preventDefault();
    const dueOn = task === 'later' ? draft.dueOn : null;
    if ((task === 'skip' || told) && draft.note.trim() === '') return errors.show([{ field: 'note', message: told ? texts.toldMissing : texts.noteMissing }]);
    if (task === 'later' && !dueOn) return errors.show([{ field: 'dueOn', message: texts.dayMissing }]);
    if (dueOn && dueOn < today) return errors.show([{ field: 'dueOn', message: texts.dayPast }]);
    if (await onAnswer({ task, note: draft.note, dueOn })) forgetDraft();
  }

  const field = fieldOf(refused);
  const failed = refused && failureText(refused.failure);
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      {failed && !field && (
        <Notice tone="brick" role="alert">
          <p>{failed}</p>
        </Notice>
      )}
      {task === 'later' && (
        <DueDayField
          label={texts.day}
          name={`dueOn-${item.id}`}
          value={draft.dueOn}
          onChange={(dueOn) => setDraft({ ...draft, dueOn })}
          error={errors.at('dueOn') ?? (field === 'dueOn' ? failed : null)}
        />
      )}
      {/* A check that is moved carries no words. */}
      {(task !== 'later' || agreed) && (
        <TextArea
          label={texts[words.label]}
          optional={task === 'skip' || told ? undefined : optional}
          help={words.help && texts[words.help]}
          rows={2}
          value={draft.note}
          onChange={(note) => setDraft({ ...draft, note })}
          maxLength={textLimits.note}
          error={errors.at('note') ?? (field === 'note' ? failed : null)}
          autoFocus={task !== 'later'}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {texts[words.send]}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}

function wordsOf(task: Task, agreed: boolean, told: boolean) {
  if (told) return { label: 'toldNote', help: 'toldHelp', send: 'done' } as const;
  if (task === 'done') return { label: 'doneNote', help: 'doneHelp', send: 'done' } as const;
  if (task === 'later') return { label: 'laterNote', help: null, send: 'later' } as const;
  return agreed ? ({ label: 'cantNote', help: 'cantHelp', send: 'cant' } as const) : ({ label: 'skipNote', help: 'skipHelp', send: 'skip' } as const);
}

/** Which of the two fields a refusal concerns. */
function fieldOf(refused: Refused | undefined): 'note' | 'dueOn' | null {
  const field = refused?.failure.field?.split('.').at(-1);
  if (field === 'dueOn') return 'dueOn';
  return field === 'note' || field === 'reason' ? 'note' : null;
}

/** A week later, on the Monday after where that is a weekend. */
function inAWeek(from: string): string {
  const day = addDays(from, 7);
  const monday = mondayOf(day);
  return day > addDays(monday, 4) ? addDays(monday, 7) : day;
}
