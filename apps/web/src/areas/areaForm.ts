import { type Reason, render } from '@kvarter/contract';
import { type Areal, checkBoundary, checkText, textLimits } from '@kvarter/geo';
import type { Locale } from '../platform/i18n/locale';
import type { FormError } from '../ui/ErrorSummary';

/** What is typed about an area, as typed. */
export interface AreaForm {
  name: string;
  description: string;
  boundary: Areal | null;
}

/**
 * What the server would refuse, found before it is asked, at the field it concerns.
 *
 * @param boundaryMissing what to say where nothing is drawn
 */
export function faultsOf({ name, description, boundary }: AreaForm, locale: Locale, boundaryMissing: string): FormError[] {
  const faults = [
    { field: 'name', fault: checkText(name, { field: 'name', max: textLimits.name, required: true }).fault },
    { field: 'description', fault: checkText(description, { field: 'description', max: textLimits.description }).fault },
  ];
  const errors: FormError[] = faults.flatMap(({ field, fault }) => (fault ? [{ field, message: faultText(fault, locale) }] : []));
  if (!boundary) return [...errors, { field: 'boundary', message: boundaryMissing }];
  const check = checkBoundary(boundary);
  return check.ok ? errors : [...errors, { field: 'boundary', message: faultText(check.fault, locale) }];
}

/** A fault of libs/geo in words. */
export const faultText = (fault: { reason: Reason; params: object }, locale: Locale): string =>
  // A fault always carries the params of its own reason.
  render(fault.reason, fault.params as Parameters<typeof render>[1], locale);
