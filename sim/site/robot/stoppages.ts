import { type Day, openSecondsBetween } from '../day.ts';
import { type Belt, freshUs } from '../flow/belt.ts';
import type { Residue } from '../flow/residue.ts';
import type { Asset } from '../upkeep/asset.ts';
import type { AssetUser } from '../upkeep/crew.ts';
import { gripAt } from '../upkeep/worn-grip.ts';
import type { Robot } from './robot.ts';

/** What failures and services of assets do to a site: a belt or feeder stops the feed, a gripper its robot; wear is felt. */
export class Stoppages implements AssetUser {
  readonly #day: Day;
  readonly #belt: Belt;
  readonly #residue: Residue;
  readonly #robots: readonly Robot[];
  readonly #down = new Set<Asset>();
  #runningSinceUs = 0;
  #ranS = 0;

  constructor(day: Day, belt: Belt, residue: Residue, robots: readonly Robot[]) {
    this.#day = day;
    this.#belt = belt;
    this.#residue = residue;
    this.#robots = robots;
  }

  /** False while the feed is shut: what arrives then goes past the site. */
  get feeding(): boolean {
    return this.#down.size === 0;
  }

  stopped(asset: Asset): void {
    const { kind } = asset.spec;
    if (kind === 'gripper') this.#robotOf(asset).halt(asset.up ? 'SERVICE' : 'FAULT');
    if (kind !== 'belt' && kind !== 'feeder') return;
    this.#countRunning();
    this.#down.add(asset);
    if (kind === 'belt') this.#belt.stop();
  }

  restored(asset: Asset): void {
    if (asset.spec.kind === 'gripper') this.#robotOf(asset).resume();
    if (!this.#down.has(asset)) return;
    this.#countRunning();
    this.#down.delete(asset);
    if ([...this.#down].some((a) => a.spec.kind === 'belt')) return;
    this.#clearOld();
    this.#belt.start();
  }

  runningS(): number {
    this.#countRunning();
    const ran = this.#ranS;
    this.#ranS = 0;
    return ran;
  }

  /** Worn lens and lamp change what the robot sees; a worn gripper holds less well. */
  worn(asset: Asset): void {
    const { kind } = asset.spec;
    if (kind === 'gripper') this.#robotOf(asset).grip = gripAt(asset.share);
    if (kind === 'lens' || kind === 'lamp') this.#robotOf(asset).wearSensors(kind, asset.share);
  }

  #robotOf(asset: Asset): Robot {
    return this.#robots.find((r) => r.spec.id === asset.spec.robotId)!;
  }

  /** At a restart, items that would be on the belt for too long are cleared, as nobody would pick them. */
  #clearOld(): void {
    const { now } = this.#day.sim;
    const rideUs = this.#belt.travelUs(this.#belt.spec.lengthM);
    for (const item of this.#belt.riding()) {
      const leftUs = rideUs - (this.#belt.clockUs() - item.enteredUs);
      if (now + leftUs - item.timeUs > freshUs) this.#residue.take(item, 'belt', 'cleared');
    }
  }

  /** Adds the running time since the last call: open hours with nothing in the way. */
  #countRunning(): void {
    const { sim, world } = this.#day;
    // To the microsecond, so that whole steps of wear are not missed by rounding.
    if (this.feeding)
      this.#ranS += Math.round(openSecondsBetween(world.site, this.#runningSinceUs, sim.now) * 1e6) / 1e6;
    this.#runningSinceUs = sim.now;
  }
}
