/**
 * The little of protocol buffers that writing an ONNX file needs (protobuf.dev/programming-guides/encoding):
 * a message is its fields, one after another, each a tag and a payload.
 */
export type Field = readonly Uint8Array[];

/** A field of integer, enum or bool type. */
export function integerField(number: number, value: number | bigint): Field {
  return [varint((number << 3) | 0), varint(value)];
}

/** A field of float type. */
export function floatField(number: number, value: number): Field {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return [varint((number << 3) | 5), bytes];
}

export function textField(number: number, text: string): Field {
  return bytesField(number, new TextEncoder().encode(text));
}

export function bytesField(number: number, bytes: Uint8Array): Field {
  return [varint((number << 3) | 2), varint(bytes.length), bytes];
}

/** A nested message. */
export function messageField(number: number, fields: readonly Field[]): Field {
  return bytesField(number, message(fields));
}

/** All fields of a message as bytes. */
export function message(fields: readonly Field[]): Uint8Array {
  const parts = fields.flat();
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Seven bits a byte, lowest first, the top bit says that more follow; negative numbers as 64-bit two's complement. */
function varint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
