interface Node {
  id: string;
  parentId?: string | null;
  name: string;
}

/** An area with its place in the tree. `depth` is 0 for those with no parent in sight. */
export interface Placed<T> {
  area: T;
  depth: number;
  /** The names above it, outermost first. */
  path: string[];
}

/**
 * The areas as a tree read from the top: each followed by what lies in it, siblings by name. An area whose
 * parent is not among them (one may not see it) stands at the top.
 */
export function inTreeOrder<T extends Node>(areas: readonly T[], locale: string): Placed<T>[] {
  const known = new Set(areas.map(({ id }) => id));
  const collator = new Intl.Collator(locale, { numeric: true });
  const children = new Map<string | null, T[]>();
  for (const area of [...areas].sort((a, b) => collator.compare(a.name, b.name))) {
    const parent = area.parentId && known.has(area.parentId) ? area.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), area]);
  }
  const below = (parent: string | null, path: string[]): Placed<T>[] =>
    (children.get(parent) ?? []).flatMap((area) => [{ area, depth: path.length, path }, ...below(area.id, [...path, area.name])]);
  return below(null, []);
}

/** The areas above one, outermost first. */
export function ancestorsOf<T extends Node>(areas: readonly T[], id: string): T[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const above: T[] = [];
  let parent = byId.get(byId.get(id)?.parentId ?? '');
  while (parent && !above.includes(parent)) {
    above.unshift(parent);
    parent = byId.get(parent.parentId ?? '');
  }
  return above;
}
