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
import { must } from '../../../sim/record/must.ts';
import { sunAt } from './sun.ts';

/** Sky at one height of the sun: zenith and horizon, sunlight and its strength. */
interface Light {
  readonly elevationDeg: number;
  readonly zenith: string;
  readonly horizon: string;
  readonly sun: string;
  readonly sunStrength: number;
  readonly skyStrength: number;
}

/** From night to noon; colours between two rows are mixed. Chosen by eye, for a calm picture. */
const LIGHTS: readonly Light[] = [
  {
    elevationDeg: -12,
    zenith: '#0d1524',
    horizon: '#24324a',
    sun: '#8fa6d6',
    sunStrength: 0.25,
    skyStrength: 0.55,
  },
  {
    elevationDeg: -2,
    zenith: '#2f4468',
    horizon: '#c98f76',
    sun: '#ffb07a',
    sunStrength: 0.35,
    skyStrength: 0.8,
  },
  {
    elevationDeg: 5,
    zenith: '#5b86b8',
    horizon: '#f3cfa6',
    sun: '#ffc892',
    sunStrength: 2.0,
    skyStrength: 1.05,
  },
  {
    elevationDeg: 18,
    zenith: '#5f9bd2',
    horizon: '#dfe9ee',
    sun: '#ffe7c8',
    sunStrength: 2.9,
    skyStrength: 1.25,
  },
  {
    elevationDeg: 60,
    zenith: '#4d90d0',
    horizon: '#dcebf5',
    sun: '#fff6ea',
    sunStrength: 3.3,
    skyStrength: 1.4,
  },
];

/** The site's x axis points this far from west towards north, so that the sun rakes across the belt. */
const SITE_TURN_RAD = 0.6;
/** The sun's disc stays out of the shadows' reach when it sets: shadows are drawn from this height at least. */
const LOWEST_SHADOW_RAD = 0.14;

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

function mixed(elevationDeg: number): { low: Light; high: Light; share: number } {
  const i = LIGHTS.findIndex((row) => row.elevationDeg > elevationDeg);
  const high = must(LIGHTS.at(i), 'light');
  if (i <= 0) return { low: high, high, share: 0 };
  const low = must(LIGHTS[i - 1], 'light');
  return { low, high, share: (elevationDeg - low.elevationDeg) / (high.elevationDeg - low.elevationDeg) };
}

/** Sky dome, sunlight with shadows, light of the sky and haze, all following the hour. */
export class Sky {
  readonly group = new Group();
  private readonly sun = new DirectionalLight();
  private readonly fill = new HemisphereLight();
  private readonly fog = new FogExp2('#ffffff', 0.026);
  private readonly horizon = new Color();
  private readonly uniforms = {
    zenith: { value: new Color() },
    horizon: { value: new Color() },
    sunColour: { value: new Color() },
    sunDirection: { value: new Vector3(0, 1, 0) },
    sunUp: { value: 1 },
  };

  constructor(scene: Scene, reachM: number) {
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      uniforms: this.uniforms,
      side: BackSide,
      depthWrite: false,
      fog: false,
    });
    const dome = new Mesh(new SphereGeometry(90, 32, 20), material);
    dome.renderOrder = -1;
    scene.fog = this.fog;
    this.castShadows(reachM);
    this.group.add(dome, this.sun, this.sun.target, this.fill);
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
    const { low, high, share } = mixed(elevationDeg);
    const { zenith, horizon, sunColour, sunDirection, sunUp } = this.uniforms;
    zenith.value.set(low.zenith).lerp(this.horizon.set(high.zenith), share);
    horizon.value.set(low.horizon).lerp(this.horizon.set(high.horizon), share);
    sunColour.value.set(low.sun).lerp(this.horizon.set(high.sun), share);
    this.point(sunDirection.value, elevationRad, azimuthRad);
    sunUp.value = Math.min(1, Math.max(0, (elevationDeg + 3) / 6));
    this.sun.color.copy(sunColour.value);
    this.sun.intensity = low.sunStrength + (high.sunStrength - low.sunStrength) * share;
    this.point(this.sun.position, Math.max(elevationRad, LOWEST_SHADOW_RAD), azimuthRad).multiplyScalar(30);
    this.fill.color.copy(zenith.value).lerp(this.horizon.set('#ffffff'), 0.55);
    this.fill.groundColor.copy(horizon.value).multiplyScalar(0.42);
    this.fill.intensity = low.skyStrength + (high.skyStrength - low.skyStrength) * share;
    this.fog.color.copy(horizon.value);
    return Math.min(1, Math.max(0, (4 - elevationDeg) / 12));
  }

  private point(target: Vector3, elevationRad: number, azimuthRad: number): Vector3 {
    const turned = azimuthRad + SITE_TURN_RAD;
    const flat = Math.cos(elevationRad);
    return target.set(-Math.sin(turned) * flat, Math.sin(elevationRad), Math.cos(turned) * flat);
  }
}
