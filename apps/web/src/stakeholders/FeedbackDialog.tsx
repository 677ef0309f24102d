import { useState } from 'react';
import { useMutation } from 'urql';
import { GiveFeedbackDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Notice } from '../ui/Notice';
import { TextArea } from '../ui/TextField';
import { FormDialog } from '../platform/FormDialog';
import { useStakeholderTexts } from './useStakeholderTexts';

/** They have heard what came of what they told. */
export default function FeedbackDialog({ perspectiveId, said, onClose }: { perspectiveId: string; said: string; onClose: () => void }) {
  const texts = useStakeholderTexts();
  const [feedback, setFeedback] = useState('');
  const [{ fetching }, give] = useMutation(GiveFeedbackDocument);
  const errors = useFormErrors();

  async function send() {
    const { error } = await give({ perspectiveId, feedback });
    if (error) return errors.refused(error);
    notify({ text: texts.given, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog
      title={texts.giveTitle}
      save={texts.giveSave}
      isPending={fetching}
      errors={errors}
      lead={
        <Notice tone="neutral">
          <p>{said}</p>
        </Notice>
      }
      onSend={send}
      onClose={onClose}
    >
      <TextArea
        label={texts.feedback}
        help={texts.feedbackHelp}
        name="feedback"
        value={feedback}
        onChange={setFeedback}
        maxLength={1000}
        countText={texts.characters}
        error={errors.at('feedback')}
      />
    </FormDialog>
  );
}
