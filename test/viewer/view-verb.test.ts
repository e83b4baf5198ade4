import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay } from './fixture-day.ts';

const home = mkdtempSync(join(tmpdir(), 'looptwin-verb-'));
const cli = resolve('scenarios/bin/looptwin.mjs');
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs `looptwin view ...`; `onOut` sees its standard output as it grows. */
function view(
  args: readonly string[],
  onOut: (out: string, child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, 'view', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, error] = ['', ''];
  child.stdout.on('data', (part) => {
    out += part;
    onOut(out, child);
  });
  child.stderr.on('data', (part) => {
    error += part;
  });
  return new Promise((done) => child.on('close', (code) => done({ code, out, error })));
}

describe('looptwin view', { timeout: 120_000 }, () => {
  it('prints its address, serves until Ctrl-C, and then ends within a second with 130', async () => {
    const dir = await writeRunFolder(join(home, 'run'), fixtureDay(20));
    let stoppedAt = 0;
    let answer: Promise<Response> | null = null;
    const ended = await view([dir, '--port', '0', '--json'], (out, child) => {
      if (answer !== null || !out.includes('}')) return;
      const { url } = JSON.parse(out) as { url: string };
      answer = fetch(`${url}api/run`);
      void answer.finally(() => {
        stoppedAt = performance.now();
        child.kill('SIGINT');
      });
    });
    expect(performance.now() - stoppedAt).toBeLessThan(1500);
    expect((await answer!).status).toBe(200);
    expect(ended.code).toBe(130);
  });

  it('says its address once, and opens no browser where nobody sits', async () => {
    const dir = await writeRunFolder(join(home, 'once'), fixtureDay(20));
    const { out, error } = await view([dir, '--port', '0'], (_, child) => child.kill('SIGINT'));
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(error).not.toContain('http://');
  });

  it('waits for a run that has just begun', async () => {
    const dir = join(home, 'begun');
    mkdirSync(dir);
    writeFileSync(
      join(dir, '.looptwin.json'),
      JSON.stringify({ schema: 'looptwin.folder/1', finished: false, files: [] }),
    );
    const { out, code } = await view([dir, '--port', '0'], (_, child) => child.kill('SIGINT'));
    expect(out).toContain('http://127.0.0.1:');
    expect(code).toBe(130);
  });

  it('says what is wrong with a recording that it gives away, and refuses one that it cannot read with exit code 2', async () => {
    const dir = await writeRunFolder(join(home, 'altered'), fixtureDay(20));
    await writeRunFolder(dir, fixtureDay(15), new Map(), false);
    const given = await view([dir, '--static', join(home, 'page')]);
    expect(given.error).toContain('events.mcap was altered after the run');
    expect(given.code).toBe(0);
    writeFileSync(join(dir, 'events.mcap'), 'no recording');
    const refused = await view([dir, '--static', join(home, 'none')]);
    expect(refused.error).toContain('events.mcap cannot be read: it is not an MCAP file');
    expect(refused.error).not.toMatch(/\n\s+at /);
    expect(refused.code).toBe(2);
  });

  it.each([
    [['no-such-folder'], 'no-such-folder'],
    [['.', '--port', 'http'], 'http'],
    [[], 'dir'],
  ])('refuses %j in words with exit code 2', async (args, word) => {
    const { code, error } = await view(args);
    expect(code).toBe(2);
    expect(error).toContain(word);
    expect(error).not.toMatch(/\n\s+at /);
  });
});
