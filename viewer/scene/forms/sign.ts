import { CanvasTexture, LinearFilter, Sprite, SpriteMaterial, SRGBColorSpace } from 'three';
import { inkOf } from './painted.ts';

/** Pixels of an ordinary sign across. */
const WIDTH = 256;
const HEIGHT = 104;
const FONT = '"Open Sans", Inter, system-ui, sans-serif';

/** What a sign says: a title, a line below it, an accent, and a bar (0..1) or none. */
export interface SignText {
  readonly title: string;
  readonly line: string;
  readonly accent: string;
  readonly bar: number | null;
}

/** No text of more letters than one in so many pixels fits: longer ones are cut before they are measured, letter by letter. */
const NARROWEST_PX = 4;

/** Sets a font in which the text fits, or cuts the text where even the smallest does not. */
function fitted(ink: CanvasRenderingContext2D, text: string, weight: number, sizePx: number): string {
  const widthPx = ink.canvas.width - 54;
  const most = Math.floor(widthPx / NARROWEST_PX);
  for (let size = sizePx; size >= sizePx * 0.7; size -= 1) {
    ink.font = `${weight} ${size}px ${FONT}`;
    if (text.length <= most && ink.measureText(text).width <= widthPx) return text;
  }
  let end = Math.min(text.length, most);
  while (end > 1 && ink.measureText(`${text.slice(0, end)}...`).width > widthPx) end -= 1;
  return `${text.slice(0, end)}...`;
}

/** A small plate that always faces the viewer; redrawn only when its words change. */
export class Sign {
  readonly sprite: Sprite;
  private readonly ink: CanvasRenderingContext2D;
  private readonly texture: CanvasTexture;
  private shown = '';

  constructor(widthPx = WIDTH) {
    this.ink = inkOf(widthPx, HEIGHT);
    this.texture = new CanvasTexture(this.ink.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.minFilter = LinearFilter;
    this.texture.generateMipmaps = false;
    this.sprite = new Sprite(
      new SpriteMaterial({
        map: this.texture,
        depthWrite: false,
        depthTest: false,
        toneMapped: false,
        fog: false,
        sizeAttenuation: false,
      }),
    );
    this.sprite.renderOrder = 5;
  }

  /** Height of the sign over the height of the picture, for a camera of 34 degrees. */
  resize(share: number): void {
    const height = share * 2 * Math.tan((17 * Math.PI) / 180);
    this.sprite.scale.set((height * this.ink.canvas.width) / HEIGHT, height, 1);
  }

  write(text: SignText): void {
    const key = `${text.title}|${text.line}|${text.accent}|${text.bar?.toFixed(2)}`;
    if (key === this.shown) return;
    this.shown = key;
    this.paint(text);
    this.texture.needsUpdate = true;
  }

  private paint({ title, line, accent, bar }: SignText): void {
    const { ink } = this;
    const { width } = ink.canvas;
    ink.clearRect(0, 0, width, HEIGHT);
    ink.fillStyle = 'rgba(20,25,31,0.8)';
    ink.beginPath();
    ink.roundRect(3, 3, width - 6, HEIGHT - 6, 18);
    ink.fill();
    ink.fillStyle = accent;
    ink.beginPath();
    ink.roundRect(16, 20, 8, HEIGHT - 40, 4);
    ink.fill();
    ink.fillStyle = '#ffffff';
    ink.textBaseline = 'middle';
    ink.fillText(fitted(ink, title, 600, 37), 38, 36);
    ink.fillStyle = '#c6d0da';
    ink.fillText(fitted(ink, line, 400, 30), 38, bar === null ? 74 : 67);
    if (bar === null) return;
    ink.fillStyle = 'rgba(255,255,255,0.18)';
    ink.fillRect(38, 86, width - 62, 7);
    ink.fillStyle = bar > 0.3 ? '#3fd0a2' : bar > 0.12 ? '#f0b23a' : '#f0744d';
    ink.fillRect(38, 86, (width - 62) * Math.min(1, Math.max(0, bar)), 7);
  }
}
