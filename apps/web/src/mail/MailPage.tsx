import { Mailbox, Send } from 'lucide-react';
import { MyMailPreferencesDocument, type MyMailPreferencesQuery, SendTrialMailDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { MailChoices } from './MailChoices';
import styles from './MailPage.module.css';
import { UndeliveredMails } from './UndeliveredMails';
import { useMailTexts } from './useMailTexts';

/** Which mails one gets from a municipality, how often, and which of those one caused did not arrive. */
export default function MailPage() {
  const texts = useMailTexts();
  const { loading } = usePlatformTexts();
  const { name } = useTenant();
  const { data, failure, again } = usePageQuery({ query: MyMailPreferencesDocument });
  const [sending, sendTrial] = useAction(SendTrialMailDocument);
  usePage(texts.title);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '24rem']} />;

  const { myMailPreferences: preferences, undeliveredMails } = data;
  const onItsWay = preferences.demo ? texts.trialInMailbox : texts.trialWaits;

  async function trial() {
    if (await sendTrial({})) notify({ text: preferences.sending ? texts.trialSent : onItsWay, tone: 'moss' });
  }

  return (
    <>
      <PageHeader title={texts.title} above={name} lead={texts.lead} />
      <div className={styles.page}>
        <Whereto {...preferences} />
        <Card
          title={texts.choices}
          action={
            <Button
              size="small"
              icon={<Send aria-hidden />}
              isPending={sending}
              isDisabled={preferences.sending && preferences.address === null}
              onPress={() => void trial()}
            >
              {texts.trial}
            </Button>
          }
        >
          <MailChoices preferences={preferences} />
        </Card>
        {undeliveredMails.length > 0 && <UndeliveredMails mails={undeliveredMails} />}
      </div>
    </>
  );
}

/** Where one's mails go, or why none come. */
function Whereto({ address, sending, demo }: MyMailPreferencesQuery['myMailPreferences']) {
  const texts = useMailTexts();
  const { slug } = useTenant();
  if (!sending && demo) {
    return (
      <Notice
        action={
          <LinkButton size="small" to={`/${slug}/mailbox`} icon={<Mailbox aria-hidden />}>
            {texts.toMailbox}
          </LinkButton>
        }
      >
        <p>{texts.demo}</p>
      </Notice>
    );
  }
  if (address === null) return <Notice tone="amber">{texts.noAddress}</Notice>;
  return <Notice tone={sending ? 'neutral' : 'amber'}>{sending ? texts.goTo(address) : texts.notSending}</Notice>;
}
