import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../../sim/record/json.ts';
import { InputError } from '../errors.ts';
import { readJsonFile } from '../read-file.ts';
import { experimentSchemaName } from '../record/experiment-schema.ts';
import { manifestName } from '../record/ownership.ts';
import { type Figure, figuresIn, leavesOf } from './leaves.ts';

/** One thing that two runs have otherwise; undefined = that one has it not. */
export interface Otherwise<T> {
  readonly path: string;
  readonly a?: T;
  readonly b?: T;
}

/** What two runs have otherwise. */
export interface RunsDiff {
  readonly a: Side;
  readonly b: Side;
  /** Settings, by the path that `--set` knows. */
  readonly input: readonly Otherwise<JsonValue>[];
  readonly sameCode: boolean;
  readonly sameResult: boolean;
  /** Figures of the result, side by side. */
  readonly result: readonly (Otherwise<Figure> & { readonly difference: number | null })[];
}

/** What a run is known by. */
export interface Side {
  readonly folder: string;
  readonly kind: string;
  readonly seed: JsonValue;
  readonly code: { readonly version: string; readonly commit: string | null; readonly codeHash: string };
  readonly fingerprint: string;
}

type Fields = Readonly<Record<string, JsonValue>>;

interface Opened extends Side {
  readonly settings: JsonValue;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** Where each kind keeps its document, by the schema of its manifest. */
const documents: Readonly<Record<string, { readonly kind: string; readonly file: string }>> = {
  'looptwin.manifest/1': { kind: 'run', file: 'summary.json' },
  'looptwin.region/1': { kind: 'region', file: 'summary.json' },
  [experimentSchemaName]: { kind: 'experiment', file: 'experiment.json' },
};

/** Parts of a document that are no figures of what was found. */
const notFigures = new Set(['rows', 'recipe', 'seed', 'replication', 'plan', 'sensors', 'confidence']);

const fieldsOf = (value: JsonValue | undefined): Fields => Object(value ?? {}) as Fields;

function readFields(folder: string, shown: string, name: string): Fields {
  const where = join(shown, name);
  const cure = 'Give the folder of a finished run or experiment; looptwin runs lists them';
  if (!existsSync(join(folder, name))) throw new InputError({ what: 'no such file', where, cure });
  return fieldsOf(readJsonFile(join(folder, name), { what: name, where, cure }) as JsonValue);
}

function open(folder: string, shown: string): Opened {
  const {
    schema,
    scenario,
    engine,
    seed = null,
    fingerprint,
    ...manifest
  } = readFields(folder, shown, manifestName);
  const known = documents[String(schema)];
  if (known === undefined)
    throw new InputError({
      what: 'the manifest has another version',
      got: schema ?? null,
      where: join(shown, manifestName),
      cure: 'Compare what this looptwin left: run the earlier one again',
    });
  const { version = '', commit = null, codeHash = '' } = fieldsOf(engine);
  const { replication = null, replications = null, quantity = null, points = null } = manifest;
  const document = Object.entries(readFields(folder, shown, known.file));
  return {
    ...{ folder: shown, kind: known.kind, seed, fingerprint: String(fingerprint) },
    code: {
      version: String(version),
      commit: commit === null ? null : String(commit),
      codeHash: String(codeHash),
    },
    settings: { ...fieldsOf(fieldsOf(scenario).values), replication, replications, quantity, points },
    figures: figuresIn(Object.fromEntries(document.filter(([name]) => !notFigures.has(name)))),
  };
}

/** What stands in only one of two, or in both with another value. */
function otherwise<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): Otherwise<T>[] {
  const paths = [...new Set([...a.keys(), ...b.keys()])];
  const alike = (x: T | undefined, y: T | undefined) => JSON.stringify(x) === JSON.stringify(y);
  return paths.flatMap((path): Otherwise<T>[] => {
    const [mine, yours] = [a.get(path), b.get(path)];
    if (alike(mine, yours)) return [];
    return [
      { path, ...(mine === undefined ? {} : { a: mine }), ...(yours === undefined ? {} : { b: yours }) },
    ];
  });
}

function sideOf({ settings: _s, figures: _f, ...side }: Opened): Side {
  return side;
}

/** A folder with the name that the user knows it by. */
export interface Named {
  readonly folder: string;
  readonly shown: string;
}

/**
 * What two runs, regions or experiments have otherwise: settings, code, figures. Throws InputError for a folder that is no
 * finished run, and for two of different kinds.
 */
export function diffOf(first: Named, second: Named): RunsDiff {
  const [a, b] = [open(first.folder, first.shown), open(second.folder, second.shown)];
  if (a.kind !== b.kind)
    throw new InputError({
      what: `is a ${b.kind}, and ${first.shown} is a ${a.kind}`,
      where: second.shown,
      cure: 'Compare two of a kind',
    });
  return {
    ...{ a: sideOf(a), b: sideOf(b) },
    input: otherwise(leavesOf(a.settings), leavesOf(b.settings)),
    sameCode: a.code.codeHash === b.code.codeHash,
    sameResult: a.fingerprint === b.fingerprint,
    result: otherwise(a.figures, b.figures).map((figure) => ({
      ...figure,
      difference: figure.a && figure.b ? figure.b.value - figure.a.value : null,
    })),
  };
}
