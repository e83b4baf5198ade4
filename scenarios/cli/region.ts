import { resolve } from 'node:path';
import type { JsonValue } from '../../sim/record/json.ts';
import { euros, type RegionDocument, runRegion } from '../region/run.ts';
import type { Interval } from '../stats/interval.ts';
import { writeAtomic } from '../store/atomic.ts';
import type { Cli } from './context.ts';
import { table } from './table.ts';

const shown = ({ mean, halfWidth, n }: Interval): string =>
  n < 2 ? euros(mean) : `${euros(mean)} +- ${euros(halfWidth)}`;

/** The printed answer of a region. */
export function regionText(document: RegionDocument): string {
  const { title, days, replications, routing, balance, answer, fingerprint, co2eBoundary } = document;
  const head = ['routing', 'sites EUR', 'gain EUR', 'regret EUR', 'region EUR', 't CO2e', 'recycled %'];
  const rows = routing.map((r) => [
    r.name,
    shown(r.routingEur),
    r.gainEur === null ? '' : shown(r.gainEur),
    shown(r.regretEur),
    shown(r.regionEur),
    euros(r.co2eKg.mean / 1000),
    (100 * r.recycledContent.mean).toFixed(1),
  ]);
  const worst = Math.max(balance.mass, balance.money, balance.energy).toExponential(1);
  return [
    `${title}: ${days} days${replications > 1 ? `, ${replications} price histories, mean +- half of the 95 % interval` : ''}`,
    '',
    table(head, rows),
    '',
    `Sites EUR: bales sold less gate fees and transport. Gain: over ${routing[0]!.name}, on the same prices.`,
    `Regret: against a bound that leaves out capacity, purity and waiting. Emissions: ${co2eBoundary}.`,
    `Mass, money and energy balance to ${worst} (relative).`,
    '',
    answer,
    '',
    `fingerprint ${fingerprint}`,
  ].join('\n');
}

interface Options {
  readonly seed?: number;
  readonly set: readonly string[];
  readonly replications?: number;
  readonly workers?: number;
  readonly cache: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

/** Plays a region scenario and prints its answer; `--out` is a file for the JSON document. */
export async function playRegions(cli: Cli, scenario: string, options: Options): Promise<RegionDocument> {
  const { out, json, ...settings } = options;
  const document = await runRegion(scenario, {
    ...settings,
    cacheDir: cli.cacheDir,
    cwd: cli.cwd,
    signal: cli.signal,
    progress: cli.progress,
  });
  if (out) writeAtomic(resolve(cli.cwd, out), `${JSON.stringify(document, null, 2)}\n`);
  if (json) cli.json(document as unknown as JsonValue);
  else cli.out(regionText(document));
  return document;
}
