import { BoxGeometry, Group, type Material, Mesh, MeshStandardMaterial } from 'three';
import type { RobotPlan } from '../../recording/site.ts';
import { painted } from '../forms/painted.ts';
import { palette } from '../forms/palette.ts';
import { Solid } from '../forms/solid.ts';

/** Area of a crystalline module per watt of peak power: about 1 m2 for 210 W (from memory, modules of 2023). */
const M2_PER_W = 1 / 210;
/** Small panels are drawn this large, so that they are seen. */
const SMALLEST_M2 = 0.4;
const TILT_RAD = 0.55;
const MAST_M = 2.35;

function cells(ink: CanvasRenderingContext2D): void {
  ink.fillStyle = '#cfd6dc';
  ink.fillRect(0, 0, 384, 256);
  for (let x = 0; x < 6; x++)
    for (let y = 0; y < 4; y++) {
      const shade = ink.createLinearGradient(x * 64, y * 64, x * 64 + 64, y * 64 + 64);
      shade.addColorStop(0, '#17305c');
      shade.addColorStop(1, '#0d1f40');
      ink.fillStyle = shade;
      ink.fillRect(x * 64 + 2, y * 64 + 2, 60, 60);
      ink.fillStyle = 'rgba(190,205,225,0.45)';
      for (const bus of [20, 42]) ink.fillRect(x * 64 + bus, y * 64 + 2, 1.5, 60);
    }
}

/** A robot's own solar panel on a mast behind the belt, where it hides nothing, tilted to the south. */
export function makePanel(robot: RobotPlan, beltLengthM: number, structure: Material): Group {
  const group = new Group();
  const area = Math.max(SMALLEST_M2, robot.panelW * M2_PER_W);
  const width = Math.sqrt(area * 1.5);
  const depth = area / width;
  const glass = new MeshStandardMaterial({ map: painted(384, 256, cells), roughness: 0.18, metalness: 0.35 });
  const plate = new Mesh(new BoxGeometry(width, 0.035, depth), glass);
  plate.position.y = MAST_M;
  plate.rotation.x = TILT_RAD;
  const mast = new Mesh(
    new Solid()
      .cylinder(0.045, MAST_M, { at: [0, MAST_M / 2, -0.02], colour: palette.graphite })
      .box([0.3, 0.04, 0.3], { at: [0, 0.02, 0], colour: palette.graphite })
      .box([width * 0.7, 0.05, 0.05], { at: [0, MAST_M - 0.06, 0], colour: palette.graphite })
      .build(),
    structure,
  );
  plate.castShadow = mast.castShadow = true;
  plate.receiveShadow = true;
  group.add(mast, plate);
  group.position.set(robot.foot.xM - beltLengthM / 2 - 0.1, 0, -Math.abs(robot.foot.yM) - 0.95);
  return group;
}
