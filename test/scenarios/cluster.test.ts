import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtCache, emptyFolder, looptwin } from './command.ts';

/**
 * The example files of docs/cluster as far as one machine allows: their commands are run in a shell with the variables that
 * Slurm, Kubernetes and the CI set, and every way of dividing the work must give the fingerprint of one machine.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);
const LOOPTWIN = `node ${join(root, 'scenarios/bin/looptwin.mjs')}`;
const env = { LOOPTWIN, LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
const minutes = 60_000;

const plan = `plan: looptwin.plan/1
title: a small plan
scenario: smoke
set: { site.durationS: 300, policies.perceptions: [perfect], policies.maintenance: [condition] }
design: full
factors: { battery: { path: 'robots[0].batteryWh', levels: [1, 10] } }
replications: 4
`;
const read = (name: string) => readFileSync(join(root, 'docs/cluster', name), 'utf8');

/** Runs a command in a shell; throws what it said where it fails. */
function shell(command: string, more: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn('sh', ['-c', command], { cwd, env: { ...process.env, ...env, ...more } });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${code}: ${said}`)),
    );
  });
}

async function merged(shards: string): Promise<string> {
  const folders = readdirSync(join(cwd, shards)).map((name) => join(shards, name));
  const { out, err } = await looptwin(['merge', ...folders, '--out', `${shards}-merged`, '--json'], {
    cwd,
    env,
  });
  if (out === '') throw new Error(err);
  return (JSON.parse(out) as { fingerprint: string }).fingerprint;
}

let alone: string;
beforeAll(async () => {
  writeFileSync(join(cwd, 'small.yaml'), plan);
  const { out } = await looptwin(['experiment', './small.yaml', '--json', '--no-cache'], { cwd, env });
  alone = (JSON.parse(out) as { fingerprint: string }).fingerprint;
}, 2 * minutes);

it(
  'a Slurm array',
  async () => {
    for (const task of [1, 2])
      await shell(`cd ${cwd} && ${join(root, 'docs/cluster/slurm-array.sh')} ./small.yaml`, {
        SLURM_ARRAY_TASK_ID: String(task),
        SLURM_ARRAY_TASK_COUNT: '2',
      });
    expect(await merged('shards')).toBe(alone);
  },
  2 * minutes,
);

it(
  'an indexed job of Kubernetes',
  async () => {
    const job = parse(read('kubernetes-job.yaml')) as {
      spec: {
        completions: number;
        completionMode: string;
        template: { spec: { containers: [{ args: [string]; env: { name: string; value: string }[] }] } };
      };
    };
    const [{ args, env: set }] = job.spec.template.spec.containers;
    expect(job.spec.completionMode).toBe('Indexed');
    expect(set.find(({ name }) => name === 'SHARDS')!.value).toBe(String(job.spec.completions));
    for (const index of [0, 1])
      await shell(args[0], {
        JOB_COMPLETION_INDEX: String(index),
        PLAN: './small.yaml',
        SHARDS: '2',
        SHARED: join(cwd, 'kube'),
      });
    expect(await merged('kube/shards')).toBe(alone);
  },
  2 * minutes,
);

it(
  'a matrix of a CI',
  async () => {
    type Job = { strategy?: { matrix: { shard: number[] } }; steps: { name?: string; run?: string }[] };
    const { jobs } = parse(read('github-matrix.yml')) as { jobs: { shard: Job; merge: Job } };
    const stepOf = (job: Job, name: string) => job.steps.find((step) => step.name === name)!.run!;
    const work = join(cwd, 'ci');
    for (const shard of jobs.shard.strategy!.matrix.shard)
      await shell(
        `mkdir -p ${work} && cp small.yaml ${work} && cd ${work} && ${stepOf(jobs.shard, 'Play one shard').replace(/\$\{\{ matrix\.shard \}\}/g, String(shard))}`,
        { PLAN: './small.yaml' },
      );
    await shell(`cd ${work} && ${stepOf(jobs.merge, 'Merge the shards')}`, {});
    const document = JSON.parse(readFileSync(join(work, 'merged/experiment.json'), 'utf8')) as {
      fingerprint: string;
    };
    expect(document.fingerprint).toBe(alone);
  },
  2 * minutes,
);
