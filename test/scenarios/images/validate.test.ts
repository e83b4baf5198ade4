import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode as encodePng } from 'fast-png';
import { encode } from 'jpeg-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, openBackend } from '../../../models/engine/backend.ts';
import { backgroundOf, boxOf, cropped } from '../../../scenarios/images/crop.ts';
import { classesOf, type PhotoClass } from '../../../scenarios/images/folder.ts';
import {
  domainScore,
  type Effort,
  type Score,
  scoreFrom,
  scoresOf,
} from '../../../scenarios/images/judge.ts';
import { readPhoto } from '../../../scenarios/images/photo.ts';
import { type Pictures, photographs, renders } from '../../../scenarios/images/sets.ts';
import { makeItem } from '../../../sim/materials/item.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';
import { cameraBefore } from '../../../sim/senses/visual/state.ts';

/** Photographs of a kind: frames of another seed, as JPEG files of a telephone's quality. */
const SIDE = 32;
const PX = 64;
const QUALITY = 85;
const kinds = { glass: ['glass-bottle-brown'], paper: ['paper-office'], plastic: ['abs-toy'] };
const names = Object.keys(kinds);
const folder = mkdtempSync(join(tmpdir(), 'looptwin-images-'));
const map = join(folder, 'map.yaml');
let classes: PhotoClass[];
let photos: Pictures;
let made: Pictures;
let effort: Effort;

function jpegOf(rgb: Uint8Array, side: number): Buffer {
  const data = new Uint8Array(4 * side * side).fill(255);
  for (let p = 0; p < side * side; p++) data.set(rgb.subarray(3 * p, 3 * p + 3), 4 * p);
  return encode({ width: side, height: side, data }, QUALITY).data;
}

beforeAll(async () => {
  const eye = new Camera(99);
  Object.entries(kinds).forEach(([name, [materialId = '']], code) => {
    mkdirSync(join(folder, name));
    for (let n = 0; n < 14; n++) {
      const item = makeItem({ seed: 99, itemId: 100 * code + n, materialId, state: n % 3 });
      writeFileSync(join(folder, name, `${n}.jpg`), jpegOf(eye.render(item, cameraBefore(0.75, PX)), PX));
    }
  });
  writeFileSync(
    map,
    Object.entries(kinds)
      .map(([name, ids]) => `${name}: [${ids.join(', ')}]`)
      .join('\n'),
  );
  const engine: Engine = await openBackend();
  effort = { engine, steps: 110, seed: 1, hooks: {} };
  classes = classesOf(folder, 'photos', map);
  photos = photographs(classes, SIDE);
  made = renders(classes, 60, SIDE, 0.75, 1, 0);
}, 120_000);

describe('photographs in', () => {
  let toPhotographs: Score;
  let toRenders: Score;
  let toPermuted: Score;

  // What is trained does not depend on what is asked.
  beforeAll(async () => {
    const others = renders(classes, 14, SIDE, 0.75, 1, 10_000);
    const permuted = { ...photos, classes: photos.classes.map((_, i) => i % names.length) };
    const scores = await scoresOf(names, made, [photos, others, permuted], effort);
    [toPhotographs, toRenders, toPermuted] = scores as [Score, Score, Score];
  }, 120_000);

  test('own renders written as JPEG are named nearly as well as other renders', () => {
    console.log(
      `balanced: photographs ${toPhotographs.balanced.toFixed(3)}, renders ${toRenders.balanced.toFixed(3)}`,
    );
    expect(toPhotographs.balanced).toBeGreaterThan(0.7);
    expect(Math.abs(toPhotographs.balanced - toRenders.balanced)).toBeLessThan(0.25);
  });

  test('with the labels of the photographs permuted it is chance', () => {
    expect(toPermuted.balanced).toBeGreaterThan(0.1);
    expect(toPermuted.balanced).toBeLessThan(0.6);
  });

  test('renders as JPEG are hard to tell from renders, grey ones are not', async () => {
    const grey = { ...photos, values: photos.values.map((value) => value.map((code) => code >> 1)) };
    const [alike, unlike] = [await domainScore(photos, made, effort), await domainScore(grey, made, effort)];
    expect(unlike).toBeGreaterThan(0.9);
    expect(alike).toBeLessThan(unlike);
  }, 120_000);
});

describe('the crop', () => {
  const board = (paint: (x: number, y: number) => number): Uint8Array => {
    const rgb = new Uint8Array(3 * 120 * 80);
    for (let y = 0; y < 80; y++)
      for (let x = 0; x < 120; x++) rgb.fill(paint(x, y), 3 * (y * 120 + x), 3 * (y * 120 + x) + 3);
    return rgb;
  };

  test('finds the thing before an uneven board, specks aside', () => {
    const thing = (x: number, y: number) => x >= 70 && x < 100 && y >= 20 && y < 40;
    const rgb = board((x, y) => (thing(x, y) ? 60 : x === 5 && y === 5 ? 0 : 200 + (x % 5)));
    const photo = { width: 120, height: 80, rgb };
    const box = boxOf(photo, backgroundOf(photo));
    expect(box.x).toBeGreaterThan(64);
    expect(box.x + box.side).toBeLessThan(106);
    expect(box.side).toBeCloseTo(30 * 1.12, 0);
    const middle = cropped(photo, 32)[3 * (16 * 32 + 16)];
    expect(middle).toBe(60);
  });

  test('keeps the middle where nothing stands out', () => {
    const photo = { width: 120, height: 80, rgb: board(() => 180) };
    expect(boxOf(photo, backgroundOf(photo))).toEqual({ x: 20, y: 0, side: 80 });
  });
});

describe('files', () => {
  test('PNG in grey, with alpha and in colour', () => {
    const file = join(folder, 'one.png');
    writeFileSync(file, encodePng({ width: 1, height: 1, data: Uint8Array.of(100), channels: 1, depth: 8 }));
    expect([...readPhoto(file, file).rgb]).toEqual([100, 100, 100]);
    writeFileSync(
      file,
      encodePng({ width: 1, height: 1, data: Uint8Array.of(0, 0, 0, 0), channels: 4, depth: 8 }),
    );
    expect([...readPhoto(file, file).rgb]).toEqual([255, 255, 255]);
  });

  test('what is no picture, an unknown class and a wrong map are refused with a cure', () => {
    const file = join(folder, 'bad.jpg');
    writeFileSync(file, 'no picture');
    expect(() => readPhoto(file, 'bad.jpg')).toThrow(/no picture that can be read/);
    mkdirSync(join(folder, 'trash'));
    for (let n = 0; n < 6; n++) writeFileSync(join(folder, 'trash', `${n}.png`), '');
    expect(() => classesOf(folder, 'photos', map)).toThrow(/--map FILE with the line trash/);
    writeFileSync(file, 'glass: 3');
    expect(() => classesOf(folder, 'photos', file)).toThrow(/must map folder names/);
    expect(() => classesOf(join(folder, 'none'), 'none', null)).toThrow(/not a folder/);
  });

  test('balanced accuracy is the mean over the classes', () => {
    expect(
      scoreFrom([
        [9, 1],
        [1, 1],
      ]),
    ).toMatchObject({ accuracy: 10 / 12, balanced: 0.7 });
  });
});
