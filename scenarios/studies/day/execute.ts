import { join } from 'node:path';
import { type Observable, Subject } from 'rxjs';
import type { InformationBound } from '../../../sim/decisions/information-bound.ts';
import { kept } from '../../../sim/kernel/core/kept.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { must } from '../../../sim/record/must.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import type { OwnParts } from '../../own/parts.ts';
import { mainRecording, recordingNames } from '../../record/file-names.ts';
import type { StepPool } from '../../steps/pool.ts';
import type {
  BoundOutcome,
  BoundStep,
  DayOutcome,
  DayRecording,
  InformationStep,
  NetworkStep,
  ShiftOutcome,
  ShiftStep,
  Step,
  StepOutcome,
  TestResult,
  TrainOutcome,
  Variant,
} from '../../steps/steps.ts';
import { Trainer } from '../../steps/trainer.ts';
import { boundCode, codeHash, informationCode, shiftCode, worldCode } from '../../store/code.ts';
import { addressOf, type ContentStore } from '../../store/store.ts';
import type { ProgressRecord, Report } from '../../threads/progress.ts';
import { dayStepOf, type RunPlan } from './plan.ts';
import { WorkLedger } from './work-ledger.ts';

/** What was found of a day, wherever it was played. */
export type DayFound = Omit<DayOutcome, 'costS'>;

/** One day under every variant, and its bound. */
export interface CellOutcome {
  /** In the order of the plan's variants. */
  readonly days: readonly DayFound[];
  readonly bound: BoundOutcome;
}

/** A day of an experiment as it was played, with what it took. */
type TimedCell = Pick<RunOutcome, 'bound'> & { readonly days: readonly DayOutcome[] };

/** A step whose outcome is a few numbers, which the store keeps by its address. */
type KeptStep = BoundStep | InformationStep | ShiftStep;

/** A network of a day, which has test items. */
interface Tested {
  readonly step: NetworkStep;
  readonly outcome: TrainOutcome & { readonly test: TestResult };
}

/** Everything that a run found out. */
export interface RunOutcome extends CellOutcome {
  readonly main: DayOutcome;
  readonly trainings: readonly Tested[];
}

export interface ExecutionOptions {
  /** True: bounds are worked out again even where they are kept. */
  readonly afresh?: boolean | undefined;
  /** Functions of the caller: whatever depends on them is neither read from the store nor left in it. */
  readonly own?: OwnParts | undefined;
}

const sameVariant = (a: Variant, b: Variant) =>
  a.perception === b.perception && a.maintenance === b.maintenance && a.sorting === b.sorting;

/** Where the store keeps a day of an experiment: by the hash of its world, draws, variants and code. What it took is kept beside. */
export function cellAddress({ world, key: { seed, replication }, variants }: RunPlan): string {
  let settings = settingsHashes.get(variants);
  if (settings === undefined) {
    const recipe = JSON.stringify({ world, variants, code: codeHash(worldCode) });
    settings = addressOf('cell-settings', JSON.parse(recipe) as JsonValue);
    settingsHashes.set(variants, settings);
  }
  return addressOf('cell', { settings, seed, replication });
}

/** Where the store keeps the outcome of a step: by the hash of its world, what else it is told, and its code. */
function stepAddress({ world, ...told }: KeptStep, entries: readonly string[]) {
  const settings = kept(worldHashes, world, () =>
    addressOf('world', JSON.parse(JSON.stringify(world)) as JsonValue),
  );
  const recipe = { told, settings, code: codeHash(entries) };
  return addressOf(told.kind, JSON.parse(JSON.stringify(recipe)) as JsonValue);
}

/** By the world itself, which all days of a point share: it is hashed once. */
const worldHashes = new WeakMap<WorldSpec, string>();

/** By the variants of a plan, which all days of a point share: what they have in common is hashed once. */
const settingsHashes = new WeakMap<RunPlan['variants'], string>();

/**
 * Carries plans out on a pool: every step as soon as what it needs is there, so that all cores find work
 * (teacher and labels-only student side by side, days while networks train). Emits progress.
 */
export class Execution {
  readonly progress: Observable<ProgressRecord>;
  private readonly ledger: WorkLedger;
  private readonly trainer: Trainer;
  /** Cells that are expected and not handed out yet. */
  private cellsLeft = 0;
  /** Days that were asked for, by their address: they may still be played. */
  private readonly asked = new Map<string, Promise<readonly DayFound[]>>();

  constructor(
    private readonly pool: StepPool,
    private readonly store: ContentStore,
    private readonly how: ExecutionOptions = {},
  ) {
    const records = new Subject<ProgressRecord>();
    this.progress = records.asObservable();
    this.ledger = new WorkLedger((record) => records.next(record));
    this.trainer = new Trainer(pool, store, {
      begin: (step) => this.report(step),
      end: (step, task) => this.ledger.finish(step, task),
    });
  }

  /** False where days hang on functions of the caller, and nothing of them is kept. */
  get keeps(): boolean {
    return this.how.own === undefined;
  }

  /**
   * One run: trainings, the day under every variant (every perception recorded into a folder), the bound. The main day takes
   * longest and its files are written meanwhile, so it is asked for first and told of as soon as it is there.
   */
  run(
    plan: RunPlan,
    recordInto: string,
  ): { readonly main: Promise<DayOutcome>; readonly all: Promise<RunOutcome> } {
    const trained = this.train(plan);
    const main = this.day(plan, plan.main, { path: join(recordInto, mainRecording), keeps: 'everything' });
    const names = recordingNames(plan.variants, plan.main);
    const days = plan.variants.map((variant, i) => {
      const name = names[i] ?? null;
      if (sameVariant(variant, plan.main)) return main;
      return this.day(plan, variant, name === null ? null : { path: join(recordInto, name), keeps: 'own' });
    });
    const steps = [trained, main, Promise.all(days), this.bound(plan)] as const;
    const all = Promise.all(steps).then(([trainings, recorded, played, bound]) => {
      return { days: played, bound, main: recorded, trainings };
    });
    return { main, all };
  }

  /** The networks of a plan, in its order. */
  train(plan: RunPlan): Promise<readonly Tested[]> {
    return Promise.all(
      plan.trainings.map(async (step) => {
        const outcome = await this.trainer.network(step);
        return { step, outcome: { ...outcome, test: must(outcome.test, 'test of a network') } };
      }),
    );
  }

  /** Lets the bar know of an experiment's day before its turn comes. */
  expectCell(plan: RunPlan): void {
    this.cellsLeft++;
    this.ledger.expectCell(plan);
  }

  /** One day of an experiment, from the cache if it was played before; nothing is recorded. */
  async cell(plan: RunPlan): Promise<CellOutcome> {
    if (!this.keeps) return this.playCell(plan);
    const address = cellAddress(plan);
    const earlier = this.store.readJson<CellOutcome>('cell', address);
    if (earlier) {
      this.cellsLeft--;
      this.ledger.leaveOutCell(plan);
      return earlier;
    }
    const { costsS, ...cell } = await this.playCell(plan);
    // What it took is of this machine: it stands beside what was found, which is equal everywhere.
    this.store.writeJson('cost', address, costsS);
    this.store.writeJson('cell', address, cell);
    return cell;
  }

  /** The days of a plan alone, from the cache if they were played before; nothing is recorded. Who asks twice gets the same days. */
  days(plan: RunPlan): Promise<readonly DayFound[]> {
    const address = cellAddress(plan);
    return kept(this.asked, address, () => this.keptDays(plan, address));
  }

  private async keptDays(plan: RunPlan, address: string): Promise<readonly DayFound[]> {
    const earlier = this.store.readJson<readonly DayFound[]>('days', address);
    if (earlier !== undefined) return earlier;
    const played = await Promise.all(plan.variants.map((variant) => this.day(plan, variant, null)));
    // What they took is of this machine, and what is kept is equal everywhere.
    const days = played.map(({ costS: _, ...day }): DayFound => day);
    this.store.writeJson('days', address, days);
    return days;
  }

  private async playCell(plan: RunPlan): Promise<CellOutcome & { readonly costsS: readonly number[] }> {
    // A thread that plays a whole cell makes its items once; where threads would wait, they share one cell.
    const whole = this.keeps && this.cellsLeft-- > this.pool.workers;
    const { days, bound } = await (whole ? this.wholeCell(plan) : this.sharedCell(plan));
    this.ledger.finishCell(plan);
    return {
      days: days.map(({ costS: _, ...day }) => day),
      bound,
      costsS: days.map(({ costS }) => costS),
    };
  }

  private async wholeCell(plan: RunPlan): Promise<TimedCell> {
    for (const variant of plan.variants) await this.networksOf(variant, plan.trainings);
    const address = stepAddress(plan.bound, boundCode);
    const known = this.earlier(plan.bound, address);
    const step = {
      kind: 'cell',
      days: plan.variants.map((variant) => dayStepOf(plan, variant, null)),
      bound: known ? null : plan.bound,
    } as const;
    const played = await this.pool.run(step, (record) => this.ledger.reportCell(plan, record));
    const bound = known ?? must(played.bound, 'bound of a cell');
    if (!known) this.store.writeJson('bound', address, bound);
    return { days: played.days, bound };
  }

  private async sharedCell(plan: RunPlan): Promise<TimedCell> {
    const days = Promise.all(plan.variants.map((variant) => this.day(plan, variant, null)));
    const [played, bound] = await Promise.all([days, this.bound(plan)]);
    return { days: played, bound };
  }

  private report(step: Step): Report {
    this.ledger.expect(step);
    return (record) => this.ledger.report(step, record);
  }

  /** Lets the bar know of a shift before its turn comes. */
  expectShift(step: ShiftStep): void {
    this.ledger.expect(step);
  }

  /** A shift that sees with some of the networks, measured: from the cache if it was measured before. */
  async shift(step: ShiftStep, trainings: RunPlan['trainings']): Promise<ShiftOutcome> {
    await this.networksOf(step.variant, trainings);
    const outcome = await this.kept(step, shiftCode, `measured a shift: ${step.variant.perception}`);
    this.ledger.finish(step, `measured a shift: ${step.variant.perception}`);
    return outcome;
  }

  /** What no policy can exceed: from the store, or worked out and kept there. */
  bound({ bound: step }: RunPlan): Promise<BoundOutcome> {
    return this.kept(step, boundCode, 'solved the bound');
  }

  /** What robots can earn that know no more than the eyes of a variant tell; from the store, or worked out and kept there. */
  async information({ world, key, trainings }: RunPlan, variant: Variant): Promise<InformationBound> {
    await this.networksOf(variant, trainings);
    const step = { kind: 'information', world, key, variant } as const;
    return this.kept(step, informationCode, `bounded what is known: ${variant.perception}`);
  }

  /** The outcome of a step that answers with a few numbers: from the store, or carried out and kept there. */
  private async kept<S extends KeptStep>(
    step: S,
    entries: readonly string[],
    task: string,
  ): Promise<StepOutcome<S>> {
    const address = stepAddress(step, entries);
    const earlier = this.earlier(step, address);
    if (earlier !== undefined) return earlier;
    const outcome = await this.pool.run(step, this.report(step));
    this.ledger.finish(step, task);
    this.store.writeJson<BoundOutcome | InformationBound | ShiftOutcome>(step.kind, address, outcome);
    return outcome;
  }

  /** What the store has of a step, unless it is to be carried out afresh. */
  private earlier<S extends KeptStep>({ kind }: S, address: string): StepOutcome<S> | undefined {
    return this.how.afresh ? undefined : this.store.readJson<StepOutcome<S>>(kind, address);
  }

  /** Sees that the networks that a variant sees with are there. */
  private async networksOf(variant: Variant, trainings: RunPlan['trainings']): Promise<void> {
    const needed = new Set(variant.robots.flatMap(({ looks }) => looks.map(({ model }) => model)));
    const missing = trainings.filter((t) => needed.has(t.address) && !this.trainer.trained(t));
    for (const training of missing) await this.trainer.network(training);
  }

  /** A day is handed to the pool at once, in the order of the calls, if its networks are there. */
  private async day(plan: RunPlan, variant: Variant, recording: DayRecording | null): Promise<DayOutcome> {
    const step = dayStepOf(plan, variant, recording);
    const report = this.report(step);
    await this.networksOf(variant, plan.trainings);
    const outcome = await this.pool.run(step, report);
    this.ledger.finish(step, `played the day: ${variant.perception}`);
    return outcome;
  }
}
