import { CircleAlert, CloudOff, LockKeyhole, MapPinOff, RefreshCw, Unplug } from 'lucide-react';
import { Button, LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import type { Failure } from './failure';
import styles from './FailurePage.module.css';
import { usePage } from './usePage';
import { usePlatformTexts } from './usePlatformTexts';

interface FailurePageProps {
  failure: Failure;
  onRetry?: () => void;
  /** Outside the shell, so that it is the main part itself. */
  alone?: boolean;
}

/** A page that can't be shown: what happened, what is safe, what to do now. */
export function FailurePage({ failure, onRetry, alone }: FailurePageProps) {
  const texts = usePlatformTexts();
  const { title, text, icon, retry } = useWords(failure);
  usePage(title);
  const Frame = alone ? 'main' : 'div';
  return (
    <Frame className={styles.page}>
      <EmptyState
        level={1}
        icon={icon}
        title={title}
        actions={
          <>
            {retry && onRetry && (
              <Button variant="primary" icon={<RefreshCw aria-hidden />} onPress={onRetry}>
                {texts.retry}
              </Button>
            )}
            <LinkButton to="/" variant={retry && onRetry ? 'secondary' : 'primary'}>
              {texts.toOverview}
            </LinkButton>
          </>
        }
      >
        <p>{text}</p>
        {failure.correlationId && <p>{texts.failure.reference(failure.correlationId)}</p>}
      </EmptyState>
    </Frame>
  );
}

/** The page of an address that leads nowhere. */
export const NotFoundPage = () => <FailurePage alone failure={{ kind: 'refused', code: 'NOT_FOUND', message: '' }} />;

function useWords(failure: Failure) {
  const { failure: texts } = usePlatformTexts();
  if (failure.kind === 'offline') return { title: texts.offlineTitle, text: texts.offline, icon: <CloudOff aria-hidden />, retry: true };
  if (failure.kind === 'gone') return { title: texts.goneTitle, text: texts.gone, icon: <Unplug aria-hidden />, retry: true };
  if (failure.code === 'NOT_FOUND') return { title: texts.notFoundTitle, text: texts.notFound, icon: <MapPinOff aria-hidden />, retry: false };
  if (failure.code === 'FORBIDDEN') return { title: texts.forbiddenTitle, text: texts.forbidden, icon: <LockKeyhole aria-hidden />, retry: false };
  const text = failure.code === 'INTERNAL' ? texts.internal : failure.message;
  return { title: texts.internalTitle, text, icon: <CircleAlert aria-hidden />, retry: true };
}
