/**
 * Runs one command line after the other in one process, through the built program and its one entry, and prints what each said as
 * JSON: to start a process for each of forty refusals takes forty times half a second.
 */
import { readdirSync } from 'node:fs';
import { builtEntry } from '../../scenarios/bin/bundle.mjs';

const { main } = await import((await builtEntry('scenarios/cli/main.ts')).href);
const streams = { out: process.stdout, err: process.stderr };
const finished = [];

for (const argv of JSON.parse(process.argv[2])) {
  const said = { out: '', err: '' };
  const before = new Set(readdirSync('.'));
  for (const [name, stream] of Object.entries(streams))
    stream.write = (text) => {
      said[name] += text;
      return true;
    };
  const code = await main(argv);
  for (const stream of Object.values(streams)) delete stream.write;
  process.stdout.removeAllListeners('error');
  finished.push({ ...said, code, left: readdirSync('.').filter((name) => !before.has(name)) });
}
process.stdout.write(JSON.stringify(finished));
