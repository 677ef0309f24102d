import { useFormats } from '../platform/i18n/format';
import { useToday } from '../platform/useToday';
import { DateField } from '../ui/DateField';
import type { FieldProps } from '../ui/FieldParts';
import { useFollowUpTexts } from './useFollowUpTexts';
import { useFreeDay } from './useFreeDay';

interface DueDayFieldProps extends FieldProps {
  /** The errors of a form lead to it by this name. */
  name: string;
  /** YYYY-MM-DD */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A day on which something is to be done. Says so where nobody is at work on it, which is allowed. */
export function DueDayField({ name, help, ...props }: DueDayFieldProps) {
  const { freeDay } = useFollowUpTexts();
  const format = useFormats();
  const today = useToday();
  // Of a day that has passed there is something else to say.
  const free = useFreeDay(props.value && props.value >= today ? props.value : null);
  const hint = free && freeDay(format.day(props.value ?? today, today), free.holiday ?? '', format.day(free.next, today));
  return (
    <div id={name}>
      <DateField {...props} help={<span role="status">{hint ?? help}</span>} />
    </div>
  );
}
