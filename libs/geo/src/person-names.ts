import type { FeatureState } from './map-feature.js';

/**
 * First names common in Denmark (Statistics Denmark publishes the counts), of all ages and backgrounds.
 * For a friendly warning only: nothing is refused and nobody is looked up.
 */
const firstNames = new Set(
  `abdi abdul abdullah adam agnes ahmad ahmed ahmet aisha aksel alberte alexander alfred ali alma amalie amina amir amira
  anders andreas anita anja ann anna anne annette anton asger asta astrid august ayse bent bente berit birgit birgitte birthe
  bjarne bodil britt brian camilla carl caroline carsten casper cecilie charlotte christian christina christine christoffer clara
  claus connie daniel david dennis ditte dorte dorthe ebbe ebru ella ellen elif elin else emil emilie emine emma erik esther eva
  fadime fatima fatma ferhat filip finn flemming frank freja frederik frederikke frida gerda gert gitte grethe gudrun gustav hanna
  hanne hannah hans hasan hassan heidi helena helle henning henrik henriette hussein husein ibrahim ida inge inger ingrid
  isabella ismail ivan jacob jakob jan jana jane janne jens jeppe jesper jette jim joan johan johanne john johnny jonas jonathan josefine
  julie jytte jorgen kaj karen karin karina karl karoline kasper katrine kenneth khadija khaled kim kirsten kirstine kjeld klaus knud
  kristian kristine kurt lars lasse laura laurits layla leif lena lene leyla lis lisa lisbeth lise lone lotte louise lucas lucia
  ludvig lukas mads magnus mahmoud maja malene malik malthe marcus maren maria mariam marianne marie markus martin mathias mathilde
  matilde mehmet mette michael mia mikael mikkel mille mohamad mohamed mohammad mohammed mona morten muhammad muhammed mustafa
  murat nadia nanna natasha nicolai nicklas niels nikolaj nina noah nora ole oliver omar osman oscar oskar osama otto palle pauline
  peder per pernille peter philip pia poul preben rasmus rebecca rene rikke rita robert rosa ruth said sally samir sandra sanne sara
  sarah sebastian selma signe simon simone sine sofia sofie soren steen steffen sten stine sune susanne svend sylvester tanja
  thea theis theodor therese thomas thor tina tim tobias tom tommy tore torben tove trine troels ulla ulrik valdemar vera vibeke
  victor victoria viggo viktor vivian william yasmin yasmina yusuf yousef zahra zainab zeynep
  åge åse jørgen jørn søren bjørn børge kåre pål rené andré zoë chloé`.split(/\s+/),
);

/** The last word of a street, a school or a club that bears a person's name (Karen Blixens Plads). */
const placeWords = new Set(
  `vej vejen vænge vænget gade gaden stræde allé alle alléen plads pladsen torv torvet park parken skole skolen kirke kirken hus huset
  center centret have haven sti stien boulevard kvarter kvarteret hal hallen børnehus børnehave stiftelse fond kollegium hjem klub klubben minde`.split(/\s+/),
);
/** In one word with the name: Jensensvej. Shorter endings are surnames too (Nørgård, Gade). */
const streetEnding = /\p{L}(?:vej|vænge|gade|stræde|plads|torv)$/u;

/** A word with its inner hyphens, or a mark that ends what belongs together. */
const wordOrStop = /\p{L}[\p{L}'\u2019-]*|[.,;:!?()"/]/gu;

/** Whether a text seems to name somebody: a common first name followed by a capitalised surname that isn't part of a place's name. */
export function looksLikePersonName(text: string): boolean {
  const words = text.normalize('NFC').match(wordOrStop) ?? [];
  return words.some(
    (word, index) => isCapitalised(word) && isFirstName(word) && !/^s(?:ank)?k?t$/i.test(words[index - 1] ?? '') && isSurname(wordsAfter(words, index)),
  );
}

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Double names count by either part (Anne-Marie). */
const isFirstName = (word: string): boolean =>
  word
    .toLowerCase()
    .split('-')
    .some((part) => firstNames.has(part));

/** The next words, over the initial of a middle name (Ida B. Holm). */
function wordsAfter(words: readonly string[], index: number): readonly string[] {
  const after = index + 1;
  return words.slice(/^\p{Lu}$/u.test(words[after] ?? '') ? after + (words[after + 1] === '.' ? 2 : 1) : after);
}

function isSurname([surname = '', second = '', third = '']: readonly string[]): boolean {
  if (!/^\p{Lu}\p{L}/u.test(surname) || streetEnding.test(surname)) return false;
  if (surname !== 'Gade' && placeWords.has(surname.toLowerCase())) return false;
  return ![second, third].some((word) => placeWords.has(word.toLowerCase()) && isCapitalised(word));
}

/**
 * Whether a mark should be looked at again because somebody seems to be named. An enthusiast who has said
 * yes may be named in the name of the mark.
 */
export function namesSomebody({ kind, name, note, details, voices }: FeatureState): boolean {
  const mayBeNamed = kind === 'ENTHUSIAST' && details.consent === true;
  const { couldHelp, group, activity, contribution, audience, openingHours } = details;
  const texts = [mayBeNamed ? null : name, note, couldHelp, group, activity, contribution, audience, openingHours, ...voices.map(({ capacity }) => capacity)];
  return texts.some((text) => text && looksLikePersonName(text));
}
