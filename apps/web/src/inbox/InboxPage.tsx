import { Inbox as InboxIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { InboxDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { inboxContext } from './inbox.types';
import styles from './Inbox.module.css';
import { MyItems } from './MyItems';
import { useInboxTexts } from './useInboxTexts';
import { WaitingItem } from './WaitingItem';

const HandInDialog = lazy(() => import('./HandInDialog'));

/** News about areas on its way through the coordinator: what waits for one, and what became of one's own. */
export default function InboxPage() {
  const { may } = useTenant();
  if (!may('knowledge.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  return <Inbox />;
}

function Inbox() {
  const texts = useInboxTexts();
  const { loading } = usePlatformTexts();
  const { name, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: InboxDocument, context: inboxContext });
  const [handingIn, setHandingIn] = useState(false);
  usePage(texts.title);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['1rem', '2.4rem', '1.4rem', '12rem']} />;
  const { knowledgeInbox: waiting, myKnowledge, areas } = data;
  const areaOf = (id: string) => areas.find((area) => area.id === id) ?? null;
  const unseen = waiting.filter(({ state }) => state === 'UNSEEN').length;
  const steers = may('knowledge.steer');
  return (
    <>
      <PageHeader
        title={texts.title}
        above={name}
        lead={texts.lead(unseen, waiting.length)}
        actions={
          <Button variant="primary" icon={<InboxIcon aria-hidden />} onPress={() => setHandingIn(true)}>
            {texts.handIn}
          </Button>
        }
      />
      <div className={styles.columns}>
        <Card title={texts.waiting.title}>
          {waiting.length === 0 ? (
            <p className={styles.facts}>{steers ? texts.waiting.emptySteer : texts.waiting.empty}</p>
          ) : (
            <ul aria-label={texts.waiting.list} className={styles.list}>
              {waiting.map((item) => (
                <WaitingItem key={item.id} item={item} area={areaOf(item.areaId)} />
              ))}
            </ul>
          )}
        </Card>
        <MyItems items={myKnowledge} areaName={(id) => areaOf(id)?.name ?? ''} />
      </div>
      <Suspense>{handingIn && <HandInDialog areas={areas} onClose={() => setHandingIn(false)} />}</Suspense>
    </>
  );
}
