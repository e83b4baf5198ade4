import { Noise } from '../../sim/kernel/random/noise.ts';
import { materials } from '../../sim/materials/catalogue.ts';
import { type ItemState, makeItem } from '../../sim/materials/item.ts';
import { dosesAfter, gather, lawsOf, perDrive, ratesOf } from '../../sim/materials/kinetics.ts';
import { stayAt, YEAR_S } from '../../sim/materials/stay.ts';
import { Scenes } from '../../sim/senses/form/scene.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';
import { Spectrometer } from '../../sim/senses/spectral/spectrometer.ts';
import { Thermograph } from '../../sim/senses/thermal/thermograph.ts';
import { Camera } from '../../sim/senses/visual/camera.ts';
import { type BenchCase, perSecond } from './bench.ts';

/** One item of every material and state: the mix decides the speed. */
const items: ItemState[] = materials.flatMap((material, m) =>
  [1, 4, 8].map((state, s) => makeItem({ seed: 1, itemId: 3 * m + s, materialId: material.id, state })),
);
const sensors = defaultSensors();
// As in the program: the instruments of one seed share the layout of what they look at.
const scenes = new Scenes(1);
const camera = new Camera(1, scenes);
const thermograph = new Thermograph(1, scenes);
const spectrometer = new Spectrometer(1);
const rgb = new Uint8Array(64 * 64 * 3);
const film = new Float32Array(8 * 32 * 32);
const spectrum = new Float32Array(128);

function renderAll(): void {
  for (const item of items) {
    camera.render(item, sensors.visual, rgb);
    thermograph.render(item, sensors.thermal, film);
    spectrometer.render(item, sensors.spectral, spectrum);
  }
}

/** The bare cost of noise for one item: a table Gaussian and a root for each of the 20,608 values. */
function noiseOnly(): void {
  const grain = new Noise(7);
  for (let n = 0; n < items.length; n++) {
    for (let i = 0; i < rgb.length; i++) rgb[i] = Math.sqrt(i + 25) * grain.gaussian() + 128;
    for (let i = 0; i < film.length; i++) film[i] = 300 + 0.05 * grain.gaussian();
    for (let i = 0; i < spectrum.length; i++)
      spectrum[i] = 0.5 + Math.sqrt(1e-6 + i * 1e-9) * grain.gaussian();
  }
}

const stays = ['warehouse', 'kitchen', 'street', 'bin'].map((place) => stayAt(place, YEAR_S / 4));
const even = perDrive(() => 1);
const YEARS = 400;

/** One year a step, four stays of a quarter each, every material: rates once a life, doses exactly. */
function ageAll(): void {
  for (const material of materials) {
    const laws = lawsOf(material);
    const rates = stays.map((stay) => ratesOf(laws, stay, even));
    const doses = dosesAfter(material, [], even);
    for (let year = 0; year < YEARS; year++) {
      for (const rate of rates) gather(laws, doses, rate, 0.25);
    }
  }
}

/** The same with the climate of every stay new: rates anew each time. */
function ageAllAnew(): void {
  for (const material of materials) {
    let doses = dosesAfter(material, [], even);
    for (let year = 0; year < YEARS / 4; year++) doses = dosesAfter(material, stays, even, doses);
  }
}

export const cases: BenchCase[] = [
  { name: 'noise-yardstick', unit: 'items/s', run: () => perSecond(items.length, noiseOnly) },
  {
    name: 'three-streams',
    unit: 'items/s',
    run: () => perSecond(items.length, renderAll),
    yardstick: 'noise-yardstick',
  },
  {
    name: 'spectra',
    unit: 'spectra/s',
    run: () =>
      perSecond(items.length * 10, () => {
        for (let k = 0; k < 10; k++)
          for (const item of items) spectrometer.render(item, sensors.spectral, spectrum);
      }),
    yardstick: 'noise-yardstick',
  },
  { name: 'kinetics', unit: 'item-years/s', run: () => perSecond(materials.length * YEARS, ageAll) },
  {
    name: 'kinetics-new-climate',
    unit: 'item-years/s',
    run: () => perSecond((materials.length * YEARS) / 4, ageAllAnew),
  },
];
