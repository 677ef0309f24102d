import { type FeatureKind, featureKinds, type KindFacts } from '@kvarter/geo';
import { MapPin } from 'lucide-react';
import type { DrawHand, DrawSteps } from '../map/drawHand';
import type { DrawnShape } from '../map/drawing';
import type { ReshapeHand } from '../map/reshapeHand';
import { useFeatureText } from './featureText';
import { Guidance } from './Guidance';
import { useMapTexts } from './useMapTexts';

interface DrawGuidanceProps {
  kind: FeatureKind;
  shape: DrawnShape;
  steps: DrawSteps;
  hand: () => DrawHand | null;
  onShape: (shape: DrawnShape) => void;
  /** Null where a place is what is asked for. */
  onNoPlace: (() => void) | null;
  onCancel: () => void;
}

/** What to do while a mark is drawn. */
export function DrawGuidance({ kind, shape, steps, hand, onShape, onNoPlace, onCancel }: DrawGuidanceProps) {
  const { draw: texts } = useMapTexts();
  const { one } = useFeatureText();
  const others = (featureKinds[kind] as KindFacts).draws.filter((each): each is DrawnShape => each !== shape && each in texts);
  const touch = window.matchMedia('(pointer: coarse)').matches;
  const first = shape === 'Point' ? (touch ? texts.placeTouch : texts.place) : shape === 'Polygon' ? texts.first : texts.line;
  return (
    <Guidance
      icon={<MapPin aria-hidden />}
      actions={
        <>
          {touch && (
            <button type="button" data-main onClick={() => hand()?.setHere()}>
              {texts.setHere}
            </button>
          )}
          {steps.mayFinish && shape !== 'Point' && (
            <button type="button" data-main onClick={() => hand()?.finish()}>
              {texts.finish}
            </button>
          )}
          {steps.corners > 0 && (
            <button type="button" onClick={() => hand()?.takeBack()}>
              {texts.takeBack}
            </button>
          )}
          {steps.corners === 0 &&
            others.map((each) => (
              <button key={each} type="button" onClick={() => onShape(each)}>
                {texts.as}: {texts[each]}
              </button>
            ))}
          {steps.corners === 0 && onNoPlace && (
            <button type="button" title={texts.noPlaceHelp} onClick={onNoPlace}>
              {texts.noPlace}
            </button>
          )}
          <button type="button" onClick={onCancel}>
            {texts.cancel}
          </button>
        </>
      }
    >
      {steps.corners === 0 ? first(one(kind)) : texts.more(steps.corners)}
    </Guidance>
  );
}

interface ReshapeGuidanceProps {
  what: 'place' | 'form';
  hand: () => ReshapeHand | null;
  onKeep: () => void;
  onCancel: () => void;
}

/** What to do while a mark is moved or reshaped. */
export function ReshapeGuidance({ what, hand, onKeep, onCancel }: ReshapeGuidanceProps) {
  const { draw: texts } = useMapTexts();
  return (
    <Guidance
      actions={
        <>
          <button type="button" data-main onClick={onKeep}>
            {texts.keep}
          </button>
          {what === 'form' && (
            <button type="button" onClick={() => hand()?.dropGrip()}>
              {texts.dropCorner}
            </button>
          )}
          <button type="button" onClick={onCancel}>
            {texts.cancel}
          </button>
        </>
      }
    >
      {what === 'place' ? texts.moving : texts.reshaping}
    </Guidance>
  );
}
