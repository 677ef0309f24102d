import { Building2, LayoutDashboard, Map as MapIcon, UserRound, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { Menu, MenuChoices, MenuItem, MenuSection } from '../ui/Menu';
import { Rail, RailButton, type RailItem } from '../ui/Rail';
import { type Locale, useLocale } from './i18n/locale';
import { useSession } from './session';
import { signOut } from './signOut';
import { useTenant } from './tenant';
import { currentTheme, setTheme, type Theme } from './theme';
import { useLastArea } from './useLastArea';
import { usePlatformTexts } from './usePlatformTexts';

const SessionsDialog = lazy(() => import('../auth/SessionsDialog'));

/** Where one can go in this tenant, and what concerns oneself. */
export function MainMenu() {
  const { nav } = usePlatformTexts();
  const { slug, may } = useTenant();
  const lastArea = useLastArea(slug);
  const centre = may('tenants.read');
  const home = centre ? '/centre' : `/${slug}`;
  const items: RailItem[] = [
    centre
      ? { to: home, label: nav.centre, icon: <Building2 aria-hidden /> }
      : { to: home, label: nav.overview, icon: <LayoutDashboard aria-hidden />, end: true },
  ];
  if (lastArea) items.push({ to: `/${slug}/areas/${lastArea}/map`, label: nav.map, icon: <MapIcon aria-hidden /> });
  if (may('member.read')) items.push({ to: `/${slug}/people`, label: nav.people, icon: <Users aria-hidden /> });
  return <Rail label={nav.label} home={home} items={items} foot={<AccountMenu />} />;
}

function AccountMenu() {
  const { nav, roles } = usePlatformTexts();
  const { me } = useSession();
  const tenant = useTenant();
  const navigate = useNavigate();
  const { locale, setLocale } = useLocale();
  const [theme, chooseTheme] = useState(currentTheme);
  const [showsSessions, setShowsSessions] = useState(false);
  if (!me) return null;
  const roleNames = tenant.roles.map((role) => roles[role] ?? role).join(', ');
  return (
    <>
      <Menu
        label={nav.account}
        placement="right bottom"
        trigger={<RailButton label={nav.account} icon={<UserRound aria-hidden />} hint={nav.accountMenu(me.name)} />}
      >
        <MenuSection title={`${me.name} · ${roleNames}`}>
          <MenuItem onAction={() => setShowsSessions(true)}>{nav.sessions}</MenuItem>
          <MenuItem onAction={() => void signOut()}>{nav.signOut}</MenuItem>
        </MenuSection>
        {me.memberships.length > 1 && (
          <MenuChoices
            title={nav.municipality}
            choices={me.memberships.map(({ tenantSlug, tenantName }) => ({ id: tenantSlug, label: tenantName }))}
            selected={[tenant.slug]}
            onChange={([slug]) => slug && navigate(`/${slug}`)}
          />
        )}
        <MenuChoices<Locale>
          title={nav.language}
          choices={[
            { id: 'da', label: nav.danish },
            { id: 'en', label: nav.english },
          ]}
          selected={[locale]}
          onChange={([next]) => next && setLocale(next)}
        />
        <MenuChoices<Theme>
          title={nav.appearance}
          choices={[
            { id: 'system', label: nav.system },
            { id: 'light', label: nav.light },
            { id: 'dark', label: nav.dark },
          ]}
          selected={[theme]}
          onChange={([next]) => {
            if (!next) return;
            setTheme(next);
            chooseTheme(next);
          }}
        />
      </Menu>
      {showsSessions && (
        <Suspense>
          <SessionsDialog onClose={() => setShowsSessions(false)} />
        </Suspense>
      )}
    </>
  );
}
