import { z } from 'zod';

/** What kind of thing an output folder holds. */
export const runKinds = ['run', 'region', 'experiment', 'shard', 'protocol'] as const;

const factsSchema = z.object({
  kind: z.enum(runKinds),
  /** Short name of the scenario or plan. */
  scenario: z.string(),
  /** Of all draws of the world; null where each piece has its own. */
  seed: z.number().nullable(),
  fingerprint: z.string(),
  /** What was found, in a line. */
  headline: z.string(),
  /** What cost it most, where `looptwin regret` has split its regret. */
  lost: z.string().optional(),
  /** ISO 8601, UTC. */
  finishedAt: z.string(),
  /** Wall clock of the command that made it. */
  wallS: z.number(),
  /** Seconds of all threads, where they were measured. */
  costS: z.number().nullable(),
  /** Of all files that looptwin wrote there. */
  bytes: z.number(),
  /** Cells that failed. */
  failed: z.number(),
  /** Hash of what an experiment compares, however many days it has: two of equal subject continue each other. */
  subject: z.string().optional(),
  /** The command line that makes it again. */
  command: z.string().optional(),
});

/** What a listing says of a finished folder without opening it: it stands in the marker. */
export type RunFacts = Readonly<z.infer<typeof factsSchema>>;

/** What a study knows of its folder; the folder knows the rest. */
export type StudyFacts = Omit<RunFacts, 'bytes'>;

/** Facts as they stand in a marker; undefined where there are none, or others than these. */
export function factsIn(value: unknown): RunFacts | undefined {
  return factsSchema.safeParse(value).data;
}
