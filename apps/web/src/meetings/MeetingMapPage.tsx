import { ArrowLeft, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { AreaMap } from '../area-maps/AreaMapPage';
import type { MapLook } from '../area-maps/mapLook';
import { FailurePage } from '../platform/FailurePage';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Skeletons } from '../ui/Skeleton';
import { LiveQuestions } from './LiveQuestions';
import styles from './MeetingMapPage.module.css';
import { MinutesCard } from './MinutesCard';
import { askedNow } from './questionSets';
import { OutcomesCard } from './OutcomesCard';
import { useMeetingPage } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

/** An open meeting round its map: the questions, what is said and the minutes on one side, the live map on the other. */
export default function MeetingMapPage() {
  const { meetingId = '' } = useParams();
  const { loading } = usePlatformTexts();
  const { live: texts } = useMeetingPageTexts();
  const { slug, may } = useTenant();
  const { locale } = useLocale();
  // A phone has room for one of the two; the map is what the hand is for.
  const [shown, setShown] = useState(() => window.innerWidth > 900);
  const [map, setMap] = useState<MapLook | null>(null);
  const { data, failure, again } = useMeetingPage(meetingId);
  if (failure) return <FailurePage alone failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['64px', '70vh']} />;
  const { meeting } = data;
  const page = `/${slug}/meetings/${meeting.id}`;
  if (meeting.state !== 'OPEN' || !meeting.areaId) return <Navigate to={page} replace />;
  return (
    <div className={styles.page} data-shown={shown || undefined}>
      <aside className={styles.side} aria-label={texts.panel}>
        <div className={styles.bar}>
          {shown && (
            <Link to={page} className={styles.back}>
              <ArrowLeft aria-hidden /> {texts.back}
            </Link>
          )}
          <p className={styles.now}>{askedNow(meeting, locale)}</p>
          <Button variant="quiet" size="small" icon={shown ? <PanelLeftClose aria-hidden /> : <PanelLeftOpen aria-hidden />} onPress={() => setShown(!shown)}>
            {shown ? texts.hide : texts.show}
          </Button>
        </div>
        {shown && (
          <>
            <LiveQuestions meeting={meeting} />
            {may('agreement.read') && <OutcomesCard meeting={meeting} map={map} />}
            {may('meeting.note') && <MinutesCard meeting={meeting} />}
          </>
        )}
      </aside>
      <div className={styles.map}>
        <AreaMap key={meeting.areaId} areaId={meeting.areaId} onLook={setMap} />
      </div>
    </div>
  );
}
