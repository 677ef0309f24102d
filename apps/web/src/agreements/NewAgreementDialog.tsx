import { useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { CreateAgreementDocument, type CreateAgreementInput } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { failureOf } from '../platform/failure';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Notice } from '../ui/Notice';
import { AgreementFields } from './AgreementFields';
import { type AgreementForm, agreementFrom, emptyAgreement, missingIn } from './agreementForm';
import { useAgreementTexts } from './useAgreementTexts';

interface NewAgreementDialogProps {
  /** Null where it is about no single area. */
  areaId: string | null;
  /** Where it is made. */
  meetingId?: string;
  /** What it comes from, with words to begin with. It is told of the new agreement in the same step. */
  from?: { id: string; words: string; personId?: string | null; agree: (input: CreateAgreementInput) => Promise<{ error?: CombinedError }> };
  onClose: () => void;
}

/** A new agreement. A deadline that has passed is asked about once. */
export default function NewAgreementDialog({ areaId, meetingId, from, onClose }: NewAgreementDialogProps) {
  const { create: texts, form: words } = useAgreementTexts();
  const [draft, setDraft, forgetDraft] = useDraft(
    `${from?.id ?? meetingId ?? areaId}.agreement.new`,
    from ? agreementFrom(from.words, from.personId) : emptyAgreement,
  );
  const [passed, setPassed] = useState(false);
  const [sending, setSending] = useState(false);
  const [, create] = useMutation(CreateAgreementDocument);
  const errors = useFormErrors();

  function change(form: AgreementForm) {
    // Another day is another question.
    if (form.dueOn !== draft.dueOn) setPassed(false);
    setDraft(form);
  }

  async function send() {
    const { title, detail, personId, dueOn } = draft;
    const missing = missingIn(draft, words);
    if (missing.length > 0 || !personId || !dueOn) return errors.show(missing);
    const input = { areaId, meetingId, title, detail: detail.trim() || null, responsiblePersonId: personId, dueOn, confirmPast: passed };
    setSending(true);
    const { error } = await (from ? from.agree(input) : create({ input }));
    setSending(false);
    if (error && failureOf(error).reason === 'AGREEMENT_DUE_IN_PAST') {
      errors.clear();
      return setPassed(true);
    }
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: texts.saved(title.trim()), tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={passed ? texts.saveAnyway : texts.save} isPending={sending} errors={errors} onSend={send} onClose={onClose}>
      <AgreementFields form={draft} onChange={change} errorAt={errors.at} />
      {passed && (
        <Notice tone="amber" role="alert" title={texts.pastTitle}>
          <p>{texts.past}</p>
        </Notice>
      )}
    </FormDialog>
  );
}
