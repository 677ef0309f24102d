import { UserRoundCog } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { inTreeOrder } from '../areas/areaTree';
import type { TeamAreasQuery } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { useRoleNames } from '../platform/useRoleNames';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import styles from './TeamByArea.module.css';
import { everybody, type Member, passing } from './teamFilter';
import { usePeopleTexts } from './usePeopleTexts';

const AssignDialog = lazy(() => import('./AssignDialog'));

/** Roles that work on areas. */
const working = ['coordinator', 'team_member', 'steering'];

interface TeamByAreaProps {
  areas: TeamAreasQuery['areas'];
  members: readonly Member[];
  onChoose: (personId: string) => void;
}

/** Each area with whom to turn to: its coordinators first, of whom there may be several. */
export function TeamByArea({ areas, members, onChoose }: TeamByAreaProps) {
  const texts = usePeopleTexts();
  const { locale } = useLocale();
  const { may, slug } = useTenant();
  const roleName = useRoleNames();
  const [editing, setEditing] = useState<string | null>(null);
  const edited = areas.find(({ id }) => id === editing);
  return (
    <>
      <ul className={styles.areas}>
        {inTreeOrder(areas, locale).map(({ area, path }) => {
          const there = passing(members, { ...everybody, areaId: area.id }, locale);
          return (
            <li key={area.id} className={styles.area}>
              <div className={styles.head}>
                <div>
                  <h2 className={styles.name}>
                    <Link to={`/${slug}/areas/${area.id}`}>{area.name}</Link>
                  </h2>
                  {path.length > 0 && <p className={styles.quiet}>{texts.inside(path.join(' › '))}</p>}
                </div>
                {may('team.assign') && (
                  <Button size="small" icon={<UserRoundCog aria-hidden />} aria-label={texts.choosePeopleFor(area.name)} onPress={() => setEditing(area.id)}>
                    {texts.choosePeople}
                  </Button>
                )}
              </div>
              {there.length === 0 ? (
                <p className={styles.quiet}>{may('team.assign') ? texts.nobodyThereTeach : texts.nobodyThere}</p>
              ) : (
                <ul className={styles.people}>
                  {there.map((member) => (
                    <li key={member.personId}>
                      <button type="button" className={styles.person} onClick={() => onChoose(member.personId)}>
                        <Avatar id={member.personId} name={member.name} />
                        <span className={styles.words}>
                          <span className={styles.who}>{member.name}</span>
                          {member.roles.includes('coordinator') && <span className={styles.role}>{roleName('coordinator')}</span>}
                          <span className={styles.quiet}>{member.organisation ?? member.function}</span>
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <Suspense>
        {edited && (
          <AssignDialog
            key={edited.id}
            title={texts.peopleTitle(edited.name)}
            label={texts.people}
            choices={passing(members, everybody, locale)
              .filter(({ roles }) => roles.some((role) => working.includes(role)))
              .map((member) => ({
                id: member.personId,
                label: member.name,
                help: [member.roles.map(roleName).join(', '), member.organisation].filter(Boolean).join(' · '),
                areaId: edited.id,
                personId: member.personId,
                on: member.areaIds.includes(edited.id),
              }))}
            onClose={() => setEditing(null)}
          />
        )}
      </Suspense>
    </>
  );
}
