import type { Noise } from '../../kernel/random/noise.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Look } from '../../materials/material.ts';
import { PART } from '../form/skin/mesh.ts';
import {
  barCode,
  ellipse,
  fill,
  ground,
  ink,
  mix,
  PRINT_CELLS,
  type Print,
  packHue,
  picture,
  printable,
  type Rgb,
  setInk,
  text,
} from './print.ts';

/** What is printed on goods: labels, sleeves, full covers, newsprint, letters, flyers, board print. Drawn for each item. */

/** A label, a sleeve or a full cover: bands, blots, a name in big letters, small text, a bar code. */
function pack(print: Print, random: Noise): void {
  const n = PRINT_CELLS;
  fill(print, 0, 0, n, n, ink.ground);
  const bands = Math.floor(random.next() * 4);
  for (let k = 0; k < bands; k++) {
    const at = n * random.next();
    const wide = n * (0.04 + 0.3 * random.next());
    const number = ink.first + Math.floor(random.next() * 3);
    if (random.next() < 0.7) fill(print, at, 0, at + wide, n, number);
    else fill(print, 0, at, n, at + wide, number);
  }
  if (random.next() < 0.5) {
    const [x, y] = [n * (0.2 + 0.6 * random.next()), n * (0.2 + 0.6 * random.next())];
    const size = n * (0.1 + 0.25 * random.next());
    if (random.next() < 0.5)
      ellipse(
        print,
        x,
        y,
        size,
        size * (0.5 + 0.8 * random.next()),
        ink.first + Math.floor(random.next() * 3),
      );
    else picture(print, random, [x - size, y - size, x + size, y + size]);
  }
  const name = 5 + Math.floor(random.next() * 9);
  const from = n * (0.1 + 0.5 * random.next());
  const number = random.next() < 0.5 ? ink.pale : random.next() < 0.5 ? ink.dark : ink.second;
  for (let y = n * 0.15; y < n * 0.85; y += 3 + Math.floor(random.next() * 3))
    if (random.next() < 0.8) fill(print, from, y, from + name, y + 2 + random.next() * 2, number);
  for (let k = 0; k < 2; k++) {
    if (random.next() < 0.6) {
      const x = n * 0.8 * random.next();
      const y = n * 0.7 * random.next();
      text(print, random, [x, y, x + n * 0.35, y + n * (0.15 + 0.3 * random.next())], 1, 1);
    }
  }
  if (random.next() < 0.4)
    barCode(print, random, Math.floor(48 * random.next()), Math.floor(50 * random.next()));
}

/** A page of a newspaper: headlines, columns, photographs. */
function newsPage(print: Print, random: Noise): void {
  const n = PRINT_CELLS;
  print.cells.fill(0);
  const columns = 3 + Math.floor(random.next() * 3);
  const wide = n / columns;
  for (let c = 0; c < columns; c++) {
    let y = 2 + Math.floor(random.next() * 3);
    while (y < n - 4) {
      const kind = random.next();
      const tall = 6 + Math.floor(random.next() * 20);
      const box = [1 + c * wide, y, (c + 1) * wide - 1, Math.min(n - 2, y + tall)];
      if (kind < 0.15)
        picture(print, random, [box[0]!, box[1]!, box[2]! + (random.next() < 0.4 ? wide : 0), box[3]!]);
      else if (kind < 0.3) text(print, random, [box[0]!, box[1]!, box[2]!, box[1]! + 8], 3, 1);
      else text(print, random, box, 1, random.next() < 0.4 ? 1 : 0);
      y += (kind >= 0.15 && kind < 0.3 ? 8 : tall) + 2;
    }
  }
}

/** A letter, a form, a receipt: few lines, much white. */
function letter(print: Print, random: Noise, cover: number): void {
  const n = PRINT_CELLS;
  print.cells.fill(0);
  if (random.next() < 0.5) picture(print, random, [4, 3, 10 + n * 0.3 * random.next(), 9]);
  const height = random.next() < 0.25 ? 2 : 1;
  const gap = Math.min(3, Math.floor((0.4 * random.next() + 0.15) / Math.max(0.1, cover)));
  let y = 8 + Math.floor(random.next() * 10);
  while (y < n * (0.5 + 0.5 * random.next())) {
    const tall = 5 + Math.floor(random.next() * 14);
    text(print, random, [5, y, n - 5, Math.min(n - 4, y + tall)], height, gap);
    y += tall + 2 + Math.floor(random.next() * 6);
  }
  if (random.next() < 0.2)
    for (let k = 0; k < 6; k++) fill(print, 6, 30 + 4 * k, n - 6, 31 + 4 * k, ink.half);
}

/** Board print: one or two inks, a mark, big letters, handling signs. */
function boardPrint(print: Print, random: Noise): void {
  const n = PRINT_CELLS;
  print.cells.fill(0);
  const marks = 1 + Math.floor(random.next() * 3);
  for (let k = 0; k < marks; k++) {
    const [x, y] = [n * 0.75 * random.next(), n * 0.75 * random.next()];
    const [w, h] = [n * (0.12 + 0.35 * random.next()), n * (0.06 + 0.2 * random.next())];
    const kind = random.next();
    if (kind < 0.45) text(print, random, [x, y, x + w, y + h], 2 + Math.floor(random.next() * 4), 2);
    else if (kind < 0.65) ellipse(print, x + w / 2, y + h / 2, w / 2, h / 2, ink.dark);
    else if (kind < 0.85) fill(print, x, y, x + w, y + h, ink.dark);
    else barCode(print, random, Math.floor(x), Math.floor(y));
  }
}

/** Colours of the inks of a pack: a ground, three hues, dark, pale and a half-tone between ground and dark. */
function packInks(print: Print, random: Noise, own: Rgb): void {
  const base = ground(random);
  setInk(print, ink.ground, base);
  setInk(print, ink.first, own);
  setInk(print, ink.second, packHue(random));
  setInk(print, ink.third, packHue(random));
  const light = base[0] + base[1] + base[2] > 1.2;
  const dark: Rgb = light ? [0.1, 0.1, 0.12] : [0.95, 0.95, 0.92];
  setInk(print, ink.dark, dark);
  setInk(print, ink.half, mix(base, dark, 0.4));
  setInk(print, ink.pale, [0.95, 0.95, 0.94]);
}

/** Share of a line of small text that is ink, seen from afar (a line's pitch is twice its letters, and they are half white: estimate). */
const TEXT = 0.3;

/** Inks on paper or board of the colour `base`: black first, then weak colours. */
function paperInks(print: Print, random: Noise, base: Rgb, colours: number, own: Rgb): void {
  const dark: Rgb = random.next() < 0.75 ? [0.2, 0.19, 0.2] : mix(own, [0.1, 0.1, 0.1], 0.3);
  const tint = (k: number): Rgb =>
    random.next() < colours
      ? mix(base, k === 0 ? own : packHue(random), 0.75)
      : mix(base, dark, 0.25 + 0.5 * random.next());
  setInk(print, ink.ground, base);
  setInk(print, ink.first, tint(0));
  setInk(print, ink.second, tint(1));
  setInk(print, ink.third, tint(2));
  setInk(print, ink.dark, dark);
  setInk(print, ink.half, mix(base, dark, TEXT));
  setInk(print, ink.pale, base);
}

/** Share of glossy, wholly printed sheets among papers of each kind: flyers, magazines, envelopes (memory). */
const FLYER = { news: 0.35, office: 0.3 } as const;

const BODY = 1 << PART.body;
const LID = 1 << PART.cap;

/** Draws the print of an item into `print`, as the sun has left it; false if it bears none. */
export function drawPrint(print: Print, item: ItemState, look: Look, random: Noise): boolean {
  const printed = drawNew(print, item, look, random);
  if (printed) fade(print.inks, item);
  return printed;
}

/** Cyan takes red from white, magenta green, yellow blue: what is left of each takes the less. */
function fade(inks: Float32Array, { inkCyanLeft, inkMagentaLeft, inkYellowLeft }: ItemState): void {
  for (let at = 0; at < inks.length; at += 3) {
    inks[at] = 1 - (1 - inks[at]!) * inkCyanLeft;
    inks[at + 1] = 1 - (1 - inks[at + 1]!) * inkMagentaLeft;
    inks[at + 2] = 1 - (1 - inks[at + 2]!) * inkYellowLeft;
  }
}

function drawNew(print: Print, item: ItemState, look: Look, random: Noise): boolean {
  const own = printable([item.labelRed, item.labelGreen, item.labelBlue]);
  const paper = look.texture === 'fibre' || look.texture === 'flute';
  if (item.labelCover <= 0 && !paper) return false;
  Object.assign(print, { middleU: 0, middleV: 0, halfU: 1, halfV: 1, parts: BODY, gloss: 0.8, sheen: 0 });
  if (paper && item.thicknessM < 0.0005) return paperPrint(print, item, look, random, own);
  if (look.texture === 'flute' || (paper && item.labelCover > 0)) return cardPrint(print, item, random, own);
  if (paper) return false;
  packInks(print, random, own);
  pack(print, random);
  print.sheen = SHEEN * random.next();
  place(print, item, random);
  return true;
}

function paperPrint(print: Print, item: ItemState, look: Look, random: Noise, own: Rgb): boolean {
  const news = look.labelShare === 1;
  if (item.labelCover <= 0) return false;
  const flyer = random.next() < (news ? FLYER.news : FLYER.office);
  const base: Rgb = news ? [0.81, 0.79, 0.73] : [0.94, 0.94, 0.92];
  if (flyer) {
    packInks(print, random, own);
    if (random.next() < 0.5) {
      pack(print, random);
      text(print, random, [6, 20, 58, 44], 1, 1);
    } else {
      print.cells.fill(ink.ground);
      picture(print, random, [0, 0, 64, 64 * (0.3 + 0.7 * random.next())]);
      text(print, random, [4, 40, 60, 62], 1, 1);
      text(print, random, [4, 4, 60, 14], 4, 1);
    }
    print.gloss = random.next() < 0.6 ? 0.9 : 0.15;
    return true;
  }
  print.gloss = 0.1;
  paperInks(print, random, base, news ? 0.4 : 0.3, own);
  if (news) newsPage(print, random);
  else letter(print, random, item.labelCover);
  return true;
}

/** Cover that counts as wholly printed: a folding box of white-lined board. */
const FOLDING_BOX = 0.3;

function cardPrint(print: Print, item: ItemState, random: Noise, own: Rgb): boolean {
  if (item.labelCover <= 0) return false;
  if (random.next() < FOLDING_BOX) {
    packInks(print, random, own);
    pack(print, random);
    print.gloss = 0.7;
    return true;
  }
  print.gloss = 0.05;
  paperInks(print, random, [0.63, 0.5, 0.36], 0.5, own);
  boardPrint(print, random);
  return true;
}

/** Inks on bare metal are translucent, but for white: at most this share of the mirror shows through (estimate). */
const SHEEN = 0.8;
/** A cover of more than this goes over the whole face. */
const WHOLE = 0.75;

/** Where a label sits: wrap and sleeve go all round, print and in-mould label over all, a sticker has the proportions of the face. */
function place(print: Print, item: ItemState, random: Noise): void {
  const { labelKind, labelCover } = item;
  const around = item.shape === 'bottle' || item.shape === 'cup' || item.shape === 'can';
  const whole = item.shape === 'box' || ((item.shape === 'bag' || item.shape === 'can') && labelCover > 0.3);
  if (whole || labelCover > WHOLE || (labelKind === 'in-mould' && labelCover > 0.5)) {
    print.halfV = 0;
    print.parts = BODY | (random.next() < 0.5 ? LID : 0);
    return;
  }
  const bound = around && labelKind !== 'sticker';
  const half = bound ? labelCover : Math.min(0.9, Math.sqrt(labelCover));
  print.halfU = half;
  print.middleU = (random.next() - 0.5) * (1 - half) * (around ? 0.9 : 1.2) - (around ? 0.15 : 0);
  print.halfV = bound ? 0 : around ? 0.32 : half;
  print.middleV = around ? 0 : (random.next() - 0.5) * (1 - half);
}
