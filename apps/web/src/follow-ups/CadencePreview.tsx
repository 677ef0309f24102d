import type { CadenceKind } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useToday } from '../platform/useToday';
import { Notice } from '../ui/Notice';
import { useFirstChecks } from './useFirstChecks';
import { useFollowUpTexts } from './useFollowUpTexts';

/** The days that a cadence would give, before it is begun. */
export function CadencePreview({ kind, startsOn }: { kind: CadenceKind; startsOn: string | null }) {
  const { start: texts } = useFollowUpTexts();
  const format = useFormats();
  const today = useToday();
  const checks = useFirstChecks(kind, startsOn);
  if (!checks) return null;
  const { ahead, missed } = checks;
  const [first] = ahead;
  return (
    <Notice role="status" tone={missed > 0 ? 'amber' : 'fjord'}>
      {missed > 0 && <p>{texts.previewMissed(missed)}</p>}
      {first && <p>{kind === 'ONCE' ? texts.previewOnce(format.day(first, today)) : texts.preview(format.list(ahead.map((day) => format.date(day))))}</p>}
    </Notice>
  );
}
