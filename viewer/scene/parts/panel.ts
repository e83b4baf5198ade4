import { BoxGeometry, Mesh, MeshStandardMaterial } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import type { RobotPlan } from '../../recording/site.ts';
import { painted } from '../forms/painted.ts';
import { palette } from '../forms/palette.ts';
import type { Solid } from '../forms/solid.ts';

/** Area of a crystalline module per watt of peak power: about 1 m2 for 210 W (from memory, modules of 2023). */
const M2_PER_W = 1 / 210;
/** Small panels are drawn this large, so that they are seen. */
const SMALLEST_M2 = 0.4;
const TILT_RAD = 0.55;
const MAST_M = 2.35;

function cells(ink: CanvasRenderingContext2D): void {
  ink.fillStyle = palette.panelFrame;
  ink.fillRect(0, 0, 384, 256);
  for (let x = 0; x < 6; x++)
    for (let y = 0; y < 4; y++) {
      const shade = ink.createLinearGradient(x * 64, y * 64, x * 64 + 64, y * 64 + 64);
      shade.addColorStop(0, palette.cellLight);
      shade.addColorStop(1, palette.cellDark);
      ink.fillStyle = shade;
      ink.fillRect(x * 64 + 2, y * 64 + 2, 60, 60);
      ink.fillStyle = palette.busbar;
      for (const bus of [20, 42]) ink.fillRect(x * 64 + bus, y * 64 + 2, 1.5, 60);
    }
}

function sizeOf({ panelW }: RobotPlan): { readonly width: number; readonly depth: number } {
  const area = Math.max(SMALLEST_M2, panelW * M2_PER_W);
  const width = Math.sqrt(area * 1.5);
  return { width, depth: area / width };
}

/** Foot of the mast: behind the belt, where the panel hides nothing. */
function spotOf({ foot }: RobotPlan, beltLengthM: number): readonly [number, number] {
  return [foot.xM - beltLengthM / 2 - 0.1, -Math.abs(foot.yM) - 0.95];
}

/** The mast of a robot's own panel. */
export function addMast(solid: Solid, robot: RobotPlan, beltLengthM: number): void {
  const [x, z] = spotOf(robot, beltLengthM);
  const colour = palette.graphite;
  solid
    .cylinder(0.045, MAST_M, { at: [x, MAST_M / 2, z - 0.02], colour })
    .box([0.3, 0.04, 0.3], { at: [x, 0.02, z], colour })
    .box([sizeOf(robot).width * 0.7, 0.05, 0.05], { at: [x, MAST_M - 0.06, z], colour });
}

/** The robots' own solar panels, tilted to the south, as one body; null where no robot has one. */
export function makePanels(robots: readonly RobotPlan[], beltLengthM: number): Mesh | null {
  const plates = robots
    .filter(({ panelW }) => panelW > 0)
    .map((robot) => {
      const { width, depth } = sizeOf(robot);
      const [x, z] = spotOf(robot, beltLengthM);
      return new BoxGeometry(width, 0.035, depth).rotateX(TILT_RAD).translate(x, MAST_M, z);
    });
  if (plates.length === 0) return null;
  const glass = new MeshStandardMaterial({ map: painted(384, 256, cells), roughness: 0.18, metalness: 0.35 });
  const mesh = new Mesh(mergeGeometries(plates), glass);
  mesh.castShadow = mesh.receiveShadow = true;
  return mesh;
}
