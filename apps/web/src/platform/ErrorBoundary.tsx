import { RefreshCw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import styles from './FailurePage.module.css';
import { usePlatformTexts } from './usePlatformTexts';

/** Catches a fault in rendering, and a page whose files a newer version took the place of. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Crashed error={this.state.error} />;
  }
}

const filesGone = (error: unknown) => error instanceof Error && /dynamically imported module|module script|preload/iu.test(error.message);

function Crashed({ error }: { error: unknown }) {
  const { failure: texts } = usePlatformTexts();
  const stale = filesGone(error) && navigator.onLine;
  return (
    <div className={styles.page}>
      <EmptyState
        level={1}
        icon={<RefreshCw aria-hidden />}
        title={stale ? texts.newVersionTitle : texts.crashTitle}
        actions={
          <Button variant="primary" onPress={() => location.reload()}>
            {texts.reload}
          </Button>
        }
      >
        <p>{stale ? texts.newVersion : texts.crash}</p>
      </EmptyState>
    </div>
  );
}
