import { textLimits } from '@kvarter/geo';
import { useMutation } from 'urql';
import { DropAgreementDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Notice } from '../ui/Notice';
import { TextArea } from '../ui/TextField';
import { useAgreementTexts } from './useAgreementTexts';

/** Ends an agreement that nobody wants any more, with the reason. */
export default function DropAgreementDialog({ agreement, onClose }: { agreement: { id: string; title: string }; onClose: () => void }) {
  const { dropping: texts } = useAgreementTexts();
  const { cancel } = usePlatformTexts();
  const [reason, setReason, forgetReason] = useDraft(`${agreement.id}.agreement.drop`, '');
  const [{ fetching }, drop] = useMutation(DropAgreementDocument);
  const errors = useFormErrors();

  async function confirm() {
    if (reason.trim() === '') return errors.show([{ field: 'reason', message: texts.reasonMissing }]);
    const { error } = await drop({ id: agreement.id, reason });
    if (error) return errors.refused(error);
    forgetReason();
    notify({ text: texts.done(agreement.title), tone: 'moss' });
    onClose();
  }

  const whole = errors.errors.find(({ field }) => field !== 'reason');
  return (
    <ConfirmDialog title={texts.title} confirm={texts.confirm} cancel={cancel} isPending={fetching} onConfirm={() => void confirm()} onClose={onClose}>
      <p>{texts.text(agreement.title)}</p>
      {whole && (
        <Notice tone="brick" role="alert">
          <p>{whole.message}</p>
        </Notice>
      )}
      <TextArea
        label={texts.reason}
        help={texts.reasonHelp}
        name="reason"
        rows={2}
        value={reason}
        onChange={setReason}
        maxLength={textLimits.note}
        error={errors.at('reason')}
        autoFocus
      />
    </ConfirmDialog>
  );
}
