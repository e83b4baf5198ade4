import { type EventOf, idOf } from '../../sim/record/event.ts';

/** Battery and sun of one robot over the day, at most one sample per simulated half minute. */
export interface RobotSeries {
  readonly timeS: number[];
  readonly soc: number[];
  readonly solarW: number[];
}

const SAMPLE_S = 30;

/** Adds a `robot.state` event to its robot's series; within half a minute the lowest charge is kept. */
export function addSample(
  series: Map<string, RobotSeries>,
  { subject, timeUs, data }: EventOf<'robot.state'>,
): void {
  const id = idOf(subject);
  const own = series.get(id) ?? { timeS: [], soc: [], solarW: [] };
  series.set(id, own);
  const timeS = timeUs / 1e6;
  const lastS = own.timeS.at(-1);
  if (lastS !== undefined && timeS - lastS < SAMPLE_S) {
    own.soc.push(Math.min(own.soc.pop() ?? data.soc, data.soc));
    return;
  }
  own.timeS.push(timeS);
  own.soc.push(data.soc);
  own.solarW.push(data.solarW);
}
