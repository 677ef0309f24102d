/** A choice that holds back nothing. */
export const all = 'all';
/** What belongs to no area. */
export const none = 'none';

export interface SlippingFilter {
  areaId: string;
  personId: string;
}

export const everything: SlippingFilter = { areaId: all, personId: all };

interface Filtered {
  areaId?: string | null;
  responsible?: { personId: string } | null;
}

export const matches = ({ areaId, responsible }: Filtered, filter: SlippingFilter): boolean =>
  (filter.areaId === all || filter.areaId === (areaId ?? none)) && (filter.personId === all || filter.personId === responsible?.personId);
