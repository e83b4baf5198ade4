/**
 * The version of what an experiment leaves (experiment.json, its manifest, and the shards of which it is put together). 2: every point
 * has the reference arms, and every arm its net present value. 3: points may stand for one way under several trainings, and what the
 * intervals leave out is said. 4: money of a run that is longer than a day is told for one of its days. 5: days say how pure
 * the reuse shelf is and what lay on it.
 */
const VERSION = 5;

export const experimentSchemaName = `looptwin.experiment/${VERSION}`;
export const shardFormat = `looptwin.shard/${VERSION}`;

/** True for the schema of an experiment, of this version or another one. */
export const isExperimentSchema = (schema: unknown): schema is string =>
  /^looptwin\.experiment\/\d+$/.test(String(schema));

/** True for the format of a shard, of this version or another one. */
export const isShardFormat = (format: unknown): format is string =>
  /^looptwin\.shard\/\d+$/.test(String(format));
