/**
 * `node test/viewer/pictures.mjs <run folder> [out folder] [--every-width]`: remakes the pictures of the README from a real run, or
 * takes the page at every width, light and dark, to be looked at.
 */
import { builtEntry } from '../../scenarios/bin/bundle.mjs';

const all = process.argv.includes('--every-width');
const [runDir, outDir = '.github/pictures'] = process.argv.slice(2).filter((text) => !text.startsWith('--'));
if (runDir === undefined) {
  process.stderr.write(
    'pictures: which run? node test/viewer/pictures.mjs runs/quickstart-1a2b3c4d [out folder]\n',
  );
  process.exit(2);
}
const source = 'test/viewer/pictures.ts';
const { takePictures } = await import((await builtEntry(source, { extraEntries: [source] })).href);
for (const path of await takePictures(runDir, outDir, all)) process.stdout.write(`${path}\n`);
