export { type Bbox, bboxesMeet, bboxOf, bboxOfGeometry, bboxUnion, bboxWithin } from './bbox.js';
export { type BoundaryCandidate, type BoundaryCheck, type BoundaryFile, checkBoundary, readBoundaries } from './boundary.js';
export { type Corroboration, corroborationOf, corroborations } from './corroboration.js';
export { denmark, swapped } from './denmark.js';
export { hasFaded, roundsBeforeFading } from './fading.js';
export { changedFields, type FieldKey, fieldOf, withFields } from './feature-fields.js';
export { type FeatureFamily, type FeatureKind, featureKinds, hasDetail, isFeatureKind, type KindFacts, kindNames } from './feature-kinds.js';
export { checkText, cleanText, findCpr, type TextRule } from './free-text.js';
export {
  type Areal,
  type Feature,
  type FeatureCollection,
  type Geometry,
  type GeometryType,
  geometryTypes,
  type LineString,
  type MultiLineString,
  type MultiPoint,
  type MultiPolygon,
  type Point,
  type Polygon,
  polygonsOf,
  type Position,
  positionsOf,
  type Ring,
} from './geometry.js';
export { checkGeometry, type GeometryCheck, type GeometryLimits, maxVertices } from './geometry-check.js';
export { assignmentsOf, type Decision, decide, type EditInput, type MapEditOp, mapEditOps, maxVoices, type Met, type SystemEdit } from './map-edit.js';
export { type CheckedEdit, checkEdit } from './map-edit-check.js';
export {
  type DetailKey,
  detailKeys,
  type FeatureDetails,
  type FeatureState,
  type FeatureVersion,
  type TimeOfDay,
  timesOfDay,
  type Voice,
  type VoiceStance,
  voiceStances,
} from './map-feature.js';
export { overlay } from './map-overlay.js';
export { type LoggedEdit, type TakenBack, takeBack } from './map-take-back.js';
export { type EditIds, editsTowards, inverseOf } from './map-undo.js';
export { areaOf, lengthOf, metresBetween, tileOf } from './measure.js';
export { looksLikePersonName, namesSomebody } from './person-names.js';
export { centreOf, isInside, movedMetres, pointOn } from './places.js';
export { same } from './same.js';
export { areSimilarNames } from './similar-names.js';
export { type Symbol, symbology } from './symbology.js';
export { detailLimits, textLimits } from './text-limits.js';
