import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ofType } from '../sim/record/of-type.ts';
import { eventsOfHour, hourEvents, writeLongRun } from './long-recording.ts';
import { goTo, Pages, withoutWebgl } from './pages.ts';

const BYTES = 500e6;
const pages = new Pages();
let url: string;
let hours: number;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('long', async (dir) => {
    hours = await writeLongRun(dir, BYTES);
  });
}, 600_000);
afterAll(() => pages.stop(), 60_000);

/** What the robots last said of their charge by an instant. */
function chargesAt(seconds: number): Record<string, string> {
  const hour = Math.min(hours - 1, Math.floor(seconds / 3600));
  const before = hour === 0 ? [] : eventsOfHour(hour - 1);
  const past = [...before, ...eventsOfHour(hour)].filter(({ timeUs }) => timeUs <= seconds * 1e6);
  return Object.fromEntries(
    ofType(past, 'robot.state').map(({ subject, data }) => [
      subject.split(':')[1]!,
      (data.chargeJ / 1000).toFixed(1),
    ]),
  );
}

describe('a recording of 500 MB', () => {
  it('shows any instant as it was recorded, by ranges of what is around it', () =>
    pages.visit(
      `${url}?tab=table`,
      async (page) => {
        const recorded = { state: 'attached', timeout: 1_800_000 } as const;
        await page.waitForSelector('[data-status=recorded]', recorded);
        const ranges: string[] = [];
        page.on('request', (request) => ranges.push(request.headers().range ?? 'whole'));
        for (let i = 1; i <= 20; i++) {
          const seconds = Math.round(((i * 0.618034) % 1) * hours * 3600);
          await goTo(page, seconds);
          await page.waitForSelector('[data-status=recorded]', recorded);
          await page.waitForTimeout(300);
          const charges = await page.$$eval('[data-robot]', (rows) =>
            rows.map((row) => [
              (row as HTMLElement).dataset.robot!,
              row.querySelector<HTMLElement>('[data-field=charge]')!.innerText,
            ]),
          );
          expect(Object.fromEntries(charges)).toEqual(chargesAt(seconds));
          const arrived = ofType(hourEvents, 'item.arrived').length * Math.floor(seconds / 3600);
          const now = ofType(hourEvents, 'item.arrived').filter((e) => e.timeUs <= (seconds % 3600) * 1e6);
          const told = await page.locator('.kpi:has-text("Arrived") strong').innerText();
          expect(Number(told.replace(/\D/g, ''))).toBe(arrived + now.length);
        }
        expect(ranges.length).toBeGreaterThan(20);
        expect(pages.errors).toEqual([]);
      },
      withoutWebgl,
      { viewport: { width: 1000, height: 640 }, deviceScaleFactor: 0.5 },
    ));
});
