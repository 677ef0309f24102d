import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { PreparationsInBriefDocument, RoundsInBriefDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { useFailureText } from '../platform/useFailureText';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useToday } from '../platform/useToday';
import { Badge } from '../ui/Badge';
import { LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Fold } from '../ui/Fold';
import { Notice } from '../ui/Notice';
import { Progress } from '../ui/Progress';
import { Skeletons } from '../ui/Skeleton';
import styles from './RoundCard.module.css';
import { currentStep, stepOrder } from './stepOrder';
import { usePreparationTexts, useRoundTexts } from './useRoundTexts';

/** The first round of an area makes its empty list stale. */
const context = { additionalTypenames: ['MappingRound', 'RoundPreparation'] };

/** How far the area's mapping is, what one owes it oneself, and the rounds before. */
export function RoundCard({ areaId }: { areaId: string }) {
  const { card: texts, steps, prepared } = useRoundTexts();
  const { loading } = usePlatformTexts();
  const { slug, may } = useTenant();
  const format = useFormats();
  const failureText = useFailureText();
  const { data, failure } = usePageQuery({ query: RoundsInBriefDocument, variables: { areaId }, context });
  const path = `/${slug}/areas/${areaId}/rounds`;
  const underWay = data?.rounds.find(({ state }) => state === 'UNDER_WAY');
  const closed = data?.rounds.filter(({ state }) => state === 'CLOSED') ?? [];
  const current = underWay && currentStep(underWay.steps);
  const done = underWay?.steps.filter(({ state }) => state === 'DONE').length ?? 0;

  return (
    <Card
      title={texts.title}
      action={
        underWay ? (
          <LinkButton to={`${path}/${underWay.id}`}>{texts.open}</LinkButton>
        ) : (
          data &&
          may('round.lead') && (
            <LinkButton to={`${path}/new`} icon={<Plus aria-hidden />}>
              {texts.begin}
            </LinkButton>
          )
        )
      }
    >
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {!data && !failure && <Skeletons label={loading} heights={['1.4rem', '2.6rem']} />}
      {data?.rounds.length === 0 && <p className={styles.quiet}>{may('round.lead') ? texts.none : texts.noneReader}</p>}
      {data && !underWay && closed.length > 0 && <p className={styles.quiet}>{texts.noneUnderWay}</p>}
      {underWay && (
        <>
          <div className={styles.head}>
            <h3 className={styles.name}>{underWay.name}</h3>
            <span className={styles.quiet}>{format.span(underWay.startsOn, underWay.endsOn)}</span>
            {underWay.late && <Badge tone="amber">{texts.late}</Badge>}
          </div>
          <Progress label={current ? texts.now(steps[current.step]) : texts.allDone} value={done} max={stepOrder.length} valueLabel={texts.done(done)} />
          {may('round.prepare') && <OwedPreparation roundId={underWay.id} path={`${path}/${underWay.id}`} names={prepared.names} />}
        </>
      )}
      {closed.length > 0 && (
        <Fold label={texts.earlier(closed.length)}>
          <ul className={styles.rounds}>
            {closed.map(({ id, name, startsOn, endsOn }) => (
              <li key={id}>
                <Link to={`${path}/${id}`}>{name}</Link> <span className={styles.quiet}>{format.span(startsOn, endsOn)}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  );
}

/** What the reader is asked to prepare and hasn't. */
function OwedPreparation({ roundId, path, names }: { roundId: string; path: string; names: { RESOURCES: string; CHALLENGES: string } }) {
  const { card: texts } = useRoundTexts();
  const { titles } = usePreparationTexts();
  const { me } = useSession();
  const format = useFormats();
  const today = useToday();
  const [{ data }] = useQuery({ query: PreparationsInBriefDocument, variables: { roundId }, context });
  const owed = data?.roundPreparations.find(({ person, readyAt, dueOn }) => person?.personId === me?.personId && !readyAt && dueOn);
  if (!owed?.dueOn) return null;
  return (
    <Notice
      tone="amber"
      title={titles[owed.step]}
      action={<LinkButton to={`${path}/prepare/${owed.step.toLowerCase()}`}>{texts.prepare(names[owed.step])}</LinkButton>}
    >
      <p>{texts.prepareBy(format.day(owed.dueOn, today))}</p>
    </Notice>
  );
}
