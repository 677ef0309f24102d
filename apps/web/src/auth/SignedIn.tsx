import { lazy, Suspense } from 'react';
import { Outlet } from 'react-router';
import { FailurePage } from '../platform/FailurePage';
import { useSession } from '../platform/session';

const SignInPage = lazy(() => import('./SignInPage').then((module) => ({ default: module.SignInPage })));
const ExpiredDialog = lazy(() => import('./ExpiredDialog'));

/**
 * Everything below is for signed-in people. Others sign in at the address they came to; someone whose
 * session ends meanwhile keeps the page with all that is typed, under a dialog.
 */
export function SignedIn() {
  const { me, loading, failure, expired, refresh } = useSession();
  if (failure) return <FailurePage alone failure={failure} onRetry={() => void refresh()} />;
  if (loading) return null;
  if (!me) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  }
  return (
    <>
      <Outlet />
      {expired && (
        <Suspense>
          <ExpiredDialog />
        </Suspense>
      )}
    </>
  );
}
