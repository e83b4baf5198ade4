import type { Flow } from '../../recording/flows.ts';

/** A place of a flow picture: x by its column, y and height by what passes. */
export interface SankeyNode {
  readonly name: string;
  readonly column: number;
  readonly amount: number;
  readonly y: number;
  readonly height: number;
}

export interface SankeyRibbon extends Flow {
  /** Upper edges where it leaves and where it arrives, and how thick it is. */
  readonly y0: number;
  readonly y1: number;
  readonly height: number;
}

/** Room for the words of the thinnest place. */
const ROW_PX = 26;

/** How many flows lie between a place and the first ones. */
function columnsOf(flows: readonly Flow[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const { from, to } of flows) {
    columns.set(from, columns.get(from) ?? 0);
    columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(from) ?? 0) + 1));
  }
  return columns;
}

function amountOf(flows: readonly Flow[], name: string): number {
  const sum = (side: 'from' | 'to') =>
    flows.reduce((total, flow) => (flow[side] === name ? total + flow.amount : total), 0);
  return Math.max(sum('from'), sum('to'));
}

/** Lays flows out (each after those that feed it), from left to right, in pixels: `fullPx` = height of all that flows. */
export function layoutSankey(flows: readonly Flow[], fullPx: number) {
  const columns = columnsOf(flows);
  const names = [...columns.keys()];
  const most = Math.max(
    1e-9,
    ...[0, 1, 2].map((column) =>
      names.reduce((sum, name) => (columns.get(name) === column ? sum + amountOf(flows, name) : sum), 0),
    ),
  );
  const scale = fullPx / most;
  const ends = new Map<number, number>();
  const nodes = new Map<string, SankeyNode>();
  for (const name of names) {
    const column = columns.get(name) ?? 0;
    const amount = amountOf(flows, name);
    const y = ends.get(column) ?? 0;
    ends.set(column, y + Math.max(ROW_PX, amount * scale + 4));
    nodes.set(name, { name, column, amount, y, height: Math.max(1, amount * scale) });
  }
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const take = (side: 'from' | 'to', name: string, height: number): number => {
    const before = used[side].get(name) ?? 0;
    used[side].set(name, before + height);
    return (nodes.get(name)?.y ?? 0) + before;
  };
  const ribbons = flows.map((flow): SankeyRibbon => {
    const height = flow.amount * scale;
    return { ...flow, height, y0: take('from', flow.from, height), y1: take('to', flow.to, height) };
  });
  return { nodes: [...nodes.values()], ribbons, height: Math.max(0, ...ends.values()) };
}
