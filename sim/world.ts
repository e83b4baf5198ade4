import type { BenchSpec, PieceTerms } from './accounts/bench.ts';
import type { CarbonFactor } from './accounts/carbon.ts';
import type { PriceTier } from './accounts/prices.ts';
import { materialById } from './materials/catalogue.ts';
import type { Grade } from './record/item-state.ts';
import type { Sensors } from './senses/registry.ts';

/** Everything that a scenario can set for one sorting site. Plain data; seeds are not part of it. */
export interface WorldSpec {
  readonly name: string;
  readonly site: SiteSpec;
  readonly feed: FeedSpec;
  readonly belt: BeltSpec;
  readonly outputs: readonly OutputSpec[];
  readonly residue: ResidueSpec;
  readonly robots: readonly RobotSpec[];
  readonly assets: readonly AssetSpec[];
  readonly maintenance: MaintenanceSpec;
  readonly economy: EconomySpec;
  /** Sorting machines along the belt; absent = none. */
  readonly machines?: readonly MachineSpec[];
  /** How often the processing policy is asked; absent or 0 = never. */
  readonly processEveryS?: number;
}

/** Place, calendar and sky. Solar time: 12 h = sun in the south. */
export interface SiteSpec {
  /** North positive. */
  readonly latitudeDeg: number;
  readonly altitudeM: number;
  /** Day 1..365 on which the run starts. */
  readonly dayOfYear: number;
  /** Solar hour at which the run starts. */
  readonly startHour: number;
  /** Length of the run, nights included. */
  readonly durationS: number;
  /** Daily working window; items arrive only inside it. */
  readonly openHour: number;
  readonly closeHour: number;
  /** Linke turbidity for the Ineichen-Perez clear sky; 0 = Haurwitz (needs the zenith only). */
  readonly linkeTurbidity: number;
  /** Long-run share of cloudy quarter hours (two-state chain, keyed by day), and what a cloud lets through. */
  readonly cloudShare: number;
  /** Autocorrelation of the sky between two quarter hours, 0..1. */
  readonly cloudPersistence: number;
  /** Share of clear-sky light that comes through a cloud. */
  readonly cloudTransmission: number;
  /** Air temperature: cools panels, takes capacity from cold batteries. */
  readonly ambientC: number;
  readonly windMPerS: number;
  /** How often harvest follows the sky, in seconds (constant in between). */
  readonly skyStepS: number;
}

export interface FeedSpec {
  /** What comes, by catalogue id; shares need not add up to 1. */
  readonly materials: readonly { readonly materialId: string; readonly share: number }[];
  /** Items per open hour outside surges. */
  readonly ratePerHour: number;
  /** Times at which the rate is multiplied; overlapping surges multiply. */
  readonly surges: readonly { readonly fromHour: number; readonly toHour: number; readonly factor: number }[];
  /** Smallest time between two items after singulation. */
  readonly minGapS: number;
  /**
   * 0: every arrival is a new item. N > 0: arrivals are drawn from N prepared items, so that frames and beliefs are shared
   * by replications (a bootstrap of the feed).
   */
  readonly poolSize: number;
  /** [10] weights of degradation states; empty = whatever the use phase gives. */
  readonly stateWeights: readonly number[];
  /** How far substances show in their looks: 0 = look-alikes are equal to a camera, 1 = as in reality; absent = 1. */
  readonly lookCoupling?: number;
  /** How many times as much soil lies on every item as its life left there; absent = 1. */
  readonly soilTimes?: number;
  /** Share of the items that are wet, 0..1; absent = as their last days left them. */
  readonly wetShare?: number;
}

export interface BeltSpec {
  readonly lengthM: number;
  readonly widthM: number;
  readonly speedMPerS: number;
  /** Mains power while the site is open. */
  readonly powerW: number;
  /** How often an item that nobody picked is sent round again, and how long the way back takes; absent = never. */
  readonly resortPasses?: number;
  readonly resortS?: number;
}

/** `accepts` names material ids, classes or families. Tiers: the first whose purity is reached sets the price. */
export interface OutputSpec {
  /** Name of the bin; 'residue' is taken by the belt end. */
  readonly id: string;
  /** Best next use that the output serves: reuse, repair, recycle-high, recycle-low, recover. */
  readonly use: string;
  readonly accepts: readonly string[];
  /** Worst degradation state (0..9) that the buyer accepts. */
  readonly maxState: number;
  /** Best next uses that the buyer accepts; absent = whatever `maxState` lets through. */
  readonly grades?: readonly Grade[] | undefined;
  /** Where its pieces are worked on and sold one by one; absent = it is sold by weight, by `tiers`. */
  readonly bench?: BenchSpec | undefined;
  readonly tiers: readonly PriceTier[];
  /** What each kilogram of wrong material is charged back with. */
  readonly contaminantEurPerKg: number;
  readonly carbon: CarbonFactor;
  /** Mass at which the lot is baled and sold; 0 = at the end of the run. */
  readonly capacityKg: number;
  /** Price of baling and emptying once. */
  readonly emptyEur: number;
  /** Where the bin stands, metres along the belt; a robot reaches it within its reachM. Left out: within reach of all. */
  readonly positionM?: number | undefined;
}

export interface ResidueSpec {
  /** Gate fee for what nobody picked. */
  readonly costEurPerKg: number;
  readonly carbon: CarbonFactor;
}

export interface RobotSpec {
  readonly id: string;
  /** Middle of the pick window along the belt. */
  readonly positionM: number;
  /** Half the length of the pick window. */
  readonly reachM: number;
  readonly side: 'left' | 'right';
  /** Outputs it can reach. */
  readonly outputs: readonly string[];
  /** A node only looks and decides. */
  readonly actuator: 'arm' | 'flap' | 'node';
  /** Time of one pick or ejection. */
  readonly moveS: number;
  /** Energy of one pick or ejection, beside idling. */
  readonly moveJ: number;
  /** Probability that a grip holds. */
  readonly pickSuccess: number;
  /** Draw after a brown-out. */
  readonly offW: number;
  readonly sleepW: number;
  readonly idleW: number;
  /** Energy of one wake-up. */
  readonly wakeJ: number;
  /** Idle time after which it sleeps. */
  readonly sleepAfterS: number;
  readonly batteryWh: number;
  readonly startSoc: number;
  /** Charge at which it shuts down, share of the usable capacity. */
  readonly stopSoc: number;
  /** Charge at which it starts again. */
  readonly restartSoc: number;
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  readonly selfDischargePerDay: number;
  /** Panel peak power at 1000 W/m2 and 25 C; 0 = no panel. */
  readonly panelW: number;
  /** Change of panel power per kelvin of cell temperature, about -0.004. */
  readonly panelTempPerK: number;
  /** Constant harvest from indoor light (W), beside the panel. */
  readonly indoorW: number;
  /** Multiplies the classifier's own joules and seconds: another device than the one it was measured for. */
  readonly computeEnergyFactor: number;
  readonly computeTimeFactor: number;
  /** Mains power of a remote computer for this robot (kept apart from the battery). */
  readonly remoteW: number;
  /** State of its three senses when the run starts. */
  readonly sensors: Sensors;
}

/**
 * A machine that ejects what it takes for its target. At load q (t/h) and dead-valve share v the yield on targets is
 * yield * exp(-loadPerTPerH q) * (1 - deadValveLoss v), times `flatFactor` on flat items; whatever lies in the blow window of
 * an ejection goes along. (Kueppers 2020: exponential in throughput, valves and 2D share; constants are plant data.)
 */
export interface MachineSpec {
  readonly id: string;
  readonly kind: 'magnet' | 'eddy-current' | 'optical' | 'screen';
  readonly positionM: number;
  /** Bin that it blows into. */
  readonly output: string;
  /** Material ids, classes or families that it means to eject. */
  readonly targets: readonly string[];
  readonly yield: number;
  /** Share of other items that it ejects although alone in the window. */
  readonly falseShare: number;
  readonly loadPerTPerH: number;
  /** Share of its air valves that do not open. */
  readonly deadValves: number;
  readonly deadValveLoss: number;
  readonly flatFactor: number;
  /** Length of belt that one ejection sweeps. */
  readonly blowWindowM: number;
  /** Mains power while the site is open. */
  readonly powerW: number;
}

/** Wear is a gamma process in running hours: increments Gamma(shapePerHour * dt, scale), failure at `limit`. */
export interface AssetSpec {
  readonly id: string;
  /** What stops when it fails: belt and feeder stop the feed, a gripper its robot; lens and lamp only see less. */
  readonly kind: 'belt' | 'feeder' | 'gripper' | 'lens' | 'lamp';
  readonly robotId: string | null;
  readonly shapePerHour: number;
  readonly scale: number;
  /** Wear at which it fails. */
  readonly limit: number;
  /** Wear at the start as a share of `limit`; long-run = drawn for each day, as under the policy it has gone on for ever. */
  readonly startWear: number | 'long-run';
  /** Standstill of a planned visit. */
  readonly plannedS: number;
  /** Standstill of a repair, travel and waiting not counted. */
  readonly repairS: number;
  /** Cost of a planned renewal, travel not counted. */
  readonly plannedEur: number;
  /** Cost of a repair after a failure, travel not counted. */
  readonly failureEur: number;
  /** Standard deviation of the condition reading, as a share of `limit`. */
  readonly readingSd: number;
}

export interface MaintenanceSpec {
  /** How often instruments are read and the policy is asked. */
  readonly inspectEveryS: number;
  /** Time until a technician who is sent for can be there. */
  readonly travelS: number;
  /** Cost of one trip, however many assets it serves. */
  readonly visitEur: number;
  /** Hours of the day in which a technician can arrive. */
  readonly fromHour: number;
  readonly toHour: number;
  /** Parts in stock at the start; each one used is ordered again. Nobody needs one to clean a lens. */
  readonly spareParts: number;
  /** Time until an ordered part comes. */
  readonly spareLeadS: number;
  /** Days between two occasions to get there (a boat twice a week = 3.5), counted from the first midnight; absent = any day. */
  readonly everyDays?: number;
  /** Days from one visit by the calendar to the next; absent or 0 = the shortest of the assets' best ages. */
  readonly periodDays?: number;
}

export interface EconomySpec {
  readonly mainsEurPerKWh: number;
  /** Per kWh of mains electricity (the field is per unit). */
  readonly mainsCarbon: CarbonFactor;
  /** Rent, wages and so on per open hour. */
  readonly fixedEurPerHour: number;
}

/** One thing that is wrong with a world; `path` leads to the field. */
export interface SpecProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly got?: unknown;
  readonly cure: string;
  /** Names of which one was probably meant. */
  readonly known?: readonly string[];
}

/** Items per second at an instant. */
export function arrivalRate(site: SiteSpec, feed: FeedSpec, hour: number): number {
  if (hour < site.openHour || hour >= site.closeHour) return 0;
  let factor = 1;
  for (const surge of feed.surges) if (hour >= surge.fromHour && hour < surge.toHour) factor *= surge.factor;
  return (feed.ratePerHour / 3600) * factor;
}

/** Materials that the feed may bring, sorted: the labels of whoever knows no others. */
export function fedMaterials({ feed }: Pick<WorldSpec, 'feed'>): string[] {
  return [...new Set(feed.materials.map((m) => m.materialId))].sort();
}

/** True where a list of material ids, classes or families names a material. */
export function named(names: readonly string[], materialId: string): boolean {
  const { id, class: kind, family } = materialById(materialId);
  return names.includes(id) || names.includes(kind) || names.includes(family);
}

/** What becomes of a piece of a kind and grade on the bench of an output; undefined where nothing is said of it. */
export function pieceTerms({ bench }: OutputSpec, materialId: string, grade: Grade): PieceTerms | undefined {
  return bench?.pieces.find(
    (one) => one.grade === grade && (one.accepts === undefined || named(one.accepts, materialId)),
  );
}

/** The accept set of an output over a label order: [K] 1 = accepted. */
export function acceptsOf(accepts: readonly string[], labels: readonly string[]): Uint8Array {
  return Uint8Array.from(labels, (id) => (named(accepts, id) ? 1 : 0));
}
