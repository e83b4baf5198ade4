import type { Entity, EventHandle } from '../../kernel/core/event.ts';
import { CAPACITY } from '../../kernel/core/phase.ts';
import { type RobotStateName, robotStates } from '../../record/summary.ts';
import type { RobotSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import { Battery, coldFactor } from './battery.ts';
import { TurningPoints } from './battery-ageing.ts';

/** Who is told when charge crosses a threshold. */
export interface PowerUser {
  brownOut(): void;
  restart(): void;
}

/** Joules that the battery gives for work of `energyJ` over some seconds, idle power included. */
export function fromBattery(
  { idleW, dischargeEfficiency }: Pick<RobotSpec, 'idleW' | 'dischargeEfficiency'>,
  energyJ: number,
  timeS: number,
): number {
  return (energyJ + idleW * timeS) / dischargeEfficiency;
}

/** Seconds after which a robot knows what waiting takes. */
const knownAfterS = 300;

/** Usable battery of a robot at a site's temperature. */
export function usableJ(robot: RobotSpec, ambientC: number): number {
  return robot.batteryWh * 3600 * coldFactor(ambientC);
}

/**
 * A robot's energy: which state draws what, when the charge will cross the next threshold, and where every joule went.
 * Shut-down and restart have two thresholds, so that a robot at the edge does not flutter.
 */
export class Power implements Entity {
  readonly name: string;
  readonly battery: Battery;
  readonly stopJ: number;
  readonly restartJ: number;
  readonly energyJ: Record<RobotStateName, number>;
  readonly timeS: Record<RobotStateName, number>;
  readonly soc = new TurningPoints();
  state: RobotStateName = 'IDLE';
  brownOuts = 0;
  #sinceUs: number;
  #scheduledUs = Infinity;
  #pending: EventHandle | null = null;
  readonly #day: Day;
  readonly #user: PowerUser;
  readonly #workFlow: Record<RobotStateName, number>;
  readonly #idleW: number;

  constructor(robot: RobotSpec, day: Day, user: PowerUser) {
    this.name = `robot:${robot.id}`;
    this.#day = day;
    this.#user = user;
    this.#sinceUs = day.sim.now;
    this.#idleW = robot.idleW;
    const capacityJ = usableJ(robot, day.world.site.ambientC);
    const account = `battery:${robot.id}`;
    const spec = {
      capacityJ,
      startJ: robot.startSoc * capacityJ,
      chargeEfficiency: robot.chargeEfficiency,
      dischargeEfficiency: robot.dischargeEfficiency,
      leakW: (robot.selfDischargePerDay * capacityJ) / 86_400,
    };
    this.battery = new Battery(spec, account, day.ledger, day.sim.now);
    this.stopJ = robot.stopSoc * capacityJ;
    this.restartJ = robot.restartSoc * capacityJ;
    this.energyJ = byState(() => 0);
    this.timeS = byState(() => 0);
    this.#workFlow = byState((state) => day.ledger.flow('J', account, `work:${robot.id}`, state));
    day.conservation.watch('J', account, () => this.battery.chargeJ);
    day.flowedIn('J', spec.startJ);
    this.soc.add(this.battery.soc());
  }

  get up(): boolean {
    return this.state !== 'OFF';
  }

  /**
   * Watts that waiting took on average so far while the robot was up: idle, asleep, waking, and `besidesJ`. Idle power until it has
   * been up for `knownAfterS`.
   */
  standbyW(besidesJ: number): number {
    const { OFF, ...upS } = this.timeS;
    const seconds = Object.values(upS).reduce((sum, s) => sum + s, 0);
    if (seconds < knownAfterS) return this.#idleW;
    return (this.energyJ.IDLE + this.energyJ.SLEEP + besidesJ) / seconds;
  }

  /** Changes state and draw from now on; `record` = tell the recording. */
  enter(state: RobotStateName, loadW: number, record = true): void {
    this.settle();
    this.state = state;
    this.battery.loadW = loadW;
    if (record) this.report();
    this.#watch();
  }

  /** Sun or lamps changed. */
  harvest(harvestW: number): void {
    this.settle();
    this.battery.harvestW = harvestW;
    this.soc.add(this.battery.soc());
    this.report();
    this.#watch();
  }

  /** Takes joules at once in the present state. */
  burst(energyJ: number): void {
    if (energyJ === 0) return;
    this.settle();
    const before = this.battery.servedJ;
    this.battery.draw(energyJ, this.#workFlow[this.state]);
    this.energyJ[this.state] += this.battery.servedJ - before;
    this.#watch();
  }

  /** Brings charge and books up to now. */
  settle(): void {
    const { now } = this.#day.sim;
    const { servedJ, harvestedJ, spilledJ, unservedJ } = this.battery;
    this.battery.integrate(now, this.#workFlow[this.state]);
    this.energyJ[this.state] += this.battery.servedJ - servedJ;
    this.timeS[this.state] += (now - this.#sinceUs) / 1e6;
    this.#sinceUs = now;
    const inJ = this.battery.harvestedJ - harvestedJ + this.battery.spilledJ - spilledJ;
    const askedJ = this.battery.servedJ - servedJ + this.battery.unservedJ - unservedJ;
    this.#day.flowedIn('J', inJ + askedJ);
  }

  /** A charge threshold may have been reached; fires early rather than late, then looks again. */
  handle(): void {
    this.#pending = null;
    this.#scheduledUs = Infinity;
    this.settle();
    this.#watch();
  }

  report(): void {
    const { battery } = this;
    this.#day.emit('robot.state', this.name, {
      state: this.state,
      chargeJ: battery.chargeJ,
      soc: battery.soc(),
      powerW: battery.loadW,
      solarW: battery.harvestW,
    });
  }

  /** Acts on a threshold that has been reached, else makes sure that an event comes no later than the crossing. */
  #watch(): void {
    const { chargeJ } = this.battery;
    if (this.up && chargeJ <= this.stopJ && this.battery.netW() <= 0) {
      this.brownOuts += 1;
      this.#user.brownOut();
      return;
    }
    if (!this.up && chargeJ >= this.restartJ && chargeJ > this.stopJ) {
      this.#user.restart();
      return;
    }
    const seconds = this.battery.secondsTo(this.up ? this.stopJ : this.restartJ);
    if (seconds === Infinity) return;
    // One clock quantum more than the crossing, so that rounding cannot leave the charge on the wrong side for ever.
    const delayUs = Math.ceil(seconds * 1e6) + 1;
    const dueUs = this.#day.sim.now + delayUs;
    if (dueUs >= this.#scheduledUs || dueUs > this.#day.endUs) return;
    if (this.#pending !== null) this.#day.sim.cancel(this.#pending);
    this.#pending = this.#day.sim.scheduleEntity(delayUs, this, 0, 0, CAPACITY);
    this.#scheduledUs = dueUs;
  }
}

function byState<T>(value: (state: RobotStateName) => T): Record<RobotStateName, T> {
  return Object.fromEntries(robotStates.map((s) => [s, value(s)])) as Record<RobotStateName, T>;
}
