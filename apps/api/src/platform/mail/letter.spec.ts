import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Letter, written } from './letter.js';
import { button, item, type MailContent, MailFault, paragraph } from './mail.js';

const content: MailContent = {
  subject: 'Husk aftalen om lys i tunnelen',
  lines: [
    paragraph('Den skal være klar fredag.\nSig til, hvis den ikke kan nås.'),
    item('Lys i tunnelen', '/aakoebing/agreements/1'),
    item('Bænke'),
    button('Se aftalen', '/aakoebing/agreements'),
  ],
};
const letter: Letter = {
  contents: [content],
  locale: 'da',
  tenantName: 'Åkøbing Kommune',
  publicUrl: 'https://kvarter.example',
  settingsPath: '/aakoebing/mail',
  unsubscribeUrl: 'https://kvarter.example/unsubscribe/abc',
  answersTo: null,
};

describe('a letter', () => {
  it('says the same as text and as HTML', () => {
    const { subject, text, html } = written(letter);
    expect(subject).toBe('Husk aftalen om lys i tunnelen');
    expect(text).toBe(
      [
        'Husk aftalen om lys i tunnelen',
        '',
        'Den skal være klar fredag.',
        'Sig til, hvis den ikke kan nås.',
        '• Lys i tunnelen',
        '  https://kvarter.example/aakoebing/agreements/1',
        '• Bænke',
        '',
        'Se aftalen:',
        'https://kvarter.example/aakoebing/agreements',
        '',
        '--',
        'Du får mailen, fordi du er med i arbejdet i Åkøbing Kommune. Kvarter sender den; svar på den bliver ikke læst.',
        '',
        'Vælg, hvilke mails du vil have:',
        'https://kvarter.example/aakoebing/mail',
        '',
        'Afmeld denne slags mails:',
        'https://kvarter.example/unsubscribe/abc',
        '',
      ].join('\n'),
    );
    for (const said of [
      '<h1',
      'Sig til, hvis den ikke kan nås.',
      'href="https://kvarter.example/aakoebing/agreements/1"',
      'Afmeld denne slags mails',
      'lang="da"',
    ])
      expect(html).toContain(said);
    expect(html.match(/<ul/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(img|script|table|iframe)/);
  });

  it('puts several together under a heading each', () => {
    const { subject, text, html } = written({ ...letter, locale: 'en', contents: [content, { subject: 'Møde på torsdag', lines: [] }], unsubscribeUrl: null });
    expect(subject).toBe('2 messages from Kvarter');
    expect(text).toContain('Møde på torsdag\n---------------');
    expect(html.match(/<h2/g)).toHaveLength(2);
    expect(text + html).not.toContain('No more mails');
  });

  it('keeps what is sensitive at home', () => {
    const { text, html } = written({ ...letter, contents: [{ ...content, sensitive: true }] });
    for (const said of [text, html]) {
      expect(said).toContain('Husk aftalen om lys i tunnelen');
      expect(said).toContain('https://kvarter.example/aakoebing/agreements');
      expect(said).not.toMatch(/fredag|Bænke|agreements\/1/);
    }
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', 'aakoebing', '/a b', '/\\elsewhere.example', '/a\nb'])(
    'leads nowhere but into Kvarter: %j',
    (path) => {
      expect(() => written({ ...letter, contents: [{ subject: 'x', lines: [button('Her', path)] }] })).toThrow(MailFault);
    },
  );

  it('takes no text for markup, and no subject for more than one line', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>x</script>', '"><img src=x onerror=y>', "' onclick='", 'a\r\nBcc: b@c.dk', '</title>'),
    );
    fc.assert(
      fc.property(words, words, words, (subject, text, tenantName) => {
        const made = written({ ...letter, tenantName, contents: [{ subject, lines: [paragraph(text), item(text, '/a?b=<"&'), button(text, '/c')] }] });
        expect(made.subject).not.toMatch(/[\r\n\0]/);
        const tags = new Set([...made.html.matchAll(/<\s*([a-z!/][\w]*)/gi)].map(([, tag]) => tag?.replace('/', '').toLowerCase()));
        for (const tag of tags)
          expect(['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'div', 'p', 'strong', 'h1', 'ul', 'li', 'a', 'br']).toContain(tag);
        expect(made.html.match(/<[^>]*\son\w+\s*=/i)).toBeNull();
      }),
    );
  });

  it('says who reads what one answers, and where nobody does', () => {
    for (const part of [written(letter).text, written(letter).html]) expect(part).toContain('svar på den bliver ikke læst');
    const answered = written({ ...letter, answersTo: 'Mette Holm\r\nBcc: alle' });
    for (const part of [answered.text, answered.html]) expect(part).toContain('svar på den går til Mette Holm Bcc: alle.');
  });
});
