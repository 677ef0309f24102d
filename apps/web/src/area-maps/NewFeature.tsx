import { Sheet } from '../ui/Sheet';
import type { SheetHeight } from '../ui/sheetHeight';
import { type NewFeatureProps, useNewFeature } from './NewFeaturePanel';

interface Placed extends NewFeatureProps {
  label: string;
  height: SheetHeight;
  onHeight: (height: SheetHeight) => void;
}

/** The form of a new mark in the panel, its button always in reach. */
export function NewFeature({ label, height, onHeight, ...form }: Placed) {
  const { content, foot } = useNewFeature(form);
  return (
    <Sheet label={label} height={height} onHeightChange={onHeight} foot={foot}>
      {content}
    </Sheet>
  );
}
