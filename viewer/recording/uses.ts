import type { EventOf } from '../../sim/record/event.ts';
import { idOf } from '../../sim/record/event.ts';
import { type RobotStateName, robotStates } from '../../sim/record/summary.ts';

interface Changes {
  readonly timesUs: number[];
  readonly states: RobotStateName[];
}

/** What the robots did with their time: the changes of their states, in the order of time. */
export class Uses {
  private readonly robots = new Map<string, Changes>();

  add({ subject, timeUs, data }: EventOf<'robot.state'>): void {
    const id = idOf(subject);
    const own = this.robots.get(id) ?? { timesUs: [], states: [] };
    this.robots.set(id, own);
    if (own.states.at(-1) === data.state) return;
    own.timesUs.push(timeUs);
    own.states.push(data.state);
  }

  /** Microseconds that a robot spent in each state until an instant; a state that it never was in has 0. */
  until(robot: string, timeUs: number): Readonly<Record<RobotStateName, number>> {
    const spent = Object.fromEntries(robotStates.map((s) => [s, 0])) as Record<RobotStateName, number>;
    const { timesUs = [], states = [] } = this.robots.get(robot) ?? {};
    for (const [i, state] of states.entries()) {
      const fromUs = timesUs[i] ?? 0;
      if (fromUs >= timeUs) break;
      spent[state] += Math.min(timesUs[i + 1] ?? timeUs, timeUs) - fromUs;
    }
    return spent;
  }
}
