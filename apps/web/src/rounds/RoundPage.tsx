import { Map as MapIcon, Pencil } from 'lucide-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { RoundPageDocument, type RoundPageQuery, RoundPreparationsDocument, type RoundPreparationsQuery } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useToday } from '../platform/useToday';
import { Badge } from '../ui/Badge';
import { LinkButton } from '../ui/Button';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { StepList } from './StepList';
import { currentStep, stepOrder } from './stepOrder';
import { StepPanel } from './StepPanel';
import { useRoundTexts } from './useRoundTexts';

// What is placed on the map or said at the desk shows here, too.
const context = { additionalTypenames: ['MappingRound', 'RoundPreparation', 'PreparationItem', 'MapEditResult', 'Meeting', 'FollowUp'] };

export type RoundOfPage = RoundPageQuery['round'];
export type Preparation = RoundPreparationsQuery['roundPreparations'][number];

/** One round, step by step. `?step=` says which is shown; else that of a meeting that is open now, or the one under way. */
export default function RoundPage() {
  const { areaId = '', roundId = '' } = useParams();
  return <Round key={roundId} areaId={areaId} roundId={roundId} />;
}

function Round({ areaId, roundId }: { areaId: string; roundId: string }) {
  const { page: texts, steps } = useRoundTexts();
  const { loading } = usePlatformTexts();
  const { slug, name: tenantName, may } = useTenant();
  const [search, setSearch] = useSearchParams();
  const { data, failure, again } = usePageQuery({ query: RoundPageDocument, variables: { areaId, roundId }, context });
  const preparations = usePageQuery({ query: RoundPreparationsDocument, variables: { roundId }, context });
  const lead = useLead();
  usePage(data && texts.title(data.round.name, data.area.name));

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['1rem', '2.4rem', '6rem', '18rem']} />;
  const { area, round } = data;
  const closed = round.state === 'CLOSED';
  const wanted = search.get('step')?.toUpperCase();
  const held = round.meetings.find(({ open }) => open)?.step;
  const shown = stepOrder.find((step) => step === wanted) ?? held ?? currentStep(round.steps)?.step ?? 'FOLLOW_UP';
  const step = round.steps.find((one) => one.step === shown);
  return (
    <>
      <PageHeader
        title={round.name}
        above={
          <>
            <Link to={`/${slug}`}>{tenantName}</Link> › <Link to={`/${slug}/areas/${areaId}`}>{area.name}</Link>
          </>
        }
        badges={closed ? <Badge>{texts.closed}</Badge> : <Badge tone={round.late ? 'amber' : 'fjord'}>{texts.underWay}</Badge>}
        lead={lead(round)}
        actions={
          <>
            {may('round.lead') && !closed && (
              <LinkButton to={`/${slug}/areas/${areaId}/rounds/${roundId}/edit`} icon={<Pencil aria-hidden />}>
                {texts.edit}
              </LinkButton>
            )}
            <LinkButton to={`/${slug}/areas/${areaId}/map`} icon={<MapIcon aria-hidden />}>
              {texts.openMap}
            </LinkButton>
          </>
        }
      />
      <StepList label={texts.steps} steps={round.steps} shown={shown} onShow={(next) => setSearch({ step: next.toLowerCase() }, { replace: true })} />
      {step && (
        <StepPanel
          key={shown}
          step={step}
          title={steps[shown]}
          page={data}
          preparations={preparations.data?.roundPreparations ?? null}
          onChanged={preparations.again}
        />
      )}
    </>
  );
}

/** What comes next, in a sentence. */
function useLead(): (round: RoundOfPage) => string {
  const { page: texts, inText } = useRoundTexts();
  const format = useFormats();
  const today = useToday();
  return ({ closedAt, late, endsOn, steps, responsible }) => {
    const by = responsible ? ` ${texts.responsible(responsible.name)}.` : '';
    if (closedAt) return texts.closedLead(format.date(closedAt)) + by;
    if (late) return texts.late(format.day(endsOn, today)) + by;
    const current = currentStep(steps);
    if (!current) return texts.leadDone + by;
    return (current.state === 'UNDER_WAY' ? texts.lead(inText[current.step]) : texts.leadNext(inText[current.step])) + by;
  };
}
