import { canonicalJson, type Hasher, pureHasher } from '../../sim/record/canonical.ts';
import type { JsonObject, JsonValue } from '../../sim/record/json.ts';

/**
 * One file = a header and named arrays, sealed by a hash: how data sets and models are kept.
 * Layout: magic (8 bytes), header length (uint32 LE), header (canonical JSON), zero padding to 8,
 * arrays in header order each padded to 8, SHA-256 of everything before it (64 hex characters).
 */
const MAGIC = 'LOOPTWN1';
const SEAL_BYTES = 64;

export type PackedArray =
  | Float32Array
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array;

const TYPES = {
  Float32Array,
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
};
type TypeName = keyof typeof TYPES;

export interface Packed {
  readonly header: JsonObject;
  readonly arrays: Readonly<Record<string, PackedArray>>;
}

/** Seals header and arrays into bytes; equal input gives equal bytes, whichever hasher seals them. */
export function pack(
  header: JsonValue,
  arrays: Readonly<Record<string, PackedArray>>,
  hasher: Hasher = pureHasher(),
): Uint8Array {
  const names = Object.keys(arrays).sort();
  const directory = names.map((name) => {
    const array = arrays[name]!;
    return { name, type: array.constructor.name, length: array.length };
  });
  const text = new TextEncoder().encode(canonicalJson({ header, directory }));
  const start = padded(MAGIC.length + 4 + text.length);
  const size = names.reduce((sum, name) => sum + padded(arrays[name]!.byteLength), start);
  const bytes = new Uint8Array(size + SEAL_BYTES);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length, true);
  bytes.set(text, MAGIC.length + 4);
  let offset = start;
  for (const name of names) {
    const array = arrays[name]!;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += padded(array.byteLength);
  }
  bytes.set(new TextEncoder().encode(sealOf(bytes.subarray(0, size), hasher)), size);
  return bytes;
}

/** Opens sealed bytes. Throws when they are no such file, truncated, or altered; `what` names the file in the message. */
export function unpack(bytes: Uint8Array, what: string, hasher: Hasher = pureHasher()): Packed {
  const text = new TextDecoder();
  if (bytes.length < MAGIC.length || text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Error(`${what}: not a looptwin file (it must begin with ${MAGIC}). Cure: make it again.`);
  }
  const size = bytes.length - SEAL_BYTES;
  const seal = size > 0 ? text.decode(bytes.subarray(size)) : '';
  if (size < MAGIC.length + 4 || seal !== sealOf(bytes.subarray(0, size), hasher)) {
    throw new Error(
      `${what}: truncated or altered (the SHA-256 at its end does not match its ${bytes.length} bytes). Cure: make it again.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const headerLength = view.getUint32(MAGIC.length, true);
  const { header, directory } = JSON.parse(
    text.decode(bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + headerLength)),
  ) as { header: JsonObject; directory: { name: string; type: TypeName; length: number }[] };
  const arrays: Record<string, PackedArray> = {};
  let offset = padded(MAGIC.length + 4 + headerLength);
  for (const { name, type, length } of directory) {
    const byteLength = length * TYPES[type].BYTES_PER_ELEMENT;
    // A copy: the view must be aligned and must not keep the whole file alive.
    arrays[name] = new TYPES[type](bytes.slice(offset, offset + byteLength).buffer);
    offset += padded(byteLength);
  }
  return { header, arrays };
}

function sealOf(bytes: Uint8Array, hasher: Hasher): string {
  hasher.update(bytes);
  return hasher.hex();
}

function padded(length: number): number {
  return (length + 7) & ~7;
}
