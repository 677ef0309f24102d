import { Check } from 'lucide-react';
import type { MappingStep } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useToday } from '../platform/useToday';
import { Avatar } from '../ui/Avatar';
import { Badge } from '../ui/Badge';
import { LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Skeletons } from '../ui/Skeleton';
import type { Preparation, RoundOfPage } from './RoundPage';
import styles from './StepPanel.module.css';
import { useRoundTexts } from './useRoundTexts';

interface PreparedListProps {
  step: MappingStep;
  round: RoundOfPage;
  preparations: readonly Preparation[] | null;
}

/** Who has prepared a meeting and who hasn't. */
export function PreparedList({ step, round, preparations }: PreparedListProps) {
  const { prepared: texts } = useRoundTexts();
  const { loading } = usePlatformTexts();
  const { slug, may } = useTenant();
  const { me } = useSession();
  const format = useFormats();
  const today = useToday();
  const people = preparations?.filter((one) => one.step === step);
  const mine = people?.find(({ person }) => person?.personId === me?.personId);
  const open = round.state === 'UNDER_WAY';
  return (
    <Card
      title={texts.of(texts.names[step])}
      action={
        open &&
        may('round.prepare') && (
          <LinkButton to={`/${slug}/areas/${round.areaId}/rounds/${round.id}/prepare/${step.toLowerCase()}`}>
            {mine?.readyAt ? texts.mineReady : texts.mine}
          </LinkButton>
        )
      }
    >
      {!people && <Skeletons label={loading} heights={['2.4rem', '2.4rem']} />}
      {people?.length === 0 && <p className={styles.quiet}>{open ? texts.nobody : texts.nobodyClosed}</p>}
      {people && people.length > 0 && <p>{texts.count(people.filter(({ readyAt }) => readyAt).length, people.length)}</p>}
      <ul className={styles.list}>
        {people?.map(({ person, readyAt, dueOn, items }) => (
          <li key={person?.personId ?? ''} className={styles.row}>
            {person && <Avatar id={person.personId} name={person.name} />}
            <span className={styles.words}>
              <span className={styles.name}>{person?.name}</span>
              <span className={styles.small}>
                {[texts.listed(items.length), open && !readyAt && dueOn && texts.by(format.day(dueOn, today))].filter(Boolean).join(' · ')}
              </span>
            </span>
            {readyAt ? (
              <Badge tone="moss" icon={<Check aria-hidden />}>
                {texts.ready}
              </Badge>
            ) : (
              <Badge tone={open && dueOn && dueOn < today ? 'amber' : 'neutral'}>{texts.notReady}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
