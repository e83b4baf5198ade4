import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Recording, written } from '../../scenarios/record/recording.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay } from './fixture-day.ts';
import { cells, Pages, timeIs, withoutWebgl } from './pages.ts';

const events = fixtureDay();
const pages = new Pages();

beforeAll(() => pages.start(), 60_000);
afterAll(() => pages.stop(), 60_000);

describe('recordings that are not in order', { timeout: 180_000 }, () => {
  it('follows a run that is still being written', async () => {
    let recording: Recording;
    const half = Math.floor(events.length / 2);
    const write = async (from: number, to: number): Promise<void> => {
      await recording.add(events.slice(from, to).map(written));
    };
    const live = await pages.serve('live', async (dir) => {
      await writeRunFolder(dir, [], new Map(), false);
      recording = await Recording.open(join(dir, 'events.mcap'));
      await write(0, half);
    });
    await pages.visit(
      live,
      async (page) => {
        await page.waitForSelector('.status.live');
        await write(half, events.length);
        await recording.close();
        await page.waitForFunction(() => document.querySelector('.status')?.textContent === 'recorded');
        await page.click('#tab-table');
        await page.fill('input[aria-label="Time of the day"]', '3600');
        await timeIs(page, { at: 3600 });
        await page.waitForFunction(() => document.querySelector('[data-clock]')?.textContent === '07:00:00');
        expect(await cells(page, '[data-bin="pet"]')).toEqual(expectedAt(events, 3600e6).bins.get('pet'));
      },
      withoutWebgl,
    );
  });

  it('plays what is left of a cut recording and says that it is cut', async () => {
    const cut = await pages.serve('cut', async (dir) => {
      await writeRunFolder(dir, events);
      truncateSync(join(dir, 'events.mcap'), 700_000);
    });
    await pages.visit(
      `${cut}?t=100&tab=table`,
      async (page) => {
        await page.waitForSelector('.warning');
        expect(await page.innerText('.warning')).toContain('cut off');
        expect(await page.locator('[data-item]').count()).toBe(expectedAt(events, 100e6).items.size);
      },
      withoutWebgl,
    );
  });

  it('plays a damaged recording as far as it is whole, and says how far that is', async () => {
    const damaged = await pages.serve('damaged', async (dir) => {
      await writeRunFolder(dir, events);
      const bytes = readFileSync(join(dir, 'events.mcap'));
      bytes[700_000]! ^= 1;
      writeFileSync(join(dir, 'events.mcap'), bytes);
    });
    await pages.visit(
      `${damaged}?t=100&tab=table`,
      async (page) => {
        await page.waitForSelector('.warning');
        expect(await page.innerText('.warning')).toMatch(/damaged after event \d+ at 06:\d\d:\d\d/);
        expect(await page.locator('[data-item]').count()).toBe(expectedAt(events, 100e6).items.size);
      },
      withoutWebgl,
    );
  });

  it('says which version an old recording is, and how to make it again', async () => {
    const old = await pages.serve('old', async (dir) => {
      const [first, ...rest] = events;
      const version = 'looptwin.record/1' as never;
      await writeRunFolder(dir, [{ ...first!, data: { ...first!.data, version } } as WorldEvent, ...rest]);
    });
    await pages.visit(
      old,
      async (page) => {
        await page.waitForSelector('[role=alert]');
        const words = await page.innerText('[role=alert]');
        expect(words).toContain('it was recorded as looptwin.record/1');
        expect(words).toContain('looptwin run');
      },
      withoutWebgl,
    );
  });

  it('says that a newer recording wants a newer version', async () => {
    const newer = await pages.serve('newer', async (dir) => {
      const [first, ...rest] = events;
      const version = 'looptwin.record/99' as never;
      await writeRunFolder(dir, [{ ...first!, data: { ...first!.data, version } } as WorldEvent, ...rest]);
    });
    await pages.visit(
      newer,
      async (page) => {
        await page.waitForSelector('[role=alert]');
        const words = await page.innerText('[role=alert]');
        expect(words).toContain('it was recorded as looptwin.record/99');
        expect(words).toContain('newer');
      },
      withoutWebgl,
    );
  });

  it('says that it slept for an hour, and goes on where it was', async () => {
    const asleep = await pages.serve('asleep', (dir) => writeRunFolder(dir, events));
    await pages.visit(
      `${asleep}?t=1100&speed=1`,
      async (page) => {
        await page.waitForSelector('.stage-problem');
        await page.keyboard.press('Space');
        await page.clock.runFor(1000);
        await page.clock.fastForward(3_600_000);
        await page.waitForSelector('[data-slept]');
        expect(await page.innerText('[data-slept]')).toContain('slept for 60 min');
        await page.clock.runFor(2000);
        await timeIs(page, { above: 1101 });
        expect(Number(new URL(page.url()).searchParams.get('t'))).toBeLessThan(1120);
      },
      async (context) => {
        await withoutWebgl(context);
        await context.clock.install();
      },
    );
  });

  it('waits for an instant that has not been read yet, and says so', async () => {
    const long = await pages.serve('long', (dir) => writeRunFolder(dir, events));
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await pages.visit(
      long,
      async (page) => {
        await page.waitForSelector('[data-status=reading]');
        await page.fill('input[aria-label="Time of the day"]', '3500');
        expect(await page.innerText('[data-goal]')).toBe('Reading up to 06:58:20 ...');
        await page.click('#tab-table');
        goOn();
        await timeIs(page, { at: 3500 });
        await page.waitForSelector('[data-goal]', { state: 'detached' });
        await page.waitForFunction(() => document.querySelector('[data-clock]')?.textContent === '06:58:20');
        expect(await cells(page, '[data-bin="pet"]')).toEqual(expectedAt(events, 3500e6).bins.get('pet'));
      },
      async (context) => {
        await withoutWebgl(context);
        await context.route('**/run/events.mcap', async (route) => {
          if (route.request().headers().range?.startsWith('bytes=1048576-')) await held;
          await route.continue();
        });
      },
    );
  });

  it('says that a recording was altered', async () => {
    const altered = await pages.serve('altered', async (dir) => {
      await writeRunFolder(dir, events);
      const manifest = join(dir, 'manifest.json');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"sha256":"..../, '"sha256":"0000'));
    });
    await pages.visit(
      altered,
      async (page) => {
        await page.waitForSelector('.warning');
        expect(await page.innerText('.warning')).toContain('altered');
      },
      withoutWebgl,
    );
  });

  it.each([
    ['a text file', 'this is a text file, not a recording', 'it is not an MCAP file'],
    ['an empty file', '', 'events.mcap is empty.'],
  ])('says what is wrong with %s', async (name, content, words) => {
    const foreign = await pages.serve(name, async (dir) => {
      await writeRunFolder(dir, []);
      writeFileSync(join(dir, 'events.mcap'), content);
    });
    await pages.visit(
      foreign,
      async (page) => {
        await page.waitForSelector('[role=alert]');
        expect(await page.innerText('[role=alert]')).toContain(words);
      },
      withoutWebgl,
    );
  });

  it('says that the recording is missing', async () => {
    const missing = await pages.serve('missing', async (dir) => {
      await writeRunFolder(dir, []);
      rmSync(join(dir, 'events.mcap'));
    });
    await pages.visit(
      missing,
      async (page) => {
        await page.waitForSelector('[role=alert]');
        expect(await page.innerText('[role=alert]')).toContain('holds no events.mcap');
      },
      withoutWebgl,
    );
  });

  it('shows hostile names as text', async () => {
    const hostile = await pages.serve('hostile', (dir) => writeRunFolder(dir, fixtureDay(80, true)));
    await pages.visit(
      `${hostile}?t=100&tab=table`,
      async (page) => {
        await page.waitForSelector('.tables');
        expect(await page.innerText('.tables')).toContain('<script>window.hacked=1</script>');
        expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
        expect(await page.locator('.tables img, .tables script').count()).toBe(0);
      },
      withoutWebgl,
    );
  });

  it('goes on in words and numbers where the browser has no WebGL2', async () => {
    const plain = await pages.serve('plain', (dir) => writeRunFolder(dir, events));
    await pages.visit(
      `${plain}?t=1100&tab=table`,
      async (page) => {
        await page.waitForSelector('.stage-problem');
        expect(await page.innerText('.stage-problem')).toContain('no WebGL2');
        expect(await page.locator('[data-item]').count()).toBe(expectedAt(events, 1100e6).items.size);
        await page.keyboard.press('Space');
        await timeIs(page, { above: 1101 });
      },
      withoutWebgl,
    );
  });

  it('threw nothing', () => expect(pages.errors).toEqual([]));
});
