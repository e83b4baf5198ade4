import { type EventData, type EventType, eventOf, type WorldEvent } from '../../sim/record/event.ts';
import { recordVersion } from '../../sim/record/events.ts';
import { Timeline } from '../../viewer/recording/timeline.ts';
import { ofType } from '../sim/record/of-type.ts';
import { fixtureScene, hostileScene, kinds } from './fixture-site.ts';

/** 0..1, fixed by (item, purpose): the fixture's only source of variety. */
const draw = (itemId: number, purpose: number): number => {
  const x = Math.sin(itemId * 12.9898 + purpose * 78.233) * 43758.5453;
  return x - Math.floor(x);
};

const robotOf = (bin: string): string | null =>
  bin === 'residue' ? null : bin === 'pet' || bin === 'polyolefin' ? 'north' : 'south';

const actionOf = (bin: string): string => (bin === 'residue' ? 'pass' : `pick:${bin}`);

/** Dirt on the lens of the robot `south`. */
export const fixtureDirt = 0.25;

/** Items for the robot `south` at which `north` has looked before, twice. */
export function looksThrice(itemId: number): boolean {
  return itemId % 5 === 1 && robotOf(targetOf(itemId)) === 'south';
}

const kindOf = (itemId: number) => kinds[Math.floor(draw(itemId, 1) * kinds.length)]!;
const isWrong = (itemId: number): boolean => draw(itemId, 2) < 0.06;
const targetOf = (itemId: number): string => (isWrong(itemId) ? 'fibre' : kindOf(itemId).bin);

/** Material of an item of the fixture. */
export function fixtureMaterial(itemId: number): string {
  return kindOf(itemId).material;
}

type Add = <T extends EventType>(timeUs: number, type: T, subject: string, data: EventData<T>) => void;

function addItem(add: Add, itemId: number, atUs: number): void {
  const { belt, robots } = fixtureScene;
  const kind = kindOf(itemId);
  const wrong = isWrong(itemId);
  const target = targetOf(itemId);
  const robot = robotOf(target);
  const massKg = 0.012 + 0.09 * draw(itemId, 3);
  const subject = `item:${itemId}`;
  add(atUs, 'item.arrived', subject, {
    itemId,
    specimen: itemId,
    material: kind.material,
    class: kind.class,
    grade: 'recycle-high',
    shape: kind.shape,
    colour: kind.colour,
    lengthM: kind.size[0] * (0.85 + 0.3 * draw(itemId, 4)),
    widthM: kind.size[1] * (0.85 + 0.3 * draw(itemId, 5)),
    thicknessM: 0.0004,
    massKg,
    laneM: (draw(itemId, 6) - 0.5) * 0.42,
    angleRad: 2 * Math.PI * draw(itemId, 9),
  });
  const us = (metres: number): number => Math.round((metres / belt.speedMPerS) * 1e6);
  const seer = robots.find((r) => r.id === (robot ?? 'north'))!;
  const seenUs = atUs + us(seer.cameraXM);
  add(seenUs, 'item.seen', subject, { itemId, robot: seer.id });
  const decision = (robot: string, chosen: string): EventData<'item.decided'> => ({
    itemId,
    by: `robot:${robot}`,
    seen: {
      ...{ network: 'camera', dirt: robot === 'south' ? fixtureDirt : 0, lampAge: 0 },
      label: wrong ? 'cardboard' : kind.material,
      confidence: 0.55 + 0.44 * draw(itemId, 7),
      next: [{ label: 'pp-cup-white', confidence: 0.008 }],
      ...{ state: 2, stateConfidence: 0.6, grade: 'recycle-high' },
      ...{ quality: 0.8, looks: 1, soc: 0.9, massKg, waiting: 0 },
    },
    options: [{ action: chosen, expectedEur: 0.01 }],
    chosen,
    chosenEur: wrong ? -0.004 : 0.011,
    best: { action: actionOf(kind.bin), valueEur: 0.012 },
  });
  const last = decision(seer.id, actionOf(target));
  if (!looksThrice(itemId)) add(seenUs + 80_000, 'item.decided', subject, last);
  else {
    // North looks twice, the second time with all that it has, and leaves the item to south.
    const atNorth = atUs + us(robots[0]!.cameraXM);
    const all = decision('north', 'pass');
    add(atNorth + 80_000, 'item.decided', subject, decision('north', 'look'));
    add(atNorth + 160_000, 'item.decided', subject, {
      ...all,
      seen: { ...all.seen, network: 'all', looks: 2 },
    });
    add(seenUs + 80_000, 'item.decided', subject, last);
  }
  let landed = 'residue';
  let landedUs = atUs + us(belt.lengthM);
  let by = 'belt-end';
  if (robot !== null) {
    const gripUs = atUs + us(seer.xM + 0.1);
    const ok = draw(itemId, 8) > 0.05;
    const releaseUs = gripUs + 1_400_000;
    add(releaseUs, 'item.picked', subject, { itemId, robot, bin: target, ok, startUs: gripUs });
    if (ok) {
      landed = target;
      landedUs = releaseUs;
      by = robot;
    }
  }
  add(landedUs, 'item.binned', subject, { itemId, bin: landed, by, correct: landed === kind.bin });
}

function addRobots(add: Add): void {
  for (let minute = 0; minute <= 60; minute++)
    for (const [i, robot] of fixtureScene.robots.entries()) {
      const out = robot.id === 'south' && minute >= 41 && minute < 47;
      const soc = out ? 0.04 : Math.max(0.05, 0.92 - minute * (0.009 + 0.006 * i) + (minute > 47 ? 0.1 : 0));
      const state = out ? 'OFF' : (['IDLE', 'SENSE', 'INFER', 'MOVE'] as const)[minute % 4]!;
      const solarW = 60 + minute * 1.2 + 14 * Math.sin(minute / 4 + i);
      add(minute * 60_000_000 + i, 'robot.state', `robot:${robot.id}`, {
        state,
        soc,
        chargeJ: soc * robot.batteryJ,
        powerW: out ? 0 : 46 + 30 * ((minute + i) % 3),
        solarW,
      });
    }
}

function addFault(add: Add): void {
  const fault = 20 * 60_000_000;
  for (let minute = 0; minute < 60; minute += 5)
    add(minute * 60_000_000 + 7, 'asset.state', 'asset:belt', {
      wear: Math.min(0.99, 0.4 + (minute % 25) * 0.024),
      up: true,
    });
  add(fault + 11, 'asset.state', 'asset:belt', { wear: 1, up: false });
  add(fault + 12, 'belt.state', 'belt', { running: false, speedMPerS: 0 });
  add(fault + 60_000_000, 'maintenance.start', 'asset:belt', {
    asset: 'belt',
    action: 'repair',
    costEur: 140,
  });
  add(fault + 120_000_000, 'maintenance.end', 'asset:belt', {
    asset: 'belt',
    action: 'repair',
    costEur: 140,
  });
  add(fault + 120_000_001, 'asset.state', 'asset:belt', { wear: 0, up: true });
  add(fault + 120_000_002, 'belt.state', 'belt', { running: true, speedMPerS: 0.25 });
}

/** Bins' counts follow from what landed in them, in the order of time. */
export function addBins(events: readonly WorldEvent[]): WorldEvent[] {
  const counts = new Map<string, { count: number; massKg: number }>();
  const masses = new Map(ofType(events, 'item.arrived').map((e) => [e.subject, e.data.massKg]));
  return events.flatMap((event) => {
    if (event.type !== 'item.binned') return [event];
    const { bin } = event.data;
    const now = counts.get(bin) ?? { count: 0, massKg: 0 };
    const next = { count: now.count + 1, massKg: now.massKg + masses.get(event.subject)! };
    counts.set(bin, next);
    return [event, eventOf(event, 'bin.changed', `bin:${bin}`, next)];
  });
}

/**
 * A made-up sorting hour in the shape of a recording, for tests of the viewer that must not wait for a simulation: the same
 * events in every call, with a brown-out, a fault with its repair, wrong sorts and failed picks in it. `itemCount` items.
 */
export function fixtureDay(itemCount = 700, hostile = false): WorldEvent[] {
  const drafts: WorldEvent[] = [];
  const add: Add = (timeUs, type, subject, data) =>
    drafts.push(eventOf({ seq: 0, timeUs, phase: 3 }, type, subject, data));
  const stopUs = 20 * 60_000_000;
  const gapUs = 3_500_000_000 / itemCount;
  for (let i = 0; i < itemCount; i++) {
    const atUs = Math.round(1_000_000 + i * gapUs);
    if (atUs > stopUs - 40_000_000 && atUs < stopUs + 120_000_000) continue;
    if (atUs < 3_560_000_000) addItem(add, i, atUs);
  }
  addRobots(add);
  addFault(add);
  const ordered = addBins(drafts.sort((a, b) => a.timeUs - b.timeUs));
  const scene = hostile ? hostileScene() : fixtureScene;
  const stampAt = (timeUs: number) => ({ seq: 0, timeUs, phase: 3 });
  const first = eventOf(stampAt(0), 'run.started', 'site', {
    version: recordVersion,
    scene,
    ...{ world: 'fixture', seed: 7, replication: 0, perception: 'made up' },
    ...{ sorting: 'made up', maintenance: 'made up', processing: 'none' },
  });
  const result = { revenueEur: 3, costEur: 1, valueEur: 2, items: itemCount };
  const last = eventOf(stampAt(fixtureScene.durationUs), 'run.ended', 'site', result);
  return [first, ...ordered.filter((e) => e.timeUs <= last.timeUs), last].map((event, seq) => ({
    ...event,
    seq,
  }));
}

/** The timeline of a day, before anything is appended. */
export function timelineOf(events: readonly WorldEvent[]): Timeline {
  return new Timeline(ofType(events, 'run.started')[0]!);
}
