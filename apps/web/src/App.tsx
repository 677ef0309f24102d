import { type ReactNode, Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { ErrorBoundary } from './platform/ErrorBoundary';
import { LocaleProvider } from './platform/i18n/locale';
import { Messages } from './platform/notify';
import { SessionProvider } from './platform/session';
import { usePlatformTexts } from './platform/usePlatformTexts';
import { AppRoutes } from './routes';
import { UiTextsProvider } from './ui/UiTexts';

export function App() {
  return (
    <LocaleProvider>
      <WidgetTexts>
        <ErrorBoundary>
          <BrowserRouter>
            <SessionProvider>
              <Suspense>
                <AppRoutes />
              </Suspense>
            </SessionProvider>
          </BrowserRouter>
        </ErrorBoundary>
        <Messages />
      </WidgetTexts>
    </LocaleProvider>
  );
}

function WidgetTexts({ children }: { children: ReactNode }) {
  const { ui } = usePlatformTexts();
  return <UiTextsProvider value={ui}>{children}</UiTextsProvider>;
}
