import { type FormEvent, useId } from 'react';
import { useMutation } from 'urql';
import { DescribeMeetingDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/TextField';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useMeetingTexts } from './useMeetingTexts';

/** Title, place, purpose, whom it is for and how it will go. */
export function DescribeDialog({ meeting, onClose }: { meeting: MeetingFull; onClose: () => void }) {
  const { describing: texts, meeting: words } = useMeetingPageTexts();
  const { schedule } = useMeetingTexts();
  const { cancel, optional } = usePlatformTexts();
  const formId = useId();
  const stands = {
    title: meeting.title,
    place: meeting.place ?? '',
    purpose: meeting.purpose ?? '',
    audience: meeting.audience ?? '',
    process: meeting.process ?? '',
  };
  const [draft, setDraft, forgetDraft] = useDraft(`meeting.${meeting.id}.plan`, stands);
  const [{ fetching }, describe] = useMutation(DescribeMeetingDocument);
  const errors = useFormErrors();
  const field = (name: keyof typeof stands) => ({
    name,
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: errors.at(name),
  });

  async function send(event: FormEvent) {
    event.preventDefault();
    if (draft.title.trim() === '') return errors.show([{ field: 'title', message: schedule.nameMissing }]);
    const { error } = await describe({ id: meeting.id, input: draft });
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      wide
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
        <TextField {...field('title')} label={schedule.name} maxLength={120} />
        <TextArea {...field('purpose')} label={words.purpose} help={texts.purposeHelp} optional={optional} maxLength={2000} autoFocus />
        <TextField {...field('audience')} label={words.audience} help={texts.audienceHelp} optional={optional} maxLength={500} />
        <TextArea {...field('process')} label={words.process} help={texts.processHelp} optional={optional} maxLength={2000} />
        <TextField {...field('place')} label={words.place} help={texts.placeHelp} optional={optional} maxLength={200} />
      </form>
    </Dialog>
  );
}
