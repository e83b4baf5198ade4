import { say } from '../language.ts';
import { HEIGHT, type LayoutName, type Spot, spotsOf, WIDTH } from './layout.ts';
import { placeKg, type RegionMonth, type RegionStart } from './region-timeline.ts';
import { dateText, kindColour, kindNames, kindWord, mass } from './region-words.ts';

/** Widest ribbon and largest circle of the picture. */
const WIDEST = 26;
const LARGEST = 17;
const SMALLEST = 4;

/** What the picture is measured against, so that one month can be compared with another. */
export interface Scale {
  /** Most kilograms of a month on one route. */
  readonly routeKg: number;
  /** Most kilograms at one place, by kind. */
  readonly placeKg: ReadonlyMap<string, number>;
}

/** The largest of each over all months shown. */
export function scaleOf({ places }: RegionStart, months: readonly RegionMonth[]): Scale {
  const most = new Map<string, number>();
  for (const month of months)
    placeKg(month).forEach((kg, i) => {
      const kind = places[i]?.kind ?? '';
      most.set(kind, Math.max(kg, most.get(kind) ?? 0));
    });
  const routeKg = months.reduce((largest, month) => Math.max(largest, ...month.routeKg), 1);
  return { routeKg, placeKg: most };
}

interface Props {
  readonly start: RegionStart;
  readonly month: RegionMonth;
  readonly scale: Scale;
  readonly layout: LayoutName;
  readonly selected: number | null;
  readonly select: (place: number | null) => void;
}

/** A bow from one place to another; ways back arch the other way, so that there and back are two ribbons. */
function bow(a: Spot, b: Spot): string {
  const lift = 0.16;
  const x = (a.x + b.x) / 2 - (b.y - a.y) * lift;
  const y = (a.y + b.y) / 2 + (b.x - a.x) * lift;
  return `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${x.toFixed(1)} ${y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`;
}

function Ribbons({ start, month, scale, selected, spots }: Props & { readonly spots: readonly Spot[] }) {
  const index = new Map(start.places.map(({ id }, i) => [id, i]));
  return start.routes.map(({ from, to }, i) => {
    const kg = month.routeKg[i] ?? 0;
    const [a, b] = [index.get(from) ?? -1, index.get(to) ?? -1];
    const [start0, end] = [spots[a], spots[b]];
    if (kg <= 0 || start0 === undefined || end === undefined) return null;
    const far = selected !== null && a !== selected && b !== selected;
    return (
      <path
        key={`${from} ${to}`}
        class={far ? 'ribbon far' : 'ribbon'}
        data-route={`${from} ${to}`}
        d={bow(start0, end)}
        stroke={kindColour(start.places[b]?.kind ?? '')}
        stroke-width={Math.max(0.6, (kg / scale.routeKg) * WIDEST)}
      />
    );
  });
}

function Places({
  start,
  month,
  scale,
  selected,
  select,
  spots,
}: Props & { readonly spots: readonly Spot[] }) {
  const lying = placeKg(month);
  return start.places.map(({ id, kind }, i) => {
    const spot = spots[i];
    if (spot === undefined) return null;
    const share = (lying[i] ?? 0) / Math.max(1, scale.placeKg.get(kind) ?? 1);
    const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the table and the keys P and Shift P select the same places
      <g key={id} class={i === selected ? 'place chosen' : 'place'} onClick={() => select(i)}>
        <circle cx={spot.x} cy={spot.y} r={radius} fill={kindColour(kind)} data-place={id} />
        <title>{`${id}: ${mass(lying[i] ?? 0)}`}</title>
        {i === selected ? (
          <text
            class="place-name"
            x={spot.x}
            y={spot.y - radius - 6}
            text-anchor={spot.x < 140 ? 'start' : spot.x > WIDTH - 140 ? 'end' : 'middle'}
          >
            {id}
          </text>
        ) : null}
      </g>
    );
  });
}

/** The chain's columns by their names, above the first place of each kind. */
function Headings({ start, spots }: { readonly start: RegionStart; readonly spots: readonly Spot[] }) {
  return kindNames.map((kind) => {
    const at = start.places.findIndex((place) => place.kind === kind);
    const spot = spots[at];
    if (spot === undefined) return null;
    const first = start.places.every((place, i) => place.kind === kind || spots[i]?.x !== spot.x);
    const end = spot.x < 140 ? 'start' : spot.x > WIDTH - 140 ? 'end' : 'middle';
    const [x, y] = first ? [spot.x, 26] : [spot.x, spot.y - LARGEST - 6];
    return (
      <text
        key={kind}
        class="kind-name"
        x={end === 'start' ? 12 : end === 'end' ? WIDTH - 12 : x}
        y={y}
        text-anchor={end}
      >
        {kindWord(kind)}
      </text>
    );
  });
}

/** The picture in words. */
function sentence({ start, month }: Props): string {
  const kg = month.routeKg.reduce((sum, each) => sum + each, 0);
  return say('region.words', { places: start.places.length, date: dateText(month.day), mass: mass(kg) });
}

/** Where material lay and went in a month: circles by kilograms at a place, ribbons by kilograms on the way. */
export function FlowMap(props: Props) {
  const spots = spotsOf(props.start, props.layout);
  return (
    <svg class="flow-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence(props)}>
      <g fill="none" stroke-linecap="butt">
        <Ribbons {...props} spots={spots} />
      </g>
      <Places {...props} spots={spots} />
      {props.layout === 'chain' ? <Headings start={props.start} spots={spots} /> : null}
    </svg>
  );
}
