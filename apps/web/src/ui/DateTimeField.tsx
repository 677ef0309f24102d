import { fromDate, type ZonedDateTime } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell } from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { FieldFoot, FieldLabel, type FieldProps } from './FieldParts';
import { classes } from './classes';
import field from './Field.module.css';
import overlay from './Overlay.module.css';
import styles from './DateTimeField.module.css';

interface DateTimeFieldProps extends FieldProps {
  value: Date | null;
  onChange: (value: Date | null) => void;
  /** IANA name; what is typed is meant there, summer time included. */
  timeZone: string;
  openCalendar: string;
  previousMonth: string;
  nextMonth: string;
}

/** A day and a clock, typed part by part or picked from a calendar. 24 hours. */
export function DateTimeField({ label, optional, help, error, value, onChange, timeZone, ...words }: DateTimeFieldProps) {
  return (
    <DatePicker<ZonedDateTime>
      className={field.field}
      value={value && fromDate(value, timeZone)}
      placeholderValue={fromDate(new Date(), timeZone).set({ hour: 19, minute: 0, second: 0, millisecond: 0 })}
      onChange={(next) => onChange(next && next.toDate())}
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} optional={optional} />
      <Group className={classes(field.input, styles.group)}>
        <DateInput className={styles.input}>{(segment) => <DateSegment segment={segment} className={styles.segment} />}</DateInput>
        <Button className={styles.open} aria-label={words.openCalendar}>
          <CalendarDays aria-hidden />
        </Button>
      </Group>
      <FieldFoot help={help} error={error} />
      <Popover className={classes(overlay.popover, styles.popover)} offset={6}>
        <Dialog className={styles.dialog}>
          <Calendar>
            <header className={styles.head}>
              <Button slot="previous" className={styles.step} aria-label={words.previousMonth}>
                <ChevronLeft aria-hidden />
              </Button>
              <Heading className={styles.month} />
              <Button slot="next" className={styles.step} aria-label={words.nextMonth}>
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
    </DatePicker>
  );
}
