import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell } from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes';
import field from './Field.module.css';
import overlay from './Overlay.module.css';
import styles from './DatePickerParts.module.css';

/** What is typed part by part, and the button that opens the calendar. */
export function DateGroup({ openCalendar }: { openCalendar: string }) {
  return (
    <Group className={classes(field.input, styles.group)}>
      <DateInput className={styles.input}>{(segment) => <DateSegment segment={segment} className={styles.segment} />}</DateInput>
      <Button className={styles.open} aria-label={openCalendar}>
        <CalendarDays aria-hidden />
      </Button>
    </Group>
  );
}

/** A month at a time to pick a day from. */
export function CalendarPopover({ previousMonth, nextMonth }: { previousMonth: string; nextMonth: string }) {
  return (
    <Popover className={classes(overlay.popover, styles.popover)} offset={6}>
      <Dialog className={styles.dialog}>
        <Calendar>
          <header className={styles.head}>
            <Button slot="previous" className={styles.step} aria-label={previousMonth}>
              <ChevronLeft aria-hidden />
            </Button>
            <Heading className={styles.month} />
            <Button slot="next" className={styles.step} aria-label={nextMonth}>
              <ChevronRight aria-hidden />
            </Button>
          </header>
          <CalendarGrid className={styles.grid}>
            <CalendarGridHeader>{(day) => <CalendarHeaderCell className={styles.weekday}>{day}</CalendarHeaderCell>}</CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day} />}</CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  );
}
