import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finished, start } from '../scenarios/command.ts';

/** A command that leaves something, as cheap as it can be and still go the whole way. */
export interface Job {
  readonly name: 'run' | 'train' | 'experiment' | 'synth';
  readonly args: readonly string[];
}

const barely = [
  ...['--set', 'training.teacherSteps=4', '--set', 'training.studentSteps=4'],
  ...['--set', 'training.perMaterial={labelled: 4, unlabelled: 4, validation: 4, calibration: 0, test: 4}'],
  ...['--set', 'site.durationS=600', '--set', 'policies.perceptions=[labels-only, perfect]'],
  ...['--set', 'policies.maintenance=[condition]'],
];

export const jobs: readonly Job[] = [
  { name: 'run', args: ['run', 'smoke', ...barely, '--out', 'out/day'] },
  { name: 'train', args: ['train', 'smoke', ...barely, '--json'] },
  {
    name: 'experiment',
    args: ['experiment', 'smoke', ...barely, '--replications', '2', '--out', 'out/experiment'],
  },
  {
    name: 'synth',
    args: ['synth', 'spectra', '--classes', 'pet,hdpe', '--count', '600', '--out', 'out/s.csv'],
  },
];

/** What somebody else put into each place that looptwin writes into. */
const foreign: Readonly<Record<string, string>> = {
  'out/note.txt': 'a note',
  'out/.draft.writing': 'not of a process',
  'cache/note.txt': 'a note in the cache',
  'cache/model/note.txt': 'a note among the models',
  'tmp/looptwin-notes.txt': 'a note among temporary files',
};

/** A place with a store, an output and temporary files of its own, and files of somebody else in each. */
export class Ground {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
    for (const folder of ['out', 'cache/model', 'tmp']) mkdirSync(join(path, folder), { recursive: true });
    for (const [name, text] of Object.entries(foreign)) writeFileSync(join(path, name), text);
  }

  start({ args }: Job): ReturnType<typeof start> {
    const places = { LOOPTWIN_CACHE: join(this.path, 'cache'), TMPDIR: join(this.path, 'tmp') };
    // A report shows whether the checkout was changed, and a suite that keeps its count in it does change it.
    return start(args, { cwd: this.path, env: { ...places, GIT_DIR: join(this.path, 'no-repository') } });
  }

  run(job: Job): Promise<Finished> {
    return this.start(job).done;
  }

  /** Every file with a hash of what it holds; built programs by name only, and without what tells the time. */
  picture(): Map<string, string> {
    const files = readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path.length + 1));
    const byNameOnly = /^cache\/(bundle|kernels|timing|cost)\/|\/replications\.\w+$/;
    const kept = files.filter((name) => !byNameOnly.test(name) || name.includes('.writing'));
    return new Map(kept.sort().map((name) => [name, hashOf(name, readFileSync(join(this.path, name)))]));
  }
}

function hashOf(name: string, bytes: Buffer): string {
  const text = /(manifest|\.looptwin)\.json$/.test(name) ? timeless(bytes) : bytes;
  return createHash('sha256').update(text).digest('hex');
}

/** What tells of the machine, of the clock and of the state of the checkout, in a manifest or in the marker of a folder. */
const ofTheMoment = new Set(['host', 'commit', 'dirty', 'finishedAt', 'wallS', 'costS', 'bytes']);

/** A manifest or a marker without these, and without the hash of a table that says what days cost. */
function timeless(bytes: Buffer): string {
  return JSON.stringify(JSON.parse(bytes.toString('utf8')), (key, value: { path?: string } | null) =>
    ofTheMoment.has(key) || value?.path?.startsWith('replications.') ? undefined : value,
  );
}

/** Names of what one picture has otherwise than the other. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { missing: string[]; changed: string[]; left: string[] } {
  const names = [...before.keys()];
  return {
    missing: names.filter((name) => !after.has(name)),
    changed: names.filter((name) => after.has(name) && after.get(name) !== before.get(name)),
    left: [...after.keys()].filter((name) => !before.has(name)),
  };
}
