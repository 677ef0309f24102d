import { useMutation } from 'urql';
import { AgreementFields } from '../agreements/AgreementFields';
import { type AgreementForm, missingIn } from '../agreements/agreementForm';
import { useAgreementTexts } from '../agreements/useAgreementTexts';
import { KnowledgeToAgreementDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { FormDialog } from '../platform/FormDialog';
import type { Item } from './inbox.types';
import { useInboxTexts } from './useInboxTexts';

/** Makes of what was handed in who does what by when. */
export default function ToAgreementDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { toAgreement: texts } = useInboxTexts();
  const { form: words } = useAgreementTexts();
  const [draft, setDraft, forget] = useDraft<AgreementForm>(`${item.id}.knowledge.agreement`, { title: item.title, detail: '', personId: null, dueOn: null });
  const [{ fetching }, make] = useMutation(KnowledgeToAgreementDocument);
  const errors = useFormErrors();

  async function send() {
    const { title, detail, personId, dueOn } = draft;
    const missing = missingIn(draft, words);
    if (missing.length > 0 || !personId || !dueOn) return errors.show(missing);
    const { error } = await make({ input: { id: item.id, title, detail: detail.trim() || null, responsiblePersonId: personId, dueOn } });
    if (error) return errors.refused(error);
    forget();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <AgreementFields form={draft} onChange={setDraft} errorAt={errors.at} />
    </FormDialog>
  );
}
