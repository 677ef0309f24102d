/** What a mail looks like: the same words as plain text and as HTML that is readable without pictures, tables or scripts. */
import type { Locale } from '../auth/actor.js';
import { letterTexts } from './letter.texts.js';
import { type MailContent, MailFault, type MailLine } from './mail.js';
import { oneLine } from './mail-address.js';

export interface Letter {
  /** One, or several put together. */
  readonly contents: readonly MailContent[];
  readonly locale: Locale;
  readonly tenantName: string;
  /** Where Kvarter is, without a slash at the end. */
  readonly publicUrl: string;
  /** Of the page where one chooses; null for somebody outside. */
  readonly settingsPath: string | null;
  /** Null where it can't be unsubscribed. */
  readonly unsubscribeUrl: string | null;
  /** Who reads what is answered to it; null: nobody. */
  readonly answersTo: string | null;
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const longestSubject = 200;

export const subjectOf = ({ contents, locale }: Pick<Letter, 'contents' | 'locale'>): string => {
  const [only] = contents;
  return oneLine(contents.length === 1 && only ? only.subject : letterTexts[locale].together(contents.length)).slice(0, longestSubject);
};

/** What may leave the house: of sensitive content only its heading and where to read it. */
export function linesOf({ lines, sensitive = false }: MailContent, locale: Locale): readonly MailLine[] {
  if (!sensitive) return lines;
  return [{ kind: 'paragraph', text: letterTexts[locale].sensitive }, ...lines.filter(({ kind }) => kind === 'button')];
}

/** @throws MailFault for a path that leads elsewhere */
export function written(letter: Letter): WrittenLetter {
  return { subject: subjectOf(letter), text: textOf(letter), html: htmlOf(letter) };
}

function urlOf(path: string, { publicUrl }: Letter): string {
  if (!/^\/(?!\/)[^\s\\]*$/.test(path)) throw new MailFault('A link in a mail leads into Kvarter: its path begins with one slash.');
  return publicUrl + path;
}

/** Line ends as they are; other control characters would be noise at best. */
const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');

function textOf(letter: Letter): string {
  const { contents, locale, settingsPath, unsubscribeUrl } = letter;
  const words = letterTexts[locale];
  const blocks: string[] = contents.length > 1 ? [words.togetherLead(contents.length)] : [];
  for (const content of contents) {
    const heading = oneLine(content.subject);
    blocks.push(contents.length > 1 ? `${heading}\n${'-'.repeat(Math.min(heading.length, 70))}` : heading);
    for (const line of linesOf(content, locale)) blocks.push(lineText(line, letter));
  }
  blocks.push(`--\n${becauseOf(letter)}`);
  if (settingsPath !== null) blocks.push(`${words.settings}:\n${urlOf(settingsPath, letter)}`);
  if (unsubscribeUrl !== null) blocks.push(`${words.unsubscribe}:\n${unsubscribeUrl}`);
  // Items of a list stand close together.
  return `${blocks.join('\n\n').replaceAll(/\n\n(?=• )/g, '\n')}\n`;
}

function lineText(line: MailLine, letter: Letter): string {
  if (line.kind === 'paragraph') return clean(line.text);
  if (line.kind === 'button') return `${clean(line.text)}:\n${urlOf(line.path, letter)}`;
  return `• ${clean(line.text)}${line.path === undefined ? '' : `\n  ${urlOf(line.path, letter)}`}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Why one gets it, and who reads what one answers. */
function becauseOf({ locale, tenantName, answersTo }: Letter): string {
  const words = letterTexts[locale];
  return `${words.because(oneLine(tenantName))} ${answersTo === null ? words.unread : words.read(oneLine(answersTo))}`;
}

const escaped = (text: string): string => clean(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] as string);

// The colours of the interface, light where a reader knows no dark.
const dark = `@media (prefers-color-scheme: dark) {
.k-paper { background: #12181c !important; color: #ece9e2 !important }
.k-sheet { background: #1b2328 !important; border-color: #2f3a41 !important }
.k-muted { color: #a6b1b9 !important }
.k-link { color: #7fd0c9 !important }
.k-button { background: #1d7573 !important }
}`;
const type = "font-family: 'IBM Plex Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5";

function htmlOf(letter: Letter): string {
  const { contents, locale, tenantName, settingsPath, unsubscribeUrl } = letter;
  const words = letterTexts[locale];
  const together = contents.length > 1;
  const foot = [
    escaped(becauseOf(letter)),
    ...(settingsPath === null ? [] : [link(urlOf(settingsPath, letter), words.settings)]),
    ...(unsubscribeUrl === null ? [] : [link(unsubscribeUrl, words.unsubscribe)]),
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subjectOf(letter))}</title>
<style>${dark}</style>
</head>
<body class="k-paper" style="margin: 0; background: #f7f5f0; color: #1f2a33; ${type}">
<div style="max-width: 600px; margin: 0 auto; padding: 24px 16px">
<p class="k-muted" style="margin: 0 0 12px; color: #5b6770; font-size: 14px"><strong>kvarter</strong> · ${escaped(oneLine(tenantName))}</p>
${together ? `<h1 style="margin: 0 0 8px; font-size: 22px; line-height: 1.3">${escaped(subjectOf(letter))}</h1>\n<p style="margin: 0 0 16px">${escaped(words.togetherLead(contents.length))}</p>\n` : ''}${contents.map((content) => sheet(content, together ? 'h2' : 'h1', letter)).join('\n')}
${foot.map((line) => `<p class="k-muted" style="margin: 16px 0 0; color: #5b6770; font-size: 14px">${line}</p>`).join('\n')}
</div>
</body>
</html>
`;
}

function sheet(content: MailContent, heading: 'h1' | 'h2', letter: Letter): string {
  const lines = linesOf(content, letter.locale).map((line) => lineHtml(line, letter));
  return `<div class="k-sheet" style="margin: 0 0 16px; padding: 20px 24px; background: #ffffff; border: 1px solid #ddd8ce; border-radius: 12px">
<${heading} style="margin: 0 0 12px; font-size: ${heading === 'h1' ? 22 : 19}px; line-height: 1.3">${escaped(oneLine(content.subject))}</${heading}>
${lines.join('\n').replaceAll(/<\/ul>\n<ul[^>]*>/g, '')}
</div>`;
}

function lineHtml(line: MailLine, letter: Letter): string {
  const words = escaped(line.text).replaceAll('\n', '<br>');
  if (line.kind === 'paragraph') return `<p style="margin: 0 0 12px">${words}</p>`;
  if (line.kind === 'item') {
    const said = line.path === undefined ? words : `<a class="k-link" style="color: #0f5c5c" href="${escaped(urlOf(line.path, letter))}">${words}</a>`;
    return `<ul style="margin: 0 0 12px; padding-left: 20px"><li style="margin: 0 0 4px">${said}</li></ul>`;
  }
  const look = 'display: inline-block; padding: 10px 18px; background: #0f5c5c; border-radius: 8px; color: #ffffff; font-weight: 600; text-decoration: none';
  return `<p style="margin: 16px 0 12px"><a class="k-button" style="${look}" href="${escaped(urlOf(line.path, letter))}">${words}</a></p>`;
}

const link = (url: string, words: string): string => `<a class="k-link" style="color: #0f5c5c" href="${escaped(url)}">${escaped(words)}</a>`;
