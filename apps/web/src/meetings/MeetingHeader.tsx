import { CalendarArrowDown, CalendarX, EllipsisVertical, Map as MapIcon, MonitorUp, MoveRight } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { OpenMeetingDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Badge } from '../ui/Badge';
import { Button, LinkButton } from '../ui/Button';
import { Menu, MenuItem } from '../ui/Menu';
import { Notice } from '../ui/Notice';
import { PageHeader } from '../ui/PageHeader';
import { CancelDialog } from './CancelDialog';
import { CloseMeetingDialog } from './CloseMeetingDialog';
import { isRoundMap } from './isRoundMap';
import { MoveDialog } from './MoveDialog';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import type { MeetingFull } from './useMeetingPage';

interface MeetingHeaderProps {
  meeting: MeetingFull;
  areas: readonly { id: string; name: string }[];
}

/** What the meeting is, what comes next, and the one thing to do now. */
export function MeetingHeader({ meeting, areas }: MeetingHeaderProps) {
  const { meeting: texts, list, kinds } = useMeetingPageTexts();
  const { slug } = useTenant();
  const area = areas.find(({ id }) => id === meeting.areaId);
  return (
    <>
      <PageHeader
        title={meeting.title}
        above={
          <>
            <Link to={`/${slug}/meetings`}>{texts.back}</Link>
            {area && (
              <>
                {' › '}
                <Link to={`/${slug}/areas/${area.id}`}>{area.name}</Link>
              </>
            )}
          </>
        }
        badges={
          <>
            <Badge tone="fjord">{kinds[meeting.kind]}</Badge>
            {meeting.state === 'OPEN' && (
              <Badge tone="moss" live>
                {list.open}
              </Badge>
            )}
            {meeting.state === 'CLOSED' && <Badge>{list.closed}</Badge>}
            {meeting.state === 'CANCELLED' && <Badge tone="brick">{list.cancelled}</Badge>}
          </>
        }
        lead={useLead(meeting)}
        actions={<Actions meeting={meeting} />}
      />
      {meeting.state === 'PLANNED' &&
        meeting.warnings.map(({ message }) => (
          <div key={message} style={{ marginBottom: 24 }}>
            <Notice tone="amber">
              <p>{message}</p>
            </Notice>
          </div>
        ))}
    </>
  );
}

function useLead(meeting: MeetingFull): string {
  const { meeting: texts } = useMeetingPageTexts();
  const format = useFormats();
  switch (meeting.state) {
    case 'PLANNED':
      return meeting.lateItems > 0
        ? `${texts.leadPlanned(format.upcoming(meeting.startsAt))} ${texts.leadLate(meeting.lateItems)}`
        : texts.leadPlanned(format.upcoming(meeting.startsAt));
    case 'OPEN':
      return texts.leadOpen;
    case 'CLOSED':
      return meeting.lateItems > 0
        ? `${texts.leadClosed(format.date(meeting.closedAt ?? meeting.startsAt))} ${texts.leadLate(meeting.lateItems)}`
        : texts.leadClosed(format.date(meeting.closedAt ?? meeting.startsAt));
    default:
      return meeting.cancelReason ? `${texts.leadCancelled} ${texts.reason(meeting.cancelReason)}` : texts.leadCancelled;
  }
}

function Actions({ meeting }: { meeting: MeetingFull }) {
  const { meeting: texts } = useMeetingPageTexts();
  const { slug, may } = useTenant();
  const [dialog, setDialog] = useState<'move' | 'cancel' | 'close' | null>(null);
  const [opening, open] = useAction(OpenMeetingDocument);
  const host = may('meeting.host');
  const close = () => setDialog(null);
  const around = isRoundMap(meeting);
  const here = `/${slug}/meetings/${meeting.id}`;

  async function begin() {
    if (await open({ id: meeting.id })) notify({ text: texts.opened, tone: 'moss' });
  }

  return (
    <>
      {meeting.state === 'OPEN' && (
        <LinkButton to={`${here}/wall`} icon={<MonitorUp aria-hidden />}>
          {texts.wall}
        </LinkButton>
      )}
      {meeting.state === 'OPEN' && host && <Button onPress={() => setDialog('close')}>{texts.close}</Button>}
      {meeting.state === 'OPEN' && around && (
        <LinkButton to={`${here}/map`} icon={<MapIcon aria-hidden />}>
          {texts.withMap}
        </LinkButton>
      )}
      {meeting.state === 'PLANNED' && (
        <>
          <Menu trigger={<Button icon={<EllipsisVertical aria-hidden />}>{texts.more}</Button>} label={texts.more}>
            <MenuItem icon={<CalendarArrowDown aria-hidden />} onAction={() => window.location.assign(`/calendar/${slug}/${meeting.id}.ics`)}>
              {texts.calendar}
            </MenuItem>
            {host && (
              <MenuItem icon={<MoveRight aria-hidden />} onAction={() => setDialog('move')}>
                {texts.move}
              </MenuItem>
            )}
            {host && (
              <MenuItem danger icon={<CalendarX aria-hidden />} onAction={() => setDialog('cancel')}>
                {texts.cancel}
              </MenuItem>
            )}
          </Menu>
          {host && (
            <Button variant="primary" isPending={opening} onPress={() => void begin()}>
              {texts.open}
            </Button>
          )}
        </>
      )}
      {dialog === 'move' && <MoveDialog meeting={meeting} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog meeting={meeting} onClose={close} />}
      {dialog === 'close' && <CloseMeetingDialog meeting={meeting} left={meeting.agenda.filter(({ done }) => !done).length} onClose={close} />}
    </>
  );
}
