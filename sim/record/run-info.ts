import type { Fields, RecordOf } from './field.ts';

/** What a run folder says of itself to the page (GET api/run). Texts are empty as long as there is no manifest. */
export const runInfo = {
  name: 'text',
  /** The manifest has been written: nothing more will come. */
  finished: 'flag',
  scenario: 'text',
  scenarioHash: 'text',
  eventsBytes: 'whole',
  /** SHA-256 that the manifest gives of events.mcap. */
  eventsSha256: 'text',
} as const satisfies Fields;
export type RunInfo = RecordOf<typeof runInfo>;
