import { type Observable, Subject } from 'rxjs';
import type { JsonValue } from '../../../sim/record/json.ts';
import type { StepPool } from '../../steps/pool.ts';
import type { ProgressRecord } from '../../steps/progress.ts';
import type {
  BoundOutcome,
  DayOutcome,
  LiftOutcome,
  Step,
  TrainOutcome,
  TrainStep,
  Variant,
} from '../../steps/steps.ts';
import { codeHash, worldCode } from '../../store/code.ts';
import { addressOf, type Store } from '../../store/store.ts';
import { dayStepOf, type RunPlan } from './plan.ts';
import { WorkLedger } from './work-ledger.ts';

/** One day under every variant, and its bound. */
export interface CellOutcome {
  /** In the order of the plan's variants. */
  readonly days: readonly DayOutcome[];
  readonly bound: BoundOutcome;
}

/** Everything that a run found out. */
export interface RunOutcome extends CellOutcome {
  /** EUR of the main day's policies after each lifted limit. */
  readonly liftedEur: LiftOutcome['liftedEur'];
  readonly main: DayOutcome;
  readonly trainings: readonly { readonly step: TrainStep; readonly outcome: TrainOutcome }[];
}

const sameVariant = (a: Variant, b: Variant) =>
  a.perception === b.perception && a.maintenance === b.maintenance && a.sorting === b.sorting;

/**
 * Carries plans out on a pool: every step as soon as what it needs is there, so that all cores find work
 * (teacher and labels-only student side by side, days while networks train). Emits progress.
 */
export class Execution {
  readonly progress: Observable<ProgressRecord>;
  private readonly pool: StepPool;
  private readonly store: Store;
  private readonly ledger: WorkLedger;
  /** Steps under way or done, by address: two days that need one network train it once. */
  private readonly started = new Map<string, Promise<unknown>>();

  constructor(pool: StepPool, store: Store) {
    this.pool = pool;
    this.store = store;
    const records = new Subject<ProgressRecord>();
    this.progress = records.asObservable();
    this.ledger = new WorkLedger((record) => records.next(record));
  }

  /** One run: trainings, the day under every variant (the main one recorded into a folder), the bound. */
  async run(plan: RunPlan, recordInto: string): Promise<RunOutcome> {
    const trained = this.train(plan);
    const days = plan.variants.map((variant) =>
      this.day(plan, variant, sameVariant(variant, plan.main) ? recordInto : null),
    );
    const [trainings, played, bound, { liftedEur }] = await Promise.all([
      trained,
      Promise.all(days),
      this.bound(plan),
      this.lift(plan),
    ]);
    return {
      days: played,
      bound,
      liftedEur,
      main: played.find((day) => sameVariant(day.variant, plan.main))!,
      trainings,
    };
  }

  /** The networks of a plan, in its order. */
  async train(plan: RunPlan): Promise<RunOutcome['trainings']> {
    return Promise.all(
      plan.trainings.map(async (step) => ({ step, outcome: await this.network(plan, step) })),
    );
  }

  /** Lets the bar know of an experiment's day before its turn comes. */
  expectCell(plan: RunPlan): void {
    this.ledger.expectCell(plan);
  }

  /** One day of an experiment, from the cache if it was played before; nothing is recorded. */
  async cell(plan: RunPlan): Promise<CellOutcome> {
    const { world, key, variants } = plan;
    const recipe = JSON.parse(
      JSON.stringify({ world, key, variants, code: codeHash(worldCode) }),
    ) as JsonValue;
    const address = addressOf('cell', recipe);
    const earlier = this.store.readJson('cell', address) as CellOutcome | undefined;
    if (!earlier) {
      const days = Promise.all(variants.map((variant) => this.day(plan, variant, null)));
      const [played, bound] = await Promise.all([days, this.bound(plan)]);
      this.store.writeJson('cell', address, { days: played, bound } as unknown as JsonValue);
      this.ledger.finishCell(plan);
      return { days: played, bound };
    }
    this.ledger.finishCell(plan);
    return earlier;
  }

  private once<T>(address: string, work: () => Promise<T>): Promise<T> {
    const running = this.started.get(address) ?? work();
    this.started.set(address, running);
    return running as Promise<T>;
  }

  private report(step: Step): (record: ProgressRecord) => void {
    this.ledger.expect(step);
    return (record) => this.ledger.report(step, record);
  }

  private async bound(plan: RunPlan): Promise<BoundOutcome> {
    const outcome = await this.pool.run(plan.bound, this.report(plan.bound));
    this.ledger.finish(plan.bound, 'solved the bound');
    return outcome;
  }

  private async lift(plan: RunPlan): Promise<LiftOutcome> {
    const outcome = await this.pool.run(plan.lift, this.report(plan.lift));
    this.ledger.finish(plan.lift, 'lifted the limits');
    return outcome;
  }

  private dataset(plan: RunPlan): Promise<void> {
    const step = plan.dataset;
    return this.once(step.address, async () => {
      const report = this.report(step);
      if (!this.store.read('dataset', step.address)) await this.pool.run(step, report);
      this.ledger.finish(step, 'rendered the data set');
    });
  }

  private network(plan: RunPlan, step: TrainStep): Promise<TrainOutcome> {
    return this.once(step.address, async () => {
      const earlier = this.store.readJson('training', step.address) as TrainOutcome | undefined;
      if (earlier && this.store.read('model', step.address)) return earlier;
      const report = this.report(step);
      await this.dataset(plan);
      const teacher = plan.trainings.find((t) => t.address === step.teacher);
      if (teacher) await this.network(plan, teacher);
      const outcome = await this.pool.run(step, report);
      this.ledger.finish(step, `trained: ${step.arm}`);
      return outcome;
    });
  }

  private async day(plan: RunPlan, variant: Variant, recordInto: string | null): Promise<DayOutcome> {
    const step = dayStepOf(plan, variant, recordInto);
    const report = this.report(step);
    const needed = [variant.model, variant.escalation?.model];
    for (const training of plan.trainings.filter((t) => needed.includes(t.address)))
      await this.network(plan, training);
    const outcome = await this.pool.run(step, report);
    this.ledger.finish(step, `played the day: ${variant.perception}`);
    return outcome;
  }
}
