import { EllipsisVertical, Plus, Trash2, UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { CheckRunSheetItemDocument, RemoveRunSheetItemDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Checkbox } from '../ui/Checkbox';
import { Fold } from '../ui/Fold';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { RunSheetDialog } from './RunSheetDialog';
import styles from './RunSheetCard.module.css';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

const AssignDialog = lazy(() => import('./AssignDialog'));

type Item = MeetingFull['runSheet'][number];

/** What is to be done before, during and after, and how much of it is late. */
export function RunSheetCard({ meeting }: { meeting: MeetingFull }) {
  const { sheet: texts } = useMeetingPageTexts();
  const { may } = useTenant();
  const [adding, setAdding] = useState(false);
  const done = meeting.runSheet.filter((item) => item.done).length;
  return (
    <Card
      title={texts.title}
      action={
        may('meeting.host') && (
          <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {texts.add}
          </Button>
        )
      }
    >
      <div className={styles.sum}>
        {meeting.lateItems > 0 ? <Badge tone="amber">{texts.late(meeting.lateItems)}</Badge> : <Badge tone="moss">{texts.onTime}</Badge>}
        <span>{texts.done(done, meeting.runSheet.length)}</span>
      </div>
      {(['BEFORE', 'DURING', 'AFTER'] as const).map((stage) => (
        <Stage key={stage} name={texts.stages[stage]} meeting={meeting} items={meeting.runSheet.filter((item) => item.stage === stage)} />
      ))}
      {adding && <RunSheetDialog meetingId={meeting.id} onClose={() => setAdding(false)} />}
    </Card>
  );
}

/** What is to be done at one time; folded away where all of it is done. */
function Stage({ name, meeting: { id: meetingId, state }, items }: { name: string; meeting: MeetingFull; items: readonly Item[] }) {
  const { sheet: texts } = useMeetingPageTexts();
  if (items.length === 0) return null;
  const lines = (
    <ul>
      {items.map((item) => (
        <Line key={item.id} meetingId={meetingId} state={state} item={item} />
      ))}
    </ul>
  );
  if (items.every(({ done }) => done))
    return (
      <Fold inline label={texts.stageDone(name, items.length)}>
        {lines}
      </Fold>
    );
  return (
    <section>
      <h3 className={styles.stage}>{name}</h3>
      {lines}
    </section>
  );
}

function Line({ meetingId, state, item }: { meetingId: string; state: MeetingFull['state']; item: Item }) {
  const { sheet: texts } = useMeetingPageTexts();
  const { may } = useTenant();
  const format = useFormats();
  const [checking, check] = useAction(CheckRunSheetItemDocument);
  const [assigning, setAssigning] = useState(false);
  const [, remove] = useAction(RemoveRunSheetItemDocument);
  async function takeOut() {
    if (await remove({ meetingId, runSheetItemId: item.id })) notify({ text: texts.removed(item.title) });
  }
  const when = format.shortDate(item.dueOn);
  const due = item.done ? texts.doneBy : item.stage === 'DURING' && !item.late ? texts.atMeeting : item.late ? texts.lateDue(when) : texts.due(when);
  return (
    <li className={styles.item} data-late={item.late || undefined} data-done={item.done || undefined}>
      <Checkbox
        isSelected={item.done}
        isDisabled={checking || !may('meeting.note')}
        onChange={(done) => void check({ meetingId, runSheetItemId: item.id, done })}
        help={
          <span className={styles.due}>
            {due}
            {item.responsible ? ` · ${item.responsible.name}` : !item.done && ` · ${texts.unassigned}`}
          </span>
        }
      >
        <span className={styles.title}>{item.title}</span>
      </Checkbox>
      {may('meeting.host') && state !== 'CANCELLED' && (
        <Menu trigger={<IconButton label={texts.actionsFor(item.title)} icon={<EllipsisVertical aria-hidden />} />} label={texts.actionsFor(item.title)}>
          <MenuItem icon={<UserRound aria-hidden />} onAction={() => setAssigning(true)}>
            {texts.assign}
          </MenuItem>
          <MenuItem danger icon={<Trash2 aria-hidden />} onAction={() => void takeOut()}>
            {texts.remove}
          </MenuItem>
        </Menu>
      )}
      <Suspense>{assigning && <AssignDialog meetingId={meetingId} item={item} onClose={() => setAssigning(false)} />}</Suspense>
    </li>
  );
}
