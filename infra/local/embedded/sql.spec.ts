import { describe, expect, it } from 'vitest';
import { statementsOf } from './sql.mjs';

const codes = (sql: string) => statementsOf(sql).map(({ code }) => code);

describe('statementsOf', () => {
  it('cuts at semicolons, not at those inside literals, names, comments and bodies', () => {
    expect(codes(`select ';' ; select ";" as "a;b"; select 1 -- ; no\n + 1; do $x$ begin; $$ ; $$; end $x$; /* ; /* ; */ ; */ select E'it\\'s;'`)).toEqual([
      "select ''",
      'select ";" as "a;b"',
      'select 1  \n + 1',
      "do ''",
      "select ''",
    ]);
  });

  it('knows a parameter from a dollar quote and leaves out what is empty', () => {
    expect(codes(';; select $1, $2 ; -- nothing\n;')).toEqual(['select $1, $2']);
  });

  it('comes to an end with text that has none', () => {
    expect(codes("select 'open")).toEqual(["select ''"]);
    expect(codes('select $$open')).toEqual(["select ''"]);
    expect(codes('select 1 /* open')).toEqual(['select 1']);
  });

  it('keeps literals in the text', () => {
    expect(statementsOf("/* x */ Set a.b = 'Ø;'")).toEqual([{ text: "Set a.b = 'Ø;'", code: "set a.b = ''" }]);
  });
});
