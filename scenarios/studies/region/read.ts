import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderData, readJson, readTables } from '../day/read.ts';
import type { RegionDocument } from './document.ts';
import { type RegionManifest, regionSchemaName } from './manifest.ts';

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
  return readJson<RegionManifest>(folder, 'manifest.json');
}

/** Opens a finished run folder of a region for reading. */
export async function readRegion(folder: string): Promise<RegionData> {
  return {
    document: readJson<RegionDocument>(folder, 'summary.json'),
    manifest: readRegionManifest(folder),
    table: await readTables(folder),
  };
}
