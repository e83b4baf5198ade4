import { gamma } from '../../kernel/random/distributions.ts';
import { type DrawKey, itemStream, normalAt } from '../../kernel/random/random.ts';
import type { AssetSpec, WorldSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import { type Instruments, Readings } from './readings.ts';

/** Seconds in which wear is followed: a minute on a day, more on months, in about 5,000 steps whatever the length of the run. */
export const wearStepS = ({ maintenance, site }: WorldSpec): number =>
  Math.min(maintenance.inspectEveryS, Math.max(60, Math.round(site.durationS / 5000)));

/**
 * A part that wears as a gamma process in running time and fails at its limit. It wears in whole steps of running time, and each life
 * has its own draws, numbered by step, so that life n of an asset takes as many running seconds under every policy, whenever it
 * stands still. Instruments see wear through noise only.
 */
export class Asset {
  readonly spec: AssetSpec;
  wear: number;
  up = true;
  /** Being worked on. */
  serviced = false;
  /** Running seconds since the last renewal, and since the start. */
  ageS = 0;
  failures = 0;
  visits = 0;
  falseAlarms = 0;
  #downS = 0;
  #downSinceUs = -1;
  costEur = 0;
  leadS: number[] = [];
  readonly #day: Day;
  #lifeDraws: DrawKey;
  #life = 0;
  #step = 0;
  readonly #stepS: number;
  /** Running seconds of this life since it is followed; wear grows with each whole step of them. */
  #ranS = 0;
  #inspections = 0;
  #series = new Readings();
  readonly #instruments: Instruments;

  constructor(spec: AssetSpec, day: Day, stepS = wearStepS(day.world)) {
    this.spec = spec;
    this.#day = day;
    this.#stepS = stepS;
    const share = spec.startWear === 'long-run' ? 0 : spec.startWear;
    this.wear = share * spec.limit;
    this.ageS = startAgeS(spec, share);
    this.#instruments = {
      readings: day.drawKey(`asset:${spec.id}`, 'reading'),
      pictures: day.drawKey(`asset:${spec.id}`, 'picture'),
      ambientK: day.world.site.ambientC + 273.15,
    };
    this.#lifeDraws = day.drawKey(`asset:${spec.id}`, 'life 0');
  }

  get running(): boolean {
    return this.up && !this.serviced;
  }

  /** Wear 0..1 of the limit. */
  get share(): number {
    return this.wear / this.spec.limit;
  }

  /** Marks the start of a standstill (a failure or a service); a second call changes nothing. */
  down(): void {
    if (this.#downSinceUs < 0) this.#downSinceUs = this.#day.sim.now;
  }

  downtimeS(nowUs: number): number {
    return this.#downS + (this.#downSinceUs < 0 ? 0 : (nowUs - this.#downSinceUs) / 1e6);
  }

  /** Runs for `seconds`; true when this brings it to its limit. */
  run(seconds: number): boolean {
    if (seconds <= 0 || !this.running) return false;
    this.ageS += seconds;
    this.#ranS += seconds;
    while ((this.#step + 1) * this.#stepS <= this.#ranS) this.wear += this.#increment(this.#step++);
    return this.wear >= this.spec.limit;
  }

  /**
   * Running seconds until this life would have failed, had nobody come, by the draws that would have been made; not looked
   * for beyond `horizonS`.
   */
  dueInS(horizonS: number): number {
    if (this.spec.shapePerHour === 0) return horizonS;
    let wear = this.wear;
    let step = this.#step;
    const secondsTo = () => Math.max(0, step * this.#stepS - this.#ranS);
    while (wear < this.spec.limit && secondsTo() < horizonS) wear += this.#increment(step++);
    return wear < this.spec.limit ? horizonS : Math.min(horizonS, secondsTo());
  }

  /** As good as new. */
  renew(): void {
    this.#downS = this.downtimeS(this.#day.sim.now);
    this.#downSinceUs = -1;
    this.#life += 1;
    this.#lifeDraws = this.#day.drawKey(`asset:${this.spec.id}`, `life ${this.#life}`);
    this.#step = 0;
    this.#ranS = 0;
    this.ageS = 0;
    this.wear = 0;
    this.up = true;
    this.#series = new Readings();
  }

  /** Reads the instruments: condition index 0..1 of the limit, and one more point of each series. */
  inspect(): { condition: number; series: Readings } {
    const n = this.#inspections++;
    const w = this.share;
    this.#series.add(this.ageS, w, n, this.#instruments);
    const condition = w + this.spec.readingSd * normalAt(this.#instruments.readings, n, 0);
    return { condition, series: this.#series };
  }

  /** Begins with this wear after so many running seconds. */
  startAt(wear: number, ageS: number): void {
    this.wear = wear;
    this.ageS = ageS;
  }

  #increment(step: number): number {
    const shape = (this.spec.shapePerHour * this.#stepS) / 3600;
    return shape === 0 ? 0 : gamma(itemStream(this.#lifeDraws, step), shape, this.spec.scale);
  }
}

/** The age at which mean wear has reached the starting wear. */
function startAgeS({ limit, shapePerHour, scale }: AssetSpec, share: number): number {
  return shapePerHour === 0 ? 0 : (share * limit * 3600) / (shapePerHour * scale);
}
