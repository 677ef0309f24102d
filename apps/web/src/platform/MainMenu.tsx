import { Building2, CalendarDays, ClipboardCheck, Handshake, LayoutDashboard, Map as MapIcon, UserRound, Users } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { Rail, RailItemPlace, type RailItem } from '../ui/Rail';
import { useTenant } from './tenant';
import { useLastArea } from './useLastArea';
import { usePlatformTexts } from './usePlatformTexts';

// Its menu is half of what React Aria weighs here and is wanted last.
const AccountMenu = lazy(() => import('./AccountMenu'));

/** Where one can go in this tenant, and what concerns oneself. */
export function MainMenu() {
  const { nav } = usePlatformTexts();
  const { slug, may } = useTenant();
  const lastArea = useLastArea(slug);
  const centre = may('tenants.read');
  const { pathname } = useLocation();
  const at = (path: string) => pathname === `/${slug}/${path}`;
  const ofArea = (page: 'map' | 'stakeholders') => ({
    to: `/${slug}/areas/${lastArea}/${page}`,
    isCurrent: /\/areas\/[^/]+\/(\w+)$/.exec(pathname)?.[1] === page,
  });
  const meetings = `/${slug}/meetings`;
  const within = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const others: RailItem[] = [];
  if (may('follow-up.read')) others.push({ to: `/${slug}/desk`, label: nav.desk, icon: <ClipboardCheck aria-hidden />, isCurrent: at('desk') });
  if (may('meeting.read')) others.push({ to: meetings, label: nav.meetings, icon: <CalendarDays aria-hidden />, isCurrent: within(meetings) });
  if (lastArea) others.push({ ...ofArea('map'), label: nav.map, icon: <MapIcon aria-hidden /> });
  if (lastArea && may('stakeholder.read')) others.push({ ...ofArea('stakeholders'), label: nav.stakeholders, icon: <Handshake aria-hidden /> });
  if (may('member.read')) others.push({ to: `/${slug}/people`, label: nav.people, icon: <Users aria-hidden />, isCurrent: at('people') });
  // One's own pages are reached from the menu at the foot.
  const isElsewhere = at('mail') || at('mailbox') || at('reply-mailbox') || at('rules') || others.some(({ isCurrent }) => isCurrent);
  const items: RailItem[] = [];
  if (centre) items.push({ to: '/centre', label: nav.centre, icon: <Building2 aria-hidden />, isCurrent: true });
  if (may('area.read')) items.push({ to: `/${slug}`, label: nav.overview, icon: <LayoutDashboard aria-hidden />, isCurrent: !isElsewhere });
  items.push(...others);
  const foot = (
    <Suspense fallback={<RailItemPlace label={nav.account} icon={<UserRound aria-hidden />} />}>
      <AccountMenu />
    </Suspense>
  );
  return <Rail label={nav.label} home="/" items={items} foot={foot} />;
}
