import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JsonValue } from './json.ts';

/**
 * One text per value: object keys sorted by UTF-16 code unit, no white space, numbers in the shortest form that reads back
 * equal (as RFC 8785). Throws on NaN, infinities and undefined, which JSON would silently turn into null or drop.
 */
export function canonicalJson(value: JsonValue): string {
  return encode(value, '$');
}

function encode(value: JsonValue, where: string): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${where} must be finite, got ${value}`);
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map((item, i) => encode(item, `${where}[${i}]`)).join(',')}]`;
  if (typeof value !== 'object') {
    throw new TypeError(`canonical JSON: ${where} must be plain data, got ${typeof value}`);
  }
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${encode(value[key]!, `${where}.${key}`)}`);
  return `{${fields.join(',')}}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** SHA-256 of a text (as UTF-8) or of bytes: 64 lower-case hexadecimal digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** A running SHA-256 over canonical lines: what a run folder's fingerprint is made of. */
export class CanonicalHash {
  private readonly hash = sha256.create();

  /** Adds one value and a line end. */
  add(value: JsonValue): void {
    this.hash.update(utf8ToBytes(`${canonicalJson(value)}\n`));
  }

  /** Adds raw bytes (tables, weights). */
  addBytes(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }

  /** Digest so far, 64 hexadecimal digits; more may be added afterwards. */
  hex(): string {
    return bytesToHex(this.hash.clone().digest());
  }
}
