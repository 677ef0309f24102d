import { Layers, LocateFixed, MapPinPlus, Maximize, MousePointer2, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Tools.module.css';
import { useMapTexts } from './useMapTexts';

interface ToolsProps {
  mayEdit: boolean;
  creating: boolean;
  canUndo: boolean;
  canRedo: boolean;
  legend: boolean;
  onChoose: () => void;
  onCreate: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onFit: () => void;
  onLocate: () => void;
  onLegend: () => void;
}

/** What one can do with the map; words under every symbol. */
export function Tools({ mayEdit, creating, canUndo, canRedo, legend, ...on }: ToolsProps) {
  const { tools: texts } = useMapTexts();
  return (
    <div role="toolbar" aria-label={texts.label} aria-orientation="vertical" className={styles.tools}>
      {mayEdit && (
        <>
          <Tool label={texts.choose} icon={<MousePointer2 aria-hidden />} on={!creating} onPress={on.onChoose} />
          <Tool label={texts.create} icon={<MapPinPlus aria-hidden />} on={creating} main onPress={on.onCreate} />
          <Tool label={texts.undo} icon={<Undo2 aria-hidden />} disabled={!canUndo} onPress={on.onUndo} />
          <Tool label={texts.redo} icon={<Redo2 aria-hidden />} disabled={!canRedo} onPress={on.onRedo} />
        </>
      )}
      <Tool label={texts.legend} short={texts.legendShort} icon={<Layers aria-hidden />} on={legend} onPress={on.onLegend} phone />
      <Tool label={texts.fit} icon={<Maximize aria-hidden />} onPress={on.onFit} />
      <Tool label={texts.locate} icon={<LocateFixed aria-hidden />} onPress={on.onLocate} phone />
    </div>
  );
}

interface ToolProps {
  label: string;
  short?: string;
  icon: ReactNode;
  on?: boolean;
  main?: boolean;
  /** On phones too, where the rest has other places. */
  phone?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

function Tool({ label, short = label, icon, on, main, phone, disabled, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      aria-pressed={on}
      data-main={main || undefined}
      data-phone={phone || undefined}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
      <span aria-hidden>{short}</span>
    </button>
  );
}
