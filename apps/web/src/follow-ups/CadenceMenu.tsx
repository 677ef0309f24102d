import { CircleCheck, CirclePause, CirclePlay, EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { EndCadenceDocument, PauseCadenceDocument, ResumeCadenceDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import type { Cadence } from './FollowUpsCard';
import { useFollowUpTexts } from './useFollowUpTexts';

interface CadenceMenuProps {
  cadence: Cadence;
  title: string;
  onChange: () => void;
}

/** Puts a cadence on hold, takes it up again, or ends it. */
export function CadenceMenu({ cadence: { id, onHoldSince }, title, onChange }: CadenceMenuProps) {
  const { card: texts } = useFollowUpTexts();
  const { cancel } = usePlatformTexts();
  const [asking, setAsking] = useState(false);
  const [, pause] = useAction(PauseCadenceDocument);
  const [, resume] = useAction(ResumeCadenceDocument);
  const [ending, end] = useAction(EndCadenceDocument);

  async function run(action: (variables: { id: string }) => Promise<object | null>, done: string) {
    if (await action({ id })) notify({ text: done, tone: 'moss' });
    setAsking(false);
    onChange();
  }

  return (
    <>
      <Menu trigger={<IconButton label={texts.more(title)} icon={<EllipsisVertical aria-hidden />} />} label={texts.more(title)}>
        {onHoldSince ? (
          <MenuItem icon={<CirclePlay aria-hidden />} onAction={() => void run(resume, texts.resumed(title))}>
            {texts.resume}
          </MenuItem>
        ) : (
          <MenuItem icon={<CirclePause aria-hidden />} onAction={() => void run(pause, texts.paused(title))}>
            {texts.pause}
          </MenuItem>
        )}
        <MenuItem icon={<CircleCheck aria-hidden />} onAction={() => setAsking(true)}>
          {texts.end}
        </MenuItem>
      </Menu>
      {asking && (
        <ConfirmDialog
          title={texts.endTitle(title)}
          confirm={texts.endConfirm}
          cancel={cancel}
          isPending={ending}
          onConfirm={() => void run(end, texts.ended(title))}
          onClose={() => setAsking(false)}
        >
          <p>{texts.endText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
