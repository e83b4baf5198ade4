#!/usr/bin/env node
/** The command `looptwin`: checks the Node version, builds the program if its sources changed, starts it. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `looptwin needs Node >= 20.19, got ${process.versions.node}. Install a newer Node and try again.\n`,
  );
  process.exit(2);
}

async function start() {
  const { builtEntry } = await import('./bundle.mjs');
  const { main } = await import((await builtEntry('scenarios/cli/main.ts')).href);
  return main(process.argv.slice(2));
}

function explain(error) {
  if (error.code === 'ERR_MODULE_NOT_FOUND') return `${error.message}\nRun \`npm ci\` in the checkout first.`;
  if (
    error.code === 'EACCES' ||
    error.code === 'ENOENT' ||
    error.code === 'EROFS' ||
    error.code === 'ENOTDIR' ||
    error.code === 'EEXIST'
  )
    return `cannot write the cache: ${error.message}\nSet LOOPTWIN_CACHE to a folder that can be written.`;
  return error.message;
}

try {
  process.exitCode = await start();
} catch (error) {
  process.stderr.write(`looptwin: ${process.argv.includes('--debug') ? error.stack : explain(error)}\n`);
  process.exitCode = 2;
}
