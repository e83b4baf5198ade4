import type { PieceView } from '../../accounts/bench.ts';
import type { OutputView, Perception, SortView, SunOutlook } from '../../ports.ts';
import type { Belief } from '../../record/belief.ts';
import type { Cost } from '../../record/frames.ts';
import { grades } from '../../record/item-state.ts';
import { acceptsOf, type RobotSpec } from '../../world.ts';
import { type Day, openLeftUs } from '../day.ts';
import type { BeltItem } from '../flow/belt.ts';
import type { Bin } from '../flow/bin.ts';
import type { Worth } from '../flow/worth.ts';
import { GRADES, gradesGiven } from './grade-belief.ts';
import { fromBattery, type Power } from './power.ts';

/** The outputs of a robot over one label order; calling it again refreshes the prices that the site believes in. */
export function viewOutputs(bins: readonly Bin[], labels: readonly string[]): () => readonly OutputView[] {
  const views = bins.map((bin) => ({
    id: bin.spec.id,
    accepts: acceptsOf(bin.spec.accepts, labels),
    maxState: bin.spec.maxState,
    ...gradesOf(bin.worthOf, labels),
    priceEurPerKg: bin.topPriceEurPerKg,
    topPriceEurPerKg: bin.topPriceEurPerKg,
    topMinPurity: bin.topMinPurity,
    contaminantEurPerKg: bin.spec.contaminantEurPerKg,
    tiers: bin.spec.tiers,
    lotKg: 0,
    believedKg: 0,
  }));
  return () => {
    for (let i = 0; i < bins.length; i++) {
      const [view, bin] = [views[i]!, bins[i]!];
      view.priceEurPerKg = bin.believedPriceEurPerKg();
      view.lotKg = bin.lotKg;
      view.believedKg = bin.lotBelievedKg;
    }
    return views;
  };
}

/** What an output makes of best next uses; nothing where it does not go by them. */
export function gradesOf(worth: Worth, labels: readonly string[]): Pick<OutputView, 'grades' | 'pieces'> {
  const { spec } = worth;
  const accepted =
    spec.grades === undefined
      ? {}
      : { grades: Uint8Array.from(grades, (g) => (worth.acceptsGrade(g) ? 1 : 0)) };
  return spec.bench === undefined ? accepted : { ...accepted, pieces: pieceView(worth, labels) };
}

/** The value of a piece is linear in its mass. */
function pieceView(worth: Worth, labels: readonly string[]): PieceView {
  const { spec } = worth;
  const eur = new Float64Array(labels.length * GRADES);
  const eurPerKg = new Float64Array(labels.length * GRADES);
  labels.forEach((materialId, k) => {
    grades.forEach((grade, g) => {
      const at = (massKg: number) => worth.eur({ item: { materialId, massKg }, state: 0, grade });
      eur[k * GRADES + g] = at(0);
      eurPerKg[k * GRADES + g] = at(1) - at(0);
    });
  });
  return { eur, eurPerKg, minPurity: spec.bench?.minPurity ?? 0 };
}

/** True where an output goes by best next uses. */
const graded = ({ grades: accepted, pieces }: OutputView): boolean =>
  accepted !== undefined || pieces !== undefined;

export interface Sight {
  readonly day: Day;
  readonly robot: {
    readonly spec: RobotSpec;
    readonly power: Power;
    /** Factor on the pick success. */
    readonly grip: number;
    readonly firstLooksJ: number;
  };
  readonly item: BeltItem;
  readonly belief: Belief;
  readonly labels: readonly string[];
  readonly outputs: readonly OutputView[];
  readonly looks: number;
  readonly told: boolean;
  readonly next: Perception | null;
  readonly forecast: { joules(): number; sun(): SunOutlook };
  readonly waiting: number;
}

/** What a policy is shown: nothing of the hidden state but the weight on the belt scale. */
export function sortView(sight: Sight): SortView {
  const { day, robot, next } = sight;
  const { spec, power } = robot;
  const dayLeftUs = Math.min(openLeftUs(day.world.site, day.sim.now), day.endUs - day.sim.now);
  return {
    timeUs: day.sim.now,
    robotId: spec.id,
    belief: sight.belief,
    labels: sight.labels,
    ...(sight.outputs.some(graded) ? { grades: gradesGiven(sight.belief, sight.labels) } : {}),
    massKg: sight.item.item.massKg,
    outputs: sight.outputs,
    residueEurPerKg: day.world.residue.costEurPerKg,
    looks: sight.looks,
    told: sight.told,
    nextLook: next === null ? null : lookOf(next, spec),
    pick: {
      energyJ: fromBattery(spec, spec.moveJ, spec.moveS),
      timeUs: spec.moveS * 1e6,
      success: spec.pickSuccess * robot.grip,
    },
    chargeJ: power.battery.chargeJ,
    capacityJ: power.battery.spec.capacityJ,
    stopJ: power.stopJ,
    restartJ: power.restartJ,
    forecastJ: sight.forecast.joules(),
    sun: sight.forecast.sun(),
    standbyJ: (power.standbyW(robot.firstLooksJ) * dayLeftUs) / 1e6 / spec.dischargeEfficiency,
    dayLeftUs,
    waiting: sight.waiting,
  };
}

function lookOf({ cost: { sense, infer } }: Perception, spec: RobotSpec): Cost {
  const timeUs = sense.timeUs + Math.round(infer.timeUs * spec.computeTimeFactor);
  const energyJ = sense.energyJ + infer.energyJ * spec.computeEnergyFactor;
  return { energyJ: fromBattery(spec, energyJ, timeUs / 1e6), timeUs };
}

/** Probability that an output accepts the thing: its material is wanted, and its state and best next use are good enough. */
export function acceptance(
  { belief, grades: given }: Pick<SortView, 'belief' | 'grades'>,
  output: OutputView,
): number {
  const states = stateAcceptance(belief, output.maxState);
  if (output.grades === undefined || given === undefined)
    return acceptedShare(belief.material, output.accepts) * states;
  let p = 0;
  for (let k = 0; k < belief.material.length; k++)
    if (output.accepts[k] === 1) p += belief.material[k]! * gradeAcceptance(given, k, output.grades);
  return Math.min(1, p) * states;
}

/** Probability that a state is good enough (taken as independent of the material). */
export function stateAcceptance(belief: Belief, maxState: number): number {
  if (maxState >= 9) return 1;
  let p = 0;
  for (let s = 0; s <= maxState; s++) p += belief.state[s]!;
  return Math.min(1, p);
}

/** Probability that the best next use of a thing of label `k` is one of those accepted. */
export function gradeAcceptance(given: Float64Array, k: number, accepted: Uint8Array): number {
  let p = 0;
  for (let g = 0; g < GRADES; g++) if (accepted[g] === 1) p += given[k * GRADES + g]!;
  return p;
}

/** Probability that the material is one that an output accepts. */
function acceptedShare(material: Float32Array, accepts: Uint8Array): number {
  let p = 0;
  for (let k = 0; k < material.length; k++) if (accepts[k] === 1) p += material[k]!;
  return Math.min(1, p);
}
