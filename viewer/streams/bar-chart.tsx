import { figure } from '../words.ts';

interface Props {
  readonly labels: readonly string[];
  readonly values: readonly number[];
  readonly yLabel: string;
  /** Says in words what it shows. */
  readonly label: string;
}

const W = 340;
const H = 132;
const LEFT = 40;
const BOTTOM = 26;
const TOP = 16;

/** A bar a value, side by side, over or under their zero line. */
export function BarChart({ labels, values, yLabel, label }: Props) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const py = (y: number): number => TOP + ((high - y) / (high - low || 1)) * (H - BOTTOM - TOP);
  const step = (W - LEFT - 8) / Math.max(1, values.length);
  return (
    <svg class="line-chart" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={label}>
      {[...new Set([low, 0, high])].map((y) => (
        <g key={y} class="tick">
          <path d={`M${LEFT} ${py(y)}H${W - 8}`} />
          <text x={LEFT - 5} y={py(y) + 3} class="y">
            {figure(y)}
          </text>
        </g>
      ))}
      {values.map((value, i) => (
        <g key={labels[i] ?? i}>
          <rect
            class="value-bar"
            x={LEFT + (i + 0.15) * step}
            y={Math.min(py(0), py(value))}
            width={0.7 * step}
            height={Math.abs(py(value) - py(0))}
          />
          <text x={LEFT + (i + 0.5) * step} y={H - BOTTOM + 12} class="x">
            {labels[i] ?? ''}
          </text>
        </g>
      ))}
      <text x={2} y={10} class="y-label">
        {yLabel}
      </text>
    </svg>
  );
}
