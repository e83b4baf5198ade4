import {
  type Color,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  type Vector3,
} from 'three';
import { mergeVertices } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { plainTwin } from './solid.ts';

/** Light of an instant, as the shaders of plain materials read it. */
export interface PlainLight {
  readonly sunDirection: { readonly value: Vector3 };
  readonly sunLight: { readonly value: Color };
  readonly skyLight: { readonly value: Color };
}

/** Light is worked out a vertex, not a pixel: a processor has few vertices and many pixels to do. */
const DECLARED = `#include <common>
varying vec3 vLight; uniform vec3 sunDirection; uniform vec3 sunLight; uniform vec3 skyLight;`;
const WORKED_OUT = `#include <begin_vertex>
vec3 facing = normal;
#ifdef USE_INSTANCING
facing = mat3(instanceMatrix) * facing;
#endif
#ifdef USE_BATCHING
facing = mat3(batchingMatrix) * facing;
#endif
facing = normalize(mat3(modelMatrix) * facing);
vLight = skyLight * (0.75 + 0.25 * facing.y) + sunLight * max(dot(facing, sunDirection), 0.0);`;

function plainOf({ color, map, vertexColors }: MeshStandardMaterial, light: PlainLight): MeshBasicMaterial {
  // Sharpness from the side takes many looks at a texture, each of which a processor works out.
  if (map !== null) map.anisotropy = 1;
  const material = new MeshBasicMaterial({ color, map, vertexColors, toneMapped: false, fog: false });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, light);
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', DECLARED)
      .replace('#include <begin_vertex>', WORKED_OUT);
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vLight;')
      .replace('#include <opaque_fragment>', 'outgoingLight *= vLight;\n#include <opaque_fragment>');
  };
  return material;
}

/** Replaces all that takes long to shade by plain materials of the same colours, bodies by their plain twins, and vertices that are equal by one. */
export function simplify(root: Object3D, light: PlainLight): void {
  const plain = new Map<MeshStandardMaterial, MeshBasicMaterial>();
  root.traverse((part) => {
    if (!(part instanceof Mesh) || !(part.material instanceof MeshStandardMaterial)) return;
    const { material } = part;
    const simple = plain.get(material) ?? plainOf(material, light);
    plain.set(material, simple);
    part.material = simple;
    part.castShadow = part.receiveShadow = false;
    if (part.geometry.index === null && !('addGeometry' in part))
      part.geometry = mergeVertices(plainTwin(part.geometry) ?? part.geometry);
  });
}
