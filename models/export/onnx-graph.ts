import {
  bytesField,
  type Field,
  floatField,
  integerField,
  message,
  messageField,
  textField,
} from './protobuf.ts';

/** Builds an ONNX model node by node (field numbers: onnx.proto3; opset 13, the first with per-axis quantisation). */

const OPSET = 13;
const IR_VERSION = 8;

/** ONNX element types. */
const ELEMENT = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7 } as const;
const ATTRIBUTE = { float: 1, integer: 2, integers: 7 } as const;

export type TensorValues = Float32Array | Int8Array | Int32Array | BigInt64Array | Uint8Array;
export type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;

export class OnnxGraph {
  private readonly nodes: Field[] = [];
  private readonly constants: Field[] = [];
  private readonly inputs: Field[] = [];
  private readonly outputs: Field[] = [];
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Declares an input; a dimension given as text is free. */
  input(name: string, type: keyof typeof ELEMENT, shape: readonly (number | string)[]): string {
    this.inputs.push(messageField(11, valueInfo(name, type, shape)));
    return name;
  }

  output(name: string, type: keyof typeof ELEMENT, shape: readonly (number | string)[]): void {
    this.outputs.push(messageField(12, valueInfo(name, type, shape)));
  }

  /** Adds a constant tensor. */
  constant(name: string, values: TensorValues, shape: readonly number[]): string {
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.constants.push(
      messageField(5, [
        ...shape.map((extent) => integerField(1, extent)),
        integerField(2, elementOf(values)),
        textField(8, name),
        bytesField(9, raw),
      ]),
    );
    return name;
  }

  /** Adds a node with one output, which is also its name. */
  node(operator: string, inputs: readonly string[], output: string, attributes: Attributes = {}): string {
    this.nodes.push(
      messageField(1, [
        ...inputs.map((input) => textField(1, input)),
        textField(2, output),
        textField(3, output),
        textField(4, operator),
        ...Object.entries(attributes).map(([name, value]) => messageField(5, attribute(name, value))),
      ]),
    );
    return output;
  }

  /** The whole model as bytes, with metadata as key and value. */
  bytes(metadata: Readonly<Record<string, string>>): Uint8Array {
    const graph = [
      ...this.nodes,
      textField(2, this.name),
      ...this.constants,
      ...this.inputs,
      ...this.outputs,
    ];
    return message([
      integerField(1, IR_VERSION),
      textField(2, 'looptwin'),
      messageField(7, graph),
      messageField(8, [textField(1, ''), integerField(2, OPSET)]),
      ...Object.entries(metadata).map(([key, value]) =>
        messageField(14, [textField(1, key), textField(2, value)]),
      ),
    ]);
  }
}

function elementOf(values: TensorValues): number {
  if (values instanceof Float32Array) return ELEMENT.float32;
  if (values instanceof Int8Array) return ELEMENT.int8;
  if (values instanceof Uint8Array) return ELEMENT.uint8;
  return values instanceof Int32Array ? ELEMENT.int32 : ELEMENT.int64;
}

function valueInfo(name: string, type: keyof typeof ELEMENT, shape: readonly (number | string)[]): Field[] {
  const dimensions = shape.map((extent) =>
    messageField(1, [typeof extent === 'number' ? integerField(1, extent) : textField(2, extent)]),
  );
  const tensor = [integerField(1, ELEMENT[type]), messageField(2, dimensions)];
  return [textField(1, name), messageField(2, [messageField(1, tensor)])];
}

function attribute(name: string, value: Attributes[string]): Field[] {
  if (typeof value === 'number') {
    return [textField(1, name), integerField(3, value), integerField(20, ATTRIBUTE.integer)];
  }
  if ('float' in value)
    return [textField(1, name), floatField(2, value.float), integerField(20, ATTRIBUTE.float)];
  return [textField(1, name), ...value.map((i) => integerField(8, i)), integerField(20, ATTRIBUTE.integers)];
}
