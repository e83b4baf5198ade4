import {
  ACESFilmicToneMapping,
  PCFShadowMap,
  PerspectiveCamera,
  PMREMGenerator,
  Vector2,
  Vector3,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { RoomEnvironment } from 'three/examples/jsm/environments/RoomEnvironment.js';
import { say } from '../language.ts';
import type { CameraPlace } from '../player.ts';
import type { MixUp } from '../recording/confusion.ts';
import type { DayState } from '../recording/state.ts';
import type { Timeline } from '../recording/timeline.ts';
import type { ViewName } from '../url.ts';
import { type Label, Labels } from './labels/labels.ts';
import { type Picture, simpleRatio } from './picture.ts';
import { type Glows, SiteScene } from './site-scene.ts';

/** Device pixels a CSS pixel at most: more costs time and is not seen. */
const MAX_PIXEL_RATIO = 2;

/** Vertical field of view, and the room beside the belt's ends that an overview shows. */
const FIELD_DEG = 34;
const BESIDE_M = 0.9;
/** A picture that is wider for its height would cut the bins off if the belt's ends stood at its sides. */
const WIDEST = 2.5;

/** Canvas, camera and renderer around one site scene. Throws Error in words when WebGL2 is missing. */
export class Stage {
  readonly camera = new PerspectiveCamera(FIELD_DEG, 1, 0.1, 220);
  private readonly renderer: WebGLRenderer;
  private readonly controls: OrbitControls;
  private readonly site: SiteScene;
  private readonly labels: Labels;
  private readonly lengthM: number;
  private said: readonly Label[] = [];
  /** Size and pixels of the canvas: to set them again, even to the same, costs a new drawing buffer. */
  private size = '';

  constructor(
    canvas: HTMLCanvasElement,
    layer: HTMLElement,
    timeline: Timeline,
    private readonly picture: Picture,
  ) {
    const full = picture === 'full';
    if (canvas.getContext('webgl2', { antialias: full }) === null) throw new Error(say('scene.webgl'));
    this.renderer = new WebGLRenderer({ canvas, antialias: full });
    this.renderer.toneMapping = ACESFilmicToneMapping;
    this.renderer.shadowMap.enabled = full;
    this.renderer.shadowMap.type = PCFShadowMap;
    this.site = new SiteScene(timeline);
    this.labels = new Labels(layer);
    this.lengthM = timeline.site.scene.belt.lengthM;
    if (full) this.light();
    else this.site.simplify();
    this.controls = new OrbitControls(this.camera, canvas);
    Object.assign(this.controls, {
      maxPolarAngle: 1.5,
      minDistance: 1.5,
      maxDistance: 40,
      enableDamping: false,
    });
    this.view('overview');
  }

  /** Lets items glow from the next picture on. */
  set glows(glows: Glows) {
    this.site.glows = glows;
  }

  /** Light from all sides, which gives metal and lacquer something to reflect. */
  private light(): void {
    const studio = new PMREMGenerator(this.renderer);
    this.site.scene.environment = studio.fromScene(new RoomEnvironment(), 0.04).texture;
    studio.dispose();
  }

  /** Moves the camera to a named view at once. */
  view(name: ViewName): void {
    const span = Math.max(4, this.lengthM);
    const aspect = Math.min(WIDEST, Math.max(0.9, this.camera.aspect));
    const far = (span + BESIDE_M) / 2 / (Math.tan((FIELD_DEG * Math.PI) / 360) * aspect);
    const spots: Record<ViewName, readonly [Vector3, Vector3]> = {
      overview: [new Vector3(-span * 0.17, far * 0.31, far * 0.94), new Vector3(0.12, 1.2, 0)],
      robots: [new Vector3(span * 0.2, 2.5, span * 0.66), new Vector3(span * 0.04, 1.0, 0)],
      top: [new Vector3(0, far * 1.1, 0.01), new Vector3(0, 0, 0)],
    };
    const [from, to] = spots[name];
    this.camera.position.copy(from);
    this.controls.target.copy(to);
    this.controls.update();
  }

  /** Puts the camera to a place: that of a link, or where the reader turned that of the scene beside it. */
  stand([x = 0, y = 0, z = 0, ...middle]: CameraPlace): void {
    this.camera.position.set(x, y, z);
    this.controls.target.fromArray(middle);
    this.controls.update();
  }

  /** Puts the camera where a link says, and hears where the reader turns it to. */
  follow(place: CameraPlace | null, turned: (place: CameraPlace) => void): void {
    if (place !== null) this.stand(place);
    this.controls.addEventListener('end', () =>
      turned([...this.camera.position.toArray(), ...this.controls.target.toArray()]),
    );
  }

  /** Fits the picture to the canvas' CSS size, with a share of its pixels a side; a canvas of size zero is left alone. */
  resize(widthPx: number, heightPx: number, share: number): void {
    if (widthPx < 1 || heightPx < 1) return;
    const size = `${widthPx}x${heightPx}x${share}x${window.devicePixelRatio}`;
    if (size === this.size) return;
    this.size = size;
    const most = this.picture === 'full' ? MAX_PIXEL_RATIO : simpleRatio(widthPx, heightPx);
    this.renderer.setPixelRatio(Math.min(most, window.devicePixelRatio) * share);
    this.renderer.setSize(widthPx, heightPx, false);
    this.camera.aspect = widthPx / heightPx;
    this.camera.updateProjectionMatrix();
  }

  draw(state: DayState, selected: number | null, shown: MixUp | null): void {
    const dark = this.site.draw(state, selected, shown);
    this.renderer.toneMappingExposure = 0.92 + 0.35 * dark;
    this.site.scene.environmentIntensity = 0.34 - 0.16 * dark;
    this.renderer.render(this.site.scene, this.camera);
    const { clientWidth, clientHeight } = this.renderer.domElement;
    this.said = this.site.labels(state, selected);
    this.labels.draw(this.said, this.camera, clientWidth, clientHeight);
  }

  /** Middle of an item in CSS pixels from the canvas' corner; null when it is not in the picture. */
  project(itemId: number): { readonly x: number; readonly y: number } | null {
    const at = this.site.project(itemId, this.camera);
    if (at === null || Math.abs(at.x) > 1 || Math.abs(at.y) > 1) return null;
    const { clientWidth, clientHeight } = this.renderer.domElement;
    return { x: ((at.x + 1) / 2) * clientWidth, y: ((1 - at.y) / 2) * clientHeight };
  }

  /** The item drawn at a point of the canvas in CSS pixels, or null. */
  pick(x: number, y: number): number | null {
    const { clientWidth, clientHeight } = this.renderer.domElement;
    return this.site.pick(new Vector2((x / clientWidth) * 2 - 1, 1 - (y / clientHeight) * 2), this.camera);
  }

  /** What the last picture shows, and what its labels say, those included for which there is no room. */
  get shown() {
    return { ...this.site.drawn, labels: this.said.map(({ title, line }) => ({ title, line })) };
  }

  /** Draw calls and triangles of the last picture, shadows included, and how many pictures there were. */
  get cost(): { readonly calls: number; readonly triangles: number; readonly pictures: number } {
    const { calls, triangles, frame } = this.renderer.info.render;
    return { calls, triangles, pictures: frame };
  }

  dispose(): void {
    this.labels.dispose();
    this.controls.dispose();
    this.renderer.dispose();
  }
}
