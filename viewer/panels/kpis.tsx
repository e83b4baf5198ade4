import { must } from '../../sim/record/must.ts';
import { type DayState, purityOf } from '../recording/state.ts';
import type { Timeline } from '../recording/timeline.ts';
import { kilograms, percent, robotWord } from '../words.ts';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly alarm?: boolean;
}

function figuresOf(state: DayState, timeline: Timeline): Figure[] {
  const { tally, belt } = state;
  const down = [...state.assets].filter(([, a]) => !a.up).map(([id]) => id);
  const robots = timeline.site.robots.map(({ id }) => {
    const now = must(state.robots.get(id), 'robot');
    return {
      name: `Battery ${id}`,
      value: percent(now.soc),
      note: `${robotWord(now.state)}, ${now.powerW.toFixed(0)} W`,
      alarm: now.state === 'OFF',
    };
  });
  return [
    { name: 'Arrived', value: String(tally.arrived), note: kilograms(tally.massInKg) },
    { name: 'Sorted by robots', value: String(tally.picked), note: kilograms(tally.sortedKg) },
    {
      name: 'Purity',
      value: tally.sortedKg > 0 ? percent(purityOf(tally)) : '-',
      note: `${tally.wrong} sorted wrongly`,
    },
    {
      name: 'Plant',
      value: down.length > 0 ? 'fault' : belt.running ? 'running' : 'stopped',
      note: down.length > 0 ? down.join(', ') : `${tally.faults} faults`,
      alarm: down.length > 0,
    },
    ...robots,
  ];
}

/** The day in figures, up to the instant shown. */
export function Kpis({ state, timeline }: { state: DayState; timeline: Timeline }) {
  return (
    <dl class="kpis" aria-label="Figures of the day so far">
      {figuresOf(state, timeline).map(({ name, value, note, alarm }) => (
        <div key={name} class={alarm ? 'kpi alarm' : 'kpi'}>
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
