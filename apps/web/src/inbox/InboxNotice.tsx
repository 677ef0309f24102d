import { useQuery } from 'urql';
import { InboxInNumbersDocument } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { LinkButton } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { inboxContext } from './inbox.types';
import styles from './Inbox.module.css';
import { useInboxTexts } from './useInboxTexts';

/** Says on the desk what was handed in or passed on to one and not opened yet. */
export function InboxNotice() {
  const { desk: texts } = useInboxTexts();
  const { slug, may } = useTenant();
  const [{ data }] = useQuery({ query: InboxInNumbersDocument, context: inboxContext, pause: !may('knowledge.read'), requestPolicy: 'cache-and-network' });
  const count = data?.knowledgeInbox.filter(({ state, isNewToMe }) => isNewToMe || (state === 'UNSEEN' && may('knowledge.steer'))).length ?? 0;
  if (count === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice tone="amber" title={texts.title(count)} action={<LinkButton to={`/${slug}/inbox`}>{texts.open}</LinkButton>}>
        <p>{texts.text}</p>
      </Notice>
    </div>
  );
}
