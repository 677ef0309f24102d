import { useState } from 'react';
import { useMutation } from 'urql';
import { CreateAgreementDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { failureOf } from '../platform/failure';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Notice } from '../ui/Notice';
import { AgreementFields } from './AgreementFields';
import { type AgreementForm, emptyAgreement, missingIn } from './agreementForm';
import { useAgreementTexts } from './useAgreementTexts';

/** A new agreement about an area. A deadline that has passed is asked about once. */
export default function NewAgreementDialog({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const { create: texts, form: words } = useAgreementTexts();
  const [draft, setDraft, forgetDraft] = useDraft(`${areaId}.agreement.new`, emptyAgreement);
  const [passed, setPassed] = useState(false);
  const [{ fetching }, create] = useMutation(CreateAgreementDocument);
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
    const { error } = await create({ input: { areaId, title, detail: detail.trim() || null, responsiblePersonId: personId, dueOn, confirmPast: passed } });
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
    <FormDialog title={texts.title} save={passed ? texts.saveAnyway : texts.save} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <AgreementFields form={draft} onChange={change} errorAt={errors.at} />
      {passed && (
        <Notice tone="amber" role="alert" title={texts.pastTitle}>
          <p>{texts.past}</p>
        </Notice>
      )}
    </FormDialog>
  );
}
