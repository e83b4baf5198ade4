import { must } from '../../../sim/record/must.ts';
import { openSeconds } from '../../../sim/site/day.ts';
import { commandLine } from '../../command-line.ts';
import { type MeasuredLoad, type SiteFile, siteSchemaName } from '../../schema/region/site-file.ts';
import type { ShiftStep } from '../../steps/steps.ts';
import { codeHash, shiftCode } from '../../store/code.ts';
import type { Execution } from '../day/execute.ts';
import { scenarioHash } from '../day/manifest.ts';
import type { RunPlan } from '../day/plan.ts';
import { withExecution } from '../day/with-execution.ts';
import { armEurPerYear, capitalOf } from '../worth/economics.ts';
import { type LoadPlan, type MeasureOptions, type MeasurePlan, planMeasure } from './plan.ts';
import { measuredLoad } from './site.ts';

/**
 * Plays shifts of a site at several loads under each perception and says what a region needs to know of it. Shifts that were
 * measured before come from the cache, so a stopped measurement goes on where it was. Throws InputError for input that cannot be
 * used and the signal's reason when stopped.
 */
export async function measure(nameOrPath: string, options: MeasureOptions = {}): Promise<SiteFile> {
  return withExecution(options, async (execution, { backend }) => {
    const plan = planMeasure(nameOrPath, options, backend);
    const measured = await Promise.all(chainsOf(plan.loads).map((chain) => playChain(chain, execution)));
    return siteFile(nameOrPath, plan, options, measured.flat());
  });
}

interface Played {
  readonly load: LoadPlan;
  readonly measured: MeasuredLoad;
}

/** Loads of one perception and training: their shifts share what the network believes of the pieces of the pool. */
function chainsOf(loads: readonly LoadPlan[]): LoadPlan[][] {
  const chains = new Map<string, LoadPlan[]>();
  for (const load of loads) {
    const key = `${load.perception}\0${load.training}`;
    chains.set(key, [...(chains.get(key) ?? []), load]);
  }
  return [...chains.values()];
}

/** The busiest shift goes first and alone: it meets most pieces of the pool, and the others find what was believed of them. */
async function playChain(chain: readonly LoadPlan[], execution: Execution): Promise<Played[]> {
  const loads = chain.map((load) => ({ load, steps: load.plans.map((plan) => shiftStepOf(plan, load)) }));
  for (const { steps } of loads) for (const step of steps) execution.expectShift(step);
  const { trainings } = must(chain[0]?.plans[0], 'shift');
  const busiest = must(loads.at(-1)?.steps[0], 'shift of the busiest load');
  await execution.shift(busiest, trainings);
  return Promise.all(
    loads.map(async ({ load, steps }) => {
      const shifts = await Promise.all(steps.map((step) => execution.shift(step, trainings)));
      return { load, measured: measuredLoad(load, shifts) };
    }),
  );
}

function shiftStepOf({ world, key }: RunPlan, { variant }: LoadPlan): ShiftStep {
  return { kind: 'shift', world, key, variant };
}

function siteFile(
  nameOrPath: string,
  { plain, scenario, specimens, loads }: MeasurePlan,
  options: MeasureOptions,
  played: readonly Played[],
): SiteFile {
  const entries = new Map<string, SiteFile['measured'][number]>();
  for (const { load, measured } of played) {
    const { perception, training } = load;
    const key = `${perception}\0${training}`;
    const lineEurPerYear = armEurPerYear(scenario, capitalOf(scenario, load.variant));
    const known = entries.get(key) ?? { perception, training, lineEurPerYear, loads: [] };
    entries.set(key, { ...known, loads: [...known.loads, measured] });
  }
  return {
    schema: siteSchemaName,
    scenario: nameOrPath,
    title: scenario.title,
    scenarioHash: scenarioHash(plain),
    codeHash: codeHash(shiftCode),
    command: measureCommand(nameOrPath, options),
    set: [...(options.set ?? [])],
    ratePerHour: scenario.feed.ratePerHour,
    hours: openSeconds(must(loads[0]?.plans[0], 'shift').world.site) / 3600,
    specimens,
    outputs: scenario.outputs.map(({ id, use, accepts }) => ({ id, use, accepts: [...accepts] })),
    materials: scenario.feed.materials.map(({ materialId }) => materialId),
    measured: [...entries.values()],
  };
}

/** Digits that a share or an amount keeps in the file: far more than shifts tell. */
const DIGITS = 6;

/** The file of a measured site: a line for each load, numbers of six digits. */
export function siteJson(site: SiteFile): string {
  const brief = JSON.parse(JSON.stringify(site), (_key, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value,
  ) as SiteFile;
  const { measured, ...head } = brief;
  const entries = measured.map(({ loads, ...entry }) => {
    const lines = loads.map((load) => JSON.stringify(load)).join(',\n');
    return `${JSON.stringify(entry).slice(0, -1)},"loads":[\n${lines}]}`;
  });
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "measured": [\n${entries.join(',\n')}]\n}`;
}

/** The command line that measures the same site again. */
function measureCommand(source: string, options: MeasureOptions): string {
  const { factors, perceptions, shifts, trainings, specimens, seed, backend, set = [] } = options;
  const asked = {
    ...{ seed, factors: factors?.join(','), shifts, perceptions: perceptions?.join(',') },
    ...{ trainings, specimens, backend },
  };
  return commandLine('measure', { source, options: asked, set });
}
