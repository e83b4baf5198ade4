import { must } from '../../../sim/record/must.ts';
import { addressOf, ContentStore } from '../../store/store.ts';
import { cellAddress } from '../day/execute.ts';
import type { RunPlan } from '../day/plan.ts';
import { withCache } from '../day/with-execution.ts';
import { weightOf } from '../day/work-ledger.ts';
import { type Cell, cellsOf, cellsOfShard, type Shard } from './cell.ts';
import { type Recipe, recipeOf } from './recipe.ts';
import { type ExperimentOptions, type Study, type StudyHead, studyOf } from './study.ts';
import { pointLabel } from './ways/day-key.ts';
import { roughSeconds } from './ways/rough.ts';

/** What cells cost when they were played here before. */
interface Timing {
  readonly cells: number;
  /** Of one core. */
  readonly coreSeconds: number;
}

/** What `--dry-run` says: cells, what of them is there already, and what the rest may cost. */
export interface Forecast {
  readonly scenario: string;
  readonly title: string;
  readonly replications: StudyHead['replications'];
  /** Each under each of its trainings. */
  readonly points: readonly { readonly name: string; readonly cells: number; readonly cached: number }[];
  readonly cells: number;
  readonly cached: number;
  readonly networks: number;
  readonly networksCached: number;
  /** Seconds of one core for what is not there yet. */
  readonly coreSeconds: number;
  /** Cells of this study that were timed here; 0 = nothing was, and the rough seconds of steps are used. */
  readonly timedCells: number;
}

const timingAddress = ({ study, code }: Recipe) => addressOf('timing', { study, code });

/** Notes what cells took, beside what is known: later forecasts go by it. */
export function keepTiming(store: ContentStore, study: Study, taken: Timing): void {
  const address = timingAddress(recipeOf(study));
  const before = store.readJson<Timing>('timing', address);
  const cells = taken.cells + (before?.cells ?? 0);
  const coreSeconds = taken.coreSeconds + (before?.coreSeconds ?? 0);
  store.writeJson<Timing>('timing', address, { cells, coreSeconds });
}

/** Which cells the store holds already. */
export function cachedCells({ planOf }: Study, cells: readonly Cell[], store: ContentStore): boolean[] {
  return cells.map(({ point, replication }) => store.has('cell', cellAddress(planOf(point, replication))));
}

/** Data sets and networks that days wait for, each once. */
function preparations(plans: readonly RunPlan[], store: ContentStore) {
  const trainings = new Map(plans.flatMap((plan) => plan.trainings.map((step) => [step.address, step])));
  const missing = [...trainings.values()].filter(({ address }) => !store.has('model', address));
  const datasets = new Map(missing.map(({ dataset }) => [dataset.address, dataset]));
  const toRender = [...datasets.values()].filter(({ address }) => !store.has('dataset', address));
  const seconds = [...missing, ...toRender].reduce((sum, step) => sum + weightOf(step), 0);
  return { networks: trainings.size, networksCached: trainings.size - missing.length, seconds };
}

/** Networks that are not trained yet. */
export function networksMissing({ head, planOf }: Study, store: ContentStore): number {
  const { networks, networksCached } = preparations(
    head.points.map((_, point) => planOf(point, 0)),
    store,
  );
  return networks - networksCached;
}

function forecastOf(study: Study, cells: readonly Cell[], store: ContentStore): Forecast {
  const { head, planOf } = study;
  const plans = head.points.map((_, point) => planOf(point, 0));
  const there = cachedCells(study, cells, store);
  const timing = store.readJson<Timing>('timing', timingAddress(recipeOf(study)));
  const { seconds, ...networks } = preparations(plans, store);
  const toPlay = cells.filter((_, index) => !there[index]);
  const playing =
    timing === undefined
      ? roughSeconds(
          toPlay.map(({ point, replication }) => planOf(point, replication)),
          store,
        )
      : (toPlay.length * timing.coreSeconds) / timing.cells;
  const counts = head.points.map(() => ({ cells: 0, cached: 0 }));
  cells.forEach(({ point }, index) => {
    const count = must(counts[point], 'point');
    count.cells += 1;
    if (there[index]) count.cached += 1;
  });
  return {
    ...{ scenario: head.scenario, title: head.title, replications: head.replications },
    points: head.points.map((one, point) => ({
      name: pointLabel(one.name, one.training),
      ...must(counts[point], 'point'),
    })),
    ...{ cells: cells.length, cached: cells.length - toPlay.length, ...networks },
    coreSeconds: seconds + playing,
    timedCells: timing?.cells ?? 0,
  };
}

/** What an experiment, or a shard of it, would do. Nothing is played. Errors as for `experiment`. */
export async function forecast(
  nameOrPath: string,
  options: ExperimentOptions & { readonly shard?: Shard } = {},
): Promise<Forecast> {
  const study = studyOf(nameOrPath, options);
  const { head } = study;
  const cells = options.shard ? cellsOfShard(head, options.shard) : cellsOf(head, head.replications.to);
  return withCache(options, async (cacheDir) => forecastOf(study, cells, new ContentStore(cacheDir)));
}
