/** Whether a meeting is held round an area's map: with guests by link, and a snapshot at its end. */
export const isRoundMap = ({ kind }: { kind: 'AREA' | 'TEAM' | 'NETWORK' | 'WALK' }): boolean => kind === 'AREA' || kind === 'WALK';
