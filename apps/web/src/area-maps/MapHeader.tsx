import { ArrowLeft, Camera, Ellipsis, Printer, Snowflake, Table2, Map as MapIcon, UserPlus, Users, History } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { FreezeMapDocument } from '../generated/graphql';
import { CloseMeetingDialog } from '../meetings/CloseMeetingDialog';
import { ParticipantsDialog } from '../meetings/ParticipantsDialog';
import { InviteDialog } from '../meetings/InviteDialog';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { AvatarStack } from '../ui/AvatarStack';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem, MenuSection } from '../ui/Menu';
import styles from './MapHeader.module.css';
import { SavingBadge } from './SavingBadge';
import { SnapshotDialog } from './SnapshotDialog';
import type { AreaMapActions, AreaMapView } from './sync/areaMap.types';
import { useMapTexts } from './useMapTexts';

interface MapHeaderProps {
  area: { id: string; name: string };
  view: AreaMapView;
  actions: AreaMapActions;
  table: boolean;
  onTable: (shown: boolean) => void;
  onTimes: () => void;
  onShowTrouble: () => void;
  onSnapshot: () => void;
}

type Open = 'invite' | 'participants' | 'close' | 'snapshot' | null;

/** Where one is, what goes on, whether all is saved, who is here, and the host's main action. */
export function MapHeader({ area, view, actions, table, onTable, onTimes, onShowTrouble, onSnapshot }: MapHeaderProps) {
  const texts = useMapTexts();
  const { slug, name: place, may } = useTenant();
  const [open, setOpen] = useState<Open>(null);
  const [, freeze] = useAction(FreezeMapDocument);
  const meeting = view.openMeeting;
  const host = may('meeting.host') && meeting !== null;
  const close = () => setOpen(null);
  const people = view.people.map(({ clientId, name, color }) => ({ id: clientId, name, color }));

  async function toggleFreeze() {
    if (!meeting) return;
    const frozen = !meeting.frozen;
    if (await freeze({ meetingId: meeting.id, frozen })) notify({ text: frozen ? texts.tools.froze : texts.tools.thawed, tone: 'moss' });
  }

  return (
    <header className={styles.header}>
      <Link to={`/${slug}/areas/${area.id}`} className={styles.back} aria-label={texts.back} title={texts.back}>
        <ArrowLeft aria-hidden />
      </Link>
      <div className={styles.where}>
        <p className={styles.place}>{place}</p>
        <h1 className={styles.area}>{area.name}</h1>
        {/* On phones the state stands under the name. */}
        <p className={styles.brief} aria-hidden>
          {meeting ? (meeting.frozen ? texts.frozen : meeting.title) : texts.noMeeting}
        </p>
      </div>
      <div className={styles.state}>
        {meeting &&
          (meeting.frozen ? (
            <Badge tone="amber" icon={<Snowflake aria-hidden />}>
              {texts.frozen}
            </Badge>
          ) : (
            <Badge tone="moss" live>
              <span className={styles.title}>{texts.meetingOpen(meeting.title)}</span>
            </Badge>
          ))}
      </div>
      <div className={styles.right}>
        <SavingBadge view={view} actions={actions} onShowTrouble={onShowTrouble} />
        {people.length > 0 && (
          <div className={styles.people}>
            <AvatarStack label={texts.people} people={people} />
          </div>
        )}
        <div className={styles.wide}>
          <Button icon={table ? <MapIcon aria-hidden /> : <Table2 aria-hidden />} onPress={() => onTable(!table)}>
            {table ? texts.tools.map : texts.tools.table}
          </Button>
          {host && (
            <>
              <Button icon={<UserPlus aria-hidden />} onPress={() => setOpen('invite')}>
                {texts.tools.invite}
              </Button>
              <Button variant="primary" icon={<Camera aria-hidden />} onPress={() => setOpen('close')}>
                {texts.tools.closeMeeting}
              </Button>
            </>
          )}
        </div>
        <Menu label={texts.tools.more} trigger={<IconButton label={texts.tools.more} icon={<Ellipsis aria-hidden />} />}>
          <MenuSection>
            <MenuItem icon={table ? <MapIcon aria-hidden /> : <Table2 aria-hidden />} onAction={() => onTable(!table)}>
              {table ? texts.tools.map : texts.tools.table}
            </MenuItem>
            <MenuItem icon={<History aria-hidden />} onAction={onTimes}>
              {texts.tools.times}
            </MenuItem>
            <MenuItem icon={<Printer aria-hidden />} onAction={() => window.print()}>
              {texts.tools.print}
            </MenuItem>
            {may('area-map.snapshot') && (
              <MenuItem icon={<Camera aria-hidden />} onAction={() => setOpen('snapshot')}>
                {texts.tools.snapshot}
              </MenuItem>
            )}
          </MenuSection>
          {host && (
            <MenuSection title={meeting.title}>
              <MenuItem icon={<UserPlus aria-hidden />} onAction={() => setOpen('invite')}>
                {texts.tools.invite}
              </MenuItem>
              <MenuItem icon={<Users aria-hidden />} onAction={() => setOpen('participants')}>
                {texts.tools.participants}
              </MenuItem>
              <MenuItem icon={<Snowflake aria-hidden />} onAction={() => void toggleFreeze()}>
                {meeting.frozen ? texts.tools.unfreeze : texts.tools.freeze}
              </MenuItem>
              <MenuItem icon={<Camera aria-hidden />} onAction={() => setOpen('close')}>
                {texts.tools.closeMeeting}
              </MenuItem>
            </MenuSection>
          )}
        </Menu>
      </div>
      {meeting && open === 'invite' && <InviteDialog meeting={meeting} place={area.name} onClose={close} />}
      {meeting && open === 'participants' && <ParticipantsDialog meetingId={meeting.id} onClose={close} />}
      {meeting && open === 'close' && <CloseMeetingDialog meeting={meeting} onClose={close} onDone={onSnapshot} />}
      {open === 'snapshot' && <SnapshotDialog areaId={area.id} onClose={close} onDone={onSnapshot} />}
    </header>
  );
}
