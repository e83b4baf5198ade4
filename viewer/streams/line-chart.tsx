import { at } from '../../sim/record/must.ts';
import { decimal } from '../language.ts';

interface Band {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

interface Props {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly label: string;
  readonly yRange?: readonly [number, number];
  readonly bands?: readonly Band[];
  readonly dots?: boolean;
}

const W = 340;
const H = 132;
const LEFT = 40;
const BOTTOM = 26;
const TOP = 16;

function ticks(low: number, high: number): number[] {
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw) ?? raw;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step);
}

/** Labels of ticks with as many digits as tell them apart. */
function labelsOf(values: readonly number[]): string[] {
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0));
  const digits = step >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(step) - 1e-9));
  return values.map((v) => decimal(v, digits));
}

/** A small line with axes, units and named bands; `label` says in words what it shows. */
export function LineChart({ xs, ys, xLabel, yLabel, label, yRange, bands = [], dots = false }: Props) {
  const [x0, x1] = [xs[0] ?? 0, xs.at(-1) ?? 1];
  const [low, high] = yRange ?? [Math.min(...ys), Math.max(...ys)];
  const pad = yRange ? 0 : Math.max(0.02, (high - low) * 0.12);
  const [y0, y1] = [low - pad, high + pad];
  const px = (x: number): number => LEFT + ((x - x0) / (x1 - x0 || 1)) * (W - LEFT - 8);
  const py = (y: number): number => H - BOTTOM - ((y - y0) / (y1 - y0 || 1)) * (H - BOTTOM - TOP);
  const [xTicks, yTicks] = [ticks(x0, x1), ticks(y0, y1)];
  const [xLabels, yLabels] = [labelsOf(xTicks), labelsOf(yTicks)];
  const line = xs
    .map((x, i) => `${i === 0 ? 'M' : 'L'}${px(x).toFixed(1)} ${py(at(ys, i)).toFixed(1)}`)
    .join('');
  return (
    <svg class="line-chart" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={label}>
      {bands.map((band, i) => (
        <g key={band.name} class="band">
          <rect x={px(band.from)} y={TOP} width={px(band.to) - px(band.from)} height={H - BOTTOM - TOP} />
          <text x={(px(band.from) + px(band.to)) / 2} y={i % 2 === 0 ? 8 : 14.5}>
            {band.name}
          </text>
        </g>
      ))}
      {yTicks.map((y, i) => (
        <g key={y} class="tick">
          <path d={`M${LEFT} ${py(y)}H${W - 8}`} />
          <text x={LEFT - 5} y={py(y) + 3} class="y">
            {yLabels[i]}
          </text>
        </g>
      ))}
      {xTicks.map((x, i) => (
        <text key={x} x={px(x)} y={H - BOTTOM + 12} class="x">
          {xLabels[i]}
        </text>
      ))}
      <text x={W - 8} y={H - 3} class="x-label">
        {xLabel}
      </text>
      <text x={2} y={10} class="y-label">
        {yLabel}
      </text>
      <path class="line" d={line} />
      {dots ? xs.map((x, i) => <circle key={x} class="dot" cx={px(x)} cy={py(at(ys, i))} r="2.6" />) : null}
    </svg>
  );
}
