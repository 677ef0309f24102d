/** Cuts SQL text into statements, so that a keyword in a comment or a literal is not taken for one. */

/**
 * @typedef {object} Statement
 * @property {string} text without comments
 * @property {string} code without comments, each literal replaced by '' (quoted names stay), in lower case
 */

// In this order: E'' knows backslashes, other literals don't; a dollar quote is closed by its own tag.
const token =
  /--[^\n]*|\/\*|[eE]'(?:[^'\\]|\\[^]|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|[^]/gu;

/**
 * @param {string} sql
 * @returns {Statement[]} empty statements left out
 */
export function statementsOf(sql) {
  /** @type {Statement[]} */
  const statements = [];
  let text = '';
  let code = '';
  const finish = () => {
    if (code.trim()) statements.push({ text: text.trim(), code: code.trim().toLowerCase() });
    text = code = '';
  };
  token.lastIndex = 0;
  for (let match = token.exec(sql); match; match = token.exec(sql)) {
    const [piece] = match;
    if (piece === ';') finish();
    else if (piece === '/*') {
      token.lastIndex = endOfComment(sql, match.index);
      text += ' ';
      code += ' ';
    } else if (piece.startsWith('--')) {
      text += ' ';
      code += ' ';
    } else if (piece.length > 1 && piece.startsWith('$')) {
      const close = sql.indexOf(piece, token.lastIndex);
      token.lastIndex = close < 0 ? sql.length : close + piece.length;
      text += sql.slice(match.index, token.lastIndex);
      code += "''";
    } else {
      text += piece;
      code += /^[eE]?'/.test(piece) ? "''" : piece;
    }
  }
  finish();
  return statements;
}

/**
 * Comments between slash and star nest.
 * @param {string} sql
 * @param {number} from
 */
function endOfComment(sql, from) {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  let depth = 0;
  for (let match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}
