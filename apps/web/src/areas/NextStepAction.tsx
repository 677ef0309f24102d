import { ArrowRight, Map as MapIcon } from 'lucide-react';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { LinkButton } from '../ui/Button';
import type { MeetingFacts, NextStep } from './nextStep';
import { useAreaTexts } from './useAreaTexts';

type Step = NextStep<{ id: string; name: string }, MeetingFacts>;

/** What comes next, as a sentence. */
export function useNextStepText() {
  const { overview: texts } = useAreaTexts();
  const format = useFormats();
  return (step: Step, { guest, now }: { guest: boolean; now: number }): string => {
    switch (step.kind) {
      case 'open':
        return texts.step.open(step.meeting.title, step.area.name);
      case 'start':
        return texts.step.start(step.meeting.title, step.area.name);
      case 'planned':
        return texts.step.planned(step.meeting.title, step.area.name, format.upcoming(step.meeting.startsAt, now));
      default:
        if (guest) return texts.step.guest;
    }
    switch (step.kind) {
      case 'first-meeting':
        return texts.step['first-meeting'](step.area.name);
      case 'again':
        return texts.step.again(step.area.name, format.relative(step.since, now));
      default:
        return texts.step[step.kind];
    }
  };
}

/** The button that goes with it: the page's main one. */
export function NextStepAction({ step }: { step: Step }) {
  const { overview: texts } = useAreaTexts();
  const { slug, may } = useTenant();
  if (step.kind === 'first-area' || step.kind === 'quiet') return null;
  const area = `/${slug}/areas/${step.area.id}`;
  if (step.kind === 'open') {
    return (
      <LinkButton to={`${area}/map`} variant="primary" icon={<MapIcon aria-hidden />}>
        {texts.openMap}
      </LinkButton>
    );
  }
  const words = { start: texts.start, planned: texts.prepare, 'first-meeting': texts.plan, again: texts.plan }[step.kind];
  return (
    <LinkButton to={area} variant="primary" icon={<ArrowRight aria-hidden />}>
      {may('meeting.host') ? words : texts.toArea}
    </LinkButton>
  );
}
