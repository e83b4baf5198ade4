import type { Perception } from '../../ports.ts';
import type { Sensors } from '../../senses/registry.ts';
import type { RobotSpec } from '../../world.ts';
import type { BeltItem, Told } from '../flow/belt.ts';

/** The looks of one robot, the first and the better ones in order, at what they cost on its own board; and what they tell others. */
export class Ladder {
  readonly rungs: readonly Perception[];
  readonly #spec: RobotSpec;
  /** Names of the first look, of the first two ... */
  readonly #eyes: readonly string[];

  constructor(rungs: readonly Perception[], spec: RobotSpec) {
    this.rungs = rungs;
    this.#spec = spec;
    const names = rungs.map(({ name, senses }) => `${name}/${senses.join('+')}`);
    this.#eyes = names.map((_, last) => names.slice(0, last + 1).join());
  }

  get length(): number {
    return this.rungs.length;
  }

  at(rung: number): Perception {
    return this.rungs[rung]!;
  }

  inferUs(rung: number): number {
    return Math.round(this.at(rung).cost.infer.timeUs * this.#spec.computeTimeFactor);
  }

  inferJ(rung: number): number {
    return this.at(rung).cost.infer.energyJ * this.#spec.computeEnergyFactor;
  }

  /** Time of a look with its thinking. */
  lookUs(rung: number): number {
    return this.at(rung).cost.sense.timeUs + this.inferUs(rung);
  }

  /** Joules of a first look, idle power included. */
  get firstLookJ(): number {
    const { sense, infer } = this.at(0).cost;
    const { computeEnergyFactor, idleW } = this.#spec;
    return sense.energyJ + infer.energyJ * computeEnergyFactor + (idleW * this.lookUs(0)) / 1e6;
  }

  /** What another robot with the same eyes tells of an item, where it looked more than `looks` times; null where there is none. */
  toldOf({ told }: BeltItem, looks = 0): Told | null {
    return told !== null && told.looks > looks && told.eyes === this.#eyes[told.looks - 1] ? told : null;
  }

  /** Time until an item can be decided about: none where others tell of it, else that of a first look. */
  readonly neededUs = (item: BeltItem): number => (this.toldOf(item) === null ? this.lookUs(0) : 0);

  /** What a look says of an item; it is told to the robots down the belt. */
  see(item: BeltItem, rung: number, sensors: Sensors): Told['belief'] {
    const belief = this.at(rung).belief(item.item, sensors);
    if (rung >= (item.told?.looks ?? 0)) item.told = { eyes: this.#eyes[rung]!, looks: rung + 1, belief };
    return belief;
  }
}
