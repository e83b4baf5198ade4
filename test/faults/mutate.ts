import { drawKey, itemStream } from '../../sim/kernel/random/random.ts';
import type { JsonValue } from '../../sim/record/json.ts';

/** Draws of one mutant. */
export interface Draw {
  /** 0 .. below `n`, whole. */
  below(n: number): number;
  of<T>(list: readonly T[]): T;
}

/** The draws of mutant `index` of a subject: any mutant can be made again by its number. */
export function drawOf(seed: number, subject: string, index: number): Draw {
  const uniform = itemStream(drawKey(seed, 0, 'fuzz', subject), index);
  const below = (n: number) => Math.floor(uniform.next() * n);
  return { below, of: (list) => list[below(list.length)]! };
}

/** Numbers at the edges of what numbers can be, as text. */
const numbers = [
  '0',
  '-1',
  '1e999',
  '-0',
  '.inf',
  '-.inf',
  '.nan',
  '9007199254740993',
  '1e-320',
  '0.5',
  '1e300',
  '0x7f',
  '~',
  'true',
];

/** Pieces that mean something to YAML, JSON, CSV, JavaScript or a terminal. */
const pieces = [
  ...[
    '[',
    ']',
    '{',
    '}',
    ': ',
    '- ',
    ', ',
    '? ',
    '|\n',
    '>\n',
    '"',
    "'",
    '#',
    '%',
    '\t',
    '\n',
    '\r\n',
    ';',
    '=',
    '.',
  ],
  ...[
    '&a ',
    '*a',
    '<<: 5\n',
    '<<: *a\n',
    '---\n',
    '...\n',
    '!!set ',
    '!!binary ',
    '%YAML 1.1\n',
    '\n\n  ',
    '@',
    '`',
  ],
  ...['__proto__', 'constructor: 1\n', 'prototype', 'toString', 'null', 'extends: ./a.yaml\n', 'undefined'],
  ...[
    '\0',
    '\u001b[2J',
    '\u009b',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\u{1f600}',
    '</script>',
    '[['.repeat(60),
    'x'.repeat(5000),
  ],
];

type Operator = (text: string, draw: Draw) => string;

function span(text: string, draw: Draw): [number, number] {
  const from = draw.below(text.length + 1);
  return [from, Math.min(text.length, from + 1 + draw.below(draw.of([2, 10, 80])))];
}

function onLines(change: (lines: string[], at: number, draw: Draw) => void): Operator {
  return (text, draw) => {
    const lines = text.split('\n');
    change(lines, draw.below(lines.length), draw);
    return lines.join('\n');
  };
}

const operators: readonly Operator[] = [
  (text, draw) => {
    const [from, to] = span(text, draw);
    return text.slice(0, from) + text.slice(to);
  },
  (text, draw) => {
    const [from, to] = span(text, draw);
    return text.slice(0, to) + text.slice(from);
  },
  (text, draw) => {
    const at = draw.below(text.length + 1);
    return text.slice(0, at) + draw.of(pieces) + text.slice(at);
  },
  (text, draw) => {
    const found = [...text.matchAll(/-?\d+(\.\d+)?/g)];
    if (found.length === 0) return text;
    const { 0: number, index } = draw.of(found);
    return text.slice(0, index) + draw.of(numbers) + text.slice(index + number.length);
  },
  (text, draw) => {
    const found = [...text.matchAll(/[A-Za-z][\w-]+/g)];
    if (found.length === 0) return text;
    const { 0: word, index } = draw.of(found);
    return text.slice(0, index) + draw.of([...pieces, draw.of(found)[0]]) + text.slice(index + word.length);
  },
  onLines((lines, at) => void lines.splice(at, 1)),
  onLines((lines, at) => void lines.splice(at, 0, lines[at]!)),
  onLines(
    (lines, at, draw) => void lines.splice(at, 1, `${' '.repeat(draw.below(9))}${lines[at]!.trimStart()}`),
  ),
  onLines((lines, at, draw) => void lines.splice(draw.below(lines.length), 0, ...lines.splice(at, 1))),
  (text, draw) => text.slice(0, draw.below(text.length + 1)),
];

/** The text after one to three small changes. */
export function mutateText(text: string, draw: Draw): string {
  let mutant = text;
  for (let left = 1 + draw.below(3); left > 0; left--) mutant = draw.of(operators)(mutant, draw);
  return mutant;
}

/** The bytes after one to three changes: flipped, cut off, taken out, doubled, overwritten. */
export function mutateBytes(bytes: Uint8Array, draw: Draw): Buffer {
  let mutant = Buffer.from(bytes);
  for (let left = 1 + draw.below(3); left > 0; left--) {
    const at = draw.below(mutant.length + 1);
    const end = Math.min(mutant.length, at + 1 + draw.below(40));
    const [head, middle, tail] = [mutant.subarray(0, at), mutant.subarray(at, end), mutant.subarray(end)];
    const changed = [head, Buffer.from(middle.map((byte) => byte ^ (1 << draw.below(8)))), tail];
    const noise = Buffer.from(middle.map(() => draw.of([0, 255, draw.below(256)])));
    mutant = Buffer.concat(
      draw.of([changed, [head], [head, tail], [head, middle, middle, tail], [head, noise, tail]]),
    );
  }
  return mutant;
}

/** Values of every kind that JSON has. */
const values: readonly JsonValue[] = [null, true, 0, -1, 1.5, '', 'x', [], {}, [null], { a: 1 }];

/** The document after one field somewhere in it was taken out or holds something of another kind. */
export function mutateJson(document: JsonValue, draw: Draw): JsonValue {
  const owners: JsonValue[] = [];
  const copy = JSON.parse(JSON.stringify(document), (_, value: JsonValue) => {
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) owners.push(value);
    return value;
  }) as JsonValue;
  const owner = draw.of(owners) as Record<string, JsonValue>;
  const key = draw.of(Object.keys(owner));
  if (draw.below(2) === 0 && !Array.isArray(owner)) delete owner[key];
  else owner[key] = draw.of(values);
  return copy;
}
