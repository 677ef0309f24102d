import { Navigate } from 'react-router';
import { FailurePage } from '../platform/FailurePage';
import { useSession } from '../platform/session';
import { homeOf } from './home';
import { SignInPage } from './SignInPage';

/** `/`: signing in, or straight on for those who are. */
export default function StartPage() {
  const { me, loading, failure, refresh } = useSession();
  if (failure) return <FailurePage alone failure={failure} onRetry={() => void refresh()} />;
  if (loading) return null;
  const home = me && homeOf(me);
  return home ? <Navigate to={home} replace /> : <SignInPage />;
}
