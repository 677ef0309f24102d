import { fromDate, type ZonedDateTime } from '@internationalized/date';
import { DatePicker } from 'react-aria-components/DatePicker';
import { CalendarPopover, DateGroup } from './DatePickerParts';
import { FieldFoot, FieldLabel, type FieldProps } from './FieldParts';
import field from './Field.module.css';

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
      <DateGroup openCalendar={words.openCalendar} />
      <FieldFoot help={help} error={error} />
      <CalendarPopover previousMonth={words.previousMonth} nextMonth={words.nextMonth} />
    </DatePicker>
  );
}
