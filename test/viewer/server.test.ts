import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../scenarios/bin/bundle.mjs';
import { byteRange } from '../../scenarios/view/files.ts';
import { startViewer, type Viewer } from '../../scenarios/view/view.ts';
import { makeItem } from '../../sim/materials/item.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { wornSensors } from '../../sim/senses/sensors.ts';
import { type FramesAnswer, valuesOf } from '../../viewer/streams/frames.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay, fixtureDirt, looksThrice } from './fixture-day.ts';
import { fixtureSensors } from './fixture-site.ts';

const instruments = new Instruments(7);
const home = mkdtempSync(join(tmpdir(), 'looptwin-view-'));
const runDir = join(home, 'run');
const cacheDir = cacheFolder();
/** An item at which north looked twice before south did. */
const itemId = Array.from({ length: 60 }, (_, i) => i).find(looksThrice)!;
const item = makeItem({ seed: 7, itemId, materialId: 'pet-bottle-clear' });
let viewer: Viewer;

/** A raw request: fetch would tidy dots away before they are sent. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (done, fail) => {
      // A connection of its own: one that was kept may be closed by the server just when it is used again.
      const to = { host: '127.0.0.1', port: viewer.port, path, headers, method, agent: false };
      const asked = request(to, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          done({
            status: answer.statusCode!,
            headers: answer.headers,
            body: Buffer.concat(parts).toString('latin1'),
          }),
        );
      });
      asked.on('error', fail).end();
    },
  );
}

/** The first piece of an answer to bytes that no HTTP library would send. */
function answerTo(bytes: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(viewer.port, '127.0.0.1', () => socket.write(bytes));
    socket.on('error', fail).once('data', (piece) => {
      socket.destroy();
      done(piece.toString('latin1'));
    });
  });
}

beforeAll(async () => {
  writeFileSync(join(home, 'secret.txt'), 'secret');
  await writeRunFolder(runDir, fixtureDay(60), new Map([[itemId, item]]));
  symlinkSync(join(home, 'secret.txt'), join(runDir, 'link.txt'));
  viewer = await startViewer(runDir, { port: 0, cacheDir });
});
afterAll(async () => {
  await viewer.close();
  rmSync(home, { recursive: true, force: true });
});

describe('the server of a run folder', () => {
  it('serves page and recording with headers that let nothing in and nothing out', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(page.body).not.toMatch(/<script(?![^>]*src=)/);
    expect((await ask('/run/events.mcap', { range: 'bytes=0-4' })).body).toBe('\x89MCAP');
  });

  it('ships at most 400 kB of gzipped script', async () => {
    expect(gzipSync(Buffer.from((await ask('/main.js')).body, 'latin1')).length).toBeLessThan(400_000);
  });

  it.each([
    '/run/../secret.txt',
    '/run/%2e%2e/secret.txt',
    '/run/..%2fsecret.txt',
    '/run/..%5csecret.txt',
    '/run//etc/passwd',
    '/../secret.txt',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/run/link.txt',
    '/run/',
    '/run/events.mcap%00.txt',
  ])('refuses %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret"');
  });

  it('refuses other hosts, other methods and malformed addresses', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask('/api/run', {}, 'POST')).status).toBe(405);
    expect((await ask('/run/%E0%A4%A')).status).toBe(400);
  });

  it('refuses a request with two Host headers, whichever comes first', async () => {
    const own = `127.0.0.1:${viewer.port}`;
    for (const hosts of [
      [own, 'evil.example'],
      ['evil.example', own],
      [own, own],
    ])
      expect(await answerTo(`GET / HTTP/1.1\r\n${hosts.map((h) => `Host: ${h}\r\n`).join('')}\r\n`)).toMatch(
        /^HTTP\/1\.1 400 /,
      );
    expect(await answerTo(`GET / HTTP/1.1\r\nHost: ${own}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('has no last nothing of a file', async () => {
    const { status, headers } = await ask('/run/manifest.json', { range: 'bytes=-0' });
    expect(status).toBe(416);
    expect(headers['content-range']).toMatch(/^bytes \*\/\d+$/);
  });

  it('renders what the robot that looked saw, with its own sensors as they were worn, look by look', async () => {
    const at = async (look: string) =>
      JSON.parse((await ask(`/api/frames/${itemId}${look}`)).body) as FramesAnswer;
    const told = ({ robot, network, streams }: FramesAnswer) => [
      robot,
      network,
      streams.map(({ sense, used }) => [sense, used]),
    ];
    const [first, second, last] = [await at('/0'), await at('/1'), await at('/2')];
    const camera = ['visual', true];
    expect(told(first)).toEqual(['north', 'camera', [camera, ['thermal', false], ['spectral', false]]]);
    expect(told(second)).toEqual(['north', 'all', [camera, ['thermal', true], ['spectral', true]]]);
    expect(told(last)).toEqual(['south', 'camera', [camera]]);
    expect(await at('')).toEqual(last);
    expect(await at('/last')).toEqual(last);
    for (const [answer, dirt] of [
      [first, 0],
      [last, fixtureDirt],
    ] as const) {
      const worn = wornSensors(fixtureSensors[answer.robot]!, { dirt, lampAge: 0 });
      const senses = answer.streams.map(({ sense }) => sense);
      const { streams } = instruments.look(item, worn, senses);
      for (const stream of answer.streams) {
        expect(valuesOf(stream), stream.sense).toEqual(streams[stream.sense]!.values);
        expect(stream.shape).toEqual(streams[stream.sense]!.shape);
      }
    }
    expect(last.streams[0]!.base64).not.toBe(first.streams[0]!.base64);
  });

  it('says in words which look there is not', async () => {
    const { status, body } = await ask(`/api/frames/${itemId}/7`);
    expect(status).toBe(422);
    expect(body).toContain(`no look number 7 at item ${itemId}`);
  });

  it('renders the same frames while the run has no manifest yet, with the seed that it began with', async () => {
    const dir = join(home, 'unfinished');
    await writeRunFolder(dir, fixtureDay(60), new Map([[itemId, item]]), false);
    const live = await startViewer(dir, { port: 0, cacheDir });
    const answer = await (await fetch(`${live.url}api/frames/${itemId}`)).text();
    await live.close();
    expect(answer).toBe((await ask(`/api/frames/${itemId}`)).body);
  });

  it('says in words that an item has no recorded state', async () => {
    const { status, body } = await ask('/api/frames/999');
    expect(status).toBe(422);
    expect(body).toContain('no state of item 999');
  });

  it('moves on from a busy port and says so, on the loopback address only', async () => {
    const lines: string[] = [];
    const second = await startViewer(runDir, {
      port: viewer.port,
      cacheDir,
      log: (line) => lines.push(line),
    });
    expect(second.port).toBeGreaterThan(viewer.port);
    expect(lines[0]).toBe(`port ${viewer.port} is busy, trying ${viewer.port + 1}`);
    expect(lines.join()).not.toContain(second.url); // whoever started it prints the address, once
    expect(second.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    await second.close();
  });

  it('refuses folders that hold no run, with what, where and cure', async () => {
    const empty = join(home, 'empty');
    mkdirSync(empty);
    for (const dir of [join(home, 'missing'), empty, join(home, 'secret.txt')])
      await expect(startViewer(dir, { port: 0, cacheDir })).rejects.toThrow(/looptwin run quickstart/);
  });
});

describe('a byte range', () => {
  it('is read as HTTP says', () => {
    expect(byteRange(undefined, 10)).toBeNull();
    expect(byteRange('bytes=2-', 10)).toEqual({ start: 2, end: 9 });
    expect(byteRange('bytes=2-99', 10)).toEqual({ start: 2, end: 9 });
    expect(byteRange('bytes=-3', 10)).toEqual({ start: 7, end: 9 });
    expect(byteRange('bytes=10-', 10)).toBe('unsatisfiable');
    expect(byteRange('bytes=-0', 10)).toBe('unsatisfiable');
    expect(byteRange('bytes=-99', 10)).toEqual({ start: 0, end: 9 });
    expect(byteRange('bytes=-3', 0)).toBe('unsatisfiable');
    expect(byteRange('lines=1-2', 10)).toBeNull();
  });
});
