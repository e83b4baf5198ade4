import { CircleGeometry, Group, type Material, Mesh, MeshStandardMaterial } from 'three';
import { around, palette } from '../forms/palette.ts';
import { Solid } from '../forms/solid.ts';

function addHall(solid: Solid): void {
  const [x, z] = [-9, -16.5];
  solid.box([13, 4.2, 5], { at: [x, 2.1, z], colour: around.hall }, 0.05);
  solid.box([13.3, 0.3, 5.3], { at: [x, 4.3, z], colour: around.roof }, 0.05);
  solid.box([13.04, 0.5, 5.04], { at: [x, 0.25, z], colour: around.plinth }, 0.02);
  for (const dx of [-4, 0]) {
    solid.box([2.6, 3, 0.1], { at: [x + dx, 1.5, z + 2.5], colour: around.gate }, 0.02);
    for (let i = 1; i < 6; i++)
      solid.box([2.6, 0.03, 0.12], { at: [x + dx, i * 0.5, z + 2.51], colour: around.gateRib }, 0);
  }
  for (let i = 0; i < 3; i++)
    solid.box([0.9, 0.7, 0.1], { at: [x + 2.6 + i * 1.3, 2.6, z + 2.5], colour: around.window }, 0.02);
  solid.box([0.95, 2, 0.1], { at: [x + 2.4, 1, z + 2.5], colour: around.door }, 0.02);
}

function addContainer(solid: Solid): void {
  const [x, z] = [9.6, -11.5];
  solid.box([6, 2.4, 2.3], { at: [x, 1.25, z], colour: around.container }, 0.03);
  for (let i = 0; i < 15; i++)
    solid.box([0.12, 2.1, 0.06], { at: [x - 2.8 + i * 0.4, 1.25, z + 1.16], colour: around.containerRib }, 0);
}

/** Pressed bales, stacked three on two. */
function addBales(solid: Solid): void {
  const [x, z] = [2.6, -11.8];
  for (let i = 0; i < 7; i++) {
    const [row, column] = i < 4 ? [0, i] : [1, i - 3.5];
    const at = [x + column * 1.06, 0.46 + row * 0.92, z] as const;
    solid.box([1, 0.9, 0.9], { at, colour: around.bales[i % around.bales.length] ?? palette.white }, 0.06);
    for (const dx of [-0.25, 0.25])
      solid.box([0.02, 0.92, 0.92], { at: [at[0] + dx, at[1], z], colour: around.strap }, 0);
  }
}

/** Trees and far hills at fixed places: the golden ratio scatters them, no draw does. */
function addGreen(solid: Solid): void {
  for (let i = 0; i < 34; i++) {
    const share = (i * 0.618034) % 1;
    const x = -38 + 76 * share;
    const z = -22 - 9 * ((i * 0.754878) % 1);
    const size = 0.9 + 0.8 * ((i * 0.56984) % 1);
    solid.cylinder(0.12, size * 1.2, { at: [x, size * 0.6, z], colour: around.trunk }, 0.09, 6);
    const leaf = (dx: number, y: number, r: number): void => {
      solid.ball(r, 2, {
        at: [x + dx, y, z],
        colour: around.leaves[i % around.leaves.length] ?? palette.white,
      });
    };
    leaf(0, size * 1.7, size * 0.85);
    leaf(size * 0.4, size * 1.35, size * 0.6);
    leaf(-size * 0.42, size * 1.42, size * 0.55);
  }
  for (let i = 0; i < 7; i++)
    solid.ball(16, 3, { at: [-66 + i * 22, -1.4, -56 - (i % 3) * 7], colour: around.hill }, [1.9, 0.28, 1]);
}

/** What lies around the site, so that it has a place and a size: lawn, hall, bales, a container, trees, hills. */
export function makeSurroundings(material: Material): Group {
  const solid = new Solid();
  addHall(solid);
  addContainer(solid);
  addBales(solid);
  addGreen(solid);
  const lawn = new Mesh(
    new CircleGeometry(85, 48),
    new MeshStandardMaterial({ color: around.lawn, roughness: 1 }),
  );
  lawn.rotation.x = -Math.PI / 2;
  lawn.position.y = -0.03;
  lawn.receiveShadow = false;
  const group = new Group();
  group.add(new Mesh(solid.build(), material), lawn);
  return group;
}
