import { Composer, type Document, isAlias, isMap, isScalar, Lexer, LineCounter, Parser, visit } from 'yaml';
import { must } from '../../../sim/record/must.ts';
import { InputError } from '../../errors.ts';
import { DEEPEST, tooDeep } from '../../plain-data.ts';

/** One YAML text as read. */
export interface YamlText {
  readonly value: unknown;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

type Where = (offset: number) => string;

/** Resolving one alias looks at all anchors before it. */
const MOST_ALIASES = 1_000;

const isMerge = (key: unknown) => isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol');

const simpler = 'Write it out in fewer levels; looptwin schema lists every setting';

/** Tokens of the text, as long as they do not nest too deep for what follows, which is recursive. */
function* tokensOf(text: string, lines: LineCounter, where: Where) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // A document and the value of a key are levels of the parser, but not of the text.
    if (parser.stack.length > DEEPEST + 2)
      throw new InputError({ what: tooDeep, where: where(parser.offset), cure: simpler });
  }
  yield* parser.end();
}

/** Keys that a map has twice; the library's own check asks each key about each other one. */
function repeatedKeys(document: Document.Parsed, where: Where): InputError['problems'] {
  const problems: InputError['problems'][number][] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key) || isMerge(key)) continue;
        if (seen.has(key.value))
          problems.push({
            what: 'broken YAML: Map keys must be unique',
            got: key.value,
            where: where(key.range?.[0] ?? 0),
            cure: 'Remove one of the two',
          });
        seen.add(key.value);
      }
    },
  });
  return problems;
}

/** Offset of the alias that is one too many; undefined if they are few. */
function floodAt(document: Document.Parsed): number | undefined {
  let count = 0;
  let at: number | undefined;
  visit(document, {
    Alias(_, alias) {
      if (++count <= MOST_ALIASES) return undefined;
      at = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

/** Offset of the first alias to nothing or merge of what is no map; else of the alias that is repeated too often. */
function troubleAt(document: Document.Parsed): number {
  let trouble: number | undefined;
  let lastAlias = 0;
  visit(document, {
    Alias(_, alias) {
      lastAlias = alias.range?.[0] ?? 0;
      if (alias.resolve(document) === undefined) trouble ??= lastAlias;
    },
    Pair(_, { key, value }) {
      const source = isAlias(value) ? value.resolve(document) : value;
      if (isScalar(key) && isMerge(key) && !isMap(source)) trouble ??= key.range?.[0] ?? 0;
    },
  });
  return trouble ?? lastAlias;
}

function plainValue(document: Document.Parsed, where: Where): unknown {
  const refuse = (why: string, offset: number) =>
    new InputError({
      what: `broken YAML: ${why}`,
      where: where(offset),
      cure: 'Check the anchors (&), aliases (*) and merges (<<) of the file',
    });
  const flood = floodAt(document);
  if (flood !== undefined) throw refuse(`more than ${MOST_ALIASES} aliases`, flood);
  try {
    return document.toJS();
  } catch (error) {
    throw refuse((error as Error).message, troubleAt(document));
  }
}

/** Reads one YAML document; `where` names the place of a line. Throws InputError for text that is no sound YAML. */
export function readYaml(text: string, where: (line: number) => string): YamlText {
  const lines = new LineCounter();
  const at = (offset: number) => where(Math.max(1, lines.linePos(offset).line));
  const composer = new Composer({ merge: true, uniqueKeys: false, logLevel: 'error' });
  const [first, second] = composer.compose(tokensOf(text, lines, at), true, text.length);
  const document = must(first, 'document of the composer');
  const more = second === undefined ? [] : [{ pos: second.range, message: 'more than one document' }];
  const errors = [...document.errors, ...more].map(({ pos, message }) => ({
    what: `broken YAML: ${message}`,
    where: at(pos[0]),
    cure: 'Check the indentation, quotes and colons around this line',
  }));
  const problems = errors.length > 0 ? errors : repeatedKeys(document, at);
  if (problems.length > 0) throw new InputError(problems);
  return { value: plainValue(document, at), document, lines };
}
