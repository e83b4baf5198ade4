import {
  BackSide,
  Color,
  DirectionalLight,
  FogExp2,
  Group,
  HemisphereLight,
  Mesh,
  type Scene,
  ShaderMaterial,
  SphereGeometry,
  Vector3,
} from 'three';
import { at } from '../../../sim/record/must.ts';
import { palette } from '../forms/palette.ts';
import type { PlainLight } from '../forms/plain.ts';
/**
 * Light by height of the sun, from night to noon, one column a height: zenith and horizon of the sky, sunlight and the strength of
 * both. What lies between two columns is mixed. Chosen by eye, for a calm picture.
 */
import LIGHTS from './lights.json' with { type: 'json' };
import { sunAt } from './sun.ts';

/** The site's x axis points this far from west towards north, so that the sun rakes across the belt. */
const SITE_TURN_RAD = 0.6;
/** The sun's disc stays out of the shadows' reach when it sets: shadows are drawn from this height at least. */
const LOWEST_SHADOW_RAD = 0.14;

/** Share of sun and sky that plain materials show: a roof in the sun at noon is as bright as its colour. */
const PLAIN_SUN = 0.24;
const PLAIN_SKY = 0.52;

const vertexShader = `varying vec3 direction;
void main() { direction = normalize(position); gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`;
const fragmentShader = `varying vec3 direction;
uniform vec3 zenith; uniform vec3 horizon; uniform vec3 sunColour; uniform vec3 sunDirection; uniform float sunUp;
void main() {
  vec3 d = normalize(direction);
  float up = clamp(d.y, 0.0, 1.0);
  vec3 colour = mix(horizon, zenith, pow(up, 0.42));
  float near = max(dot(d, sunDirection), 0.0);
  colour += sunColour * sunUp * (0.9 * smoothstep(0.9994, 0.9998, near) + 0.22 * pow(near, 60.0) + 0.1 * pow(near, 6.0));
  gl_FragColor = vec4(colour, 1.0);
  #include <colorspace_fragment>
}`;

/** The columns below and above a height of the sun, and how far it lies between them. */
function columnsAt(elevationDeg: number): { low: number; high: number; share: number } {
  const heights = LIGHTS.elevationDeg;
  const above = heights.findIndex((height) => height > elevationDeg);
  const high = above < 0 ? heights.length - 1 : above;
  if (above <= 0) return { low: high, high, share: 0 };
  const from = at(heights, high - 1);
  return { low: high - 1, high, share: (elevationDeg - from) / (at(heights, high) - from) };
}

/** Sky dome, sunlight with shadows, light of the sky and haze, all following the hour. */
export class Sky {
  readonly group = new Group();
  private readonly sun = new DirectionalLight();
  private readonly fill = new HemisphereLight();
  private readonly fog = new FogExp2(palette.white, 0.026);
  private readonly horizon = new Color();
  /** The same light for plain materials. */
  readonly plain: PlainLight;
  private readonly dome: Mesh;
  private readonly uniforms = {
    zenith: { value: new Color() },
    horizon: { value: new Color() },
    sunColour: { value: new Color() },
    sunDirection: { value: new Vector3(0, 1, 0) },
    sunUp: { value: 1 },
  };

  constructor(
    private readonly scene: Scene,
    reachM: number,
  ) {
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      uniforms: this.uniforms,
      side: BackSide,
      depthWrite: false,
      fog: false,
    });
    this.dome = new Mesh(new SphereGeometry(90, 32, 20), material);
    this.dome.renderOrder = -1;
    const { sunDirection } = this.uniforms;
    this.plain = { sunDirection, sunLight: { value: new Color() }, skyLight: { value: new Color() } };
    scene.fog = this.fog;
    this.castShadows(reachM);
    this.group.add(this.dome, this.sun, this.sun.target, this.fill);
  }

  /** One colour instead of a dome whose every pixel is worked out, and no haze. */
  flatten(): void {
    this.dome.visible = false;
    this.scene.fog = null;
    this.scene.background = new Color();
  }

  private castShadows(reachM: number): void {
    const { shadow } = this.sun;
    this.sun.castShadow = true;
    shadow.mapSize.set(2048, 2048);
    shadow.bias = -0.0004;
    shadow.normalBias = 0.018;
    shadow.radius = 3;
    Object.assign(shadow.camera, {
      left: -reachM,
      right: reachM,
      top: reachM,
      bottom: -reachM,
      near: 1,
      far: 60,
    });
  }

  /** Sets the light of a solar hour; returns how dark it is, 0 (day) to 1 (night). */
  setHour(latitudeDeg: number, dayOfYear: number, solarHour: number): number {
    const { elevationRad, azimuthRad } = sunAt(latitudeDeg, dayOfYear, solarHour);
    const elevationDeg = (elevationRad * 180) / Math.PI;
    const { low, high, share } = columnsAt(elevationDeg);
    const mixed = (target: Color, colours: readonly string[]): Color =>
      target.set(colours[low] ?? '').lerp(this.horizon.set(colours[high] ?? ''), share);
    const strength = (of: readonly number[]) => at(of, low) + (at(of, high) - at(of, low)) * share;
    const { zenith, horizon, sunColour, sunDirection, sunUp } = this.uniforms;
    mixed(zenith.value, LIGHTS.zenith);
    mixed(horizon.value, LIGHTS.horizon);
    mixed(sunColour.value, LIGHTS.sun);
    this.point(sunDirection.value, elevationRad, azimuthRad);
    sunUp.value = Math.min(1, Math.max(0, (elevationDeg + 3) / 6));
    this.sun.color.copy(sunColour.value);
    this.sun.intensity = strength(LIGHTS.sunStrength);
    this.point(this.sun.position, Math.max(elevationRad, LOWEST_SHADOW_RAD), azimuthRad).multiplyScalar(30);
    this.fill.color.copy(zenith.value).lerp(this.horizon.set(palette.white), 0.55);
    this.fill.groundColor.copy(horizon.value).multiplyScalar(0.42);
    this.fill.intensity = strength(LIGHTS.skyStrength);
    this.fog.color.copy(horizon.value);
    this.plain.sunLight.value.copy(sunColour.value).multiplyScalar(this.sun.intensity * PLAIN_SUN);
    this.plain.skyLight.value.copy(this.fill.color).multiplyScalar(this.fill.intensity * PLAIN_SKY);
    if (this.scene.background instanceof Color)
      this.scene.background.copy(zenith.value).lerp(horizon.value, 0.7);
    return Math.min(1, Math.max(0, (4 - elevationDeg) / 12));
  }

  private point(target: Vector3, elevationRad: number, azimuthRad: number): Vector3 {
    const turned = azimuthRad + SITE_TURN_RAD;
    const flat = Math.cos(elevationRad);
    return target.set(-Math.sin(turned) * flat, Math.sin(elevationRad), Math.cos(turned) * flat);
  }
}
