import { type Camera, Group, Mesh, MeshStandardMaterial, Raycaster, Scene, Vector2, Vector3 } from 'three';
import { must } from '../../sim/record/must.ts';
import { say } from '../language.ts';
import { travelAt } from '../recording/belt.ts';
import { isMixedUp, type MixUp } from '../recording/confusion.ts';
import { heldBy, type ItemLife } from '../recording/items.ts';
import { BIN_LENGTH_M, type BinPlan } from '../recording/site.ts';
import type { DayState } from '../recording/state.ts';
import { firstAfter, type Timeline } from '../recording/timeline.ts';
import { percent, robotWord } from '../words.ts';
import type { Drawn, DrawnItem } from './drawn.ts';
import { accentOf, selectedColour } from './forms/palette.ts';
import { BELT_TOP_M } from './forms/place.ts';
import { simplify } from './forms/plain.ts';
import { type Label, ROBOTS_NEXT, SELECTED_FIRST } from './labels/labels.ts';
import { Assets } from './parts/assets.ts';
import { BeltSurface, makeStructure } from './parts/belt.ts';
import { BIN_WIDTH_M, Bins } from './parts/bins.ts';
import { VIEW_HALF_M, ViewCone } from './parts/cone.ts';
import { makeGround } from './parts/ground.ts';
import { Halos } from './parts/halos.ts';
import { Items, itemHeightM } from './parts/items.ts';
import { makePanels } from './parts/panel.ts';
import { Robots } from './parts/robots.ts';
import { BEAM_M, SelectionMark } from './parts/selection.ts';
import { Sky } from './parts/sky.ts';
import { makeSurroundings } from './parts/surroundings.ts';
import { Places } from './places.ts';

/** Newest pieces drawn in each bin; older ones are under the level. */
const PIECES_SHOWN = 28;
const PIECES_SIMPLE = 10;
/** Height over the belt of the label of a robot: above its bent elbow. */
const ROBOT_HEAD_M = 0.95;
/** Time in which a dropped piece falls. */
const FALL_US = 350_000;

/** Fractional part of the item's number times an irrational: a fixed place for each item, not a draw. */
const scatter = (itemId: number, factor: number): number => (itemId * factor) % 1;

/** How far from the middle of a bin's inside a piece may lie, both sides together, so that it stays within the walls. */
const room = (insideM: number, life: ItemLife): number => Math.max(0.02, insideM - 0.1 - life.lengthM);

/** Whether an item glows at an instant. */
export type Glows = (itemId: number, timeUs: number) => boolean;

const haloRadiusM = ({ lengthM }: ItemLife): number => Math.max(0.07, lengthM * 0.55);

/** The sorting site of one recording; `draw` shows one instant, and what is drawn depends on nothing else. */
export class SiteScene {
  readonly scene = new Scene();
  private readonly sky: Sky;
  private readonly belt: BeltSurface;
  private readonly items = new Items();
  private readonly bins: Bins;
  private readonly assets: Assets;
  private readonly robots: Robots;
  private readonly cones: ViewCone[];
  private readonly heads: readonly Vector3[];
  private readonly top = new Vector3();
  private readonly mark = new SelectionMark();
  private readonly halos = new Halos();
  /** Which items glow at an instant: those that go another way on the day beside this one. */
  glows: Glows = () => false;
  private timeUs = 0;
  private shown: MixUp | null = null;
  private pieces = PIECES_SHOWN;
  private readonly places = new Places();
  /** Robots under whose camera an item lies. */
  private readonly seeing = new Set<string>();
  private readonly point = new Vector3();
  private readonly ray = new Raycaster();

  constructor(private readonly timeline: Timeline) {
    const { site } = timeline;
    const { lengthM, widthM } = site.scene.belt;
    const material = new MeshStandardMaterial({ vertexColors: true, roughness: 0.48, metalness: 0.12 });
    this.sky = new Sky(this.scene, lengthM * 0.5 + 3);
    this.belt = new BeltSurface(site);
    this.bins = new Bins(site, material);
    this.assets = new Assets(site, material);
    this.robots = new Robots(site, material);
    this.cones = site.robots.map((plan, i) => new ViewCone(plan.cameraXM, lengthM, widthM, accentOf(i)));
    this.heads = site.robots.map(
      ({ foot }) => new Vector3(foot.xM - lengthM / 2, BELT_TOP_M + ROBOT_HEAD_M, foot.yM),
    );
    const structure = new Mesh(makeStructure(site), material);
    structure.castShadow = structure.receiveShadow = true;
    const panels = makePanels(site.robots, lengthM);
    if (panels !== null) this.scene.add(panels);
    const group = new Group();
    group.add(
      makeGround(),
      makeSurroundings(material),
      structure,
      this.belt.mesh,
      this.bins.group,
      this.assets.group,
      this.items.group,
    );
    group.add(this.robots.group, ...this.cones.map((c) => c.mesh));
    group.add(this.mark.group, this.halos.mesh, this.sky.group);
    this.scene.add(group);
  }

  /** Lets everything be drawn in the plainest way. */
  simplify(): void {
    simplify(this.scene, this.sky.plain);
    this.sky.flatten();
    this.pieces = PIECES_SIMPLE;
  }

  /** Shows the instant of `state`; returns how dark it is (0 day, 1 night) for the exposure. */
  draw(state: DayState, selected: number | null, shown: MixUp | null): number {
    this.shown = shown;
    this.timeUs = state.timeUs;
    const { scene } = this.timeline.site;
    const hour = scene.startHour + state.timeUs / 3.6e9;
    const dark = this.sky.setHour(scene.latitudeDeg, scene.dayOfYear + Math.floor(hour / 24), hour % 24);
    this.belt.move(travelAt(state.belt, state.timeUs));
    this.bins.draw(state);
    this.assets.draw(state);
    this.items.begin();
    this.halos.begin();
    this.places.begin();
    this.drawRobots(state);
    this.drawBelt(state, dark);
    for (const bin of this.timeline.site.bins) this.drawPile(bin, state);
    this.items.end();
    this.places.end();
    this.drawHalos(state.timeUs);
    this.drawMark(selected);
    return dark;
  }

  private drawRobots(state: DayState): void {
    this.robots.draw(state, this.timeline, (robot, itemId) => {
      const held = this.timeline.items.get(itemId ?? -1);
      if (held === undefined || !state.items.has(held.itemId)) return;
      this.point.copy(robot.tip);
      this.point.y -= itemHeightM(held);
      this.put(held, this.point, 0);
    });
  }

  /** Items on the belt, and the views of the cameras under which one of them lies. */
  private drawBelt(state: DayState, dark: number): void {
    const { robots, scene } = this.timeline.site;
    const { lengthM } = scene.belt;
    const travelM = travelAt(state.belt, state.timeUs);
    this.seeing.clear();
    // One pass without an iterator: of very many items, none makes an object.
    state.items.forEach(({ originM }, itemId) => {
      const life = this.timeline.items.get(itemId);
      if (life === undefined || heldBy(life, state.timeUs) !== null) return;
      const xM = travelM - originM;
      for (const { id, cameraXM } of robots) if (Math.abs(xM - cameraXM) < VIEW_HALF_M) this.seeing.add(id);
      const over = Math.max(0, xM - lengthM);
      const x = Math.min(xM, lengthM + 0.3) - lengthM / 2;
      this.point.set(x, BELT_TOP_M + 0.002 - over * 1.2, life.laneM);
      this.put(life, this.point, 0);
    });
    robots.forEach(({ id }, i) => {
      this.cones[i]?.draw(state.robots.get(id)?.state ?? 'OFF', this.seeing.has(id), dark);
    });
  }

  private drawPile(bin: BinPlan, state: DayState): void {
    const pile = this.timeline.piles.get(bin.id);
    if (pile === undefined) return;
    const fallen = firstAfter(pile, state.timeUs);
    const inside = Math.min(fallen, state.bins.get(bin.id)?.count ?? fallen, this.pieces);
    const level = this.bins.levelM(bin, state);
    for (const [i, { itemId, timeUs, drop }] of pile.slice(fallen - inside, fallen).entries()) {
      const life = this.timeline.items.get(itemId);
      if (life === undefined) continue;
      const age = Math.min(1, (state.timeUs - timeUs) / FALL_US);
      const layer = i / this.pieces;
      const x = bin.spot.xM + (scatter(life.itemId, 0.754877666) - 0.5) * room(BIN_LENGTH_M, life);
      const y = bin.spot.yM + (scatter(life.itemId, 0.569840296) - 0.5) * room(BIN_WIDTH_M, life);
      const rest = level - 0.04 + 0.1 * layer;
      const top = BELT_TOP_M + drop.zM - 0.05;
      const xNow = drop.xM + (x - drop.xM) * age - this.timeline.site.scene.belt.lengthM / 2;
      this.point.set(xNow, rest + (top - rest) * (1 - age * age), drop.yM + (y - drop.yM) * age);
      this.put(life, this.point, (scatter(life.itemId, 0.3819) - 0.5) * 0.9 * age);
    }
  }

  private put(life: ItemLife, at: Vector3, tilt: number): void {
    this.items.put(life, at, tilt, this.isOut(life));
    this.places.put(life.itemId, at, itemHeightM(life) * 0.5);
  }

  /** Whether an item stands back behind those that the reader asked for. */
  private isOut(life: ItemLife | undefined): boolean {
    return this.shown !== null && life !== undefined && !isMixedUp(life, this.shown, this.timeUs);
  }

  private drawHalos(timeUs: number): void {
    this.places.forEach((place, itemId) => {
      const life = this.timeline.items.get(itemId);
      if (life !== undefined && this.glows(itemId, timeUs)) this.halos.put(place, haloRadiusM(life));
    });
    this.halos.end();
  }

  private drawMark(selected: number | null): void {
    const place = this.places.of(selected);
    const life = this.timeline.items.get(selected ?? -1);
    if (place === undefined || life === undefined) this.mark.hide();
    else this.mark.show(place, life.lengthM * 0.62);
  }

  /** What stands at what after `draw`: the selected item, the robots, the bins. */
  labels(state: DayState, selected: number | null): Label[] {
    const robots = this.timeline.site.robots.map(({ id }, i): Label => {
      const { state: does = 'OFF', soc = 0 } = state.robots.get(id) ?? {};
      const at = must(this.heads[i], 'head of a robot');
      const line = `${robotWord(does)}, ${percent(soc)}`;
      return {
        key: `robot ${id}`,
        at,
        priority: ROBOTS_NEXT,
        below: false,
        title: id,
        line,
        accent: accentOf(i),
        bar: soc,
      };
    });
    return [...this.tag(selected, state.timeUs), ...robots, ...this.bins.labelsOf(state)];
  }

  /** The label of the selected item: what it is taken for as soon as somebody thinks so. */
  private tag(selected: number | null, timeUs: number): Label[] {
    const place = this.places.of(selected);
    const life = this.timeline.items.get(selected ?? -1);
    if (place === undefined || life === undefined) return [];
    const thought = life.decisions.filter((d) => d.timeUs <= timeUs).at(-1);
    const line =
      thought === undefined
        ? say('label.unseen')
        : say('label.taken', { share: percent(thought.confidence) });
    const title = thought?.label ?? say('label.item', { id: life.itemId });
    const at = this.top.copy(place).setY(place.y + BEAM_M);
    return [
      {
        key: 'selected',
        at,
        priority: SELECTED_FIRST,
        below: false,
        title,
        line,
        accent: selectedColour,
        bar: null,
      },
    ];
  }

  /** What was drawn last: the instant, and the places of the items in scene metres. */
  get drawn(): Drawn {
    const items: DrawnItem[] = [];
    this.places.forEach(({ x, y, z }, itemId) => {
      items.push({ itemId, x, y, z, out: this.isOut(this.timeline.items.get(itemId)) });
    });
    return { timeUs: this.timeUs, items };
  }

  /** Middle of a drawn item on the canvas, in -1..1 from its middle; null when it is not drawn. */
  project(itemId: number, camera: Camera): Vector2 | null {
    const place = this.places.of(itemId);
    if (place === undefined) return null;
    this.point.copy(place).project(camera);
    return new Vector2(this.point.x, this.point.y);
  }

  /** The item under a point of the canvas given in -1..1, or null. */
  pick(at: Vector2, camera: Camera): number | null {
    this.ray.setFromCamera(at, camera);
    return this.items.pick(this.ray);
  }
}
