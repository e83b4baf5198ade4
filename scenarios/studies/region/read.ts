import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { judgedRules } from '../../schema/reading/rules.ts';
import { regionProblems, regionScenarioSchema } from '../../schema/region/scenario.ts';
import { siteFileSchema } from '../../schema/region/site-file.ts';
import {
  type FolderData,
  manifestFields,
  numbers,
  readJson,
  readTables,
  scenarioField,
  whole,
} from '../day/read.ts';
import type { RegionDocument } from './document.ts';
import { type RegionManifest, regionSchemaName } from './manifest.ts';

const regionManifest = manifestFields.extend({
  scenario: scenarioField(whole(regionScenarioSchema, regionProblems)).extend({
    sites: z.record(z.string(), siteFileSchema).optional(),
  }),
  replications: z.number(),
  plays: z.array(z.looseObject({ replication: z.number() })),
  carbon: z.looseObject({ unit: z.string(), boundaries: z.array(z.string()) }),
});

const estimate = z.looseObject(numbers('mean'));

/** What the report reads of a region's summary. */
const regionDocument = z.looseObject({
  ...{ title: z.string(), fingerprint: z.string(), answer: z.string() },
  ...numbers('seed', 'replication', 'replications', 'days'),
  // Runs from before rules were held against answers have none.
  rules: judgedRules.default([]),
  balance: z.looseObject(numbers('mass', 'energy', 'money')),
  routing: z
    .array(
      z.looseObject({
        name: z.string(),
        ...{ routingEur: estimate, boundEur: estimate, regretEur: estimate, regionEur: estimate },
        ...{ recycledContent: estimate, circularity: estimate, gainEur: estimate.nullable() },
        circularityByMaterial: z.record(z.string(), z.number()),
        co2eKg: z.record(z.string(), estimate),
      }),
    )
    .min(1),
});

/** All that a region's report is drawn from. */
export type RegionData = FolderData<RegionDocument, RegionManifest>;

/** True for a finished run folder of a region. */
export function isRegionFolder(folder: string): boolean {
  return (
    existsSync(join(folder, 'manifest.json')) &&
    readJson<{ readonly schema?: string }>(folder, 'manifest.json').schema === regionSchemaName
  );
}

/** The manifest of a region's run folder. */
export function readRegionManifest(folder: string): RegionManifest {
  return readJson<RegionManifest>(folder, 'manifest.json', regionManifest);
}

/** Opens a finished run folder of a region for reading. */
export async function readRegion(folder: string): Promise<RegionData> {
  const manifest = readRegionManifest(folder);
  return {
    document: readJson<RegionDocument>(folder, 'summary.json', regionDocument),
    manifest,
    table: await readTables(folder, manifest.outputs),
  };
}
