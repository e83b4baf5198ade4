/** Height of the line of words under a picture, CSS pixels. */
const CAPTION_PX = 34;

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

/** Sizes a canvas for a picture (CSS pixels) with its line of words; films want even sizes, and setting a size clears the canvas. */
export function sizeCanvas(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const size = [width, height + CAPTION_PX].map((px) => 2 * Math.round((px * ratio) / 2));
  [canvas.width = 2, canvas.height = 2] = size;
}

/** The paper of the page, with a line of words under the picture. */
export function drawPaper(
  on: CanvasRenderingContext2D,
  width: number,
  height: number,
  caption: string,
): void {
  const { backgroundColor, color, fontFamily } = getComputedStyle(document.body);
  on.fillStyle = backgroundColor;
  on.fillRect(0, 0, width, height + CAPTION_PX);
  on.fillStyle = color;
  on.font = `600 15px ${fontFamily}`;
  on.textBaseline = 'middle';
  on.fillText(caption, 12, height + CAPTION_PX / 2, width - 24);
}

/**
 * Draws what stands on the stage, scenes with their labels, and under it a line of words, into a canvas that it sizes. Call it in
 * the frame in which the scenes were drawn: later their pixels are gone. False where there is no scene.
 */
export function compose(canvas: HTMLCanvasElement, caption: string): boolean {
  const scenes = [...document.querySelectorAll<HTMLCanvasElement>('canvas.scene')];
  const boxes = scenes.map((scene) => scene.getBoundingClientRect());
  // Kept in memory: it is read after every drawing.
  const on = canvas.getContext('2d', { willReadFrequently: true });
  if (on === null || boxes.length === 0) return false;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top;
  const ratio = Math.max(1, window.devicePixelRatio);
  sizeCanvas(canvas, width, height, ratio);
  on.scale(ratio, ratio);
  drawPaper(on, width, height, caption);
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
