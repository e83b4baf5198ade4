import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '../../../../scenarios/studies/report.ts';
import { verifyRun } from '../../../../scenarios/studies/verify.ts';
import type { JsonValue } from '../../../../sim/record/json.ts';
import { emptyFolder } from '../../command.ts';
import { inProcess } from '../../in-process.ts';
import { tinyRun } from '../../tiny-run.ts';

/** A JSON object that may be changed. */
type Open = Record<string, JsonValue>;

const folder = emptyFolder();
const cwd = folder.path;
const broken = join(cwd, 'broken');
let whole: string;
afterAll(folder.remove);
beforeAll(async () => {
  whole = await tinyRun(cwd, 'whole');
}, 120_000);

/** A copy of the run in which one JSON file was changed. */
function changed(file: string, change: (document: Open) => void): void {
  rmSync(broken, { recursive: true, force: true });
  cpSync(whole, broken, { recursive: true });
  const document = JSON.parse(readFileSync(join(broken, file), 'utf8')) as Open;
  change(document);
  writeFileSync(join(broken, file), JSON.stringify(document));
}

const told = { manifest: 'manifest.json', summary: 'summary.json' } as const;

describe('a run folder whose files lack something', () => {
  it.each([
    ['manifest', 'engine', /broken\/manifest\.json engine: is missing\. Run the scenario again$/],
    ['manifest', 'scenario', /manifest\.json scenario: is missing/],
    ['manifest', 'outputs', /manifest\.json outputs: is missing/],
    ['manifest', 'variants', /manifest\.json variants: is missing/],
    ['manifest', 'seed', /manifest\.json seed: is missing/],
    ['summary', 'perceptions', /summary\.json perceptions: is missing/],
    ['summary', 'balance', /summary\.json balance: is missing/],
    ['summary', 'title', /summary\.json title: is missing/],
  ] as const)('%s without %s: the report is refused with file and field', async (file, field, says) => {
    changed(told[file], (document) => delete document[field]);
    await expect(reportOf(broken)).rejects.toThrow(says);
    await expect(inProcess('report broken', cwd).run).rejects.toMatchObject({ name: 'InputError' });
    if (file !== 'manifest') return;
    await expect(inProcess('verify broken', cwd).run).rejects.toThrow(says);
  });

  it('names a field deep inside, and what a schema cannot see', async () => {
    changed('summary.json', (document) => {
      document.perceptions = (document.perceptions as Open[]).map(({ npvEur: _, ...row }) => row);
    });
    await expect(reportOf(broken)).rejects.toThrow(/summary\.json perceptions\[0\]\.npvEur: is missing/);
    changed('manifest.json', ({ scenario }) => {
      const { robots } = (scenario as unknown as { values: { robots: Open[] } }).values;
      robots[0]!.outputs = ['no-such'];
    });
    await expect(verifyRun(broken, { cwd })).rejects.toThrow(
      /manifest\.json scenario\.values\.robots\[0\]\.outputs\[0\]: /,
    );
  });

  it.each(['null', '[]', '7'])('%s is no manifest', async (text) => {
    changed('manifest.json', () => {});
    writeFileSync(join(broken, 'manifest.json'), text);
    await expect(reportOf(broken)).rejects.toThrow(/manifest\.json: must be a map/);
    await expect(inProcess(`view ${broken} --port 0`, cwd).run).rejects.toThrow(
      /manifest\.json: must be a map/,
    );
  });

  it.each([
    ['that is missing', () => rmSync(join(broken, 'events.mcap'))],
    [
      'that is a pipe',
      () => {
        rmSync(join(broken, 'events.mcap'));
        execFileSync('mkfifo', [join(broken, 'events.mcap')]);
      },
    ],
    ['that is cut off', () => writeFileSync(join(broken, 'events.mcap'), 'MCAP')],
  ])('verify names the files that were altered beside a recording %s', async (_, spoil) => {
    changed('manifest.json', () => {});
    writeFileSync(join(broken, 'items.csv'), 'id\r\n');
    spoil();
    const verdict = await verifyRun(broken, { cwd, cacheDir: join(cwd, 'cache') });
    expect(verdict.same).toBe(false);
    expect([...verdict.alteredFiles].sort()).toEqual(['events.mcap', 'items.csv']);
  });
});
