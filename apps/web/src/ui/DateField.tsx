import { type CalendarDate, parseDate } from '@internationalized/date';
import { DatePicker } from 'react-aria-components/DatePicker';
import { CalendarPopover, DateGroup } from './DatePickerParts';
import { FieldFoot, FieldLabel, type FieldProps } from './FieldParts';
import { useUiTexts } from './UiTexts';
import field from './Field.module.css';

interface DateFieldProps extends FieldProps {
  /** Where a summary of errors leads to. */
  id?: string;
  /** YYYY-MM-DD */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A day, typed part by part or picked from a calendar. */
export function DateField({ id, label, optional, help, error, value, onChange }: DateFieldProps) {
  const texts = useUiTexts();
  return (
    <DatePicker<CalendarDate>
      id={id}
      className={field.field}
      value={value === null ? null : parseDate(value)}
      onChange={(next) => onChange(next && next.toString())}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} optional={optional} />
      <DateGroup openCalendar={texts.openCalendar} />
      <FieldFoot help={help} error={error} />
      <CalendarPopover previousMonth={texts.previousMonth} nextMonth={texts.nextMonth} />
    </DatePicker>
  );
}
