import { MailOpen } from 'lucide-react';
import { Link } from 'react-router';
import { DemoMailsDocument, type DemoMailsQuery } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Badge } from '../ui/Badge';
import { LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import styles from './MailboxPage.module.css';
import { useMailTexts } from './useMailTexts';

type Mail = DemoMailsQuery['demoMails'][number];

/** What would be sent in a demonstration. The lines are shown by ourselves: a page in a page would need a hole in what browsers are told to forbid. */
export default function MailboxPage() {
  const { mailbox: texts } = useMailTexts();
  const { loading } = usePlatformTexts();
  const { slug, name } = useTenant();
  const { data, failure, again } = usePageQuery({ query: DemoMailsDocument, requestPolicy: 'cache-and-network' });
  usePage(texts.title);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '14rem', '14rem']} />;
  const toChoices = <LinkButton to={`/${slug}/mail`}>{texts.back}</LinkButton>;
  return (
    <>
      <PageHeader title={texts.title} above={name} lead={texts.lead(data.demoMails.length)} actions={data.demoMails.length > 0 && toChoices} />
      {data.demoMails.length === 0 ? (
        <EmptyState icon={<MailOpen aria-hidden />} title={texts.noneTitle} actions={toChoices}>
          <p>{texts.none}</p>
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label={texts.list}>
          {data.demoMails.map((mail) => (
            <li key={mail.id}>
              <MailShown mail={mail} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function MailShown({ mail: { to, subject, state, at, lines, text } }: { mail: Mail }) {
  const { mailbox: texts } = useMailTexts();
  const format = useFormats();
  return (
    <article className={styles.mail}>
      <p className={styles.meta}>
        {texts.to(to)} · {format.dateTime(at)} <Badge>{texts.states[state]}</Badge>
      </p>
      <h2>{subject}</h2>
      {lines.map((line, index) => (
        <LineShown key={`${index} ${line.kind}`} line={line} />
      ))}
      <details>
        <summary>{texts.plain}</summary>
        <pre className={styles.plain}>{text}</pre>
      </details>
    </article>
  );
}

function LineShown({ line: { kind, text, path } }: { line: Mail['lines'][number] }) {
  if (kind === 'BUTTON' && path) {
    return (
      <div>
        <LinkButton to={path}>{text}</LinkButton>
      </div>
    );
  }
  if (kind === 'PARAGRAPH') return <p className={styles.words}>{text}</p>;
  return (
    <ul className={styles.items}>
      <li>{path ? <Link to={path}>{text}</Link> : text}</li>
    </ul>
  );
}
