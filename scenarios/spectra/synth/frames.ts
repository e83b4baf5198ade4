import { makeItem } from '../../../sim/materials/item.ts';
import type { Drawing } from '../../../sim/record/drawing.ts';
import type { FrameValues, Sense, Stream } from '../../../sim/record/frames.ts';
import { Instruments } from '../../../sim/senses/frames.ts';
import { SENSES, type Sensors } from '../../../sim/senses/registry.ts';
import { blankSheet, drawCurve, pastePicture, type Rgb, type Sheet, setPixel, writeText } from './sheet.ts';

/** What a contact sheet shows: one row a material, one column a state, in each cell what the senses see of one item. */
export interface FramesSpec {
  readonly materials: readonly string[];
  readonly states: readonly number[];
  readonly senses: readonly Sense[];
  readonly seed: number;
  /** How far substances show in their looks, 0..1. */
  readonly lookCoupling: number;
}

const VIEW_PX = 64;
const CURVE_WIDTH_PX = 72;
const GAP_PX = 4;
const MARGIN_PX = { left: 200, top: 24 };
const PAPER: Rgb = [250, 250, 247];
const INK: Rgb = [40, 40, 44];
const CURVE: Rgb = [20, 90, 160];
const GRID: Rgb = [222, 222, 216];

/** Widths of a sense's box, by how it is drawn. */
const BOX_PX: Readonly<Record<Drawing['kind'], number>> = {
  picture: VIEW_PX,
  film: VIEW_PX,
  curve: CURVE_WIDTH_PX,
  bars: CURVE_WIDTH_PX,
};

/** Draws the contact sheet with sensors in good order; every cell has its own item id, so no two cells are the same piece. */
export function contactSheet(spec: FramesSpec): Sheet {
  const models = spec.senses.map((name) => SENSES.need(name));
  const sensors: Sensors = Object.fromEntries(models.map((model) => [model.name, model.fresh()]));
  const boxes = models.map((model) => BOX_PX[model.drawing(model.fresh()).kind] + GAP_PX);
  const cellWidth = boxes.reduce((sum, width) => sum + width, GAP_PX);
  const cellHeight = VIEW_PX + 2 * GAP_PX;
  const width = MARGIN_PX.left + spec.states.length * cellWidth;
  const height = MARGIN_PX.top + spec.materials.length * cellHeight;
  const instruments = new Instruments(spec.seed);
  const sheet = blankSheet(width, height, PAPER);
  spec.states.forEach((state, column) => {
    writeText(sheet, `state ${state}`, MARGIN_PX.left + column * cellWidth + GAP_PX, 8, 2, INK);
  });
  spec.materials.forEach((materialId, row) => {
    const y = MARGIN_PX.top + row * cellHeight;
    writeText(sheet, materialId, 6, y + cellHeight / 2 - 5, 2, INK);
    spec.states.forEach((state, column) => {
      const itemId = row * spec.states.length + column;
      const item = makeItem({ seed: spec.seed, itemId, materialId, state, lookCoupling: spec.lookCoupling });
      const { streams } = instruments.look(item, sensors, spec.senses);
      let x = MARGIN_PX.left + column * cellWidth + GAP_PX;
      models.forEach((model, i) => {
        const stream = streams[model.name];
        if (stream) drawStream(sheet, stream, model.drawing(model.fresh()), x, y + GAP_PX);
        x += boxes[i] ?? 0;
      });
    });
  });
  return sheet;
}

/** Draws one stream with its left upper corner at (x, y): of a film the first frame, of numbers a curve or bars over a grid. */
function drawStream(sheet: Sheet, { values, shape }: Stream, drawing: Drawing, x: number, y: number): void {
  if (drawing.kind === 'picture') {
    const [side = VIEW_PX] = shape;
    pastePicture(sheet, Uint8Array.from(values), side, x, y, VIEW_PX / side);
  } else if (drawing.kind === 'film') {
    const [, side = VIEW_PX] = shape;
    const first = Float32Array.from(values.subarray(0, side * side));
    pastePicture(sheet, falseColour(first), side, x, y, VIEW_PX / side);
  } else {
    drawNumbers(sheet, drawing.kind === 'bars' ? asBars(values) : Float32Array.from(values), x, y);
  }
}

function drawNumbers(sheet: Sheet, values: Float32Array, x: number, y: number): void {
  for (let level = 0; level <= 4; level++) {
    const row = y + Math.round((level / 4) * (VIEW_PX - 1));
    for (let column = 0; column < CURVE_WIDTH_PX; column++) setPixel(sheet, x + column, row, GRID);
  }
  drawCurve(sheet, values, { x, y, width: CURVE_WIDTH_PX, height: VIEW_PX }, CURVE);
}

/** Each value as a step of its own over its share of the box, scaled to the largest. */
function asBars(values: FrameValues): Float32Array {
  const top = Math.max(1e-9, ...Array.from(values, Math.abs));
  return Float32Array.from({ length: CURVE_WIDTH_PX }, (_, column) => {
    const value = values[Math.floor((column * values.length) / CURVE_WIDTH_PX)] ?? 0;
    return Math.abs(value) / top;
  });
}

/** Blue to red over the range of the frame: temperatures are to be compared within a cell. */
function falseColour(kelvin: Float32Array): Uint8Array {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of kelvin) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const rgb = new Uint8Array(kelvin.length * 3);
  kelvin.forEach((value, i) => {
    const t = (value - low) / Math.max(high - low, 0.5);
    rgb.set(
      [255 * Math.min(1, 2 * t), 255 * (1 - Math.abs(2 * t - 1)) * 0.9, 255 * Math.min(1, 2 - 2 * t)],
      i * 3,
    );
  });
  return rgb;
}
