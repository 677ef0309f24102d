/** An area in a ranking that is being made, and why it stands where it stands. */
export interface RankedDraft {
  readonly areaId: string;
  readonly reason: string;
}

/** The list with one of its areas moved by so many places, within the list. */
export function moved(list: readonly RankedDraft[], areaId: string, by: number): RankedDraft[] {
  const from = list.findIndex((one) => one.areaId === areaId);
  const to = from + by;
  const one = list[from];
  if (!one || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, one);
}
