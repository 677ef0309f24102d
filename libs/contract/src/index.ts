export { type Code, codes } from './codes.js';
export { type FieldName, fieldNames } from './field-names.js';
export { type Locale, locales } from './locales.js';
export { codeOf, type Fault, type GeometryReason, isReason, type ParamsOf, type Reason, reasons } from './reasons.js';
export { localeOf, render } from './render.js';
