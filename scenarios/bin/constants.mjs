/**
 * Numbers that a module knows by name, such as `const CODES = 4096;`, put where they are used. esbuild does so for modules that import
 * nothing. In all others it makes them variables, which the engine reads from memory at each use and of which it does not know
 * that they are numbers: a choice between such a one and a fraction then boxes the fraction, 400 kB for one frame of a camera. So
 * the numbers of a module move into a module of their own, which imports nothing.
 */

const line = /^(export )?const ([A-Za-z_$][\w$]*)(?:: number)? = ([^;]+);(?: \/\/.*)?$/gm;
const number = /^(?:0x[\da-f]+|(?:\d[\d_]*)?\.?\d[\d_]*(?:e[-+]?\d+)?)$/i;
const token = /\s*([\w$.]+(?<=e)[-+]\d+|[\w$.]+|[-+*/()])/gy;

/** True for a sum, product or quotient of numbers and of names that are known. */
function isNumber(expression, known) {
  if (expression.includes('**') || expression.includes('//')) return false;
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(expression); match !== null; match = token.exec(expression)) {
    end = token.lastIndex;
    if (/^[\w$.]/.test(match[1]) && !number.test(match[1]) && !known.has(match[1])) return false;
  }
  return end === expression.length;
}

/**
 * The text of a module without its numbers, each line where it was, and the text of the module that holds them, which is known as
 * `name`; null where there is nothing to move.
 */
export function numbersApart(text, name) {
  if (!/^import\b/m.test(text)) return null;
  const known = new Map();
  const rest = text.replace(line, (whole, exported, id, expression) => {
    if (!isNumber(expression, known)) return whole;
    known.set(id, { expression, exported: exported !== undefined });
    return '';
  });
  if (known.size === 0) return null;
  const all = [...known];
  const again = all.filter(([, { exported }]) => exported).map(([id]) => id);
  const head = `import { ${all.map(([id]) => id).join(', ')} } from ${JSON.stringify(name)}; export { ${again.join(', ')} };`;
  return {
    rest: head + rest,
    numbers: all.map(([id, { expression }]) => `export const ${id} = ${expression};\n`).join(''),
  };
}
