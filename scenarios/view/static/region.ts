import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegionMessage } from '../../../sim/record/region.ts';
import type { RunInfo } from '../../../sim/record/run-info.ts';
import { InputError } from '../../errors.ts';
import { monthsFile, readMonths } from '../../record/months-reader.ts';
import { writeMonths } from '../../record/months-writer.ts';
import { bytesOf, type Carried, carry, type Taken } from './page.ts';
import { alteredIn, refuse, wordDamage } from './wrong.ts';

/** Days below a region are pages of their own. */
const NO_DAYS = 'The days that its sorting sites stand on are left out: looptwin view DIR --days shows them.';

/** A recording of a region with some of its routings only. */
function withRoutings(messages: readonly RegionMessage[], kept: readonly string[]): RegionMessage[] {
  return messages.flatMap((message): RegionMessage[] => {
    if (message.type === 'region.month') return kept.includes(message.data.policy) ? [message] : [];
    if (message.type === 'region.started') return [{ ...message, data: { ...message.data, policies: kept } }];
    const results = message.data.results.filter(({ policy }) => kept.includes(policy));
    return [{ ...message, data: { ...message.data, results } }];
  });
}

/** The routings of a recording, those first that earned the sorting sites most. */
function routingsIn(messages: readonly RegionMessage[]): string[] {
  const policies = messages.flatMap((m) => (m.type === 'region.started' ? m.data.policies : []));
  const results = messages.flatMap((m) => (m.type === 'region.ended' ? m.data.results : []));
  const earned = new Map(results.map(({ policy, routingEur }) => [policy, routingEur]));
  const eurOf = (policy: string): number => earned.get(policy) ?? 0;
  return [...policies].sort((a, b) => eurOf(b) - eurOf(a));
}

/** As many routings as fit into `room` bytes, the best first. Throws InputError where not even one does. */
async function routingsWithin(
  runDir: string,
  messages: readonly RegionMessage[],
  aside: string,
  room: number,
): Promise<{ readonly file: Carried; readonly bytes: Uint8Array; readonly missing: readonly string[] }> {
  const ranked = routingsIn(messages);
  for (let count = ranked.length - 1; count > 0; count--) {
    const target = join(aside, 'thin.mcap');
    await writeMonths(target, withRoutings(messages, ranked.slice(0, count)));
    const bytes = readFileSync(target);
    const file = carry(`run/${monthsFile}`, bytes);
    if (bytesOf(file) <= room) return { file, bytes, missing: ranked.slice(count) };
  }
  throw new InputError({
    what: `the months of one routing do not fit into a page to give away: there is room for ${(room / 1e6).toFixed(1)} MB`,
    where: join(runDir, monthsFile),
    cure: 'Show the region with looptwin view DIR, or run it for fewer days or with fewer places',
  });
}

/** What a page of `room` bytes takes along of a region: all its months, of the best routings alone where all are too many. */
export async function regionFiles(
  runDir: string,
  found: RunInfo,
  aside: string,
  room: number,
): Promise<Taken> {
  const whole = readFileSync(join(runDir, monthsFile));
  const { messages, damage } = readMonths(whole);
  if (damage !== null && !messages.some(({ type }) => type === 'region.month')) refuse(damage, runDir);
  const warning = damage === null ? (alteredIn(runDir, monthsFile, found) ?? '') : wordDamage(damage);
  const sites = found.sites.map((site) => ({ ...site, day: '' }));
  const info = { ...found, sites, warning };
  const noDays = sites.length > 0 ? [NO_DAYS] : [];
  const file = carry(`run/${monthsFile}`, whole);
  if (bytesOf(file) <= room) return { info, files: [file], further: [], leftOut: noDays };
  const best = await routingsWithin(runDir, messages, aside, room);
  const sha256 = createHash('sha256').update(best.bytes).digest('hex');
  return {
    info: { ...info, eventsBytes: best.bytes.length, hashes: [{ path: monthsFile, sha256 }] },
    files: [best.file],
    further: [],
    leftOut: [
      `Ways of routing are left out, those that earned least: ${best.missing.join(', ')}.`,
      ...noDays,
    ],
  };
}
