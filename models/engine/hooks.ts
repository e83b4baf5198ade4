/** One report of long work. */
export interface TrainProgress {
  /** What is being made: `data`, `teacher`, `labels-only`, `distilled` ... */
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  /** Loss terms at this step. */
  readonly terms?: Readonly<Record<string, number>>;
  readonly validationAccuracy?: number;
}

/** What long work is given: where to report, and how it is told to stop. */
export interface Hooks {
  readonly progress?: (record: TrainProgress) => void;
  readonly signal?: AbortSignal;
}

/** Lets messages in (an abort among them), then throws the signal's reason if it was aborted. */
export async function breathe(hooks: Hooks): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  hooks.signal?.throwIfAborted();
}
