import type { ReplyMailboxFragment } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { Notice } from '../ui/Notice';
import { useMailboxTexts } from './useMailboxTexts';

/** How the mailbox fares: read, to be read, or what is wrong and since when. */
export function MailboxState({ mailbox }: { mailbox: ReplyMailboxFragment | null }) {
  const texts = useMailboxTexts();
  const format = useFormats();
  if (!mailbox) return <Notice>{texts.none}</Notice>;
  const { fault, faultAt, readAt } = mailbox;
  if (fault) {
    return (
      <Notice tone="amber" title={texts.faultTitle} role="status">
        <p>{texts.faults[fault]}</p>
        <p>
          {faultAt && texts.faultSince(format.relative(faultAt))} {readAt && texts.lastRead(format.relative(readAt))}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone={readAt ? 'moss' : 'neutral'} role="status">
      {readAt ? texts.read(format.relative(readAt)) : texts.waits}
    </Notice>
  );
}
