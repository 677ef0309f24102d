import { UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Menu, MenuChoices, MenuItem, MenuSection } from '../ui/Menu';
import { RailButton } from '../ui/RailButton';
import { type Locale, useLocale } from './i18n/locale';
import { useSession } from './session';
import { signOut } from './signOut';
import { useTenant } from './tenant';
import { currentTheme, setTheme, type Theme } from './theme';
import { unsentOf } from './unsent';
import { usePlatformTexts } from './usePlatformTexts';
import { useRoleNames } from './useRoleNames';

const SessionsDialog = lazy(() => import('../auth/SessionsDialog'));

/** What concerns oneself: who one is, where, in which language and light, and the way out. */
export default function AccountMenu() {
  const { nav, unsent, cancel } = usePlatformTexts();
  const roleName = useRoleNames();
  const { me } = useSession();
  const tenant = useTenant();
  const navigate = useNavigate();
  const { locale, setLocale } = useLocale();
  const [theme, chooseTheme] = useState(currentTheme);
  const [showsSessions, setShowsSessions] = useState(false);
  const [asks, setAsks] = useState(false);
  if (!me) return null;
  const leave = async () => ((await unsentOf(me.personId)) > 0 ? setAsks(true) : signOut(me.personId));
  const roleNames = tenant.roles.map(roleName).join(', ');
  return (
    <>
      <Menu
        label={nav.account}
        placement="right bottom"
        trigger={<RailButton label={nav.account} icon={<UserRound aria-hidden />} hint={nav.accountMenu(me.name)} />}
      >
        <MenuSection title={`${me.name} · ${roleNames}`}>
          <MenuItem onAction={() => void navigate(`/${tenant.slug}/mail`)}>{nav.mail}</MenuItem>
          {tenant.may('mailbox.edit') && <MenuItem onAction={() => void navigate(`/${tenant.slug}/reply-mailbox`)}>{nav.replyMailbox}</MenuItem>}
          {tenant.may('follow-up-rule.read') && <MenuItem onAction={() => void navigate(`/${tenant.slug}/rules`)}>{nav.rules}</MenuItem>}
          <MenuItem onAction={() => setShowsSessions(true)}>{nav.sessions}</MenuItem>
          <MenuItem onAction={() => void leave()}>{nav.signOut}</MenuItem>
        </MenuSection>
        {me.memberships.length > 1 && (
          <MenuChoices
            title={nav.municipality}
            choices={me.memberships.map(({ tenantSlug, tenantName }) => ({ id: tenantSlug, label: tenantName }))}
            selected={[tenant.slug]}
            onChange={([slug]) => slug && void navigate(`/${slug}`)}
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
      {asks && (
        <ConfirmDialog title={unsent.title} confirm={unsent.confirm} cancel={cancel} onConfirm={() => void signOut(me.personId)} onClose={() => setAsks(false)}>
          <p>{unsent.text}</p>
        </ConfirmDialog>
      )}
      {showsSessions && (
        <Suspense>
          <SessionsDialog onClose={() => setShowsSessions(false)} />
        </Suspense>
      )}
    </>
  );
}
