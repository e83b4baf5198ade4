import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay } from './fixture-day.ts';
import { Pages, withoutWebgl } from './pages.ts';

const pages = new Pages();
let url: string;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('day', (dir) => writeRunFolder(dir, fixtureDay(120)));
}, 60_000);
afterAll(() => pages.stop(), 60_000);

describe('readers everywhere', { timeout: 180_000 }, () => {
  it.each(['as the system says', 'de-DE', 'ar'])('the page starts in the locale %s', (locale) =>
    pages.visit(
      `${url}?t=100&tab=table`,
      async (page) => {
        if (locale.startsWith('as'))
          expect(await page.evaluate(() => navigator.languages[0])).toMatch(/@posix/);
        await page.waitForSelector('.tables');
        expect(pages.errors).toEqual([]);
      },
      withoutWebgl,
      locale.startsWith('as') ? {} : { locale },
    ),
  );
});
