import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { type AgreementInBriefFragment, AgreementNowDocument, UpdateAgreementDocument } from '../generated/graphql';
import { failureOf } from '../platform/failure';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { AgreementFields } from './AgreementFields';
import { type AgreementForm, changesOf, formOf, missingIn } from './agreementForm';
import { AgreementNow } from './AgreementNow';
import { useAgreementTexts } from './useAgreementTexts';

/** Changes an agreement. Where somebody else did so meanwhile it shows what stands now and keeps what is typed. */
export default function EditAgreementDialog({ agreement, onClose }: { agreement: AgreementInBriefFragment; onClose: () => void }) {
  const { editing: texts, form: words } = useAgreementTexts();
  const { save } = usePlatformTexts();
  const client = useClient();
  const [before] = useState(() => formOf(agreement));
  const [form, setForm] = useState<AgreementForm>(before);
  const [newer, setNewer] = useState<AgreementInBriefFragment | null>(null);
  const [{ fetching }, update] = useMutation(UpdateAgreementDocument);
  const errors = useFormErrors();
  const { version } = newer ?? agreement;

  async function send() {
    const missing = missingIn(form, words);
    if (missing.length > 0) return errors.show(missing);
    const { error } = await update({ input: { id: agreement.id, version, ...changesOf(before, form) } });
    if (error && failureOf(error).reason === 'AGREEMENT_CHANGED') return showNewer();
    if (error) return errors.refused(error);
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  async function showNewer() {
    const { data, error } = await client.query(AgreementNowDocument, { id: agreement.id }, { requestPolicy: 'network-only' }).toPromise();
    if (error) return errors.refused(error);
    errors.clear();
    if (data) setNewer(data.agreement);
  }

  return (
    <FormDialog
      title={texts.title}
      save={newer ? texts.saveOver : save}
      isPending={fetching}
      errors={errors}
      lead={newer && <AgreementNow agreement={newer} />}
      onSend={send}
      onClose={onClose}
    >
      <AgreementFields form={form} onChange={setForm} errorAt={errors.at} present={agreement.responsible} />
    </FormDialog>
  );
}
