import { useState } from 'react';
import { RedactMapFeatureDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { TextField } from '../ui/TextField';
import { useMapTexts } from './useMapTexts';

/** Deleting texts from a mark's whole history, when consent is withdrawn or a name should never have been there. */
export function RedactDialog({ areaId, featureId, onClose }: { areaId: string; featureId: string; onClose: () => void }) {
  const { feature: texts } = useMapTexts();
  const { cancel } = usePlatformTexts();
  const [reason, setReason] = useState('');
  const [pending, redact] = useAction(RedactMapFeatureDocument);
  const confirm = async () => {
    if (!(await redact({ areaId, featureId, reason }))) return;
    notify({ text: texts.redacted, tone: 'moss' });
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.redactTitle}
      confirm={texts.redactConfirm}
      cancel={cancel}
      isPending={pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{texts.redactText}</p>
      <TextField label={texts.redactReason} help={texts.redactReasonHelp} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
