import type { WorldEvent } from '../../sim/record/event.ts';
import { ofType } from '../sim/record/of-type.ts';
import { fixtureScene } from './fixture-site.ts';

/** What the table must say of an instant, as texts, worked out from the events without the viewer's own code. */
export interface Expected {
  readonly clock: string;
  readonly items: Map<number, { material: string; x: string; lane: string; mass: string }>;
  readonly bins: Map<string, { count: string; mass: string }>;
  readonly robots: Map<string, { soc: string; charge: string; power: string; solar: string }>;
}

/** Microseconds for which the belt ran between two instants. */
function ranUs(events: readonly WorldEvent[], fromUs: number, toUs: number): number {
  const switches = ofType(events, 'belt.state');
  let ran = 0;
  let running = true;
  let sinceUs = 0;
  const add = (untilUs: number): void => {
    if (running) ran += Math.max(0, Math.min(untilUs, toUs) - Math.max(sinceUs, fromUs));
  };
  for (const event of switches) {
    add(event.timeUs);
    running = event.data.running;
    sinceUs = event.timeUs;
  }
  add(Number.POSITIVE_INFINITY);
  return ran;
}

function itemsAt(events: readonly WorldEvent[], timeUs: number): Expected['items'] {
  const landed = new Map(ofType(events, 'item.binned').map((e) => [e.data.itemId, e.timeUs]));
  const items: Expected['items'] = new Map();
  for (const { data, timeUs: arrivedUs } of ofType(events, 'item.arrived')) {
    const id = data.itemId;
    if (arrivedUs > timeUs || (landed.get(id) ?? Infinity) <= timeUs) continue;
    const pick = ofType(events, 'item.picked').find((e) => e.data.itemId === id && e.data.ok);
    const held = pick !== undefined && pick.data.startUs <= timeUs;
    const xM = (ranUs(events, arrivedUs, timeUs) / 1e6) * fixtureScene.belt.speedMPerS;
    items.set(id, {
      material: data.material,
      x: held ? '-' : xM.toFixed(2),
      lane: data.laneM.toFixed(2).replace(/^-0\.00$/, '0.00'),
      mass: `${(data.massKg * 1000).toFixed(0)} g`,
    });
  }
  return items;
}

/** The newest data about each subject. */
function newest<E extends WorldEvent>(events: readonly E[]): Map<string, E['data']> {
  return new Map(events.map(({ subject, data }) => [subject.split(':')[1]!, data]));
}

const shareText = (share: number): string => `${(share * 100).toFixed(share > 0.0995 ? 0 : 1)} %`;

export function expectedAt(events: readonly WorldEvent[], timeUs: number): Expected {
  const past = events.filter((e) => e.timeUs <= timeUs);
  const seconds = Math.floor(fixtureScene.startHour * 3600 + timeUs / 1e6);
  const bins: Expected['bins'] = new Map(fixtureScene.bins.map((b) => [b.id, { count: '0', mass: '0.00' }]));
  for (const [id, data] of newest(ofType(past, 'bin.changed')))
    bins.set(id, { count: String(data.count), mass: data.massKg.toFixed(2) });
  const robots: Expected['robots'] = new Map();
  for (const [id, data] of newest(ofType(past, 'robot.state')))
    robots.set(id, {
      soc: shareText(data.soc),
      charge: (data.chargeJ / 1000).toFixed(1),
      power: data.powerW.toFixed(1),
      solar: data.solarW.toFixed(1),
    });
  return {
    clock: new Date(seconds * 1000).toISOString().slice(11, 19),
    items: itemsAt(events, timeUs),
    bins,
    robots,
  };
}
