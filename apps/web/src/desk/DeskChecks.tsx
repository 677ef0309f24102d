import { CircleAlert, Sprout } from 'lucide-react';
import type { ReactNode } from 'react';
import { addDays, mondayOf, weekNumber } from '../platform/i18n/days';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { useToday } from '../platform/useToday';
import { LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { AnsweredRow } from './AnsweredRow';
import { DeskRow } from './DeskRow';
import { DeskSection } from './DeskSection';
import styles from './DeskPage.module.css';
import type { Answered, DeskItem } from './desk.types';
import { groupByDay } from './groupByDay';
import type { useAnswers } from './useAnswers';
import { useDeskTexts } from './useDeskTexts';

interface DeskChecksProps {
  open: readonly DeskItem[];
  answers: ReturnType<typeof useAnswers>;
  areaOf: (id: string | null | undefined) => { id: string; name: string } | null;
}

/** One place on the desk: a check, or the answer that was given to it. */
type Place = { id: string; dueOn: string; item: DeskItem; answered: Answered | null };

/** One's own checks by when they are due. What is answered in this visit stays in its place. */
export function DeskChecks({ open, answers: { answered, refused, give }, areaOf }: DeskChecksProps) {
  const texts = useDeskTexts();
  const { slug } = useTenant();
  const today = useToday();
  const weekTitle = useWeekTitle(today);
  const { late, today: now, weeks } = groupByDay(placesOf(open, answered), today);
  const row = ({ id, item, answered: given }: Place): ReactNode =>
    given ? (
      <AnsweredRow key={id} answered={given} />
    ) : (
      <DeskRow key={id} item={item} area={areaOf(item.areaId)} refused={refused.get(item.id)} onAnswer={(answer) => give(item, answer)} />
    );
  const left = (places: readonly Place[]) => places.filter((place) => !place.answered).length;

  return (
    <div className={styles.checks}>
      {late.length > 0 && (
        <DeskSection title={texts.late} count={left(late)} late={left(late) > 0} icon={left(late) > 0 && <CircleAlert aria-hidden />}>
          {late.map(row)}
        </DeskSection>
      )}
      {now.length > 0 && (
        <DeskSection title={texts.today} count={left(now)}>
          {now.map(row)}
        </DeskSection>
      )}
      {weeks.map(({ monday, items }) => (
        <DeskSection key={monday} title={weekTitle(monday)} count={left(items)}>
          {items.map(row)}
        </DeskSection>
      ))}
      {open.length === 0 && (
        <EmptyState icon={<Sprout aria-hidden />} title={texts.emptyTitle} actions={<LinkButton to={`/${slug}`}>{texts.toOverview}</LinkButton>}>
          <p>{answered.length > 0 ? texts.emptyDone : texts.empty}</p>
        </EmptyState>
      )}
    </div>
  );
}

const placesOf = (open: readonly DeskItem[], answered: readonly Answered[]): Place[] => [
  ...answered.map((one, index) => ({ id: `${one.item.id} ${index}`, dueOn: one.item.dueOn, item: one.item, answered: one })),
  ...open.map((item) => ({ id: item.id, dueOn: item.dueOn, item, answered: null })),
];

function useWeekTitle(today: string): (monday: string) => string {
  const texts = useDeskTexts();
  const format = useFormats();
  const thisMonday = mondayOf(today);
  return (monday) => {
    if (monday === thisMonday) return texts.thisWeek;
    if (monday === addDays(thisMonday, 7)) return texts.nextWeek;
    return texts.week(weekNumber(monday), format.span(monday, addDays(monday, 6)));
  };
}
