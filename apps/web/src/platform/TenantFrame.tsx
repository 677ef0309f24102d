import { Suspense } from 'react';
import { Outlet, useLocation, useParams } from 'react-router';
import { Skeletons } from '../ui/Skeleton';
import { ErrorBoundary } from './ErrorBoundary';
import { FailurePage, NotFoundPage } from './FailurePage';
import { MainMenu } from './MainMenu';
import { Shell } from './Shell';
import { useSession } from './session';
import { TenantProvider } from './tenant';
import { usePlatformTexts } from './usePlatformTexts';

interface TenantFrameProps {
  slug?: string;
  focused?: boolean;
  /** Without the menu: for a screen that others look at. */
  alone?: boolean;
}

/** Everything under one tenant's address: for its members only, told apart from nothing else. */
export default function TenantFrame({ slug: fixed, focused, alone }: TenantFrameProps) {
  const params = useParams();
  const { pathname } = useLocation();
  const slug = fixed ?? params['tenant'];
  const { me, failure, refresh } = useSession();
  const texts = usePlatformTexts();
  const membership = me?.memberships.find(({ tenantSlug }) => tenantSlug === slug);
  if (failure) return <FailurePage alone failure={failure} onRetry={() => void refresh()} />;
  if (!membership) return <NotFoundPage />;
  return (
    <TenantProvider membership={membership}>
      <Shell nav={alone ? null : <MainMenu />} focused={focused}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Skeletons label={texts.loading} heights={['2.4rem', '1.2rem', '16rem']} />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </TenantProvider>
  );
}
