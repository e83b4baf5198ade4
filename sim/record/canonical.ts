import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type JsonValue, type Plain, toJson } from './json.ts';

/**
 * A SHA-256 that more can be added to. Whoever runs on Node hands Node's own in (`scenarios/record/node-hasher.ts`), which is
 * ten times faster; `pureHasher` runs everywhere. Both give the same digests.
 */
export interface Hasher {
  /** Adds a text (as UTF-8) or bytes. */
  update(data: string | Uint8Array): void;
  /** Digest so far, 64 lower-case hexadecimal digits; more may be added afterwards. */
  hex(): string;
}

/** SHA-256 in plain JavaScript. */
export function pureHasher(): Hasher {
  const hash = sha256.create();
  return {
    update: (data) => hash.update(typeof data === 'string' ? utf8ToBytes(data) : data),
    hex: () => bytesToHex(hash.clone().digest()),
  };
}

/** SHA-256 of a text (as UTF-8) or of bytes: 64 lower-case hexadecimal digits. */
export function sha256Hex(data: string | Uint8Array): string {
  const hasher = pureHasher();
  hasher.update(data);
  return hasher.hex();
}

/**
 * One text per value: object keys sorted by UTF-16 code unit, no white space, numbers in the shortest form that reads back
 * equal (as RFC 8785). Throws on NaN, infinities and undefined, which JSON would silently turn into null or drop.
 */
export function canonicalJson<T>(value: T & Plain<T>): string {
  return new CanonicalEncoder().text(toJson<T>(value));
}

/** Records with the same keys in the same order: their keys sorted, and the text before each value. */
interface Shape {
  readonly keys: readonly string[];
  readonly sorted: readonly { readonly key: string; readonly before: string }[];
}

/** Writes values as canonical JSON; sorts the keys of a shape once, because events come in a few dozen shapes. */
class CanonicalEncoder {
  /** By first key. */
  readonly #shapes = new Map<string, Shape[]>();

  text(value: JsonValue): string {
    try {
      return this.#encode(value);
    } catch (error) {
      throw new TypeError(`canonical JSON: ${faultOf(value, '$') ?? String(error)}`);
    }
  }

  #encode(value: JsonValue | undefined): string {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (value === null) return 'null';
    if (typeof value !== 'object') throw new TypeError('no plain data');
    return isArray(value) ? this.#list(value) : this.#record(value);
  }

  #list(items: readonly JsonValue[]): string {
    let text = '';
    for (const item of items) text += text === '' ? this.#encode(item) : `,${this.#encode(item)}`;
    return `[${text}]`;
  }

  #record(record: { readonly [key: string]: JsonValue }): string {
    const keys = Object.keys(record);
    if (keys.length === 0) return '{}';
    let text = '';
    for (const { key, before } of this.#shapeOf(keys).sorted) text += before + this.#encode(record[key]);
    return `${text}}`;
  }

  #shapeOf(keys: readonly string[]): Shape {
    const [first = ''] = keys;
    let alike = this.#shapes.get(first);
    if (alike === undefined) {
      alike = [];
      this.#shapes.set(first, alike);
    }
    let shape = alike.find((known) => isSame(known.keys, keys));
    if (shape === undefined) {
      const sorted = [...keys]
        .sort()
        .map((key, i) => ({ key, before: `${i === 0 ? '{' : ','}${JSON.stringify(key)}:` }));
      shape = { keys, sorted };
      if (alike.length < MOST_SHAPES) alike.push(shape);
    }
    return shape;
  }
}

/** Records that are used as maps have no shape in common: so many of one first key are remembered, not more. */
const MOST_SHAPES = 32;

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** What of a value is no plain data, and where; null if all is. */
function faultOf(value: JsonValue, where: string): string | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : `${where} must be finite, got ${value}`;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return null;
  if (typeof value !== 'object') return `${where} must be plain data, got ${typeof value}`;
  const inside = isArray(value)
    ? value.map((item, i) => faultOf(item, `${where}[${i}]`))
    : Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, field]) => faultOf(field, `${where}.${key}`));
  return inside.find((fault) => fault !== null) ?? null;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Canonical lines are handed to the hash in pieces of about so many characters. */
const PIECE = 65_536;

/** A running SHA-256 over canonical lines: what a run folder's fingerprint is made of. */
export class CanonicalHash {
  readonly #hasher: Hasher;
  readonly #encoder = new CanonicalEncoder();
  #waiting = '';

  constructor(hasher: Hasher = pureHasher()) {
    this.#hasher = hasher;
  }

  /** Adds one value and a line end; returns the text of the value, so that who records it need not write it again. */
  add(value: JsonValue): string {
    const text = this.#encoder.text(value);
    this.#waiting += `${text}\n`;
    if (this.#waiting.length > PIECE) this.#pass();
    return text;
  }

  /** Adds raw bytes (tables, weights). */
  addBytes(bytes: Uint8Array): void {
    this.#pass();
    this.#hasher.update(bytes);
  }

  /** Digest so far, 64 hexadecimal digits; more may be added afterwards. */
  hex(): string {
    this.#pass();
    return this.#hasher.hex();
  }

  #pass(): void {
    this.#hasher.update(this.#waiting);
    this.#waiting = '';
  }
}
