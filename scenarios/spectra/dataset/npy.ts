/** How the numbers of an array are kept in an NPY file, by the name that NumPy has for them. */
export type NpyType = '|u1' | '<f4';

const MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0);

/** Data begin at a multiple of so many bytes (NPY format 1.0). */
const ALIGNED = 64;

/** Bytes of one number. */
export function bytesOf(type: NpyType): number {
  return type === '|u1' ? 1 : 4;
}

/** The header of an NPY file, version 1.0, of an array in C order. The numbers follow it, low byte first. */
export function npyHeader(type: NpyType, shape: readonly number[]): Uint8Array {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const words = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sizes}), }`;
  const start = MAGIC.length + 2;
  const size = Math.ceil((start + words.length + 1) / ALIGNED) * ALIGNED;
  const header = new Uint8Array(size).fill(0x20);
  header.set(MAGIC);
  new DataView(header.buffer).setUint16(MAGIC.length, size - start, true);
  header.set(new TextEncoder().encode(words), start);
  header[size - 1] = 0x0a;
  return header;
}
