import { CalendarClock, CircleCheck, MessageSquareReply } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useCheckTitle } from '../follow-ups/useCheckTitle';
import { useFormats } from '../platform/i18n/format';
import { useToday } from '../platform/useToday';
import type { Answered } from './desk.types';
import styles from './DeskRow.module.css';
import { useDeskTexts } from './useDeskTexts';

const icons = { done: <CircleCheck aria-hidden />, later: <CalendarClock aria-hidden />, skip: <MessageSquareReply aria-hidden /> };

/** What one has just answered: it stays where it was, for the rest of the visit. */
export function AnsweredRow({ answered: { item, answer } }: { answered: Answered }) {
  const { answered: texts, said } = useDeskTexts();
  const titleOf = useCheckTitle();
  const format = useFormats();
  const today = useToday();
  const line = useRef<HTMLLIElement>(null);
  // The form that was here had the focus.
  useEffect(() => line.current?.focus(), []);
  const words = {
    done: texts.done,
    later: texts.later(format.day(answer.dueOn ?? today, today)),
    skip: item.subjectType === 'AGREEMENT' ? texts.cant : texts.skip,
  };
  return (
    <li ref={line} className={styles.answered} data-task={answer.task} tabIndex={-1}>
      {icons[answer.task]}
      <div className={styles.words}>
        <h3 className={styles.title}>{titleOf(item)}</h3>
        <p className={styles.outcome}>
          {words[answer.task]} {answer.note.trim() && said(answer.note.trim())}
        </p>
      </div>
    </li>
  );
}
