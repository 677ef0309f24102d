import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { DescribeDialog } from './DescribeDialog';
import styles from './MeetingPage.module.css';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

interface PlanCardProps {
  meeting: MeetingFull;
  areas: readonly { id: string; name: string }[];
}

/** What everybody should have two weeks ahead. */
export function PlanCard({ meeting, areas }: PlanCardProps) {
  const { meeting: texts, series } = useMeetingPageTexts();
  const { slug, may } = useTenant();
  const format = useFormats();
  const [editing, setEditing] = useState(false);
  const mayEdit = may('meeting.host') && meeting.state === 'PLANNED';
  const area = areas.find(({ id }) => id === meeting.areaId);
  const told = meeting.purpose !== null || meeting.process !== null || meeting.audience !== null;
  const facts: [string, string | null][] = [
    [texts.when, `${format.date(meeting.startsAt)}, ${format.time(meeting.startsAt)}–${format.time(meeting.endsAt)}`],
    [texts.place, meeting.place],
    [texts.rhythm, meeting.series && series[meeting.series]],
    [texts.purpose, meeting.purpose],
    [texts.audience, meeting.audience],
    [texts.process, meeting.process],
  ];
  return (
    <Card
      title={texts.plan}
      action={
        mayEdit && (
          <Button icon={<Pencil aria-hidden />} onPress={() => setEditing(true)}>
            {told ? texts.edit : texts.describe}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {area && (
          <div style={{ display: 'contents' }}>
            <dt>{texts.area}</dt>
            <dd>
              <Link to={`/${slug}/areas/${area.id}`}>{area.name}</Link>
            </dd>
          </div>
        )}
      </dl>
      {!told && meeting.state === 'PLANNED' && <p className={styles.muted}>{mayEdit ? texts.planEmpty : texts.planEmptyReader}</p>}
      {editing && <DescribeDialog meeting={meeting} onClose={() => setEditing(false)} />}
    </Card>
  );
}
