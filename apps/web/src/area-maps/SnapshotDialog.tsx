import { useState } from 'react';
import { TakeMapSnapshotDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { useMapTexts } from './useMapTexts';

/** Keeps the map as it is now under a name. */
export function SnapshotDialog({ areaId, onClose, onDone }: { areaId: string; onClose: () => void; onDone: () => void }) {
  const { time: texts } = useMapTexts();
  const { cancel } = usePlatformTexts();
  const format = useFormats();
  const [name, setName] = useState(() => format.date(new Date()));
  const [pending, take] = useAction(TakeMapSnapshotDocument);
  const save = async () => {
    if (!(await take({ areaId, name }))) return;
    notify({ text: texts.snapshotSaved(name.trim()), tone: 'moss' });
    onDone();
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.snapshotTitle}
      actions={
        <>
          <Button variant="primary" isPending={pending} onPress={() => void save()}>
            {texts.snapshotSave}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.snapshotHelp}</p>
      <TextField label={texts.snapshotName} value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
