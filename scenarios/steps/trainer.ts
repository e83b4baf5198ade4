import type { ContentStore } from '../store/store.ts';
import type { Report } from '../threads/progress.ts';
import type { StepPool } from './pool.ts';
import type { DatasetStep, NetworkStep, TrainOutcome } from './steps.ts';

/** Who is told of the steps that are begun and ended. */
export interface Ledger {
  readonly begin: (step: DatasetStep | NetworkStep) => Report;
  readonly end: (step: DatasetStep | NetworkStep, task: string) => void;
}

/** Comes by networks, of a day or of a protocol: data set and teachers first, each once, and none that the store has. */
export class Trainer {
  /** Steps under way or done, by address: two days that need one network train it once. */
  private readonly started = new Map<string, Promise<unknown>>();
  /** Trainings that were done before, by address. */
  private readonly earlier = new Map<string, TrainOutcome>();

  constructor(
    private readonly pool: StepPool,
    private readonly store: ContentStore,
    private readonly ledger: Ledger,
  ) {}

  /** Sees that a data set is stored; answers with its hash. */
  dataset(step: DatasetStep): Promise<string> {
    return this.once(step.address, async () => {
      const hash = await this.pool.run(step, this.ledger.begin(step));
      this.ledger.end(step, 'rendered the data set');
      return hash;
    });
  }

  /** Sees that a network is stored. */
  network(step: NetworkStep): Promise<TrainOutcome> {
    return this.once(step.address, async () => {
      const earlier = this.trained(step);
      if (earlier) return earlier;
      const report = this.ledger.begin(step);
      await this.dataset(step.dataset);
      if (step.kind === 'train' && step.lessons) await this.dataset(step.lessons);
      if (step.kind === 'train') await Promise.all(step.teachers.map((teacher) => this.network(teacher)));
      const outcome = await this.pool.run(step, report);
      this.ledger.end(step, step.kind === 'train' ? `trained: ${step.name}` : `tested: ${step.name}`);
      return outcome;
    });
  }

  /** The outcome of a training that was carried out before and whose network is there. */
  trained({ address }: NetworkStep): TrainOutcome | undefined {
    const known = this.earlier.get(address);
    if (known) return known;
    const outcome = this.store.readJson<TrainOutcome>('training', address);
    if (!outcome || !this.store.read('model', address)) return undefined;
    this.earlier.set(address, outcome);
    return outcome;
  }

  private once<T>(address: string, work: () => Promise<T>): Promise<T> {
    const running = this.started.get(address) ?? work();
    this.started.set(address, running);
    return running as Promise<T>;
  }
}
