import type { MapLook } from '../area-maps/mapLook';
import { EllipsisVertical, MapPin } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { AgreeOnOutcomeDocument, AttachOutcomeDocument, NoteOutcomeDocument, type OutcomeFragment, RemoveOutcomeDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { AgreedUpon } from './AgreedUpon';
import { AttachDialog } from './AttachDialog';
import { MakeAgreement } from './MakeAgreement';
import styles from './Outcomes.module.css';
import { RewordDialog } from './RewordDialog';
import type { MeetingFull } from './useMeetingPage';
import { useOutcomeTexts } from './useOutcomeTexts';

interface OutcomeLineProps {
  outcome: OutcomeFragment;
  meeting: MeetingFull;
  map: MapLook | null;
}

/** One thing that was said: what it is about on the map, what became of it, and what can be done with it. */
export function OutcomeLine({ outcome, meeting, map }: OutcomeLineProps) {
  const texts = useOutcomeTexts();
  const format = useFormats();
  const { may } = useTenant();
  const [, agree] = useMutation(AgreeOnOutcomeDocument);
  const { id, text, createdBy, at, agreement } = outcome;
  const open = meeting.state === 'OPEN';
  const mayNote = may('meeting.note');
  return (
    <li className={styles.line}>
      <div className={styles.top}>
        <p className={styles.text}>{text}</p>
        {mayNote && (open || may('meeting.host')) && <More outcome={outcome} open={open} />}
      </div>
      <p className={styles.facts}>
        {[createdBy?.name ?? texts.somebody, open ? format.relative(at) : null].filter(Boolean).join(' · ')}
        <OnMap outcome={outcome} meeting={meeting} map={map} />
      </p>
      {agreement && <AgreedUpon agreement={agreement} said={text} />}
      {mayNote && (open || !agreement) && (
        <div className={styles.actions}>
          {open && meeting.areaId && <Attach outcome={outcome} areaId={meeting.areaId} map={map} />}
          {!agreement && <MakeAgreement meeting={meeting} from={{ id, words: text }} agree={(input) => agree({ outcomeId: id, input })} />}
        </div>
      )}
    </li>
  );
}

/** The mark it is about: shown on the map beside, or on the area's own. */
function OnMap({ outcome: { featureId, featureName }, meeting: { areaId }, map }: OutcomeLineProps) {
  const texts = useOutcomeTexts();
  const { slug } = useTenant();
  if (!featureId || !featureName) return null;
  const content = (
    <>
      <MapPin aria-hidden />
      <span className="visually-hidden">{texts.onMap('')}</span>
      {featureName}
    </>
  );
  return map ? (
    <button type="button" className={styles.mark} onClick={() => map.choose(featureId)}>
      {content}
    </button>
  ) : (
    <Link className={styles.mark} to={`/${slug}/areas/${areaId}/map?mark=${featureId}`}>
      {content}
    </Link>
  );
}

function Attach({ outcome, areaId, map }: { outcome: OutcomeFragment; areaId: string; map: MapLook | null }) {
  const texts = useOutcomeTexts();
  const [choosing, setChoosing] = useState(false);
  const [attaching, attach] = useAction(AttachOutcomeDocument);
  const chosen = map?.chosen ?? null;

  async function putOn(mark: { id: string; name: string }) {
    if (!(await attach({ outcomeId: outcome.id, featureId: mark.id }))) return;
    notify({ text: texts.attached(mark.name), tone: 'moss' });
    setChoosing(false);
  }

  if (chosen && chosen.id !== outcome.featureId)
    return (
      <Button
        size="small"
        icon={<MapPin aria-hidden />}
        isPending={attaching}
        aria-label={`${texts.attachChosen}: ${texts.attachTo(chosen.name)}`}
        onPress={() => void putOn(chosen)}
      >
        {texts.attachChosen}
      </Button>
    );
  if (outcome.featureId) return null;
  return (
    <>
      <Button size="small" icon={<MapPin aria-hidden />} aria-label={`${texts.attach}: »${outcome.text}«`} onPress={() => setChoosing(true)}>
        {texts.attach}
      </Button>
      {choosing && (
        <AttachDialog
          areaId={areaId}
          marks={map?.marks ?? null}
          said={outcome.text}
          isPending={attaching}
          onChoose={(mark) => void putOn(mark)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

function More({ outcome, open }: { outcome: OutcomeFragment; open: boolean }) {
  const texts = useOutcomeTexts();
  const [, attach] = useAction(AttachOutcomeDocument);
  const [, remove] = useAction(RemoveOutcomeDocument);
  const [, note] = useAction(NoteOutcomeDocument);
  const [rewording, setRewording] = useState(false);
  const { may } = useTenant();
  const { me } = useSession();
  const { id, meetingId, text, phase, question, featureId, createdBy } = outcome;

  async function takeOff() {
    if (await attach({ outcomeId: id, featureId: null })) notify({ text: texts.detached });
  }
  async function takeOut() {
    if (!(await remove({ outcomeId: id }))) return;
    const again = () => void note({ meetingId, input: { text, phase, question, featureId } });
    notify({ text: texts.removed, ...(open && { action: { label: texts.undo, run: again } }) });
  }

  return (
    <>
      <Menu trigger={<IconButton label={texts.more(text)} icon={<EllipsisVertical aria-hidden />} />} label={texts.more(text)}>
        {open && (createdBy?.personId === me?.personId || may('meeting.host')) && <MenuItem onAction={() => setRewording(true)}>{texts.reword}</MenuItem>}
        {open && featureId && <MenuItem onAction={() => void takeOff()}>{texts.detach}</MenuItem>}
        <MenuItem danger onAction={() => void takeOut()}>
          {texts.remove}
        </MenuItem>
      </Menu>
      {rewording && <RewordDialog outcome={outcome} onClose={() => setRewording(false)} />}
    </>
  );
}
