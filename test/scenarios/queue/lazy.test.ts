import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtEntry } from '../../../scenarios/bin/bundle.mjs';

/** Files of the built program that load a package as soon as they are loaded themselves, directly or through others. */
function loading(file: string, sign: RegExp, seen = new Map<string, boolean>()): boolean {
  const known = seen.get(file);
  if (known !== undefined) return known;
  seen.set(file, false);
  const imported = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?"([^"]+)";$/gm)];
  const found = imported.some(([, path = '']) =>
    path.startsWith('.') ? loading(join(dirname(file), path), sign, seen) : sign.test(path),
  );
  seen.set(file, found);
  return found;
}

it('only what plays on a queue loads BullMQ: no verb waits for it', async () => {
  const main = fileURLToPath(await builtEntry('scenarios/cli/main.ts'));
  const root = join(dirname(main), '../..');
  const verbs = readdirSync(root).filter((name) => /^(experiment|worker)-\w+\.mjs$/.test(name));
  expect(verbs.length).toBeGreaterThanOrEqual(2);
  const sign = /node_modules\/(bullmq|ioredis)\//;
  const eager = (name: string) => loading(join(root, name), sign);
  const loads = readdirSync(root).filter((name) => name.endsWith('.mjs') && eager(name));
  expect(loads.filter((name) => /^(master|worker)-/.test(name)).length).toBeGreaterThanOrEqual(2);
  const verb = (name: string) => /add(Experiment|Worker)Verb/.test(readFileSync(join(root, name), 'utf8'));
  expect(loads.filter(verb)).toEqual([]);
  expect(loading(main, sign)).toBe(false);
});
