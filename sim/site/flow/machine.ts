import { normalCdf } from '../../kernel/random/normal-cdf.ts';
import { normalQuantile } from '../../kernel/random/normal-quantile.ts';
import { type DrawKey, uniformAt } from '../../kernel/random/random.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import type { MachineSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import type { Belt, BeltItem } from './belt.ts';
import type { Bin } from './bin.ts';
import { Throughput } from './throughput.ts';

/** Shapes that lie flat and sail under the air jet. */
const flatShapes: ReadonlySet<string> = new Set(['film', 'bag', 'sheet']);

/** A machine on the belt: sees every item that comes, ejects what it takes for its target, and what lies beside it. */
export class Machine {
  readonly spec: MachineSpec;
  ejected = 0;
  alongside = 0;
  /** Shift of the decision threshold in standard deviations of its score: above 0 = purer and less. */
  threshold = 0;
  readonly #day: Day;
  readonly #belt: Belt;
  readonly #bin: Bin;
  readonly #filled: (bin: Bin) => void;
  readonly #draws: DrawKey;
  readonly #flow: number;
  readonly #load = new Throughput();
  readonly #flatLoad = new Throughput();
  readonly #targets: Set<string>;
  readonly #isTarget = new Map<string, boolean>();

  /** `filled` is told after each item that has fallen into the bin. */
  constructor(spec: MachineSpec, day: Day, belt: Belt, bin: Bin, filled: (bin: Bin) => void) {
    this.#filled = filled;
    this.spec = spec;
    this.#day = day;
    this.#belt = belt;
    this.#bin = bin;
    this.#targets = new Set(spec.targets);
    this.#draws = day.drawKey(`machine:${spec.id}`, 'eject');
    this.#flow = day.ledger.flow('kg', 'belt', `bin:${spec.output}`, `eject ${spec.id}`);
  }

  /** An item comes under the machine. */
  meet(item: BeltItem): void {
    const { massKg, shape } = item.item;
    this.#load.add(this.#day.sim.now, massKg);
    if (flatShapes.has(shape)) this.#flatLoad.add(this.#day.sim.now, massKg);
    const p = this.probability(item);
    if (uniformAt(this.#draws, item.index, item.passes) >= p) return;
    const swept = this.#belt.near(this.spec.positionM, this.spec.blowWindowM / 2);
    for (const each of swept) {
      if (each === item) this.ejected += 1;
      else this.alongside += 1;
      this.#eject(each);
    }
  }

  /** Probability of ejecting an item for its own sake, at the present load and threshold. */
  probability(item: BeltItem): number {
    const { spec } = this;
    if (!this.#wants(item.item.materialId)) return shifted(spec.falseShare, this.threshold);
    const { now } = this.#day.sim;
    const tPerH = this.#load.tonnesPerHour(now);
    const flatShare = tPerH > 0 ? this.#flatLoad.tonnesPerHour(now) / tPerH : 0;
    const clean = shifted(spec.yield, this.threshold);
    const worked = clean * Math.exp(-spec.loadPerTPerH * tPerH) * grasp(spec, item.item, flatShare);
    return Math.min(1, Math.max(0, worked));
  }

  #wants(materialId: string): boolean {
    let known = this.#isTarget.get(materialId);
    if (known === undefined) {
      const { id, class: kind, family } = materialById(materialId);
      known = [id, kind, family].some((name) => this.#targets.has(name));
      this.#isTarget.set(materialId, known);
    }
    return known;
  }

  #eject(item: BeltItem): void {
    this.#belt.release(item, 'bin');
    this.#day.ledger.post(this.#flow, item.item.massKg);
    this.#bin.add(item, this.spec.yield, this.spec.id);
    this.#filled(this.#bin);
  }
}

/** Classes that a magnet lifts and that an eddy current throws (stainless steel neither; from memory). */
const ferrous: ReadonlySet<string> = new Set(['STEEL']);
const conducting: ReadonlySet<string> = new Set(['ALUMINIUM', 'COPPER', 'BRASS', 'ZINC']);

/** 5 wt% of flat items in the feed hurt the yield on all items about as much as 20 % dead valves (Kueppers, WM&R 2020). */
const valvesPerFlatShare = 0.2 / 0.05;

/** Carbon black from which near-infrared sees nothing (materials note: bands survive 0.05-0.5 wt%). */
const blindFromPct = 0.5;

/**
 * What the machine's physics leaves of its yield on one target: a magnet and an eddy current act on metals of their kind only
 * and have no valves; an optical sorter needs light back and air valves, which flat items in the feed disturb and under which they sail themselves; a
 * screen needs neither.
 */
function grasp(spec: MachineSpec, item: ItemState, flatShare: number): number {
  const { kind, deadValves, deadValveLoss, flatFactor } = spec;
  const flat = flatShapes.has(item.shape) ? flatFactor : 1;
  const metal = materialById(item.materialId).class;
  if (kind === 'magnet') return ferrous.has(metal) ? 1 : 0;
  if (kind === 'eddy-current') return conducting.has(metal) ? 1 : 0;
  if (kind === 'screen') return flat;
  const blind = item.carbonBlackPct >= blindFromPct;
  const valves = Math.min(1, deadValves + valvesPerFlatShare * flatShare);
  return blind ? 0 : Math.max(0, 1 - deadValveLoss * valves) * flat;
}

/** A share under a score of unit variance when the threshold moves by `shift`; 0 and 1 stay. */
export function shifted(share: number, shift: number): number {
  if (shift === 0 || share <= 0 || share >= 1) return share;
  return normalCdf(normalQuantile(share) - shift);
}
