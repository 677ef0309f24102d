import { Check } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { CheckFacts } from '../follow-ups/CheckFacts';
import { useCheckTitle } from '../follow-ups/useCheckTitle';
import { useTenant } from '../platform/tenant';
import { Button } from '../ui/Button';
import { AnswerForm } from './AnswerForm';
import type { Answer, DeskItem, Refused, Task } from './desk.types';
import styles from './DeskRow.module.css';
import { useDeskTexts } from './useDeskTexts';

interface DeskRowProps {
  item: DeskItem;
  area: { id: string; name: string } | null;
  refused: Refused | undefined;
  onAnswer: (answer: Answer) => Promise<boolean>;
}

/** A check of one's own: what, where, when, and three ways to answer. */
export function DeskRow({ item, area, refused, onAnswer }: DeskRowProps) {
  const texts = useDeskTexts();
  const { slug, may } = useTenant();
  const titleOf = useCheckTitle();
  const formId = useId();
  const actions = useRef<HTMLDivElement>(null);
  const [task, setTask] = useState<Task | null>(refused?.answer.task ?? null);
  const title = titleOf(item);
  const agreed = item.subjectType === 'AGREEMENT';
  const tasks: [Task, string][] = [['done', texts.tasks.done]];
  if (agreed || may('follow-up.plan')) tasks.push(['later', texts.tasks.later]);
  tasks.push(['skip', agreed ? texts.tasks.cant : texts.tasks.skip]);

  function cancel() {
    // Back to the button that opened the form.
    actions.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setTask(null);
  }

  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <div className={styles.words}>
          <h3 className={styles.title}>{item.page ? <Link to={`/${slug}/${item.page}`}>{title}</Link> : title}</h3>
          <CheckFacts {...item} area={area} />
        </div>
        <div ref={actions} className={styles.actions} role="group" aria-label={texts.actions(title)}>
          {tasks.map(([id, label]) => (
            <Button
              key={id}
              variant={id === 'done' ? 'secondary' : 'quiet'}
              icon={id === 'done' && <Check aria-hidden />}
              aria-label={texts.taskOf(label, title)}
              aria-expanded={task === id}
              aria-controls={task === id ? formId : undefined}
              onPress={() => setTask(task === id ? null : id)}
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
      {task && (
        <div id={formId}>
          <AnswerForm key={task} item={item} task={task} refused={refused?.answer.task === task ? refused : undefined} onAnswer={onAnswer} onCancel={cancel} />
        </div>
      )}
    </li>
  );
}
