import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { TextArea } from '../ui/TextField';
import styles from './MeetingPage.module.css';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useMinutes } from './useMinutes';

/** The minutes: written while the meeting is open, read ever after. */
export function MinutesCard({ meeting }: { meeting: MeetingFull }) {
  const { writing: texts } = useMeetingPageTexts();
  const { may } = useTenant();
  if (meeting.state === 'OPEN' && may('meeting.note')) return <Writing meeting={meeting} />;
  return (
    <Card title={texts.title}>
      {meeting.minutes.text === '' ? <p className={styles.muted}>{texts.empty}</p> : <p style={{ whiteSpace: 'pre-line' }}>{meeting.minutes.text}</p>}
      <WrittenBy meeting={meeting} />
    </Card>
  );
}

function Writing({ meeting }: { meeting: MeetingFull }) {
  const { writing: texts } = useMeetingPageTexts();
  const { text, state, problem, conflict, settle, write } = useMinutes(meeting.id, meeting.minutes);
  const tone = state === 'saved' ? 'moss' : state === 'failed' || state === 'conflict' ? 'amber' : 'neutral';
  const word = { saved: texts.saved, saving: texts.saving, unsaved: texts.unsaved, failed: texts.failed, conflict: texts.unsaved }[state];
  return (
    <Card
      title={texts.title}
      action={
        <span role="status">
          <Badge tone={tone}>{word}</Badge>
        </span>
      }
    >
      {conflict && (
        <Notice tone="amber" role="alert" title={texts.conflict(conflict.writtenBy?.name ?? texts.somebody)}>
          <p className={styles.muted}>{texts.theirs}</p>
          <p style={{ whiteSpace: 'pre-line' }}>{conflict.text}</p>
          <div className={styles.buttons}>
            <Button variant="primary" onPress={() => settle(true)}>
              {texts.both}
            </Button>
            <Button onPress={() => settle(false)}>{texts.onlyTheirs}</Button>
          </div>
        </Notice>
      )}
      <TextArea label={texts.label} help={texts.help} value={text} onChange={write} rows={8} error={problem} />
      <WrittenBy meeting={meeting} />
    </Card>
  );
}

function WrittenBy({ meeting: { minutes } }: { meeting: MeetingFull }) {
  const { writing: texts } = useMeetingPageTexts();
  const format = useFormats();
  if (!minutes.writtenAt) return null;
  return <p className={styles.muted}>{texts.by(minutes.writtenBy?.name ?? texts.somebody, format.relative(minutes.writtenAt))}</p>;
}
