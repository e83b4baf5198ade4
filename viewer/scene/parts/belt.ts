import { type BufferGeometry, Mesh, MeshStandardMaterial, PlaneGeometry, RepeatWrapping } from 'three';
import type { Site } from '../../recording/site.ts';
import { painted } from '../forms/painted.ts';
import { accentOf, palette } from '../forms/palette.ts';
import { BELT_TOP_M } from '../forms/place.ts';
import { Solid } from '../forms/solid.ts';
import { addMast } from './panel.ts';
import { addGaugeFrame } from './robots.ts';

/** Length of belt that one repeat of the rubber's pattern covers. */
const PATTERN_M = 0.5;
const LEG_EVERY_M = 1.6;

function rubber(ink: CanvasRenderingContext2D): void {
  ink.fillStyle = palette.beltRubber;
  ink.fillRect(0, 0, 128, 256);
  ink.fillStyle = palette.beltRib;
  for (let y = 4; y < 256; y += 8) ink.fillRect(0, y, 128, 2);
  ink.fillStyle = palette.beltEdge;
  ink.fillRect(0, 0, 5, 256);
  ink.fillStyle = palette.beltGroove;
  ink.fillRect(5, 0, 3, 256);
}

/** The moving surface; `move` slides its pattern by what the belt has travelled. */
export class BeltSurface {
  readonly mesh: Mesh;
  private readonly texture = painted(128, 256, rubber);

  constructor(site: Site) {
    const { lengthM, widthM } = site.scene.belt;
    this.texture.wrapS = this.texture.wrapT = RepeatWrapping;
    this.texture.repeat.set(lengthM / PATTERN_M, 1);
    this.mesh = new Mesh(
      new PlaneGeometry(lengthM, widthM),
      new MeshStandardMaterial({ map: this.texture, roughness: 0.78, metalness: 0.05 }),
    );
    this.mesh.rotation.x = -Math.PI / 2;
    this.mesh.position.y = BELT_TOP_M;
    this.mesh.receiveShadow = true;
  }

  move(travelM: number): void {
    this.texture.offset.x = -((travelM / PATTERN_M) % 1);
  }
}

/** Frame, rollers, legs and feed chute of the belt. */
function addFrame(solid: Solid, lengthM: number, widthM: number): void {
  const half = lengthM / 2;
  for (const side of [-1, 1]) {
    const z = side * (widthM / 2 + 0.035);
    solid.box([lengthM + 0.06, 0.17, 0.06], { at: [0, BELT_TOP_M - 0.055, z], colour: palette.aluminium });
    solid.box(
      [lengthM, 0.02, 0.02],
      { at: [0, BELT_TOP_M - 0.06, z + side * 0.032], colour: palette.floorLine },
      0.004,
    );
  }
  for (const x of [-half, half])
    solid.cylinder(0.075, widthM, {
      at: [x, BELT_TOP_M - 0.078, 0],
      turn: [Math.PI / 2, 0, 0],
      colour: palette.rubber,
    });
  const legs = Math.max(2, Math.round(lengthM / LEG_EVERY_M) + 1);
  for (let i = 0; i < legs; i++) {
    const x = -half + 0.3 + (i * (lengthM - 0.6)) / (legs - 1);
    for (const side of [-1, 1]) {
      const z = side * (widthM / 2 - 0.02);
      solid.box([0.07, BELT_TOP_M - 0.14, 0.07], {
        at: [x, (BELT_TOP_M - 0.14) / 2, z],
        colour: palette.graphite,
      });
      solid.box([0.16, 0.02, 0.16], { at: [x, 0.01, z], colour: palette.graphite }, 0.005);
    }
    solid.box([0.05, 0.05, widthM], { at: [x, 0.26, 0], colour: palette.graphite });
  }
  solid.box(
    [0.34, 0.22, 0.2],
    { at: [half - 0.35, BELT_TOP_M - 0.26, widthM / 2 + 0.09], colour: palette.motor },
    0.03,
  );
}

/** The hopper from which items come: a funnel on posts over the feed end. */
function addHopper(solid: Solid, lengthM: number, widthM: number): void {
  const x = -lengthM / 2 - 0.16;
  const y = BELT_TOP_M + 0.62;
  const tilt = 0.42;
  const colour = palette.steel;
  for (const side of [-1, 1])
    solid.box(
      [0.78, 0.62, 0.03],
      { at: [x, y, side * (widthM / 2 + 0.06)], turn: [side * tilt, 0, 0], colour },
      0.01,
    );
  solid.box([0.03, 0.66, widthM + 0.3], { at: [x - 0.44, y, 0], turn: [0, 0, tilt], colour }, 0.01);
  solid.box([0.03, 0.4, widthM + 0.22], { at: [x + 0.42, y + 0.12, 0], turn: [0, 0, -tilt], colour }, 0.01);
  for (const dx of [-0.3, 0.3])
    for (const side of [-1, 1])
      solid.box([0.06, y, 0.06], {
        at: [x + dx, y / 2, side * (widthM / 2 + 0.14)],
        colour: palette.graphite,
      });
}

/** Arch over the belt that carries camera, flash and spectrometer at one place of the belt. */
function addGantry(solid: Solid, x: number, widthM: number, accent: string): void {
  const top = BELT_TOP_M + 0.98;
  for (const side of [-1, 1])
    solid.box([0.06, top, 0.06], { at: [x, top / 2, side * (widthM / 2 + 0.13)], colour: palette.graphite });
  solid.box([0.09, 0.07, widthM + 0.34], { at: [x, top, 0], colour: palette.graphite });
  solid.box([0.15, 0.14, 0.17], { at: [x, top - 0.1, 0], colour: palette.shell }, 0.03);
  solid.cylinder(0.042, 0.07, { at: [x, top - 0.2, 0], colour: palette.lens });
  solid.box([0.14, 0.12, 0.12], { at: [x, top - 0.09, 0.22], colour: palette.sensorBox }, 0.02);
  solid.box([0.12, 0.12, 0.14], { at: [x, top - 0.09, -0.22], colour: accent }, 0.02);
  solid.box([0.03, 0.03, widthM * 0.82], { at: [x - 0.13, top - 0.06, 0], colour: palette.tubeLight }, 0.012);
}

/** All of the site that never moves, as one body. */
export function makeStructure(site: Site): BufferGeometry {
  const { lengthM, widthM } = site.scene.belt;
  const solid = new Solid();
  addFrame(solid, lengthM, widthM);
  addHopper(solid, lengthM, widthM);
  site.robots.forEach((robot, i) => {
    addGantry(solid, robot.cameraXM - lengthM / 2, widthM, accentOf(i));
    addGaugeFrame(solid, robot, lengthM);
    if (robot.panelW > 0) addMast(solid, robot, lengthM);
    const x = robot.foot.xM - lengthM / 2;
    const z = robot.foot.yM;
    const out = Math.sign(z);
    solid.box([0.5, 0.06, 0.5], { at: [x, 0.03, z], colour: palette.graphite });
    solid.cylinder(0.17, BELT_TOP_M - 0.06, { at: [x, BELT_TOP_M / 2, z], colour: palette.shell }, 0.14);
    solid.cylinder(0.175, 0.05, { at: [x, 0.36, z], colour: accentOf(i) }, 0.17);
    for (const [dx, dz] of [
      [0.42, 0],
      [-0.42, 0],
      [0, 0.42],
    ] as const)
      solid.box(
        dz === 0 ? [0.05, 0.006, 0.9] : [0.89, 0.006, 0.05],
        { at: [x + dx, 0.004, z + out * dz], colour: palette.floorLine },
        0.002,
      );
  });
  return solid.build();
}
