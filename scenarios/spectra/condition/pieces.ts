import { pack, unpack } from '../../../models/data/pack.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import { qualityOf, STATE_COUNT, stateOf } from '../../../sim/materials/damage.ts';
import { makeItem } from '../../../sim/materials/item.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { must } from '../../../sim/record/must.ts';
import { Instruments } from '../../../sim/senses/frames.ts';
import { SENSES, type Sensors } from '../../../sim/senses/registry.ts';
import { nodeHasher } from '../../record/node-hasher.ts';
import { codeHash } from '../../store/code.ts';
import { addressOf, type ContentStore } from '../../store/store.ts';
import { featuresOf } from './features.ts';

/** What pieces are looked at: those of a material are numbered, and more of them are the same ones and further ones. */
export interface PiecesSpec {
  readonly senses: readonly Sense[];
  readonly seed: number;
  readonly lookCoupling: number;
}

/** Pieces of one material, their states in turn, and the statistics of what each sense sees of them. */
export interface Pieces {
  readonly material: string;
  readonly state: Uint8Array;
  /** Remaining value 0..1. */
  readonly quality: Float32Array;
  /** [pieces, width] by sense. */
  readonly features: Readonly<Record<Sense, Float32Array>>;
}

/** Pieces that are kept together: all states ten times. */
const BLOCK = 100;
/** No material has more; each has numbers of its own. */
const MOST_PIECES = 65536;

/** The code that decides what is seen of a piece. */
const piecesCode = ['scenarios/spectra/condition/pieces.ts'];

/** Looks at pieces through new, clean sensors and keeps what it saw, so that a longer look goes on where it was stopped. */
export class Looking {
  private readonly sensors: Sensors;
  private readonly instruments: Instruments;

  constructor(
    private readonly spec: PiecesSpec,
    private readonly store: ContentStore,
  ) {
    this.sensors = Object.fromEntries(spec.senses.map((name) => [name, SENSES.need(name).fresh()]));
    this.instruments = new Instruments(spec.seed);
  }

  /** The first `count` pieces of a material. */
  first(material: string, count: number): Pieces {
    const blocks: Pieces[] = [];
    for (let from = 0; from < count; from += BLOCK)
      blocks.push(this.block(material, from, Math.min(BLOCK, count - from)));
    const all = (of: (block: Pieces) => Float32Array) => joined(blocks.map(of));
    return {
      material,
      state: Uint8Array.from(blocks.flatMap(({ state }) => [...state])),
      quality: all(({ quality }) => quality),
      features: Object.fromEntries(
        this.spec.senses.map((sense) => [sense, all(({ features }) => must(features[sense], sense))]),
      ),
    };
  }

  private block(material: string, from: number, count: number): Pieces {
    const { seed, lookCoupling, senses } = this.spec;
    const recipe = {
      material,
      from,
      count,
      seed,
      lookCoupling,
      senses: [...senses],
      code: codeHash(piecesCode),
    };
    const address = addressOf('pieces', recipe);
    const kept = this.store.read('pieces', address);
    if (kept !== undefined) return opened(new Uint8Array(kept), material, senses);
    const seen = this.look(material, from, count);
    const { state, quality, features } = seen;
    this.store.write(
      'pieces',
      address,
      pack({ material }, { state, quality, ...named(features) }, nodeHasher()),
    );
    return seen;
  }

  private look(material: string, from: number, count: number): Pieces {
    const { seed, lookCoupling, senses } = this.spec;
    const first = materials.findIndex(({ id }) => id === material) * MOST_PIECES + from;
    const items = Array.from({ length: count }, (_, i) =>
      makeItem({
        seed,
        itemId: first + i,
        materialId: material,
        state: (from + i) % STATE_COUNT,
        lookCoupling,
      }),
    );
    const frames = items.map((item) => this.instruments.look(item, this.sensors, senses).streams);
    const statistics = senses.map((sense) => {
      const { input } = SENSES.need(sense);
      const rows = frames.map((streams) => featuresOf(must(streams[sense], sense), input));
      return [sense, Float32Array.from(rows.flat())] as const;
    });
    return {
      material,
      state: Uint8Array.from(items, stateOf),
      quality: Float32Array.from(items, qualityOf),
      features: Object.fromEntries(statistics),
    };
  }
}

const STREAM = 'sense/';

function named(features: Pieces['features']): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(features).map(([sense, values]) => [STREAM + sense, values]));
}

function opened(bytes: Uint8Array, material: string, senses: readonly Sense[]): Pieces {
  const { arrays } = unpack(bytes, `pieces of ${material}`, nodeHasher());
  return {
    material,
    state: arrays.state as Uint8Array,
    quality: arrays.quality as Float32Array,
    features: Object.fromEntries(senses.map((sense) => [sense, arrays[STREAM + sense] as Float32Array])),
  };
}

/** Lists one after the other. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return values;
}

/** What a sense sees of each piece, a row a piece. */
export function rowsOf({ state, features }: Pieces, sense: Sense): number[][] {
  const values = must(features[sense], sense);
  const width = values.length / state.length;
  return Array.from(state, (_, i) => [...values.subarray(i * width, (i + 1) * width)]);
}
