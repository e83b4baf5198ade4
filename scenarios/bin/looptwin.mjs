#!/usr/bin/env node
/** The command `looptwin`: checks the Node version, builds the program if its sources changed, starts it. */
import { getHeapStatistics } from 'node:v8';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `looptwin needs Node >= 20.19, got ${process.versions.node}. Install a newer Node and try again.\n`,
  );
  process.exit(2);
}

/** Below this the main thread itself runs out, and the engine then ends the process without a word of ours. */
const leastHeapMb = 64;
/** What the engine counts on top for short-lived objects. */
const youngHeapMb = 48;
const heapMb = Math.round(getHeapStatistics().heap_size_limit / 2 ** 20) - youngHeapMb;
if (heapMb < leastHeapMb) {
  process.stderr.write(
    `looptwin: out of memory: Node may use ${heapMb} MB here, at least ${leastHeapMb} are needed. ` +
      'Give it more: NODE_OPTIONS=--max-old-space-size=4096\n',
  );
  process.exit(1);
}

async function start() {
  const { builtEntry } = await import('./bundle.mjs');
  const { main } = await import((await builtEntry('scenarios/cli/main.ts')).href);
  return main(process.argv.slice(2));
}

const refusals = ['EACCES', 'ENOENT', 'EROFS', 'ENOTDIR', 'EEXIST'];
const shortages = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function explain(error) {
  if (error.code === 'ERR_MODULE_NOT_FOUND') return `${error.message}\nRun \`npm ci\` in the checkout first.`;
  if (refusals.includes(error.code))
    return `cannot write the cache: ${error.message}\nSet LOOPTWIN_CACHE to a folder that can be written.`;
  if (shortages.includes(error.code))
    return `cannot write the cache: ${error.message}\nFree some space, or set LOOPTWIN_CACHE to a folder with more.`;
  return error.message;
}

/** What a terminal obeys instead of showing; the program has the same in printable.ts, and may not be built yet. */
const obeyed = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

try {
  process.exitCode = await start();
} catch (error) {
  const text = process.argv.includes('--debug') ? error.stack : explain(error);
  process.stderr.write(`looptwin: ${text.replace(obeyed, '?')}\n`);
  process.exitCode = shortages.includes(error.code) ? 1 : 2;
}
