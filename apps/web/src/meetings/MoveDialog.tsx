import { useState } from 'react';
import { useMutation } from 'urql';
import { RescheduleMeetingDocument } from '../generated/graphql';
import { timeZone, useFormats } from '../platform/i18n/format';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { DateTimeField } from '../ui/DateTimeField';
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
  const format = useFormats();
  const [at, setAt] = useState<Date | null>(new Date(meeting.startsAt));
  const [{ fetching }, move] = useMutation(RescheduleMeetingDocument);
  const errors = useFormErrors();

  async function send() {
    if (!at) return errors.show([{ field: 'startsAt', message: schedule.whenMissing }]);
    const { error } = await move({ id: meeting.id, startsAt: at.toISOString() });
    if (error) return errors.refused(error);
    notify({ text: texts.saved(format.dateTime(at)), tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog
      title={texts.title}
      save={texts.save}
      isPending={fetching}
      errors={errors}
      lead={
        <>
          <p>{texts.told}</p>
        </>
      }
      onSend={send}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
