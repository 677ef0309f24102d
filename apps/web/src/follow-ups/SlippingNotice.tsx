import { LinkButton } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { useTenant } from '../platform/tenant';
import { useFollowUpTexts } from './useFollowUpTexts';
import type { Slipping } from './useSlipping';

/** That something slips, and the way to what it is. Silent where nothing does. */
export function SlippingNotice({ slipping }: { slipping: readonly Slipping[] }) {
  const { slipping: texts } = useFollowUpTexts();
  const { slug } = useTenant();
  const late = slipping.reduce((sum, one) => sum + one.late, 0);
  if (late === 0) return null;
  return (
    <Notice
      tone="brick"
      action={
        <LinkButton to={`/${slug}/slipping`} size="small">
          {texts.see}
        </LinkButton>
      }
    >
      <p>{texts.notice(late, slipping.filter((one) => one.late > 0).length)}</p>
    </Notice>
  );
}
