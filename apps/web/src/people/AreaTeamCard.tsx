import { Link } from 'react-router';
import { useQuery } from 'urql';
import { MembersDocument } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { useRoleNames } from '../platform/useRoleNames';
import { Avatar } from '../ui/Avatar';
import { Card } from '../ui/Card';
import styles from './AreaTeamCard.module.css';
import { everybody, passing } from './teamFilter';
import { usePeopleTexts } from './usePeopleTexts';

/** Whom to turn to about an area. Left out for guests, who know no colleagues here. */
export function AreaTeamCard({ areaId }: { areaId: string }) {
  const texts = usePeopleTexts();
  const { slug, may } = useTenant();
  const { locale } = useLocale();
  const roleName = useRoleNames();
  const [{ data }] = useQuery({ query: MembersDocument, pause: !may('member.read') });
  if (!data) return null;
  const there = passing(data.members, { ...everybody, areaId }, locale);
  return (
    <Card title={texts.whoWorksHere} action={<Link to={`/${slug}/people`}>{texts.toTeam}</Link>}>
      {there.length === 0 ? (
        <p className={styles.quiet}>{may('team.assign') ? texts.nobodyThereTeach : texts.nobodyThere}</p>
      ) : (
        <ul className={styles.people}>
          {there.map((member) => (
            <li key={member.personId} className={styles.person}>
              <Avatar id={member.personId} name={member.name} />
              <span className={styles.words}>
                <span className={styles.name}>{member.name}</span>
                <span className={styles.quiet}>
                  {[member.roles.includes('coordinator') && roleName('coordinator'), member.organisation ?? member.function].filter(Boolean).join(' · ')}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
