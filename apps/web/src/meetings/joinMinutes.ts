/**
 * Two who wrote on the same minutes at once: what stands, followed by what the other has that it hasn't. Nothing of
 * either is lost; what should go, a person takes out.
 *
 * @param base what both began with
 */
export function joinMinutes(base: string, theirs: string, own: string): string {
  if (own === base || theirs.includes(own)) return theirs;
  const added = own.startsWith(base) ? own.slice(base.length).trim() : linesMissing(theirs, own);
  if (added === '') return theirs;
  return theirs === '' ? added : `${theirs}\n${added}`;
}

function linesMissing(theirs: string, own: string): string {
  const there = new Set(theirs.split('\n'));
  return own
    .split('\n')
    .filter((line) => !there.has(line))
    .join('\n');
}
