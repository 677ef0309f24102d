import { type FormEvent, useId, useState } from 'react';
import { useMutation } from 'urql';
import { RescheduleMeetingDocument } from '../generated/graphql';
import { timeZone, useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { DateTimeField } from '../ui/DateTimeField';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { SeriesPreview } from './SeriesPreview';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useMeetingTexts } from './useMeetingTexts';

interface MoveDialogProps {
  meeting: { id: string; startsAt: string; series: string | null };
  onClose: () => void;
}

/** Another time for one meeting. */
export function MoveDialog({ meeting, onClose }: MoveDialogProps) {
  const { moving: texts } = useMeetingPageTexts();
  const { schedule } = useMeetingTexts();
  const { cancel } = usePlatformTexts();
  const format = useFormats();
  const formId = useId();
  const [at, setAt] = useState<Date | null>(new Date(meeting.startsAt));
  const [{ fetching }, move] = useMutation(RescheduleMeetingDocument);
  const errors = useFormErrors();

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!at) return errors.show([{ field: 'startsAt', message: schedule.whenMissing }]);
    const { error } = await move({ id: meeting.id, startsAt: at.toISOString() });
    if (error) return errors.refused(error);
    notify({ text: texts.saved(format.dateTime(at)), tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={fetching}>
            {texts.save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.told}</p>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <form id={formId} className="fields" onSubmit={(event) => void send(event)} noValidate>
        <div id="startsAt">
          <DateTimeField
            label={schedule.when}
            help={meeting.series ? texts.only : schedule.whenHelp}
            value={at}
            onChange={setAt}
            timeZone={timeZone}
            error={errors.at('startsAt')}
            openCalendar={schedule.calendar}
            previousMonth={schedule.previousMonth}
            nextMonth={schedule.nextMonth}
          />
        </div>
        {at && <SeriesPreview startsAt={at.toISOString()} series="NONE" />}
      </form>
    </Dialog>
  );
}
