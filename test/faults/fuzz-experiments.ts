import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffText, listText } from '../../scenarios/cli/texts/runs.ts';
import { shardFormat } from '../../scenarios/record/experiment-schema.ts';
import { RunFolder } from '../../scenarios/record/run-folder.ts';
import { collectionOf } from '../../scenarios/runs/collect.ts';
import { diffOf } from '../../scenarios/runs/diff.ts';
import { listRuns } from '../../scenarios/runs/list.ts';
import { loadPlan } from '../../scenarios/schema/plan/load.ts';
import { builtinNames, plansFolder } from '../../scenarios/schema/reading/source.ts';
import { cellsOfShard } from '../../scenarios/studies/experiment/cell.ts';
import { designOf } from '../../scenarios/studies/experiment/design.ts';
import { documentOf } from '../../scenarios/studies/experiment/document.ts';
import { mergeShards } from '../../scenarios/studies/experiment/merge.ts';
import { hashOfShard, type ShardFile } from '../../scenarios/studies/experiment/shard.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import { done, point, study } from '../scenarios/studies/experiment/rows.ts';
import { type Draw, mutateBytes, mutateJson, mutateText } from './mutate.ts';
import type { Subject } from './subject.ts';

const plans = builtinNames(plansFolder);

export const experimentPlan: Subject = {
  name: 'plans of experiments',
  share: 0.05,
  says: /\.yaml(:\d+|: the file)|--set/,
  read(draw, folder) {
    const text = readFileSync(join(plansFolder, `${draw.of(plans)}.yaml`), 'utf8');
    writeFileSync(join(folder, 'm.yaml'), mutateText(text, draw));
    const { plan, scenariosOf } = loadPlan('./m.yaml', [], folder);
    scenariosOf(designOf(plan, 1).values.slice(0, 1));
    return true;
  },
};

/** A JSON file with something changed in its text, in its bytes or in what it says. */
function changed(bytes: Buffer, draw: Draw): Buffer | string {
  const how = draw.below(3);
  if (how === 0) return mutateBytes(bytes, draw);
  const text = bytes.toString('utf8');
  return how === 1 ? mutateText(text, draw) : JSON.stringify(mutateJson(JSON.parse(text) as JsonValue, draw));
}

const head = study('arms', [point('a'), point('b')], 3);

/** One of two shards of an experiment that nobody played. */
function shardText(index: number): string {
  const shard = { index, of: 2 };
  const rows = cellsOfShard(head, shard).map((cell) => done(cell.point, cell.replication, cell.replication));
  const recipe = { subject: 's', study: 's', code: 'c' };
  const file: ShardFile = { format: shardFormat, shard, recipe, head, rows };
  return JSON.stringify({ ...file, sha256: hashOfShard(file), costs: rows.map(() => [1]) });
}

export const shardFile: Subject = {
  name: 'shards',
  share: 0.05,
  says: /shard\.json|shard \d/,
  read(draw, folder) {
    const lay = (name: string, bytes: Buffer | string) => {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'shard.json'), bytes);
    };
    lay('one', shardText(1));
    const whole = shardText(2);
    lay('two', whole);
    const merged = () => {
      const { rows } = mergeShards(['one', 'two'], { cwd: folder });
      return JSON.stringify(documentOf(head, rows));
    };
    const sound = merged();
    lay('two', changed(Buffer.from(whole), draw));
    return merged() === sound;
  },
};

const drawnFrom = ['.looptwin.json', 'manifest.json', 'summary.json'];

/** A finished run as far as a listing and a comparison read it. */
function layRun(folder: string): void {
  const run = RunFolder.open(folder);
  run.write('summary.json', JSON.stringify({ perceptions: [{ name: 'distilled', valueEur: 1 }] }));
  const known = { seed: 1, fingerprint: 'f'.repeat(64) };
  run.finish(
    JSON.stringify({
      ...{ schema: 'looptwin.manifest/1', outputs: [], ...known, engine: { version: '1', codeHash: 'c' } },
      scenario: { name: 'smoke', values: { robots: [{ batteryWh: 1 }] } },
    }),
    {
      ...{ kind: 'run', scenario: 'smoke', ...known, headline: 'it earned', failed: 0 },
      ...{ finishedAt: '2026-01-01T00:00:00Z', wallS: 1, costS: null },
    },
  );
}

export const listedRuns: Subject = {
  name: 'folders of runs',
  share: 0.05,
  says: /manifest\.json|summary\.json|m-run/,
  read(draw, folder) {
    const [dir, name] = [join(folder, 'm-runs'), 'm-run'];
    rmSync(dir, { recursive: true, force: true });
    layRun(join(dir, name));
    layRun(join(dir, `${name}-whole`));
    const path = join(dir, name, draw.of(drawnFrom));
    writeFileSync(path, changed(readFileSync(path), draw));
    const listing = listRuns(dir, dir, Date.parse('2026-02-01'));
    collectionOf(dir, listing, 0, new Set());
    const shown = (run: string) => ({ folder: join(dir, run), shown: run });
    const text = listText(listing, dir) + diffText(diffOf(shown(`${name}-whole`), shown(name)));
    return text.length > 0;
  },
};
