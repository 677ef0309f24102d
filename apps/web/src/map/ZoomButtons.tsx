import { Minus, Plus } from 'lucide-react';
import { useTexts } from '../platform/i18n/texts';
import { IconButton } from '../ui/IconButton';
import { da } from './map.da';
import { en } from './map.en';
import styles from './ZoomButtons.module.css';

/** For those who can't pinch or turn a wheel. */
export function ZoomButtons({ onZoom }: { onZoom: (levels: number) => void }) {
  const texts = useTexts({ da, en });
  return (
    <div className={styles.zoom}>
      <IconButton raised label={texts.zoomIn} icon={<Plus aria-hidden />} onPress={() => onZoom(1)} />
      <IconButton raised label={texts.zoomOut} icon={<Minus aria-hidden />} onPress={() => onZoom(-1)} />
    </div>
  );
}
