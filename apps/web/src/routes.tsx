import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { SignedIn } from './auth/SignedIn';
import { NotFoundPage } from './platform/FailurePage';

// The frame brings menus and the socket, which nobody needs before they are signed in.
const TenantFrame = lazy(() => import('./platform/TenantFrame'));
const StartPage = lazy(() => import('./auth/StartPage'));
const InvitationPage = lazy(() => import('./meetings/InvitationPage'));
const OverviewPage = lazy(() => import('./areas/OverviewPage'));
const NewAreaPage = lazy(() => import('./areas/NewAreaPage'));
const AreaPage = lazy(() => import('./areas/AreaPage'));
const DeskPage = lazy(() => import('./desk/DeskPage'));
const SlippingPage = lazy(() => import('./follow-ups/SlippingPage'));
const RulesPage = lazy(() => import('./follow-ups/RulesPage'));
const AreaMapPage = lazy(() => import('./area-maps/AreaMapPage'));
const MailPage = lazy(() => import('./mail/MailPage'));
const MailboxPage = lazy(() => import('./mail/MailboxPage'));
const ReplyMailboxPage = lazy(() => import('./mailbox/ReplyMailboxPage'));
const ReportPage = lazy(() => import('./agreements/ReportPage'));
const UnsubscribePage = lazy(() => import('./mail/UnsubscribePage'));
const TeamPage = lazy(() => import('./people/TeamPage'));
const StakeholdersPage = lazy(() => import('./stakeholders/StakeholdersPage'));
const MeetingsPage = lazy(() => import('./meetings/MeetingsPage'));
const MeetingPage = lazy(() => import('./meetings/MeetingPage'));
const MeetingMapPage = lazy(() => import('./meetings/MeetingMapPage'));
const MeetingWallPage = lazy(() => import('./meetings/MeetingWallPage'));
const ReplyPage = lazy(() => import('./meetings/ReplyPage'));
const GapsPage = lazy(() => import('./gaps/GapsPage'));
const InboxPage = lazy(() => import('./inbox/InboxPage'));
const RoundPage = lazy(() => import('./rounds/RoundPage'));
const RoundFormPage = lazy(() => import('./rounds/RoundFormPage'));
const PreparationPage = lazy(() => import('./rounds/PreparationPage'));
const RankingPage = lazy(() => import('./rounds/RankingPage'));
const CentrePage = lazy(() => import('./tenants/CentrePage'));

/** Every address of the client. Pages load their own files when they are first opened. */
export function AppRoutes() {
  return (
    <Routes>
      <Route index element={<StartPage />} />
      <Route path="invitation" element={<InvitationPage />} />
      <Route path="unsubscribe/:token" element={<UnsubscribePage />} />
      <Route path="report/:token" element={<ReportPage />} />
      <Route path="reply/:token" element={<ReplyPage />} />
      <Route element={<SignedIn />}>
        <Route element={<TenantFrame slug="centre" />}>
          <Route path="centre" element={<CentrePage />} />
        </Route>
        <Route path=":tenant" element={<TenantFrame />}>
          <Route index element={<OverviewPage />} />
          <Route path="desk" element={<DeskPage />} />
          <Route path="inbox" element={<InboxPage />} />
          <Route path="slipping" element={<SlippingPage />} />
          <Route path="rules" element={<RulesPage />} />
          <Route path="areas/new" element={<NewAreaPage />} />
          <Route path="areas/:areaId" element={<AreaPage />} />
          <Route path="mail" element={<MailPage />} />
          <Route path="mailbox" element={<MailboxPage />} />
          <Route path="reply-mailbox" element={<ReplyMailboxPage />} />
          <Route path="areas/:areaId/stakeholders" element={<StakeholdersPage />} />
          <Route path="areas/:areaId/gaps" element={<GapsPage />} />
          <Route path="areas/:areaId/rounds/new" element={<RoundFormPage />} />
          <Route path="areas/:areaId/rounds/:roundId" element={<RoundPage />} />
          <Route path="areas/:areaId/rounds/:roundId/edit" element={<RoundFormPage />} />
          <Route path="areas/:areaId/rounds/:roundId/prepare/:step" element={<PreparationPage />} />
          <Route path="ranking" element={<RankingPage />} />
          <Route path="people" element={<TeamPage />} />
          <Route path="meetings" element={<MeetingsPage />} />
          <Route path="meetings/:meetingId" element={<MeetingPage />} />
        </Route>
        <Route path=":tenant/areas/:areaId/map" element={<TenantFrame focused />}>
          <Route index element={<AreaMapPage />} />
        </Route>
        <Route path=":tenant/meetings/:meetingId" element={<TenantFrame focused />}>
          <Route path="map" element={<MeetingMapPage />} />
        </Route>
        <Route path=":tenant/meetings/:meetingId/wall" element={<TenantFrame focused alone />}>
          <Route index element={<MeetingWallPage />} />
        </Route>
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
