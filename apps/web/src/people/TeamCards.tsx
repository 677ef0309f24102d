import type { TeamAreasQuery } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { useSession } from '../platform/session';
import { useRoleNames } from '../platform/useRoleNames';
import { Avatar } from '../ui/Avatar';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import styles from './TeamCards.module.css';
import { type Member, organisationsOf, passing, type TeamFilter } from './teamFilter';
import { usePeopleTexts } from './usePeopleTexts';

type Areas = TeamAreasQuery['areas'];

interface TeamCardsProps {
  members: readonly Member[];
  areas: Areas;
  filter: TeamFilter;
  onFilter: (filter: TeamFilter) => void;
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** Everybody on a card of their own, narrowed by words, organisation and area. */
export function TeamCards({ members, areas, filter, onFilter, chosenId, onChoose }: TeamCardsProps) {
  const texts = usePeopleTexts();
  const { locale } = useLocale();
  const shown = passing(members, filter, locale);
  const all = { id: '', label: texts.all };
  return (
    <>
      <div className={styles.filters}>
        <TextField label={texts.search} type="search" value={filter.words} onChange={(words) => onFilter({ ...filter, words })} />
        <Select
          label={texts.organisation}
          choices={[all, ...organisationsOf(members, locale).map((name) => ({ id: name, label: name }))]}
          value={filter.organisation}
          onChange={(organisation) => onFilter({ ...filter, organisation })}
        />
        {areas.length > 0 && (
          <Select
            label={texts.area}
            choices={[all, ...areas.map(({ id, name }) => ({ id, label: name }))]}
            value={filter.areaId}
            onChange={(areaId) => onFilter({ ...filter, areaId })}
          />
        )}
      </div>
      <p className={styles.count} role="status">
        {texts.shown(shown.length, members.length)}
      </p>
      <ul className={styles.cards} aria-label={texts.title}>
        {shown.map((member) => (
          <li key={member.personId}>
            <MemberCard member={member} areas={areas} chosen={member.personId === chosenId} onChoose={() => onChoose(member.personId)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface MemberCardProps {
  member: Member;
  areas: Areas;
  chosen: boolean;
  onChoose: () => void;
}

function MemberCard({ member, areas, chosen, onChoose }: MemberCardProps) {
  const texts = usePeopleTexts();
  const roleName = useRoleNames();
  const { me } = useSession();
  const worksOn = areas.filter(({ id }) => member.areaIds.includes(id)).map(({ name }) => name);
  return (
    <button type="button" className={styles.card} aria-pressed={chosen} onClick={onChoose}>
      <Avatar id={member.personId} name={member.name} />
      <span className={styles.words}>
        <span className={styles.name}>
          {member.name}
          {member.personId === me?.personId && <span className={styles.you}> ({texts.you})</span>}
        </span>
        <span className={styles.does}>{member.function ?? member.roles.map(roleName).join(', ')}</span>
        {member.organisation && <span className={styles.quiet}>{member.organisation}</span>}
        {worksOn.length > 0 && <span className={styles.areas}>{worksOn.join(' · ')}</span>}
      </span>
    </button>
  );
}
