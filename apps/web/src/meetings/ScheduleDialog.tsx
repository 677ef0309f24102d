import { textLimits } from '@kvarter/geo';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { type MeetingFocus, type MeetingKind, type MeetingSeries, ScheduleAreasDocument, ScheduleMeetingDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { timeZone } from '../platform/i18n/format';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Chips } from '../ui/Chips';
import { DateTimeField } from '../ui/DateTimeField';
import type { FormError } from '../ui/ErrorSummary';
import { NumberField } from '../ui/NumberField';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { isRoundMap } from './isRoundMap';
import { SeriesPreview } from './SeriesPreview';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useMeetingTexts } from './useMeetingTexts';

interface Draft {
  kind: MeetingKind;
  focus: MeetingFocus;
  areaId: string | null;
  title: string;
  startsAt: string | null;
  minutes: number;
  place: string;
  series: MeetingSeries | 'NONE';
}

const usualMinutes: Readonly<Record<MeetingKind, number>> = { AREA: 120, TEAM: 90, NETWORK: 120, WALK: 90 };
const nowhere = 'nowhere';

interface ScheduleDialogProps {
  /** The area it is planned from, where there is one. */
  areaId?: string;
  onClose: () => void;
  onPlanned?: () => void;
}

/** A new meeting, or a series of them: what kind, what about, when, where. */
export default function ScheduleDialog({ areaId, onClose, onPlanned }: ScheduleDialogProps) {
  const { schedule: texts } = useMeetingTexts();
  const { schedule: more, kinds, kindHelp, focuses, series } = useMeetingPageTexts();
  const { optional } = usePlatformTexts();
  const { slug } = useTenant();
  const empty: Draft = {
    kind: areaId ? 'AREA' : 'TEAM',
    focus: 'RESOURCES',
    areaId: areaId ?? null,
    title: '',
    startsAt: null,
    minutes: areaId ? 120 : 90,
    place: '',
    series: 'NONE',
  };
  const [draft, setDraft, forgetDraft] = useDraft<Draft>(`${slug}.meeting.plan.${areaId ?? ''}`, empty);
  const [{ data }] = useQuery({ query: ScheduleAreasDocument });
  const [{ fetching }, schedule] = useMutation(ScheduleMeetingDocument);
  const errors = useFormErrors();
  const [now] = useState(Date.now);
  const around = isRoundMap(draft);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });

  function faults(): FormError[] {
    const found: FormError[] = [];
    if (draft.title.trim() === '') found.push({ field: 'title', message: texts.nameMissing });
    if (around && !draft.areaId) found.push({ field: 'areaId', message: more.areaMissing });
    if (!draft.startsAt) found.push({ field: 'startsAt', message: texts.whenMissing });
    else if (Date.parse(draft.startsAt) < now) found.push({ field: 'startsAt', message: texts.whenPast });
    return found;
  }

  async function send() {
    const found = faults();
    const { kind, title, startsAt, minutes, place } = draft;
    if (found.length > 0 || !startsAt) return errors.show(found);
    const chosen = draft.series === 'NONE' ? null : draft.series;
    const input = { areaId: draft.areaId, kind, title, startsAt, durationMinutes: minutes, place, series: chosen, focus: around ? draft.focus : null };
    const { data: planned, error } = await schedule({ input });
    if (error) return errors.refused(error);
    forgetDraft();
    const count = planned?.scheduleMeeting.seriesMeetings.length ?? 1;
    notify({ text: count > 1 ? more.savedSeries(count) : more.saved(title.trim()), tone: 'moss' });
    onPlanned?.();
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} wide onSend={send} onClose={onClose}>
      <Select
        label={more.kind}
        choices={(['AREA', 'TEAM', 'NETWORK', 'WALK'] as const).map((id) => ({ id, label: kinds[id], description: kindHelp[id] }))}
        value={draft.kind}
        onChange={(kind) => set({ kind, minutes: usualMinutes[kind] })}
      />
      {around && (
        <Chips
          label={more.focus}
          always
          choices={(['RESOURCES', 'CHALLENGES'] as const).map((id) => ({ id, label: focuses[id] }))}
          value={[draft.focus]}
          onChange={([focus]) => focus && set({ focus })}
        />
      )}
      {!areaId && (
        <div id="areaId">
          <Select
            label={more.area}
            help={around ? undefined : more.areaHelp}
            choices={[...(around ? [] : [{ id: nowhere, label: more.noArea }]), ...(data?.areas ?? []).map(({ id, name }) => ({ id, label: name }))]}
            value={draft.areaId ?? (around ? null : nowhere)}
            onChange={(id) => set({ areaId: id === nowhere ? null : id })}
            error={errors.at('areaId')}
          />
        </div>
      )}
      <TextField
        label={texts.name}
        help={texts.nameHelp}
        name="title"
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={textLimits.title}
        error={errors.at('title')}
        autoFocus
      />
      <div id="startsAt">
        <DateTimeField
          label={texts.when}
          help={texts.whenHelp}
          value={draft.startsAt ? new Date(draft.startsAt) : null}
          onChange={(at) => set({ startsAt: at?.toISOString() ?? null })}
          timeZone={timeZone}
          error={errors.at('startsAt')}
          openCalendar={texts.calendar}
          previousMonth={texts.previousMonth}
          nextMonth={texts.nextMonth}
        />
      </div>
      <NumberField
        label={more.duration}
        value={draft.minutes}
        onChange={(minutes) => set({ minutes })}
        min={15}
        max={720}
        fewer={more.shorter}
        more={more.longer}
        error={errors.at('durationMinutes')}
      />
      <TextField
        label={more.place}
        optional={optional}
        help={more.placeHelp}
        name="place"
        value={draft.place}
        onChange={(place) => set({ place })}
        maxLength={200}
        error={errors.at('place')}
      />
      <Select
        label={more.series}
        help={more.usual[draft.kind]}
        choices={(['NONE', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'] as const).map((id) => ({ id, label: series[id] }))}
        value={draft.series}
        onChange={(next) => set({ series: next })}
      />
      {draft.startsAt && <SeriesPreview startsAt={draft.startsAt} series={draft.series} />}
    </FormDialog>
  );
}
