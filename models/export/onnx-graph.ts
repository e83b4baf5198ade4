import {
  type AttributeMessage,
  encodeModel,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage,
} from './onnx-messages.ts';

/** Builds an ONNX model node by node (opset 13, the first with per-axis quantisation). */

const OPSET = 13;
const IR_VERSION = 8;

/** ONNX element types. */
const ELEMENT = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7 } as const;
const ATTRIBUTE = { float: 1, integer: 2, integers: 7 } as const;

export type TensorValues = Float32Array | Int8Array | Int32Array | BigInt64Array | Uint8Array;
export type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;

export class OnnxGraph {
  private readonly nodes: NodeMessage[] = [];
  private readonly constants: TensorMessage[] = [];
  private readonly inputs: ValueInfoMessage[] = [];
  private readonly outputs: ValueInfoMessage[] = [];
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Declares an input; a dimension given as text is free. */
  input(name: string, type: keyof typeof ELEMENT, shape: readonly (number | string)[]): string {
    this.inputs.push(valueInfo(name, type, shape));
    return name;
  }

  output(name: string, type: keyof typeof ELEMENT, shape: readonly (number | string)[]): void {
    this.outputs.push(valueInfo(name, type, shape));
  }

  /** Adds a constant tensor. */
  constant(name: string, values: TensorValues, shape: readonly number[]): string {
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.constants.push({ dims: shape, dataType: elementOf(values), name, rawData });
    return name;
  }

  /** Adds a node with one output, which is also its name. */
  node(operator: string, inputs: readonly string[], output: string, attributes: Attributes = {}): string {
    const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
    this.nodes.push({ input: inputs, output: [output], name: output, opType: operator, attribute });
    return output;
  }

  /** The whole model as bytes, with metadata as key and value. */
  bytes(metadata: Readonly<Record<string, string>>): Uint8Array {
    return encodeModel({
      irVersion: IR_VERSION,
      producerName: 'looptwin',
      graph: {
        node: this.nodes,
        name: this.name,
        initializer: this.constants,
        input: this.inputs,
        output: this.outputs,
      },
      opsetImport: [{ domain: '', version: OPSET }],
      metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    });
  }
}

function elementOf(values: TensorValues): number {
  if (values instanceof Float32Array) return ELEMENT.float32;
  if (values instanceof Int8Array) return ELEMENT.int8;
  if (values instanceof Uint8Array) return ELEMENT.uint8;
  return values instanceof Int32Array ? ELEMENT.int32 : ELEMENT.int64;
}

function valueInfo(
  name: string,
  type: keyof typeof ELEMENT,
  shape: readonly (number | string)[],
): ValueInfoMessage {
  const dim = shape.map((extent) =>
    typeof extent === 'number' ? { dimValue: extent } : { dimParam: extent },
  );
  return { name, type: { tensorType: { elemType: ELEMENT[type], shape: { dim } } } };
}

function attributeOf(name: string, value: Attributes[string]): AttributeMessage {
  if (typeof value === 'number') return { name, i: value, type: ATTRIBUTE.integer };
  if ('float' in value) return { name, f: value.float, type: ATTRIBUTE.float };
  return { name, ints: value, type: ATTRIBUTE.integers };
}
