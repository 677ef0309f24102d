import { MapPin } from 'lucide-react';
import { Link } from 'react-router';
import { type MappingStep, PlacePreparationItemDocument } from '../generated/graphql';
import { KindSymbol } from '../map/KindSymbol';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Skeletons } from '../ui/Skeleton';
import type { Preparation, RoundOfPage } from './RoundPage';
import styles from './StepPanel.module.css';
import { useRoundTexts } from './useRoundTexts';

interface PreparedItemsProps {
  step: MappingStep;
  round: RoundOfPage;
  preparations: readonly Preparation[] | null;
  onPlaced: () => void;
}

/** What was prepared for a meeting. While that is open, each is placed on the shared map by one press; what is not placed stays. */
export function PreparedItems({ step, round, preparations, onPlaced }: PreparedItemsProps) {
  const { items: texts } = useRoundTexts();
  const { loading } = usePlatformTexts();
  const { slug, may } = useTenant();
  const format = useFormats();
  const [placing, place] = useAction(PlacePreparationItemDocument);
  const open = round.meetings.some((meeting) => meeting.step === step && meeting.open);
  const listed = preparations
    ?.filter((one) => one.step === step)
    .flatMap(({ person, items }) => items.map((item) => ({ ...item, from: person?.name ?? '' })))
    // What is left to place first.
    .sort((a, b) => Number(Boolean(a.placedAt)) - Number(Boolean(b.placedAt)));

  async function put(id: string, title: string) {
    const data = await place({ id });
    if (data) notify({ text: texts.done(title), tone: 'moss' });
    onPlaced();
  }

  return (
    <Card title={texts.title}>
      {!listed && <Skeletons label={loading} heights={['3rem', '3rem']} />}
      {listed?.length === 0 && <p className={styles.quiet}>{texts.none}</p>}
      {listed && listed.length > 0 && !open && round.state === 'UNDER_WAY' && <p className={styles.quiet}>{texts.wait}</p>}
      <ul className={styles.list}>
        {listed?.map(({ id, kind, title, note, geometry, from, placedAt, placedBy, featureId }) => (
          <li key={id} className={styles.row}>
            <span className={styles.kind}>
              <KindSymbol kind={kind} />
            </span>
            <span className={styles.words}>
              <span className={styles.name}>{title}</span>
              {note && <span>{note}</span>}
              <span className={styles.small}>
                {[texts.from(from), placedAt ? texts.placed(placedBy?.name ?? '', format.relative(placedAt)) : !geometry && texts.nowhere]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {placedAt ? (
              <Link to={`/${slug}/areas/${round.areaId}/map?mark=${featureId}`} aria-label={texts.seeOf(title)}>
                {texts.see}
              </Link>
            ) : (
              open &&
              may('round.prepare') && (
                <Button icon={<MapPin aria-hidden />} aria-label={texts.placeOf(title)} isDisabled={placing} onPress={() => void put(id, title)}>
                  {texts.place}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
