import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { useToday } from '../platform/useToday';
import type { Column } from '../ui/Table';
import styles from './SlippingPage.module.css';
import { useCheckTitle } from './useCheckTitle';
import type { LateCheck } from './useLateChecks';
import { useFollowUpTexts } from './useFollowUpTexts';

export function useSlippingColumns(areaNames: ReadonlyMap<string, string>): Column<LateCheck>[] {
  const { slipping: texts, noArea, standsFor, takenOver } = useFollowUpTexts();
  const { slug } = useTenant();
  const titleOf = useCheckTitle();
  const format = useFormats();
  const today = useToday();
  return useMemo(() => {
    const areaName = ({ areaId }: LateCheck) => (areaId && areaNames.get(areaId)) || noArea;
    const personName = ({ responsible }: LateCheck) => responsible?.name ?? texts.nobody;
    const more = (check: LateCheck) => [check.standsFor > 1 && standsFor(check.standsFor), check.takenOverFrom && takenOver(check.takenOverFrom.name)];
    return [
      {
        id: 'what',
        header: texts.what,
        grows: true,
        sortBy: titleOf,
        cell: (check) => (
          <>
            {titleOf(check)}
            <span className={styles.more}>{more(check).filter(Boolean).join(' · ')}</span>
            <span className={styles.onPhones}>
              {areaName(check)} · {personName(check)}
            </span>
          </>
        ),
      },
      {
        id: 'area',
        header: texts.area,
        wideOnly: true,
        sortBy: areaName,
        cell: (check) => (check.areaId ? <Link to={`/${slug}/areas/${check.areaId}`}>{areaName(check)}</Link> : areaName(check)),
      },
      { id: 'responsible', header: texts.responsible, wideOnly: true, sortBy: personName, cell: personName },
      {
        id: 'due',
        header: texts.due,
        sortBy: ({ dueOn }) => dueOn,
        cell: ({ dueOn }) => (
          <time dateTime={dueOn} className={styles.due}>
            {format.day(dueOn, today)}
          </time>
        ),
      },
      { id: 'reminders', header: texts.reminders, align: 'end', wideOnly: true, sortBy: ({ reminders }) => reminders, cell: ({ reminders }) => reminders },
    ];
  }, [texts, noArea, standsFor, takenOver, slug, titleOf, format, today, areaNames]);
}
