/** The calendar of working days is some weight; it is fetched when the first day is chosen. */
export const cadenceCalendar = () => import('@kvarter/cadence');
