import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../../scenarios/bin/bundle.mjs';
import { SourceTree } from '../../../scenarios/store/closure.ts';
import * as code from '../../../scenarios/store/code.ts';
import { emptyFolder } from '../command.ts';

const { codeHash: _, ...places } = code;
const here = new SourceTree(root);
const folder = emptyFolder();
afterAll(folder.remove);

/** A checkout elsewhere. */
const copy = join(folder.path, 'elsewhere');
for (const room of ['sim', 'models', 'scenarios', 'package.json']) {
  cpSync(join(root, room), join(copy, room), {
    recursive: true,
    filter: (path) => !path.endsWith('.jsonl'),
  });
}

/** Hashes of all steps while a file holds one line more. */
function hashesWith(path: string, line = '// edited'): Record<string, string> {
  const full = join(copy, path);
  const before = readFileSync(full);
  appendFileSync(full, `\n${line}\n`);
  const tree = new SourceTree(copy);
  const hashes = Object.fromEntries(
    Object.entries(places).map(([name, entries]) => [name, tree.hash(entries)]),
  );
  writeFileSync(full, before);
  return hashes;
}

const now = Object.fromEntries(Object.entries(places).map(([name, entries]) => [name, here.hash(entries)]));
const changedBy = (path: string, line?: string) =>
  Object.entries(hashesWith(path, line))
    .filter(([name, hash]) => hash !== now[name])
    .map(([name]) => name)
    .sort();

describe('what a step is made by', () => {
  it.each(Object.entries(places))(
    '%s reaches every file that a bundle of it holds',
    async (_name, entries) => {
      const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: [...entries],
        outdir: folder.path,
        ...{
          bundle: true,
          write: false,
          metafile: true,
          format: 'esm',
          platform: 'node',
          packages: 'external',
        },
      });
      const { files } = here.closure(entries);
      const held = Object.keys(metafile.inputs).filter(
        (path) => !/^scenarios\/(store|bin|errors|printable|read-file|plain-data)/.test(path),
      );
      expect(held.filter((path) => !files.includes(path))).toEqual([]);
      for (const entry of entries) expect(files).toContain(entry);
    },
  );

  it('is the same in every folder', () => {
    writeFileSync(join(copy, 'scenarios/unread.ts'), '');
    expect(changedBy('scenarios/unread.ts')).toEqual([]);
  });

  it('is not touched by a station of the kernel that it does not reach, nor by the report', () => {
    expect(changedBy('sim/kernel/stations/container.ts')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/dataset|training|protocol|belief/)]),
    );
    expect(changedBy('scenarios/studies/report.ts')).toEqual([]);
    expect(changedBy('scenarios/store/store.ts')).toEqual([]);
  });

  it('is touched by what it reaches', () => {
    expect(changedBy('sim/senses/visual/camera.ts')).toEqual(
      expect.arrayContaining(['beliefCode', 'datasetCode', 'protocolCode', 'trainingCode']),
    );
    const loss = changedBy('models/training/distil.ts');
    expect(loss).toEqual(expect.arrayContaining(['protocolCode', 'trainingCode']));
    expect(loss).not.toEqual(expect.arrayContaining([expect.stringMatching(/dataset|belief|world|region/)]));
  });

  it('counts tables, assembly sources and package versions', () => {
    expect(changedBy('sim/materials/data/kinetics.json', ' ')).toContain('datasetCode');
    expect(changedBy('models/engine/assembly/gemm.ts')).toEqual(
      expect.arrayContaining(['beliefCode', 'protocolCode', 'trainingCode']),
    );
    expect(here.closure(code.trainingCode).packages).toContain('@tensorflow/tfjs-core@4.22.0');
  });

  it('leaves out what is imported for its types alone', () => {
    const path = join(copy, 'sim/record/probe.ts');
    writeFileSync(
      path,
      "import type { Sink } from '../ports.ts';\nexport type { Belief } from './belief.ts';\n",
    );
    const { files } = new SourceTree(copy).closure(['sim/record/probe.ts']);
    expect(files).toEqual(['sim/record/probe.ts']);
  });
});
