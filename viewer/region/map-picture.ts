import { drawPaper, sizeCanvas } from '../share/compose.ts';
import { type Picture, plainName } from '../share/share-bar.tsx';
import { HEIGHT, WIDTH } from './layout.ts';

/** What the style sheet says of parts of the map: an image knows no style sheet. */
const told = [
  'fill',
  'stroke',
  'stroke-width',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'paint-order',
] as const;

/** The map as it stands on the page, as an image that needs nothing beside it; null where there is none. */
function mapText(): string | null {
  const map = document.querySelector<SVGSVGElement>('.flow-map');
  if (map === null) return null;
  const copy = map.cloneNode(true) as SVGSVGElement;
  const own = map.querySelectorAll('*');
  for (const [i, part] of [...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(own[i] ?? map);
    if (style.display === 'none') part.remove();
    else for (const name of told) part.setAttribute(name, style.getPropertyValue(name));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(WIDTH));
  copy.setAttribute('height', String(HEIGHT));
  return new XMLSerializer().serializeToString(copy);
}

async function drawMap(canvas: HTMLCanvasElement, caption: string): Promise<boolean> {
  const text = mapText();
  const on = canvas.getContext('2d', { willReadFrequently: true });
  if (text === null || on === null) return false;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const ratio = Math.max(1, window.devicePixelRatio);
  sizeCanvas(canvas, WIDTH, HEIGHT, ratio, [caption]);
  on.scale(ratio, ratio);
  drawPaper(on, WIDTH, HEIGHT, [caption]);
  on.drawImage(image, 0, 0, WIDTH, HEIGHT);
  return true;
}

/** A film wants a picture now and then although nothing has changed. */
const STANDS_MS = 200;

/** The map of a region with a line of words under it; `caption` says which day it is. */
export function mapPicture(caption: () => string): Picture {
  let shown = '';
  let drawnMs = 0;
  let busy = false;
  const draw = (canvas: HTMLCanvasElement): Promise<boolean> => {
    shown = caption();
    drawnMs = performance.now();
    return drawMap(canvas, shown);
  };
  const again = (canvas: HTMLCanvasElement): void => {
    if (busy || (caption() === shown && performance.now() - drawnMs < STANDS_MS)) return;
    busy = true;
    void draw(canvas).finally(() => {
      busy = false;
    });
  };
  return { draw, again, fileName: () => plainName(caption()) };
}
