import { textLimits } from '@kvarter/geo';
import { type FormEvent, useId, useState } from 'react';
import { useMutation } from 'urql';
import { ScheduleMeetingDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { timeZone } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { DateTimeField } from '../ui/DateTimeField';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary, type FormError } from '../ui/ErrorSummary';
import { TextField } from '../ui/TextField';
import { useMeetingTexts } from './useMeetingTexts';

/** A new area meeting: what it is about and when. */
export default function ScheduleDialog({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const { schedule: texts } = useMeetingTexts();
  const { cancel } = usePlatformTexts();
  const formId = useId();
  const [draft, setDraft, forgetDraft] = useDraft<{ title: string; startsAt: string | null }>(`${areaId}.meeting.new`, { title: '', startsAt: null });
  const [{ fetching }, schedule] = useMutation(ScheduleMeetingDocument);
  const errors = useFormErrors();
  const [now] = useState(Date.now);

  function faults(): FormError[] {
    const found: FormError[] = [];
    if (draft.title.trim() === '') found.push({ field: 'title', message: texts.nameMissing });
    if (!draft.startsAt) found.push({ field: 'startsAt', message: texts.whenMissing });
    else if (Date.parse(draft.startsAt) < now) found.push({ field: 'startsAt', message: texts.whenPast });
    return found;
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    const found = faults();
    const { title, startsAt } = draft;
    if (found.length > 0 || !startsAt) return errors.show(found);
    const { error } = await schedule({ input: { areaId, kind: 'AREA', title, startsAt } });
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: texts.saved(title.trim()), tone: 'moss' });
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
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <form id={formId} className="fields" onSubmit={(event) => void send(event)} noValidate>
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          name="title"
          value={draft.title}
          onChange={(title) => setDraft({ ...draft, title })}
          maxLength={textLimits.title}
          error={errors.at('title')}
          autoFocus
        />
        <div id="startsAt">
          <DateTimeField
            label={texts.when}
            help={texts.whenHelp}
            value={draft.startsAt ? new Date(draft.startsAt) : null}
            onChange={(at) => setDraft({ ...draft, startsAt: at?.toISOString() ?? null })}
            timeZone={timeZone}
            error={errors.at('startsAt')}
            openCalendar={texts.calendar}
            previousMonth={texts.previousMonth}
            nextMonth={texts.nextMonth}
          />
        </div>
      </form>
    </Dialog>
  );
}
