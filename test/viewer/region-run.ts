import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monthsFile, readMonths } from '../../scenarios/record/months-reader.ts';
import { runRegionToFolder } from '../../scenarios/studies/region/region.ts';
import { RegionTimeline } from '../../viewer/region/region-timeline.ts';
import type { Pages } from './pages.ts';

/** Plays four months of a region into the folder `region` of the pages and serves it. */
export async function serveRegion(pages: Pages): Promise<{ url: string; timeline: RegionTimeline }> {
  const url = await pages.serve('region', (out) =>
    runRegionToFolder('circular-region', {
      ...{ out, cacheDir: join(pages.home, 'cache'), workers: 1 },
      set: ['region.days=120', 'region.routing=[nearest, price-aware]'],
    }),
  );
  const months = readFileSync(join(pages.home, 'region', monthsFile));
  return { url, timeline: new RegionTimeline(readMonths(months).messages) };
}
