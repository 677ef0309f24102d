import { CalendarDays, CalendarPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { MeetingsPageDocument, type MeetingsPageQuery } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Chips } from '../ui/Chips';
import { EmptyState } from '../ui/EmptyState';
import { PageHeader } from '../ui/PageHeader';
import { Select } from '../ui/Select';
import { Skeletons } from '../ui/Skeleton';
import { MeetingMonth } from './MeetingMonth';
import styles from './MeetingsPage.module.css';
import { monthsOf } from './monthsOf';
import { useMeetingPageTexts } from './useMeetingPageTexts';

const ScheduleDialog = lazy(() => import('./ScheduleDialog'));

export type ListedMeeting = MeetingsPageQuery['meetings'][number];
type Kind = ListedMeeting['kind'];

const kinds: readonly Kind[] = ['AREA', 'TEAM', 'NETWORK', 'WALK'];
const everywhere = 'everywhere';
const isPast = ({ state, endsAt }: ListedMeeting) => state === 'CLOSED' || (state === 'CANCELLED' && Date.parse(endsAt) < Date.now());

/** All meetings of a municipality, month by month: what comes, what was, and how well each is prepared. */
export default function MeetingsPage() {
  const { list: texts, kinds: kindNames } = useMeetingPageTexts();
  const { loading } = usePlatformTexts();
  const { name, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: MeetingsPageDocument });
  const [when, setWhen] = useState<'upcoming' | 'past'>('upcoming');
  const [kind, setKind] = useState<Kind[]>([]);
  const [area, setArea] = useState(everywhere);
  const [planning, setPlanning] = useState(false);
  const lead = useLead(data?.meetings ?? []);
  usePage(texts.title);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '20rem']} />;

  const host = may('meeting.host');
  const plan = host && (
    <Button variant="primary" icon={<CalendarPlus aria-hidden />} onPress={() => setPlanning(true)}>
      {texts.plan}
    </Button>
  );
  const shown = data.meetings.filter(
    (meeting) =>
      isPast(meeting) === (when === 'past') && (kind.length === 0 || kind.includes(meeting.kind)) && (area === everywhere || meeting.areaId === area),
  );
  const areaName = (id: string | null | undefined) => data.areas.find((one) => one.id === id)?.name;
  const reset = () => {
    setKind([]);
    setArea(everywhere);
  };

  return (
    <>
      <PageHeader title={texts.title} above={name} lead={lead} actions={plan} />
      {data.meetings.length === 0 ? (
        <EmptyState icon={<CalendarDays aria-hidden />} title={texts.emptyTitle}>
          <p>{host ? texts.empty : texts.emptyReader}</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.filters}>
            <Chips
              label={texts.when}
              always
              choices={[
                { id: 'upcoming', label: texts.upcoming },
                { id: 'past', label: texts.past },
              ]}
              value={[when]}
              onChange={([next]) => next && setWhen(next)}
            />
            <Chips label={texts.kind} multiple choices={kinds.map((id) => ({ id, label: kindNames[id] }))} value={kind} onChange={setKind} />
            {data.areas.length > 1 && (
              <Select
                label={texts.area}
                choices={[{ id: everywhere, label: texts.everywhere }, ...data.areas.map(({ id, name: label }) => ({ id, label }))]}
                value={area}
                onChange={setArea}
              />
            )}
          </div>
          {shown.length === 0 && (
            <EmptyState title={texts.nothingTitle} actions={<Button onPress={reset}>{texts.all}</Button>}>
              <p>{texts.nothing}</p>
            </EmptyState>
          )}
          <div className={styles.months}>
            {monthsOf(shown, when === 'past').map((month) => (
              <MeetingMonth key={month.id} month={month} areaName={areaName} />
            ))}
          </div>
        </>
      )}
      {planning && (
        <Suspense>
          <ScheduleDialog onClose={() => setPlanning(false)} onPlanned={again} />
        </Suspense>
      )}
    </>
  );
}

/** What comes next, in a sentence. */
function useLead(meetings: readonly ListedMeeting[]): string {
  const { list: texts } = useMeetingPageTexts();
  const format = useFormats();
  const open = meetings.find(({ state }) => state === 'OPEN');
  if (open) return texts.leadOpen(open.title);
  const [next] = meetings.filter(({ state }) => state === 'PLANNED').sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return next ? texts.leadNext(next.title, format.upcoming(next.startsAt)) : texts.leadNone;
}
