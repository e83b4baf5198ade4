import { type Camera, Vector3 } from 'three';
import { chargeColour } from '../forms/palette.ts';
import { type Box, placeLabels } from './place.ts';

/** What a label says of a point of the scene; selected things come first, then robots, then bins. */
export interface Label {
  readonly key: string;
  readonly at: Vector3;
  readonly priority: number;
  /** Stands under its point rather than over it. */
  readonly below: boolean;
  readonly title: string;
  readonly line: string;
  readonly accent: string;
  /** A bar (0..1), or none. */
  readonly bar: number | null;
}

export const SELECTED_FIRST = 3;
export const ROBOTS_NEXT = 2;
export const BINS_LAST = 1;

/** In a picture narrower than this, labels hold their title only. */
const NARROW_PX = 560;
/** Space along the edges of the picture (above: words in one line, in two where it is narrow), and the corner of the camera's buttons. */
const EDGE_PX = 6;
const HEAD_PX = 38;
const HEAD_NARROW_PX = 56;
const BUTTONS_PX = [260, 48] as const;

const SVG = 'http://www.w3.org/2000/svg';

/** The elements of one label. */
class Plate {
  readonly box = document.createElement('div');
  readonly leader = document.createElementNS(SVG, 'line');
  private readonly title = document.createElement('b');
  private readonly line = document.createElement('span');
  private readonly bar = document.createElement('i');
  private shown = '';
  private placed = '';
  widthPx = 0;
  heightPx = 0;

  constructor() {
    this.box.className = 'label';
    this.box.append(this.title, this.line, this.bar);
  }

  /** Writes its words; measured again only when they have changed. */
  write({ title, line, accent, bar }: Label, narrow: boolean): void {
    const level = bar === null ? '' : `${Math.round(bar * 100)}`;
    const key = `${title}|${line}|${accent}|${level}|${narrow}`;
    if (key === this.shown) return;
    this.shown = key;
    this.title.textContent = title;
    this.line.textContent = narrow ? '' : line;
    this.bar.hidden = bar === null;
    this.bar.style.width = `${level}%`;
    this.bar.style.background = chargeColour(bar ?? 0);
    this.box.style.borderLeftColor = accent;
    this.widthPx = this.box.offsetWidth;
    this.heightPx = this.box.offsetHeight;
  }

  /** Puts it beside its point, or nowhere; what stands where it stood is not touched, since the browser would draw all leaders again. */
  place(place: Box | null, x: number, y: number): void {
    const key = place === null ? 'nowhere' : `${place.left}|${place.top}|${x.toFixed(1)}|${y.toFixed(1)}`;
    const full = `${key}|${this.widthPx}|${this.heightPx}`;
    if (full === this.placed) return;
    this.placed = full;
    this.box.style.visibility = place === null ? 'hidden' : 'visible';
    this.leader.style.visibility = place === null ? 'hidden' : 'visible';
    if (place === null) return;
    this.box.style.transform = `translate(${place.left}px, ${place.top}px)`;
    const near = Math.min(place.right - 4, Math.max(place.left + 4, x));
    const ends = { x1: near, y1: y < place.top ? place.top : place.bottom, x2: x, y2: y };
    for (const [name, value] of Object.entries(ends)) this.leader.setAttribute(name, value.toFixed(1));
  }

  remove(): void {
    this.box.remove();
    this.leader.remove();
  }
}

/** The labels of the scene, as text of the page over the canvas: sharp at any size, never one over another. */
export class Labels {
  private readonly plates = new Map<string, Plate>();
  private readonly leaders = document.createElementNS(SVG, 'svg');
  private readonly point = new Vector3();

  /** `layer` covers the canvas; screen readers have the table and the sentence of the canvas instead. */
  constructor(private readonly layer: HTMLElement) {
    layer.replaceChildren(this.leaders);
  }

  draw(labels: readonly Label[], camera: Camera, widthPx: number, heightPx: number): void {
    const narrow = widthPx < NARROW_PX;
    const seen = labels.flatMap((label) => {
      const { x, y, z } = this.point.copy(label.at).project(camera);
      if (Math.abs(x) > 1 || Math.abs(y) > 1 || z > 1) return [];
      const plate = this.plateOf(label.key);
      plate.write(label, narrow && label.priority < SELECTED_FIRST);
      const at = { xPx: ((x + 1) / 2) * widthPx, yPx: ((1 - y) / 2) * heightPx };
      return [{ ...at, plate, ...label, widthPx: plate.widthPx, heightPx: plate.heightPx }];
    });
    const picture = {
      left: EDGE_PX,
      top: narrow ? HEAD_NARROW_PX : HEAD_PX,
      right: widthPx - EDGE_PX,
      bottom: heightPx - EDGE_PX,
    };
    const [w, h] = BUTTONS_PX;
    const buttons = { left: widthPx - w, top: heightPx - h, right: widthPx, bottom: heightPx };
    const places = placeLabels(seen, picture, [buttons]);
    const put = new Set<Plate>();
    for (const [i, { plate, xPx, yPx }] of seen.entries()) {
      plate.place(places[i] ?? null, xPx, yPx);
      put.add(plate);
    }
    for (const plate of this.plates.values()) if (!put.has(plate)) plate.place(null, 0, 0);
  }

  dispose(): void {
    for (const plate of this.plates.values()) plate.remove();
    this.leaders.remove();
  }

  private plateOf(key: string): Plate {
    const known = this.plates.get(key);
    if (known !== undefined) return known;
    const plate = new Plate();
    this.plates.set(key, plate);
    this.leaders.append(plate.leader);
    this.layer.append(plate.box);
    return plate;
  }
}
