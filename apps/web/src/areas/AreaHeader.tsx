import { EllipsisVertical, LockKeyhole, Map as MapIcon, Pencil, Printer, ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { AreaPageQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { Button, LinkButton } from '../ui/Button';
import { Menu, MenuItem } from '../ui/Menu';
import { PageHeader } from '../ui/PageHeader';
import { ancestorsOf } from './areaTree';
import { nextStep } from './nextStep';
import { useAreaTexts } from './useAreaTexts';
import { useNow } from './useNow';

const EditAreaDialog = lazy(() => import('./EditAreaDialog'));
const AccessDialog = lazy(() => import('./AccessDialog'));

type Area = AreaPageQuery['area'];

interface AreaHeaderProps {
  area: Area;
  areas: AreaPageQuery['areas'];
  meetings: AreaPageQuery['meetings'];
}

/** Where one is, what comes next, and the way to the map. */
export function AreaHeader({ area, areas, meetings }: AreaHeaderProps) {
  const { area: texts } = useAreaTexts();
  const { slug, name } = useTenant();
  const lead = useLead(area, meetings);
  return (
    <PageHeader
      title={area.name}
      above={
        <>
          <Link to={`/${slug}`}>{name}</Link>
          {ancestorsOf(areas, area.id).map((above) => (
            <span key={above.id}>
              {' › '}
              <Link to={`/${slug}/areas/${above.id}`}>{above.name}</Link>
            </span>
          ))}
        </>
      }
      badges={
        <>
          {area.openMeeting && (
            <Badge tone="moss" live>
              {texts.openNow}
            </Badge>
          )}
          {area.restricted && <Badge icon={<LockKeyhole aria-hidden />}>{texts.restricted}</Badge>}
        </>
      }
      lead={lead}
      actions={
        <>
          <MoreMenu area={area} />
          <LinkButton to={`/${slug}/areas/${area.id}/map`} variant="primary" icon={<MapIcon aria-hidden />}>
            {texts.openMap}
          </LinkButton>
        </>
      }
    />
  );
}

function useLead(area: Area, meetings: AreaPageQuery['meetings']): string {
  const { area: texts } = useAreaTexts();
  const { may } = useTenant();
  const format = useFormats();
  const now = useNow();
  const step = nextStep([area], meetings, now);
  switch (step.kind) {
    case 'open':
      return texts.step.open(step.meeting.title);
    case 'start':
      return texts.step.start(step.meeting.title);
    case 'planned':
      return texts.step.planned(step.meeting.title, format.upcoming(step.meeting.startsAt, now));
    default:
      if (!may('meeting.host')) return texts.step.reader;
      return step.kind === 'first-meeting' ? texts.step.first : texts.step.again;
  }
}

function MoreMenu({ area }: { area: Area }) {
  const { area: texts } = useAreaTexts();
  const { may } = useTenant();
  const [dialog, setDialog] = useState<'edit' | 'access' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu trigger={<Button icon={<EllipsisVertical aria-hidden />}>{texts.more}</Button>} label={texts.more}>
        {may('area.edit') && (
          <MenuItem icon={<Pencil aria-hidden />} onAction={() => setDialog('edit')}>
            {texts.edit}
          </MenuItem>
        )}
        {may('area.edit') && may('member.read') && (
          <MenuItem icon={<ShieldCheck aria-hidden />} onAction={() => setDialog('access')}>
            {texts.access}
          </MenuItem>
        )}
        <MenuItem icon={<Printer aria-hidden />} onAction={() => window.print()}>
          {texts.print}
        </MenuItem>
      </Menu>
      <Suspense>
        {dialog === 'edit' && <EditAreaDialog area={area} onClose={close} />}
        {dialog === 'access' && <AccessDialog area={area} onClose={close} />}
      </Suspense>
    </>
  );
}
