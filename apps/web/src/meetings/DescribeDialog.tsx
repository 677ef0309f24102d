import { useMutation } from 'urql';
import { DescribeMeetingDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { TextArea, TextField } from '../ui/TextField';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useMeetingTexts } from './useMeetingTexts';

/** Title, place, purpose, whom it is for and how it will go. */
export function DescribeDialog({ meeting, onClose }: { meeting: MeetingFull; onClose: () => void }) {
  const { describing: texts, meeting: words } = useMeetingPageTexts();
  const { schedule } = useMeetingTexts();
  const { optional } = usePlatformTexts();
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

  async function send() {
    if (draft.title.trim() === '') return errors.show([{ field: 'title', message: schedule.nameMissing }]);
    const { error } = await describe({ id: meeting.id, input: draft });
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} wide onSend={send} onClose={onClose}>
      <TextField {...field('title')} label={schedule.name} maxLength={120} />
      <TextArea {...field('purpose')} label={words.purpose} help={texts.purposeHelp} optional={optional} maxLength={2000} autoFocus />
      <TextField {...field('audience')} label={words.audience} help={texts.audienceHelp} optional={optional} maxLength={500} />
      <TextArea {...field('process')} label={words.process} help={texts.processHelp} optional={optional} maxLength={2000} />
      <TextField {...field('place')} label={words.place} help={texts.placeHelp} optional={optional} maxLength={200} />
    </FormDialog>
  );
}
