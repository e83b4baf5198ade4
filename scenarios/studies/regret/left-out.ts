import { must } from '../../../sim/record/must.ts';
import { liftedWorld } from '../../../sim/score/regret.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import type { LeftOut, RegretDocument, RegretRow } from '../../record/regret-file.ts';
import type { Variant } from '../../steps/steps.ts';
import type { Execution } from '../day/execute.ts';
import type { RunPlan } from '../day/plan.ts';

/** A day on which something that the certain bound leaves out costs nothing. */
interface Spared {
  /** True where the information bound counts it: `informationBoundOf` says how. */
  readonly informed: boolean;
  world(world: WorldSpec): WorldSpec;
  variant?(variant: Variant): Variant;
}

const robots = (world: WorldSpec, change: Partial<WorldSpec['robots'][number]>): WorldSpec => ({
  ...world,
  robots: world.robots.map((robot) => ({ ...robot, ...change })),
});

/** Parts and technicians that cost nothing and are there at once. */
function freeUpkeep(world: WorldSpec): WorldSpec {
  const free = { plannedS: 0, repairS: 0, plannedEur: 0, failureEur: 0 };
  return {
    ...world,
    assets: world.assets.map((asset) => ({ ...asset, ...free })),
    maintenance: { ...world.maintenance, visitEur: 0, travelS: 0, spareParts: 1e6 },
  };
}

/** What the certain bound leaves out, by name. */
const leftOut: Readonly<Record<string, Spared>> = {
  'standing by': {
    informed: true,
    world: (world) => robots(world, { idleW: 0, sleepW: 0, offW: 0, wakeJ: 0 }),
  },
  looks: {
    informed: true,
    world: (world) => world,
    variant: (variant) => ({ ...variant, looksTake: 'nothing' }),
  },
  'moves that fail': {
    informed: true,
    world: (world) => ({
      ...robots(world, { pickSuccess: 1 }),
      assets: world.assets.filter(({ kind }) => kind !== 'gripper'),
    }),
  },
  'price steps of lots': { informed: true, world: (world) => liftedWorld(world, ['processing']) },
  'failures and visits': { informed: false, world: freeUpkeep },
};

/** The certain bound of a day minus what a variant earns on it, EUR. */
async function regretEur(plan: RunPlan, variant: Variant, execution: Execution): Promise<number> {
  const one = { ...plan, variants: [variant], main: variant };
  const [[day], { boundEur }] = await Promise.all([execution.days(one), execution.bound(plan)]);
  return boundEur - must(day, 'day').summary.valueEur;
}

/** What a variant loses on its day by each thing that the certain bound leaves out: how much less it loses where that thing costs nothing. */
async function rowsOf(plan: RunPlan, variant: Variant, execution: Execution): Promise<LeftOut[]> {
  const wholeEur = await regretEur(plan, variant, execution);
  const rows = Object.entries(leftOut).map(async ([what, { informed, world, variant: spared }]) => {
    const lighter = world(plan.world);
    const without = { ...plan, world: lighter, bound: { ...plan.bound, world: lighter } };
    const lessEur = await regretEur(without, spared?.(variant) ?? variant, execution);
    return { what, eur: wholeEur - lessEur, informed };
  });
  return (await Promise.all(rows)).sort((a, b) => b.eur - a.eur);
}

/** What the best of the played variants loses against the certain bound, and by what of it that the bound leaves out. */
export async function certainOf(
  plan: RunPlan,
  played: readonly { readonly variant: Variant; readonly row: Pick<RegretRow, 'valueEur'> }[],
  boundEur: number,
  execution: Execution,
): Promise<RegretDocument['certain']> {
  const [first, ...others] = played;
  const best = others.reduce((a, b) => (b.row.valueEur > a.row.valueEur ? b : a), must(first, 'perception'));
  return {
    ...{ name: best.variant.perception, boundEur, regretEur: boundEur - best.row.valueEur },
    leftOut: await rowsOf(plan, best.variant, execution),
  };
}

/** What makes up more than a tenth of what is lost against the certain bound, in a sentence. */
export function certainText({
  name,
  boundEur,
  regretEur: lostEur,
  leftOut: rows,
}: NonNullable<RegretDocument['certain']>): string {
  const head = `The certain bound of this day is EUR ${boundEur.toFixed(2)}, and ${name} loses ${lostEur.toFixed(2)} against it.`;
  const large = rows.filter(({ eur }) => eur > 0.1 * lostEur && eur >= 0.005);
  if (large.length === 0)
    return `${head} Nothing that this bound leaves out makes up more than a tenth of that.`;
  const unknown = large.filter(({ informed }) => !informed).map(({ what }) => what);
  const counted =
    unknown.length === 0
      ? `the information bound counts ${large.length === 1 ? 'it' : 'them all'}`
      : `no bound counts ${unknown.join(', ')}`;
  return `${head} What makes up more than a tenth of that and is left out: ${large.map(({ what }) => what).join(', ')}; ${counted} (looptwin bound).`;
}
