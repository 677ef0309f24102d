import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { LeadMeetingDocument } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Button } from '../ui/Button';
import styles from './LiveQuestions.module.css';
import { type Phase, phases, questionsFor } from './questionSets';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

/** Where an open meeting is: its parts, the question asked now, and for its host the way on. */
export function LiveQuestions({ meeting }: { meeting: MeetingFull }) {
  const { live: texts } = useMeetingPageTexts();
  const { locale } = useLocale();
  const { may } = useTenant();
  const [leading, lead] = useAction(LeadMeetingDocument);
  const { phase } = meeting;
  const at = phase ? phases.indexOf(phase) : -1;
  const questions = phase ? questionsFor(meeting, phase, locale) : [];
  const question = Math.min(meeting.question, questions.length - 1);
  const nextPhase = phases[at + 1];
  const host = may('meeting.host');
  const go = (to: Phase, number: number) => void lead({ meetingId: meeting.id, phase: to, question: number, itemId: meeting.itemId });

  const main = wayOn();

  function wayOn(): { label: string; to: Phase; number: number } | null {
    if (!phase) return { label: texts.start, to: 'WELCOME', number: 0 };
    if (question < questions.length - 1) return { label: texts.next, to: phase, number: question + 1 };
    return nextPhase ? { label: texts.nextPhase(texts.phases[nextPhase]), to: nextPhase, number: 0 } : null;
  }

  function back() {
    if (!phase) return;
    const before = phases[at - 1];
    if (question > 0) go(phase, question - 1);
    else if (before) go(before, questionsFor(meeting, before, locale).length - 1);
  }

  return (
    <section className={styles.live} aria-label={texts.panel}>
      <ol className={styles.steps} aria-label={texts.steps}>
        {phases.map((one, index) => (
          <li key={one} className={styles.step} data-past={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
            <span className={styles.dot} aria-hidden>
              {index < at ? <Check /> : index + 1}
            </span>
            {texts.phases[one]}
          </li>
        ))}
      </ol>
      {phase ? (
        <div aria-live="polite">
          <p className={styles.count}>{texts.question(question + 1, questions.length)}</p>
          <p className={styles.question}>{questions[question]}</p>
        </div>
      ) : (
        <p className={styles.question}>{texts.waiting}</p>
      )}
      {host && (
        <div className={styles.actions}>
          {/* One button all along, so that what is said of it while it works is said of something that is there. */}
          {main && (
            <Button variant="primary" icon={<ArrowRight aria-hidden />} isPending={leading} onPress={() => go(main.to, main.number)}>
              {main.label}
            </Button>
          )}
          {phase && (at > 0 || question > 0) && (
            <Button icon={<ArrowLeft aria-hidden />} onPress={back}>
              {texts.previous}
            </Button>
          )}
          {phase && !main && <p className={styles.count}>{texts.end}</p>}
        </div>
      )}
    </section>
  );
}
