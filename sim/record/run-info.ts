import type { Fields, RecordOf } from './field.ts';

/** What a sorting site of a region stands on: measured shifts, and the recorded day of one of them. */
const siteBelow = {
  arm: 'text',
  place: 'text',
  scenario: 'text',
  perception: 'text',
  /** Seed of the training of what it sees with. */
  training: 'number',
  shifts: 'whole',
  /** Share of things named right at first sight. */
  accuracy: 'number',
  /** Plays one of the shifts again. */
  command: 'text',
  /** Name under `days` of the recorded day; empty where it is not kept. */
  day: 'text',
} as const satisfies Fields;
export type SiteBelow = RecordOf<typeof siteBelow>;

/** SHA-256 that a manifest gives of a file. */
const hashed = { path: 'text', sha256: 'text' } as const satisfies Fields;

/** What a run folder says of itself to the page (GET api/run). Texts are empty as long as there is no manifest. */
export const runInfo = {
  name: 'text',
  kind: ['day', 'region'],
  /** The manifest has been written: nothing more will come. */
  finished: 'flag',
  scenario: 'text',
  scenarioHash: 'text',
  /** Bytes of the recording so far: events.mcap of a day, months.mcap of a region. */
  eventsBytes: 'whole',
  /** What the manifest says of the files that the page reads: recordings and summary.json. */
  hashes: { list: { record: hashed } },
  /** What the folder keeps of the regret by cause: `kept` lies in regret.json, any other word but `none` says why that is not used. */
  regret: ['none', 'kept', 'altered', 'foreign', 'broken'],
  /** Of a region: what its sorting sites were measured in. */
  sites: { list: { record: siteBelow } },
  /** What a page that carries its own recording had to leave out, in words; empty where everything is there. */
  leftOut: 'text',
  /** What was wrong with the recording that such a page was made of, in words; empty where nothing was. */
  warning: 'text',
} as const satisfies Fields;
export type RunInfo = RecordOf<typeof runInfo>;

/**
 * Says so when a file of a run folder is not the one that the run wrote: its SHA-256 is not that of the manifest. Null when it is, or
 * where the manifest names no such file.
 */
export function alteredWords(
  file: string,
  sha256: string,
  { hashes }: Pick<RunInfo, 'hashes'>,
): string | null {
  const written = hashes.find(({ path }) => path === file);
  return written === undefined || written.sha256 === sha256
    ? null
    : `${file} was altered after the run: its hash is not the one in manifest.json. Do not trust what it shows.`;
}
