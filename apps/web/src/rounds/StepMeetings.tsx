import { Unlink } from 'lucide-react';
import { Link } from 'react-router';
import { type MappingStep, type RoundPageQuery, TieRoundMeetingDocument, UntieRoundMeetingDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Badge } from '../ui/Badge';
import { Card } from '../ui/Card';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';
import styles from './StepPanel.module.css';
import { useRoundTexts } from './useRoundTexts';

interface StepMeetingsProps {
  step: MappingStep;
  page: RoundPageQuery;
  mayChange: boolean;
}

/** The area meetings at which a step is held. */
export function StepMeetings({ step, page, mayChange }: StepMeetingsProps) {
  const { meetings: texts } = useRoundTexts();
  const { slug } = useTenant();
  const format = useFormats();
  const [tying, tie] = useAction(TieRoundMeetingDocument);
  const [untying, untie] = useAction(UntieRoundMeetingDocument);
  const { round, area, mapSnapshots } = page;
  const held = round.meetings.filter((meeting) => meeting.step === step);
  const seqOf = (id: string | null | undefined) => mapSnapshots.find((one) => one.id === id)?.seq;
  const free = page.meetings
    .filter(({ id, kind, state }) => kind === 'AREA' && state !== 'CLOSED' && !round.meetings.some(({ meetingId }) => meetingId === id))
    .map(({ id, title, startsAt }) => ({ id, label: title, description: format.dateTime(startsAt) }));
  return (
    <Card title={texts.title}>
      {held.length === 0 && <p className={styles.quiet}>{texts.none}</p>}
      <ul className={styles.list}>
        {held.map(({ meetingId, title, startsAt, open, snapshotId }) => (
          <li key={meetingId} className={styles.row}>
            <span className={styles.words}>
              <span className={styles.name}>{title}</span>
              <span className={styles.small}>{format.dateTime(startsAt)}</span>
            </span>
            {open && (
              <Badge tone="moss" live>
                {texts.open}
              </Badge>
            )}
            {seqOf(snapshotId) !== undefined && <Link to={`/${slug}/areas/${area.id}/map?at=${seqOf(snapshotId)}`}>{texts.snapshot(title)}</Link>}
            {mayChange && (
              <IconButton label={texts.untie(title)} icon={<Unlink aria-hidden />} isDisabled={untying} onPress={() => void untie({ meetingId })} />
            )}
          </li>
        ))}
      </ul>
      {mayChange &&
        (free.length > 0 ? (
          <Select<string>
            label={texts.choose}
            help={texts.chooseHelp}
            placeholder={texts.placeholder}
            choices={free}
            value={null}
            isDisabled={tying}
            onChange={(meetingId) => void tie({ roundId: round.id, meetingId, step })}
          />
        ) : (
          <p className={styles.quiet}>
            {texts.noneToChoose} <Link to={`/${slug}/areas/${area.id}`}>{texts.toArea}</Link>
          </p>
        ))}
    </Card>
  );
}
