import { decimal, say } from '../language.ts';

/** One line of a chart: a value for each month. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly colour: string;
  /** Dashes of the line, so that colour is not needed to tell lines apart; empty = solid. */
  readonly dash: string;
  readonly strong?: boolean;
}

interface Props {
  readonly title: string;
  readonly series: readonly Series[];
  /** Days at which the months end. */
  readonly days: readonly number[];
  readonly day: number;
  /** Index of the month shown, for the figures beside the names. */
  readonly index: number;
  readonly shown: (value: number) => string;
  readonly seek: (day: number) => void;
}

const WIDTH = 400;
const HEIGHT = 90;

function rangeOf(series: readonly Series[]): readonly [number, number] {
  const all = series.flatMap(({ values }) => values);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  return high > low ? [low, high] : [low, low + 1];
}

/** Lines over the years with the figures of the month shown; a click leads to its day. */
export function TimeChart({ title, series, days, day, index, shown, seek }: Props) {
  const [low, high] = rangeOf(series);
  const last = Math.max(1, days.at(-1) ?? 1);
  const y = (value: number): number => HEIGHT - ((value - low) / (high - low)) * HEIGHT;
  const points = ({ values }: Series): string =>
    values
      .map((value, i) => `${(((days[i] ?? 0) / last) * WIDTH).toFixed(1)},${y(value).toFixed(1)}`)
      .join(' ');
  const told = series.map(({ name, values }) => `${name} ${shown(values[index] ?? 0)}`).join(', ');
  const click = (event: MouseEvent & { readonly currentTarget: SVGSVGElement }): void => {
    const box = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - box.left) / Math.max(1, box.width)) * last);
  };
  return (
    <section class="time-chart">
      <h2>{title}</h2>
      <ul class="series">
        {series.map(({ name, values, colour, dash }) => (
          <li key={name}>
            <svg class="stroke" viewBox="0 0 22 4" width="22" height="4" aria-hidden="true">
              <path d="M0 2h22" stroke={colour} stroke-width="3" stroke-dasharray={dash} />
            </svg>
            {name} <b>{shown(values[index] ?? 0)}</b>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider of the years and the arrow keys do the same */}
      <svg
        class="lines"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}: ${told}`}
        onClick={click}
      >
        <path d={`M0 ${y(0)}H${WIDTH}`} class="zero" />
        {series.map((line) => (
          <polyline
            key={line.name}
            points={points(line)}
            fill="none"
            stroke={line.colour}
            stroke-width={line.strong === false ? 1.2 : 2.2}
            stroke-dasharray={line.dash}
          />
        ))}
        <path d={`M${(day / last) * WIDTH} 0V${HEIGHT}`} class="now" />
      </svg>
      <p class="range">
        <span>{say('region.chart.span', { years: decimal(last / 365, 1) })}</span>
        <span>{say('region.chart.range', { low: shown(low), high: shown(high) })}</span>
      </p>
    </section>
  );
}
