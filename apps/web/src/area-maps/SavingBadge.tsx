import { CloudCheck, CloudOff, CloudUpload, TriangleAlert } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Dialog } from 'react-aria-components/Dialog';
import overlay from '../ui/Overlay.module.css';
import { Button } from '../ui/Button';
import styles from './SavingBadge.module.css';
import type { AreaMapActions, AreaMapView } from './sync/areaMap.types';
import { useMapTexts } from './useMapTexts';

/** The state of saving: always in sight and always true. */
export function SavingBadge({ view, actions, onShowTrouble }: { view: AreaMapView; actions: AreaMapActions; onShowTrouble: () => void }) {
  const { saving: texts } = useMapTexts();
  const { state, waiting, message } = view.saving;
  const offline = !view.online;
  if (view.phase === 'loading' && !offline) return null; // nothing can be said yet
  if (state === 'saved' && !offline) {
    return (
      <p role="status" className={styles.quiet}>
        <CloudCheck aria-hidden />
        <span>{texts.saved}</span>
      </p>
    );
  }
  if (state === 'saving') {
    return (
      <p role="status" className={styles.quiet}>
        <CloudUpload aria-hidden />
        <span>{texts.saving}</span>
      </p>
    );
  }
  const words = state === 'trouble' ? texts.trouble : state === 'held' ? texts.held(waiting) : waiting > 0 ? texts.waiting(waiting) : texts.offline;
  if (state === 'trouble') {
    return (
      <button type="button" className={styles.badge} data-tone="brick" onClick={onShowTrouble}>
        <TriangleAlert aria-hidden />
        <span role="status">{words}</span>
      </button>
    );
  }
  return (
    <DialogTrigger>
      <Button size="small" icon={<CloudOff aria-hidden />}>
        <span role="status">{words}</span>
      </Button>
      <Popover className={overlay.popover} offset={6} placement="bottom end">
        <Dialog className={styles.explain} aria-label={words}>
          <p>{state === 'held' ? texts.heldHelp : texts.kept}</p>
          {message && <p>{message}</p>}
          <Button size="small" onPress={() => actions.retryNow()}>
            {texts.retry}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
