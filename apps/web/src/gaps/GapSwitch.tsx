import { Link } from 'react-router';
import { useTenant } from '../platform/tenant';
import { Checkbox } from '../ui/Checkbox';
import styles from './GapSwitch.module.css';
import { useGapTexts } from './useGapTexts';
import type { GapsOnMap } from './useShownGaps';

/** Shows on the map what nobody knows of, and leads to the list that says it in words. */
export function GapSwitch({ areaId, gaps }: { areaId: string; gaps: GapsOnMap }) {
  const { map: texts } = useGapTexts();
  const { slug } = useTenant();
  if (!gaps.may) return null;
  return (
    <div className={styles.switch}>
      <Checkbox isSelected={gaps.on} onChange={gaps.turn}>
        <strong>{texts.show}</strong>
      </Checkbox>
      {gaps.on && gaps.loaded && (
        <p role="status" className={styles.help}>
          {texts.help(gaps.shown.length)} <Link to={`/${slug}/areas/${areaId}/gaps`}>{texts.list}</Link>
        </p>
      )}
    </div>
  );
}
