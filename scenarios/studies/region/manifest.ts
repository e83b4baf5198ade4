import type { JsonValue } from '../../../sim/record/json.ts';
import type { OutputFile } from '../../record/run-folder.ts';
import type { LoadedRegion } from '../../schema/region/scenario.ts';
import type { SiteFile } from '../../schema/region/site-file.ts';
import { regionCode } from '../../store/code.ts';
import { addressOf } from '../../store/store.ts';
import { engineFacts, hostFacts, randomFacts } from '../day/manifest.ts';
import type { ArmOutcome } from './arms.ts';
import { boundariesOf, type RegionDocument } from './document.ts';

export const regionSchemaName = 'looptwin.region/1';

/** What a reader needs to believe a region's run and to repeat it. */
export type RegionManifest = Readonly<ReturnType<typeof regionManifest>>;

/** Hash of a region's settings after defaulting, without its words for people. */
export function regionHash(scenario: LoadedRegion): string {
  const { title: _t, story: _s, question: _q, expected: _e, rules: _r, sites, ...settings } = scenario;
  const measured = sites === undefined || sites.size === 0 ? {} : { sites: [...sites] };
  return addressOf('region-scenario', JSON.parse(JSON.stringify({ ...settings, ...measured })) as JsonValue);
}

/** What a run of a region was asked for. */
export interface RegionAsked {
  readonly scenario: LoadedRegion;
  /** The whole command line. */
  readonly command: string;
  /** `path=value` texts that were given with --set. */
  readonly set: readonly string[];
  /** Measured sites that are stale. */
  readonly warnings: readonly string[];
}

/** The manifest of a finished region; `startedMs` is the wall clock at its start. */
export function regionManifest(
  { scenario, command, set, warnings }: RegionAsked,
  document: RegionDocument,
  outcomes: readonly ArmOutcome[],
  outputs: readonly OutputFile[],
  startedMs: number,
) {
  const { sites = new Map<string, SiteFile>(), ...values } = scenario;
  // With the measured sites the run can be repeated wherever their files are.
  const measured = sites.size === 0 ? {} : { sites: Object.fromEntries(sites) };
  const { fingerprint, seed, replication, replications, days, balance } = document;
  return {
    schema: regionSchemaName,
    finished: true,
    fingerprint,
    engine: engineFacts(regionCode),
    random: randomFacts(),
    scenario: { name: document.scenario, hash: regionHash(scenario), set, values, ...measured },
    command,
    ...{ seed, replication, replications },
    plays: outcomes.map(({ routing, replication: index, eventHash, events, decisions }) => {
      return { routing, replication: index, eventHash, events, decisions };
    }),
    bound: { solver: 'HiGHS (WASM), linear program', gap: 0, timeLimitS: null },
    span: {
      startDay: 0,
      endDay: days,
      warmUp: 'none: all stores begin empty, so the first years show how a region fills',
      stopReason: 'the last day is over',
    },
    balance,
    carbon: { unit: 'kgCO2e', boundaries: boundariesOf(document) },
    currency: 'EUR',
    outputs,
    warnings,
    host: hostFacts(startedMs),
  };
}
