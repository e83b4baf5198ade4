import type { Flow } from '../../recording/flows.ts';
import { layoutSankey, type SankeyNode, type SankeyRibbon } from './sankey-layout.ts';

const WIDTH = 372;
const BAR_PX = 8;
/** Height of all that flows. */
const FULL_PX = 150;

interface Props {
  readonly title: string;
  readonly flows: readonly Flow[];
  /** A place in words, an amount with its unit, a ribbon in a sentence. */
  nameOf(place: string): string;
  amountOf(amount: number): string;
  sentenceOf(flow: Flow): string;
  toneOf(place: string): string;
}

function ribbonPath({ y0, y1, height }: SankeyRibbon, x0: number, x1: number): string {
  const middle = (x0 + x1) / 2;
  const [a, b] = [y0 + height, y1 + height];
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${b}C${middle} ${b} ${middle} ${a} ${x0} ${a}Z`;
}

/** Amounts on their way, as wide as they are large; all of it stands beside it as a list for those who do not see it. */
export function Sankey({ title, flows, nameOf, amountOf, sentenceOf, toneOf }: Props) {
  const { nodes, ribbons, height } = layoutSankey(flows, FULL_PX);
  const last = Math.max(1, ...nodes.map(({ column }) => column));
  const xOf = (column: number): number => (column / last) * (WIDTH - BAR_PX);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const columnOf = (name: string): number => byName.get(name)?.column ?? 0;
  const anchor = ({ column }: SankeyNode) =>
    column === last
      ? { x: xOf(column) - 5, 'text-anchor': 'end' as const }
      : { x: xOf(column) + BAR_PX + 5, 'text-anchor': 'start' as const };
  return (
    <section class="sankey">
      <h3>{title}</h3>
      <svg viewBox={`0 0 ${WIDTH} ${Math.max(1, height)}`} aria-hidden="true">
        {ribbons.map((ribbon) => (
          <path
            key={`${ribbon.from}>${ribbon.to}`}
            d={ribbonPath(ribbon, xOf(columnOf(ribbon.from)) + BAR_PX, xOf(columnOf(ribbon.to)))}
            fill={toneOf(ribbon.to)}
          />
        ))}
        {nodes.map((node) => (
          <g key={node.name}>
            <rect
              x={xOf(node.column)}
              y={node.y}
              width={BAR_PX}
              height={node.height}
              fill={toneOf(node.name)}
            />
            <text {...anchor(node)} y={node.y + 10}>
              {nameOf(node.name)}
            </text>
            <text {...anchor(node)} y={node.y + 21} class="soft">
              {amountOf(node.amount)}
            </text>
          </g>
        ))}
      </svg>
      <ul class="hidden">
        {flows.map((flow) => (
          <li key={`${flow.from}>${flow.to}`}>{sentenceOf(flow)}</li>
        ))}
      </ul>
    </section>
  );
}
