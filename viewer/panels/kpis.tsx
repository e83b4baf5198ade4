import { must } from '../../sim/record/must.ts';
import { decimal, say } from '../language.ts';
import type { RunResult } from '../recording/result.ts';
import { type DayState, purityOf } from '../recording/state.ts';
import type { Timeline } from '../recording/timeline.ts';
import { euros, kilograms, percent, robotWord } from '../words.ts';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly alarm?: boolean;
  readonly main?: boolean;
}

interface Props {
  readonly state: DayState;
  readonly timeline: Timeline;
  readonly result: RunResult | null;
}

/** What the value stands against: the most that the day could bring, and what it brings with nobody there. */
function besideOf({ boundEur, perceptions }: RunResult): string {
  const nobody = perceptions.find(({ name }) => name === 'no-robot');
  const bound = euros(boundEur, 2);
  return nobody === undefined
    ? say('kpi.value.note', { bound })
    : say('kpi.value.beside', { bound, nothing: euros(nobody.valueEur, 2) });
}

function moneyOf({ state, timeline, result }: Props): Figure[] {
  const { valueEur, co2eKg } = state.accounts;
  const over = timeline.ended && state.timeUs >= timeline.endUs;
  const note = result === null ? say('kpi.value.alone') : besideOf(result);
  return [
    { name: say(over ? 'kpi.value.end' : 'kpi.value'), value: euros(valueEur, 2), note, main: true },
    {
      name: say('day.carbon'),
      value: kilograms(Math.abs(co2eKg)),
      note: say(co2eKg <= 0 ? 'kpi.carbon.saved' : 'kpi.carbon.caused'),
    },
  ];
}

/** What of the plant does not run, and whether it has failed or is being serviced. */
function plantOf({ assets, belt, tally }: DayState): Figure {
  const down = [...assets].filter(([, a]) => !a.up).map(([id]) => id);
  const serviced = [...assets].filter(([, a]) => a.up && a.visited).map(([id]) => id);
  const name = say('tab.plant');
  if (down.length > 0) return { name, value: say('moment.fault'), note: down.join(', '), alarm: true };
  if (serviced.length > 0) return { name, value: say('kpi.serviced'), note: serviced.join(', ') };
  const value = say(belt.running ? 'kpi.running' : 'kpi.stopped');
  return { name, value, note: say('kpi.failures', { count: tally.faults }) };
}

function figuresOf(props: Props): Figure[] {
  const { state, timeline } = props;
  const { tally } = state;
  const robots = timeline.site.robots.map(({ id }) => {
    const now = must(state.robots.get(id), 'robot');
    return {
      name: say('kpi.battery', { robot: id }),
      value: percent(now.soc),
      note: `${robotWord(now.state)}, ${decimal(now.powerW, 0)} W`,
      alarm: now.state === 'OFF',
    };
  });
  return [
    ...moneyOf(props),
    { name: say('kpi.arrived'), value: decimal(tally.arrived, 0), note: kilograms(tally.massInKg) },
    { name: say('kpi.sorted'), value: decimal(tally.picked, 0), note: kilograms(tally.sortedKg) },
    {
      name: say('kpi.purity'),
      value: tally.sortedKg > 0 ? percent(purityOf(tally)) : '-',
      note: say('kpi.purity.note', { count: decimal(tally.wrong, 0) }),
    },
    plantOf(state),
    ...robots,
  ];
}

/** The day in figures, up to the instant shown: money first. */
export function Kpis(props: Props) {
  return (
    <dl class="kpis" aria-label={say('kpis')}>
      {figuresOf(props).map(({ name, value, note, alarm, main }) => (
        <div key={name} class={['kpi', alarm ? 'alarm' : '', main ? 'main' : ''].join(' ').trim()}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            <span>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
