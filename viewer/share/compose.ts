/** Height of a line of words under a picture, and of the room about these lines, CSS pixels. */
const LINE_PX = 22;
const ROOM_PX = 12;

/** Words of a picture: lines under it and, where it shows days beside one another, one over each. */
export interface PictureWords {
  readonly under: readonly string[];
  readonly over: readonly string[];
}

const heightOf = (lines: readonly string[]): number => ROOM_PX + LINE_PX * lines.length;

const font = (element: Element): string => {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  return `${fontWeight} ${fontSize} ${fontFamily}`;
};

/** One label of the scene: a card with its words where they stand on the page. */
function drawLabel(on: CanvasRenderingContext2D, label: HTMLElement, left: number, top: number): void {
  const { visibility, backgroundColor, borderLeftColor } = getComputedStyle(label);
  const box = label.getBoundingClientRect();
  if (visibility === 'hidden' || box.width === 0) return;
  on.fillStyle = backgroundColor;
  on.fillRect(box.left - left, box.top - top, box.width, box.height);
  on.fillStyle = borderLeftColor;
  on.fillRect(box.left - left, box.top - top, 3, box.height);
  for (const words of label.querySelectorAll('b, span')) {
    const at = words.getBoundingClientRect();
    on.font = font(words);
    on.fillStyle = getComputedStyle(words).color;
    on.textBaseline = 'middle';
    on.fillText(words.textContent ?? '', at.left - left, at.top - top + at.height / 2);
  }
}

/** The lines that lead from labels to what they name. */
function drawLeaders(on: CanvasRenderingContext2D, left: number, top: number): void {
  for (const line of document.querySelectorAll<SVGLineElement>('.labels line')) {
    const { visibility, stroke, strokeWidth } = getComputedStyle(line);
    const box = line.ownerSVGElement?.getBoundingClientRect();
    if (visibility === 'hidden' || box === undefined) continue;
    const end = (axis: 'x1' | 'y1' | 'x2' | 'y2'): number => line[axis].baseVal.value;
    on.strokeStyle = stroke;
    on.lineWidth = Number.parseFloat(strokeWidth) || 1;
    on.beginPath();
    on.moveTo(box.left - left + end('x1'), box.top - top + end('y1'));
    on.lineTo(box.left - left + end('x2'), box.top - top + end('y2'));
    on.stroke();
  }
}

/** Where the page says whose day each of two scenes shows. */
const headings = '.stage-of figcaption';

/** Whose day each scene shows and what it stands at, in the places in which the page says it. */
function drawHeadings(
  on: CanvasRenderingContext2D,
  words: readonly string[],
  left: number,
  top: number,
): void {
  for (const [i, heading] of [...document.querySelectorAll(headings)].entries()) {
    const box = heading.getBoundingClientRect();
    on.font = `600 ${getComputedStyle(heading).fontSize} ${getComputedStyle(heading).fontFamily}`;
    on.fillStyle = getComputedStyle(heading).color;
    on.textBaseline = 'middle';
    on.fillText(words[i] ?? '', box.left - left + 12, box.top - top + box.height / 2, box.width - 24);
  }
}

/** Sizes a canvas for a picture (CSS pixels) with its lines of words; films want even sizes, and setting a size clears the canvas. */
export function sizeCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ratio: number,
  lines: readonly string[],
): void {
  const size = [width, height + heightOf(lines)].map((px) => 2 * Math.round((px * ratio) / 2));
  [canvas.width = 2, canvas.height = 2] = size;
}

/** The paper of the page, with lines of words under the picture. */
export function drawPaper(
  on: CanvasRenderingContext2D,
  width: number,
  height: number,
  lines: readonly string[],
): void {
  const { backgroundColor, color, fontFamily } = getComputedStyle(document.body);
  on.fillStyle = backgroundColor;
  on.fillRect(0, 0, width, height + heightOf(lines));
  on.fillStyle = color;
  on.font = `600 15px ${fontFamily}`;
  on.textBaseline = 'middle';
  for (const [i, line] of lines.entries())
    on.fillText(line, 12, height + ROOM_PX / 2 + LINE_PX * (i + 0.5), width - 24);
}

/**
 * Draws what stands on the stage, scenes with their labels, and its words into a canvas that it sizes. Call it in the frame in
 * which the scenes were drawn: later their pixels are gone. False where there is no scene.
 */
export function compose(canvas: HTMLCanvasElement, { under, over }: PictureWords): boolean {
  const scenes = [...document.querySelectorAll<HTMLCanvasElement>('canvas.scene')];
  const boxes = scenes.map((scene) => scene.getBoundingClientRect());
  // Kept in memory: it is read after every drawing.
  const on = canvas.getContext('2d', { willReadFrequently: true });
  if (on === null || boxes.length === 0) return false;
  const captions = [...document.querySelectorAll(headings)].map((heading) => heading.getBoundingClientRect());
  const all = [...boxes, ...captions];
  const left = Math.min(...all.map((box) => box.left));
  const top = Math.min(...all.map((box) => box.top));
  const width = Math.max(...all.map((box) => box.right)) - left;
  const height = Math.max(...all.map((box) => box.bottom)) - top;
  const ratio = Math.max(1, window.devicePixelRatio);
  sizeCanvas(canvas, width, height, ratio, under);
  on.scale(ratio, ratio);
  drawPaper(on, width, height, under);
  drawHeadings(on, over, left, top);
  scenes.forEach((scene, i) => {
    const box = boxes[i];
    if (box !== undefined) on.drawImage(scene, box.left - left, box.top - top, box.width, box.height);
  });
  drawLeaders(on, left, top);
  for (const label of document.querySelectorAll<HTMLElement>('.labels .label'))
    drawLabel(on, label, left, top);
  return true;
}

/** Saves bytes under a name, as a download. */
export function save(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
