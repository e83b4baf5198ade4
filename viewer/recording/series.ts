import type { WorldEvent } from '../../sim/record/event.ts';
import { idOf, numberOf } from './fields.ts';

/** Battery and sun of one robot over the day, at most one sample per simulated half minute. */
export interface RobotSeries {
  readonly timeS: number[];
  readonly soc: number[];
  readonly solarW: number[];
}

const SAMPLE_S = 30;

/** Adds a `robot.state` event to its robot's series; within half a minute the lowest charge is kept. */
export function addSample(series: Map<string, RobotSeries>, event: WorldEvent): void {
  const id = idOf(event.subject);
  const own = series.get(id) ?? { timeS: [], soc: [], solarW: [] };
  series.set(id, own);
  const timeS = event.timeUs / 1e6;
  const last = own.timeS.length - 1;
  const soc = numberOf(event.data, 'soc', own.soc[last] ?? 0);
  const solarW = numberOf(event.data, 'solarW', own.solarW[last] ?? 0);
  if (last >= 0 && timeS - own.timeS[last]! < SAMPLE_S) {
    own.soc[last] = Math.min(own.soc[last]!, soc);
    return;
  }
  own.timeS.push(timeS);
  own.soc.push(soc);
  own.solarW.push(solarW);
}
