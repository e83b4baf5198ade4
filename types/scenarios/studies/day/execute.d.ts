import type { Observable } from 'rxjs';
import type { OwnParts } from '../../own/parts.js';
import type { StepPool } from '../../steps/pool.js';
import type { BoundOutcome, DayOutcome, LiftOutcome, NetworkStep, TestResult, TrainOutcome } from '../../steps/steps.js';
import type { ContentStore } from '../../store/store.js';
import type { ProgressRecord } from '../../threads/progress.js';
import type { RunPlan } from './plan.js';
/** What was found of a day, wherever it was played. */
export type DayFound = Omit<DayOutcome, 'costS'>;
/** One day under every variant, and its bound. */
export interface CellOutcome {
    /** In the order of the plan's variants. */
    readonly days: readonly DayFound[];
    readonly bound: BoundOutcome;
    /** EUR of the main variant's policies after each lifted limit; null where that was not asked for. */
    readonly liftedEur: LiftOutcome['liftedEur'] | null;
}
/** A network of a day, which has test items. */
interface Tested {
    readonly step: NetworkStep;
    readonly outcome: TrainOutcome & {
        readonly test: TestResult;
    };
}
/** Everything that a run found out. */
export interface RunOutcome extends CellOutcome {
    readonly liftedEur: LiftOutcome['liftedEur'];
    readonly main: DayOutcome;
    readonly trainings: readonly Tested[];
}
export interface ExecutionOptions {
    /** True: bounds and lifted days are worked out again even where they are kept. */
    readonly afresh?: boolean | undefined;
    /** Functions of the caller: whatever depends on them is neither read from the store nor left in it. */
    readonly own?: OwnParts | undefined;
}
/**
 * Carries plans out on a pool: every step as soon as what it needs is there, so that all cores find work
 * (teacher and labels-only student side by side, days while networks train). Emits progress.
 */
export declare class Execution {
    private readonly pool;
    private readonly store;
    private readonly how;
    readonly progress: Observable<ProgressRecord>;
    private readonly ledger;
    private readonly trainer;
    constructor(pool: StepPool, store: ContentStore, how?: ExecutionOptions);
    /** False where days hang on functions of the caller, and nothing of them is kept. */
    get keeps(): boolean;
    /**
     * One run: trainings, the day under every variant (every perception recorded into a folder), the bound. The main day takes
     * longest and its files are written meanwhile, so it is asked for first and told of as soon as it is there.
     */
    run(plan: RunPlan, recordInto: string): {
        readonly main: Promise<DayOutcome>;
        readonly all: Promise<RunOutcome>;
    };
    /** The networks of a plan, in its order. */
    train(plan: RunPlan): Promise<readonly Tested[]>;
    /** Lets the bar know of an experiment's day before its turn comes. */
    expectCell(plan: RunPlan): void;
    /** One day of an experiment, from the cache if it was played before; nothing is recorded. */
    cell(plan: RunPlan): Promise<CellOutcome>;
    /** The days of a plan alone, from the cache if they were played before; nothing is recorded. */
    days(plan: RunPlan): Promise<readonly DayOutcome[]>;
    private playCell;
    private report;
    private bound;
    private lift;
    /** The outcome of a step that answers with a few numbers: from the store, or carried out and kept there. */
    private kept;
    private carriedOut;
    /** A day is handed to the pool at once, in the order of the calls, if its networks are there. */
    private day;
}
export {};
