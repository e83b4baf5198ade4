import { colourOf } from '../../../sim/record/palette.ts';
import { robotStates } from '../../../sim/record/summary.ts';
import { decimal, say } from '../../language.ts';
import { kilograms, percent, robotWord } from '../../words.ts';
import type { Shown } from '../shown.ts';
import { UpkeepChart } from './upkeep-chart.tsx';

type Props = Pick<Shown, 'timeline' | 'timeUs' | 'endUs'>;

/** What each robot did with its time until the instant shown, state by state. */
function Uses({ timeline, timeUs }: Omit<Props, 'endUs'>) {
  const toneOf = (state: string): string => colourOf('state', state);
  const rows = timeline.site.robots.map(({ id }) => {
    const spent = timeline.uses.until(id, timeUs);
    const all = Math.max(1, timeUs);
    const parts = robotStates.map((state) => ({ state, share: spent[state] / all }));
    return { id, parts: parts.filter(({ share }) => share > 0.0005) };
  });
  const met = robotStates.filter((state) => rows.some(({ parts }) => parts.some((p) => p.state === state)));
  return (
    <section class="uses">
      <h3>{say('plant.use')}</h3>
      <ul>
        {rows.map(({ id, parts }) => (
          <li key={id}>
            <span class="uses-name">{id}</span>
            <span class="uses-bar" aria-hidden="true">
              {parts.map(({ state, share }) => (
                <i key={state} style={{ width: `${share * 100}%`, background: toneOf(state) }} />
              ))}
            </span>
            <span class="hidden">
              {parts.map(({ state, share }) => `${robotWord(state)} ${percent(share)}`).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <table>
        <tbody>
          {met.map((state) => (
            <tr key={state}>
              <th scope="row">
                <i class="swatch" style={{ background: toneOf(state) }} /> {robotWord(state)}
              </th>
              {rows.map(({ id, parts }) => (
                <td key={id}>{percent(parts.find((p) => p.state === state)?.share ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Mass that arrived and that robots sorted, hour by hour; the hour shown is marked. */
function HourBars({ timeline, timeUs }: Pick<Props, 'timeline' | 'timeUs'>) {
  const { arrivedKg, sortedKg } = timeline.hours;
  const most = Math.max(1e-9, ...arrivedKg);
  const now = timeline.hours.hourOf(timeUs);
  const first = Math.floor(timeline.site.scene.startHour);
  return (
    <section class="hours">
      <h3>{say('plant.hours')}</h3>
      <ul>
        {arrivedKg.map((kg, hour) => {
          const sorted = sortedKg[hour] ?? 0;
          const clock = (first + hour) % 24;
          return (
            <li
              key={hour}
              class={hour === now ? 'now' : ''}
              title={say('plant.hour', { hour: clock, kg: kilograms(sorted), all: kilograms(kg) })}
            >
              <span class="hour-bar" aria-hidden="true">
                <i class="all" style={{ height: `${(100 * kg) / most}%` }} />
                <i class="done" style={{ height: `${(100 * sorted) / most}%` }} />
              </span>
              <span aria-hidden="true">{clock}</span>
              <span class="hour-kg" aria-hidden="true">
                {decimal(sorted, sorted < 10 ? 1 : 0)}
              </span>
              <span class="hidden">
                {say('plant.hour', { hour: clock, kg: kilograms(sorted), all: kilograms(kg) })}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="quiet">{say('plant.hours.key')}</p>
    </section>
  );
}

/** The plant at work: robots' time, throughput, wear and service. */
export function PlantPanel(props: Props) {
  return (
    <div class="panel">
      <Uses {...props} />
      <HourBars {...props} />
      <UpkeepChart {...props} />
    </div>
  );
}
