var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// models/engine/assembly.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join as join2 } from "node:path";
async function kernelModule() {
  const files = readSources();
  const compiler = require2("assemblyscript/package.json").version;
  const hash2 = createHash("sha256").update(JSON.stringify([compiler, options, files])).digest("hex").slice(0, 16);
  const folder = join2(process.env.LOOPTWIN_CACHE || join2(process.cwd(), ".looptwin"), "kernels");
  const path2 = join2(folder, `${hash2}.wasm`);
  const cached = readIfThere(path2);
  if (cached && WebAssembly.validate(cached)) return new WebAssembly.Module(cached);
  const bytes = await compile(files);
  keep(path2, bytes);
  return new WebAssembly.Module(bytes);
}
function readSources() {
  const names = readdirSync(sources).filter((name) => name.endsWith(".ts")).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, sources), "utf8")]));
}
async function compile(files) {
  const { default: asc } = await import("assemblyscript/asc");
  let bytes = null;
  const { error, stderr } = await asc.main(["index.ts", "-o", "kernels.wasm", ...options], {
    readFile: (name) => files[name] ?? null,
    writeFile: (name, contents2) => {
      if (name === "kernels.wasm") bytes = Uint8Array.from(contents2);
    },
    listFiles: () => []
  });
  if (error || !bytes) {
    throw new Error(
      `engine: the SIMD kernels in ${sources.pathname} do not compile: ${error?.message}
${stderr.toString()}`
    );
  }
  return bytes;
}
function readIfThere(path2) {
  try {
    return new Uint8Array(readFileSync(path2));
  } catch {
    return null;
  }
}
function keep(path2, bytes) {
  try {
    mkdirSync(dirname(path2), { recursive: true });
    const draft = join2(dirname(path2), `.${basename(path2)}.${process.pid}-${randomUUID()}.writing`);
    writeFileSync(draft, bytes);
    renameSync(draft, path2);
  } catch {
  }
}
var sources, require2, options;
var init_assembly = __esm({
  "models/engine/assembly.ts"() {
    "use strict";
    sources = new URL("./assembly/", "file:///tmp/wt/eyes-b/models/engine/assembly.ts");
    require2 = createRequire("file:///tmp/wt/eyes-b/models/engine/assembly.ts");
    options = [
      "-O3",
      "--noAssert",
      "--runtime",
      "stub",
      "--importMemory",
      "--sharedMemory",
      "--initialMemory",
      "256",
      "--maximumMemory",
      "65536",
      "--enable",
      "simd",
      "--enable",
      "threads",
      "--enable",
      "bulk-memory",
      "--use",
      "abort="
    ];
  }
});

// models/engine/composed.ts
import * as tf from "@tensorflow/tfjs-core";
function infoOf(xShape, filterShape, attrs) {
  return tf.backend_util.computeConv2DInfo(
    xShape,
    filterShape,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode
  );
}
function composedFilterGradient(x, dy, filterShape, attrs) {
  return tf.tidy(() => {
    const { padInfo, strideHeight, strideWidth, filterHeight, filterWidth, inChannels, outChannels } = infoOf(
      x.shape,
      filterShape,
      attrs
    );
    const swappedX = tf.transpose(x, [3, 1, 2, 0]);
    const swappedDy = tf.transpose(dy, [1, 2, 0, 3]);
    const pad = [
      [0, 0],
      [padInfo.top, padInfo.bottom],
      [padInfo.left, padInfo.right],
      [0, 0]
    ];
    const wide = tf.conv2d(swappedX, swappedDy, 1, pad, "NHWC", [strideHeight, strideWidth]);
    const cut = tf.slice(wide, [0, 0, 0, 0], [inChannels, filterHeight, filterWidth, outChannels]);
    return tf.transpose(cut, [1, 2, 0, 3]);
  });
}
function composedInputGradient(dy, filter, inputShape, attrs) {
  return tf.tidy(() => {
    const { padInfo, filterHeight, filterWidth } = infoOf(inputShape, filter.shape, attrs);
    const turned2 = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
    const pad = [
      [0, 0],
      [filterHeight - 1 - padInfo.top, filterHeight - 1 - padInfo.bottom],
      [filterWidth - 1 - padInfo.left, filterWidth - 1 - padInfo.right],
      [0, 0]
    ];
    return tf.conv2d(dy, turned2, 1, pad);
  });
}
function composedGradients(own) {
  return {
    Conv2DBackpropFilter: ({ inputs, attrs }) => {
      const { filterShape, ...conv } = attrs;
      return composedFilterGradient(inputs.x, inputs.dy, filterShape, conv);
    },
    Conv2DBackpropInput: (call) => {
      const { inputShape, ...conv } = call.attrs;
      const [dy, filter] = [call.inputs.dy, call.inputs.filter];
      const { strideHeight, strideWidth } = infoOf(inputShape, filter.shape, conv);
      if (strideHeight === 1 && strideWidth === 1) return composedInputGradient(dy, filter, inputShape, conv);
      return own("Conv2DBackpropInput")(call);
    }
  };
}
var init_composed = __esm({
  "models/engine/composed.ts"() {
    "use strict";
  }
});

// models/engine/found.ts
import { createRequire as createRequire2 } from "node:module";
function hasWasmSimd() {
  return WebAssembly.validate(simdModule);
}
function findBackend(name) {
  if (name === "native") return findNative();
  const version = versionOf(`@tensorflow/tfjs-backend-${name}`);
  const here = (found) => ({ name, available: true, found, cure: "" });
  if (name === "cpu")
    return here(`TensorFlow.js ${version} in plain JavaScript, no SIMD, 1 thread: very slow`);
  if (hasWasmSimd())
    return here(`TensorFlow.js ${version} with own SIMD kernels, 1 thread a network: equal bits everywhere`);
  const cure = "Use a newer Node or processor, or --backend cpu";
  return { name, available: false, found: "this machine has no WebAssembly SIMD", cure };
}
function findNative() {
  const facts = { name: "native", available: false, cure: nativeCure };
  try {
    require3.resolve(nativePackage);
  } catch {
    return { ...facts, found: `the optional peer ${nativePackage} is not installed` };
  }
  try {
    loadNative();
  } catch (error) {
    return { ...facts, found: `the optional peer ${nativePackage} cannot be loaded (${firstLine(error)})` };
  }
  const found = `TensorFlow's own library by ${nativePackage} ${versionOf(nativePackage)}, SIMD, all cores: bits may differ`;
  return { ...facts, available: true, found, cure: "" };
}
function loadNative() {
  const util = require3("node:util");
  util.isNullOrUndefined ??= (value) => value === null || value === void 0;
  require3(nativePackage);
}
function versionOf(name) {
  return require3(`${name}/package.json`).version;
}
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
var nativePackage, nativeCure, simdModule, require3;
var init_found = __esm({
  "models/engine/found.ts"() {
    "use strict";
    nativePackage = "@tensorflow/tfjs-node";
    nativeCure = `npm i --ignore-scripts=false ${nativePackage} (its install step downloads a binary; Node <= 22), or use --backend wasm`;
    simdModule = Uint8Array.of(
      ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
      ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]
    );
    require3 = createRequire2("file:///tmp/wt/eyes-b/models/engine/found.ts");
  }
});

// models/engine/heap.ts
import { createRequire as createRequire3 } from "node:module";
import { dirname as dirname2, join as join3 } from "node:path";
import { BackendWasm, setThreadsCount } from "@tensorflow/tfjs-backend-wasm";
import * as tf2 from "@tensorflow/tfjs-core";
async function openHeap(name) {
  const folder = join3(dirname2(require4.resolve("@tensorflow/tfjs-backend-wasm/package.json")), "wasm-out");
  const module = await startModule(require4(join3(folder, `${build2}.js`)), folder);
  module.tfjs = {
    init: module.cwrap("init", null, []),
    initWithThreadsCount: module.cwrap("init_with_threads_count", null, ["number"]),
    getThreadsCount: module.cwrap("get_threads_count", "number", []),
    registerTensor: module.cwrap("register_tensor", null, ["number", "number", "number"]),
    disposeData: module.cwrap("dispose_data", null, ["number"]),
    dispose: module.cwrap("dispose", null, [])
  };
  setThreadsCount(1);
  const backend = new BackendWasm(module);
  tf2.removeBackend(name);
  tf2.registerBackend(name, () => backend);
  return {
    backend,
    memory: module.wasmMemory,
    allocate(bytes) {
      const pointer = module._malloc(bytes) >>> 0;
      if (pointer === 0)
        throw new Error(`engine: no room for ${bytes} bytes in the WASM heap. Cure: smaller batches.`);
      return pointer;
    },
    free: (pointer) => module._free(pointer)
  };
}
async function startModule(factory, folder) {
  const threads = require4("node:worker_threads");
  const { Worker: realWorker } = threads;
  const globalWorker = globalThis.Worker;
  const listenersBefore = listeners();
  threads.Worker = IdleWorker;
  let starting;
  try {
    starting = factory({ locateFile: (file) => join3(folder, file) });
  } finally {
    threads.Worker = realWorker;
    globalThis.Worker = globalWorker;
    for (const [event, listener] of listeners()) {
      if (!listenersBefore.some(([, before]) => before === listener)) process.removeListener(event, listener);
    }
  }
  return starting;
}
function listeners() {
  return ["uncaughtException", "unhandledRejection"].flatMap(
    (event) => process.listeners(event).map((l) => [event, l])
  );
}
var require4, build2, IdleWorker;
var init_heap = __esm({
  "models/engine/heap.ts"() {
    "use strict";
    require4 = createRequire3("file:///tmp/wt/eyes-b/models/engine/heap.ts");
    build2 = "tfjs-backend-wasm-threaded-simd";
    IdleWorker = class {
      constructor() {
        this.onmessage = () => {
        };
      }
      postMessage() {
        queueMicrotask(() => this.onmessage({ data: { cmd: "loaded" } }));
      }
      on() {
      }
      ref() {
      }
      unref() {
      }
      terminate() {
      }
    };
  }
});

// models/engine/team.ts
import { Worker } from "node:worker_threads";
function halvesOf(batch) {
  return [
    [0, batch >> 1],
    [batch >> 1, batch]
  ];
}
var Team, PATIENCE_MS, ARGS, ORDER, DONE, FAILED, KERNEL, COUNT, FIRST_ARG, helperScript, Helper;
var init_team = __esm({
  "models/engine/team.ts"() {
    "use strict";
    Team = class {
      #module;
      #names;
      #helper = null;
      #trace = null;
      constructor(heap, module) {
        this.heap = heap;
        this.kernels = new WebAssembly.Instance(module, { env: { memory: heap.memory } }).exports;
        this.#names = Object.keys(this.kernels).sort();
        this.#module = module;
      }
      /** 1 or 2; starting and stopping the second thread changes speed only. */
      setThreads(threads) {
        if (threads === 2) this.#helper ??= new Helper(this.#module, this.heap.memory, this.#names);
        else {
          this.#helper?.stop();
          this.#helper = null;
        }
      }
      get threads() {
        return this.#helper ? 2 : 1;
      }
      /** While set, every call reports its kernel and its duration by this clock (ms). */
      setTrace(trace) {
        this.#trace = trace;
      }
      /** Runs one kernel on this thread. */
      call(name, ...args) {
        const trace = this.#trace;
        if (!trace) return this.kernels[name](...args);
        const start = trace.clock();
        const result = this.kernels[name](...args);
        trace.report(name, trace.clock() - start);
        return result;
      }
      /** Runs one kernel on two sets of arguments, side by side when there are two threads. */
      both(name, first, second) {
        const trace = this.#trace;
        const start = trace?.clock() ?? 0;
        this.#helper?.start(this.#names.indexOf(name), second);
        this.kernels[name](...first);
        if (this.#helper) this.#helper.finish(name);
        else this.kernels[name](...second);
        trace?.report(name, trace.clock() - start);
      }
    };
    PATIENCE_MS = 12e4;
    ARGS = 16;
    [ORDER, DONE, FAILED, KERNEL, COUNT, FIRST_ARG] = [0, 1, 2, 3, 4, 5];
    helperScript = `
const { workerData: { module, memory, control, names } } = require('node:worker_threads');
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
const cells = new Int32Array(control);
for (let order = 0; ; order++) {
  Atomics.wait(cells, ${ORDER}, order);
  const args = Array.from(cells.subarray(${FIRST_ARG}, ${FIRST_ARG} + cells[${COUNT}]));
  try { exports[names[cells[${KERNEL}]]](...args); } catch { cells[${FAILED}] = 1; }
  Atomics.add(cells, ${DONE}, 1);
  Atomics.notify(cells, ${DONE});
}`;
    Helper = class {
      #control = new SharedArrayBuffer(4 * (FIRST_ARG + ARGS));
      #cells = new Int32Array(this.#control);
      #worker;
      constructor(module, memory, names) {
        this.#worker = new Worker(helperScript, {
          eval: true,
          workerData: { module, memory, control: this.#control, names }
        });
        this.#worker.unref();
      }
      start(kernel, args) {
        if (args.length > ARGS)
          throw new Error(`engine: a kernel takes at most ${ARGS} arguments, got ${args.length}`);
        const cells = this.#cells;
        cells[KERNEL] = kernel;
        cells[COUNT] = args.length;
        cells.set(args, FIRST_ARG);
        Atomics.add(cells, ORDER, 1);
        Atomics.notify(cells, ORDER);
      }
      /** Waits for the kernel started last. */
      finish(name) {
        const cells = this.#cells;
        for (let done = Atomics.load(cells, DONE); done !== Atomics.load(cells, ORDER); done = Atomics.load(cells, DONE)) {
          if (Atomics.wait(cells, DONE, done, PATIENCE_MS) === "timed-out") {
            throw new Error(
              `engine: the second thread has not finished kernel ${name} in ${PATIENCE_MS / 1e3} s. Cure: threads: 1.`
            );
          }
        }
        if (cells[FAILED]) throw new Error(`engine: kernel ${name} failed on the second thread`);
      }
      stop() {
        void this.#worker.terminate();
      }
    };
  }
});

// models/engine/tensors.ts
function pointerOf(backend, tensor) {
  return backend.dataIdMap.get(tensor.dataId).memoryOffset;
}
function newFloats(backend, shape) {
  return backend.makeOutput([...shape], "float32");
}
function floatsAt(heap, pointer, count) {
  return new Float32Array(heap.memory.buffer, pointer, count);
}
var Scratch;
var init_tensors = __esm({
  "models/engine/tensors.ts"() {
    "use strict";
    Scratch = class {
      #heap;
      #pieces = /* @__PURE__ */ new Map();
      constructor(heap) {
        this.#heap = heap;
      }
      /** Byte offset of at least `bytes` bytes; what an earlier call put under the same name may be lost. */
      take(name, bytes) {
        const piece = this.#pieces.get(name);
        if (piece && piece.bytes >= bytes) return piece.pointer;
        if (piece) this.#heap.free(piece.pointer);
        const pointer = this.#heap.allocate(bytes);
        this.#pieces.set(name, { pointer, bytes });
        return pointer;
      }
    };
  }
});

// models/engine/conv.ts
function coversConvolution(info) {
  return info.dataFormat === "channelsLast" && info.dilationHeight === 1 && info.dilationWidth === 1 && info.strideHeight === info.strideWidth;
}
function usesWinograd(info) {
  return info.filterHeight === 3 && info.filterWidth === 3 && info.strideHeight === 1 && info.inChannels % 8 === 0 && info.outChannels % 8 === 0;
}
function jobFields(info, half, p2, filterGradient, scratch) {
  return [
    ...half,
    ...[info.inHeight, info.inWidth, info.inChannels],
    ...[info.outHeight, info.outWidth, info.outChannels],
    ...[info.filterHeight, info.filterWidth, info.strideHeight, info.padInfo.top, info.padInfo.left],
    usesWinograd(info) ? 1 : 0,
    ...[p2.x ?? 0, p2.filter ?? 0, p2.filterTransposed ?? 0, p2.y ?? 0, p2.dy ?? 0, p2.dx ?? 0],
    ...[filterGradient, scratch]
  ];
}
var FIELDS, Convolution;
var init_conv = __esm({
  "models/engine/conv.ts"() {
    "use strict";
    init_team();
    init_tensors();
    FIELDS = 22;
    Convolution = class {
      #team;
      #scratch;
      constructor(team) {
        this.#team = team;
        this.#scratch = new Scratch(team.heap);
      }
      /** x [N,H,W,Cin] * filter -> y [N,Ho,Wo,Cout]; every image by itself. */
      forward(x, filter, info) {
        const { backend } = this.#team.heap;
        const y = newFloats(backend, info.outShape);
        const packed = this.#packFilter(pointerOf(backend, filter), info);
        this.#run("convForward", info, [0, 0], {
          x: pointerOf(backend, x),
          filter: packed,
          y: pointerOf(backend, y)
        });
        return y;
      }
      /** d(loss)/d(x) [N,H,W,Cin] from dy [N,Ho,Wo,Cout]; every image by itself. */
      inputGradient(dy, filter, info) {
        const { backend } = this.#team.heap;
        const dx = newFloats(backend, info.inShape);
        const filterTransposed = this.#packTransposed(pointerOf(backend, filter), info);
        this.#run("convBackward", info, [0, 0], {
          dy: pointerOf(backend, dy),
          dx: pointerOf(backend, dx),
          filterTransposed
        });
        return dx;
      }
      /** d(loss)/d(filter) [kh,kw,Cin,Cout]: the sum over the first half of the batch plus that over the second. */
      filterGradient(x, dy, info) {
        const { heap } = this.#team;
        const { filterHeight, filterWidth, inChannels, outChannels } = info;
        const gradient = newFloats(heap.backend, [filterHeight, filterWidth, inChannels, outChannels]);
        const winograd = usesWinograd(info);
        const wide = outChannels + 7 & ~7;
        const size = winograd ? 36 * inChannels * outChannels : filterHeight * filterWidth * inChannels * wide;
        const first = this.#scratch.take("gradients", 8 * size);
        const second = first + 4 * size;
        floatsAt(heap, first, 2 * size).fill(0);
        this.#run("convBackward", info, [first, second], {
          x: pointerOf(heap.backend, x),
          dy: pointerOf(heap.backend, dy)
        });
        this.#team.call("addTo", first, second, size);
        const target = pointerOf(heap.backend, gradient);
        if (winograd) {
          this.#team.call(
            "transformFilterBack",
            first,
            inChannels,
            outChannels,
            target,
            this.#scratch.take("temp", 576)
          );
        } else {
          const sums = floatsAt(heap, first, size);
          const out = floatsAt(heap, target, size / wide * outChannels);
          for (let row = 0; row * wide < size; row++) {
            out.set(sums.subarray(row * wide, row * wide + outChannels), row * outChannels);
          }
        }
        return gradient;
      }
      #packFilter(filter, info) {
        const { filterHeight, filterWidth, inChannels, outChannels } = info;
        if (usesWinograd(info)) {
          const packed2 = this.#scratch.take("filter", 4 * 36 * inChannels * outChannels);
          this.#team.call(
            "transformFilter",
            filter,
            inChannels,
            outChannels,
            packed2,
            this.#scratch.take("temp", 576)
          );
          return packed2;
        }
        const rows4 = filterHeight * filterWidth * inChannels;
        const packed = this.#scratch.take("filter", 4 * rows4 * (outChannels + 7 & ~7));
        this.#team.call("pack", filter, rows4, outChannels, outChannels, 1, packed);
        return packed;
      }
      #packTransposed(filter, info) {
        const { filterHeight, filterWidth, inChannels, outChannels } = info;
        if (usesWinograd(info)) {
          const packed2 = this.#scratch.take("transposed", 4 * 36 * inChannels * outChannels);
          this.#team.call("transposeFilter", this.#packFilter(filter, info), inChannels, outChannels, packed2);
          return packed2;
        }
        const length = filterWidth * inChannels;
        const panel = 4 * outChannels * (length + 7 & ~7);
        const packed = this.#scratch.take("transposed", panel * filterHeight);
        for (let ky = 0; ky < filterHeight; ky++) {
          this.#team.call(
            "pack",
            filter + 4 * ky * length * outChannels,
            outChannels,
            length,
            1,
            outChannels,
            packed + ky * panel
          );
        }
        return packed;
      }
      #run(kernel, info, filterGradients, pointers) {
        const jobs = this.#scratch.take("jobs", 8 * FIELDS);
        const halves = halvesOf(info.batchSize);
        const write = (index, scratch) => {
          const job = jobs + 4 * FIELDS * index;
          const fields2 = jobFields(info, halves[index], pointers, filterGradients[index], scratch);
          new Int32Array(this.#team.heap.memory.buffer, job, FIELDS).set(fields2);
          return job;
        };
        const bytes = this.#team.call("convScratchBytes", write(0, 0));
        this.#team.both(
          kernel,
          [write(0, this.#scratch.take("first", bytes))],
          [write(1, this.#scratch.take("second", bytes))]
        );
      }
    };
  }
});

// models/engine/matmul.ts
function lastTwo(shape, transposed) {
  const [rows4, columns] = shape.slice(-2);
  return transposed ? [columns, rows4] : [rows4, columns];
}
var MatrixProduct;
var init_matmul = __esm({
  "models/engine/matmul.ts"() {
    "use strict";
    init_tensors();
    MatrixProduct = class {
      #team;
      #scratch;
      constructor(team) {
        this.#team = team;
        this.#scratch = new Scratch(team.heap);
      }
      /** a [...,m,k] (or [...,k,m]) times b [...,k,n] (or [...,n,k]) -> [...,m,n]; leading dimensions must be equal. */
      product(a, b, transposeA, transposeB) {
        const { heap } = this.#team;
        const rank = a.shape.length;
        const [m, k] = lastTwo(a.shape, transposeA);
        const n = lastTwo(b.shape, transposeB)[1];
        const leading = a.shape.slice(0, rank - 2);
        const count = leading.reduce((x, y) => x * y, 1);
        const out = newFloats(heap.backend, [...leading, m, n]);
        for (let i = 0; i < count; i++) {
          const left = pointerOf(heap.backend, a) + 4 * m * k * i;
          const right = pointerOf(heap.backend, b) + 4 * k * n * i;
          const rows4 = transposeA ? this.#transpose(left, k, m) : left;
          const target = pointerOf(heap.backend, out) + 4 * m * n * i;
          if (transposeB && n > m) this.#turned(rows4, right, target, m, k, n);
          else this.#straight(rows4, right, target, m, k, n, transposeB);
        }
        return out;
      }
      #straight(a, b, out, m, k, n, transposeB) {
        const wide = n + 7 & ~7;
        const packed = this.#scratch.take("packed", 4 * k * wide);
        this.#team.call("pack", b, k, n, transposeB ? 1 : n, transposeB ? k : 1, packed);
        const target = wide === n ? out : this.#scratch.take("wide", 4 * m * wide);
        this.#team.call("product", a, 4 * k, 1, 0, k, packed, target, 4 * wide, m, wide);
        if (target === out) return;
        const from = floatsAt(this.#team.heap, target, m * wide);
        const to = floatsAt(this.#team.heap, out, m * n);
        for (let row = 0; row < m; row++) to.set(from.subarray(row * wide, row * wide + n), row * n);
      }
      /**
       * a [m,k] times transpose(b [n,k]) as the transpose of b times transpose(a): a few activations are packed instead
       * of a large weight matrix, and every sum is the same to the bit.
       */
      #turned(a, b, out, m, k, n) {
        const wide = m + 7 & ~7;
        const packed = this.#scratch.take("packed", 4 * k * wide);
        this.#team.call("pack", a, k, m, 1, k, packed);
        const target = this.#scratch.take("wide", 4 * n * wide);
        this.#team.call("product", b, 4 * k, 1, 0, k, packed, target, 4 * wide, n, wide);
        this.#team.call("transpose", target, wide, n, m, out);
      }
      /** [rows, columns] -> [columns, rows] in scratch. */
      #transpose(source, rows4, columns) {
        const target = this.#scratch.take("transposed", 4 * rows4 * columns);
        this.#team.call("transpose", source, columns, rows4, columns, target);
        return target;
      }
    };
  }
});

// models/engine/norm.ts
function sizeOf2(shape) {
  return shape.reduce((a, b) => a * b, 1);
}
function layoutOf(x) {
  const channels = x.shape.at(-1);
  return { channels, pixels: sizeOf2(x.shape) / channels };
}
var Normalisation;
var init_norm = __esm({
  "models/engine/norm.ts"() {
    "use strict";
    init_team();
    init_tensors();
    Normalisation = class {
      #team;
      #scratch;
      constructor(team) {
        this.#team = team;
        this.#scratch = new Scratch(team.heap);
      }
      /** [y, mean, variance] of y = relu6(gamma * (x - mean) / sqrt(variance + epsilon) + beta) over all but the last axis. */
      batchNormRelu6(x, gamma, beta, epsilon) {
        const { channels, pixels } = layoutOf(x);
        const [sums, squares] = this.#sums("addMoments", x, (from) => [from]);
        const [mean3, variance] = [this.#vector(channels), this.#vector(channels)];
        const [means, variances] = [this.#values(mean3), this.#values(variance)];
        for (let c2 = 0; c2 < channels; c2++) {
          const average = sums[c2] / pixels;
          means[c2] = average;
          variances[c2] = Math.max(0, squares[c2] / pixels - average * average);
        }
        const { scale, shift } = this.#affine(gamma, beta, mean3, variance, epsilon);
        return [this.#scaleRelu6(x, scale, shift), mean3, variance];
      }
      /** [dx, dgamma, dbeta] of the above; mean and variance depend on x and are differentiated through. */
      batchNormRelu6Gradient(dy, x, norm, epsilon) {
        const { channels, pixels } = layoutOf(x);
        const affine = this.#affine(norm.gamma, norm.beta, norm.mean, norm.variance, epsilon);
        const mean3 = this.#values(norm.mean);
        const [sums, products3] = this.#gradientSums(dy, x, { ...affine, mean: mean3 });
        const [dgamma, dbeta] = [this.#vector(channels), this.#vector(channels)];
        this.#values(dbeta).set(sums);
        this.#values(dgamma).set(products3.map((sum, c2) => sum * affine.inverse[c2]));
        const k2 = products3.map(
          (sum, c2) => -affine.scale[c2] * affine.inverse[c2] * affine.inverse[c2] * sum / pixels
        );
        const k3 = sums.map((sum, c2) => -affine.scale[c2] * sum / pixels);
        return [this.#gradient(dy, x, { ...affine, mean: mean3, k1: affine.scale, k2, k3 }), dgamma, dbeta];
      }
      /** relu6(x * scale + shift), scale and shift [C]. */
      affineRelu6(x, scale, shift) {
        return this.#scaleRelu6(x, this.#values(scale), this.#values(shift));
      }
      /** [dx, dscale, dshift] of the above. */
      affineRelu6Gradient(dy, x, scale, shift) {
        const { channels } = layoutOf(x);
        const zero = new Float32Array(channels);
        const by = { scale: this.#values(scale), shift: this.#values(shift), mean: zero };
        const [sums, products3] = this.#gradientSums(dy, x, by);
        const [dscale, dshift] = [this.#vector(channels), this.#vector(channels)];
        this.#values(dscale).set(products3);
        this.#values(dshift).set(sums);
        return [this.#gradient(dy, x, { ...by, k1: by.scale, k2: zero, k3: zero }), dscale, dshift];
      }
      /** [N,H,W,C] -> [N,C], or its adjoint when `imageShape` is given. */
      averagePool(x, imageShape) {
        const [batch, height, width, channels] = imageShape ?? x.shape;
        const out = newFloats(this.#team.heap.backend, imageShape ?? [batch, channels]);
        const pixels = height * width;
        const [from, to] = [this.#pointer(x), this.#pointer(out)];
        const [fromStep, toStep] = imageShape ? [1, pixels] : [pixels, 1];
        const argsOf = ([first2, last]) => {
          const skip = 4 * channels * first2;
          return [from + skip * fromStep, last - first2, pixels, channels, to + skip * toStep];
        };
        const [first, second] = halvesOf(batch);
        this.#team.both(imageShape ? "averagePoolGradient" : "averagePool", argsOf(first), argsOf(second));
        return out;
      }
      #pointer(tensor) {
        return pointerOf(this.#team.heap.backend, tensor);
      }
      #vector(length) {
        return newFloats(this.#team.heap.backend, [length]);
      }
      #values(tensor) {
        return floatsAt(this.#team.heap, this.#pointer(tensor), sizeOf2(tensor.shape));
      }
      /** Normalisation as one product and sum, from the moments as they are stored (float32): both passes cut alike. */
      #affine(gamma, beta, mean3, variance, epsilon) {
        const [means, gammas, betas] = [this.#values(mean3), this.#values(gamma), this.#values(beta)];
        const inverse = Float64Array.from(this.#values(variance), (v) => 1 / Math.sqrt(v + epsilon));
        const scale = Float32Array.from(gammas, (g, c2) => g * inverse[c2]);
        const shift = Float32Array.from(betas, (b, c2) => b - means[c2] * scale[c2]);
        return { scale, shift, inverse };
      }
      #scaleRelu6(x, scale, shift) {
        const { channels } = layoutOf(x);
        const y = newFloats(this.#team.heap.backend, x.shape);
        const factors = this.#scratch.take("factors", 8 * channels);
        floatsAt(this.#team.heap, factors, channels).set(scale);
        floatsAt(this.#team.heap, factors + 4 * channels, channels).set(shift);
        const [from, to] = [this.#pointer(x), this.#pointer(y)];
        this.#halves("normRelu6", x, (skip, count) => [from + skip, count, channels, factors, to + skip]);
        return y;
      }
      /** With g = dy where it passes the ReLU6: per channel the sums of g and of g * (x - mean). */
      #gradientSums(dy, x, by) {
        const factors = this.#putFactors(by, layoutOf(x).channels);
        const toDy = this.#pointer(dy) - this.#pointer(x);
        return this.#sums("addGradientSums", x, (from) => [from + toDy, from], factors);
      }
      /** k1 * g + k2 * (x - mean) + k3. */
      #gradient(dy, x, by) {
        const { channels } = layoutOf(x);
        const factors = this.#putFactors(by, channels);
        const dx = newFloats(this.#team.heap.backend, x.shape);
        const [from, fromDy, to] = [this.#pointer(x), this.#pointer(dy), this.#pointer(dx)];
        this.#halves("normGradient", x, (skip, count) => [
          fromDy + skip,
          from + skip,
          count,
          channels,
          factors,
          to + skip
        ]);
        return dx;
      }
      /** Runs a kernel on both halves; `skip` is in bytes from the start of x, `count` in pixels. */
      #halves(kernel, x, argsOf) {
        const { channels, pixels } = layoutOf(x);
        const perImage = pixels / x.shape[0];
        const [first, second] = halvesOf(x.shape[0]).map(
          ([from, to], half) => argsOf(4 * channels * perImage * from, perImage * (to - from), half)
        );
        this.#team.both(kernel, first, second);
      }
      /** Two sums per channel from a kernel that takes (...sources, pixels, channels, ...more, target). */
      #sums(kernel, x, sourcesAt, ...more) {
        const { channels } = layoutOf(x);
        const target = this.#scratch.take("sums", 32 * channels);
        const sums = new Float64Array(this.#team.heap.memory.buffer, target, 4 * channels).fill(0);
        const from = this.#pointer(x);
        this.#halves(kernel, x, (skip, count, half) => [
          ...sourcesAt(from + skip),
          ...[count, channels, ...more],
          target + 16 * channels * half
        ]);
        const total = Float64Array.from({ length: 2 * channels }, (_, i) => sums[i] + sums[2 * channels + i]);
        return [total.subarray(0, channels), total.subarray(channels)];
      }
      #putFactors(by, channels) {
        const pointer = this.#scratch.take("gradientFactors", 24 * channels);
        [by.scale, by.shift, by.mean, by.k1, by.k2, by.k3].forEach((values, i) => {
          if (values) floatsAt(this.#team.heap, pointer + 4 * channels * i, channels).set(values);
        });
        return pointer;
      }
    };
  }
});

// models/engine/kernels.ts
import * as tf3 from "@tensorflow/tfjs-core";
function simdKernels(team, own) {
  return {
    ...sharingKernels(team),
    ...convolutionKernels(team, own),
    ...matrixKernels(team, own),
    ...normKernels(team),
    ...adamKernel(team)
  };
}
function sharingKernels({ heap: { backend } }) {
  return {
    Identity: ({ inputs }) => {
      const { dataId, shape, dtype } = inputs.x;
      backend.incRef(dataId);
      return { dataId, shape, dtype };
    }
  };
}
function convInfoOf(x, filter, attrs) {
  const { strides, pad, dataFormat, dilations, dimRoundingMode } = attrs;
  return tf3.backend_util.computeConv2DInfo(
    x,
    filter,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    false,
    tf3.backend_util.convertConv2DDataFormat(dataFormat)
  );
}
function convolutionKernels(team, own) {
  const convolution = new Convolution(team);
  return {
    Conv2D: (call) => {
      const { x, filter } = call.inputs;
      const info = convInfoOf(x.shape, filter.shape, call.attrs ?? {});
      return coversConvolution(info) ? convolution.forward(x, filter, info) : fallBack("Conv2D", own, call);
    },
    Conv2DBackpropInput: (call) => {
      const { dy, filter } = call.inputs;
      const { inputShape } = call.attrs;
      const info = convInfoOf(inputShape, filter.shape, call.attrs ?? {});
      return coversConvolution(info) ? convolution.inputGradient(dy, filter, info) : fallBack("Conv2DBackpropInput", own, call);
    },
    Conv2DBackpropFilter: (call) => {
      const { x, dy } = call.inputs;
      const { filterShape } = call.attrs;
      const info = convInfoOf(x.shape, filterShape, call.attrs ?? {});
      return coversConvolution(info) ? convolution.filterGradient(x, dy, info) : fallBack("Conv2DBackpropFilter", own, call);
    }
  };
}
function matrixKernels(team, own) {
  const matrices = new MatrixProduct(team);
  return {
    BatchMatMul: (call) => {
      const { a, b } = call.inputs;
      const { transposeA, transposeB } = call.attrs;
      const covered2 = a.dtype === "float32" && b.dtype === "float32" && String(a.shape.slice(0, -2)) === String(b.shape.slice(0, -2));
      return covered2 ? matrices.product(a, b, transposeA, transposeB) : fallBack("BatchMatMul", own, call);
    }
  };
}
function normKernels(team) {
  const norm = new Normalisation(team);
  const epsilonOf = (attrs) => attrs.epsilon;
  return {
    [BATCH_NORM]: ({ inputs, attrs }) => {
      const { x, gamma, beta } = inputs;
      return norm.batchNormRelu6(x, gamma, beta, epsilonOf(attrs));
    },
    [`${BATCH_NORM}Gradient`]: ({ inputs, attrs }) => {
      const { dy, x, ...weights } = inputs;
      return norm.batchNormRelu6Gradient(dy, x, weights, epsilonOf(attrs));
    },
    [AFFINE]: ({ inputs }) => {
      const { x, scale, shift } = inputs;
      return norm.affineRelu6(x, scale, shift);
    },
    [`${AFFINE}Gradient`]: ({ inputs }) => {
      const { dy, x, scale, shift } = inputs;
      return norm.affineRelu6Gradient(dy, x, scale, shift);
    },
    [AVERAGE_POOL]: ({ inputs }) => norm.averagePool(inputs.x),
    [`${AVERAGE_POOL}Gradient`]: ({ inputs, attrs }) => norm.averagePool(inputs.dy, attrs.shape)
  };
}
function adamKernel(team) {
  const { backend } = team.heap;
  return {
    [ADAM_STEP]: ({ inputs, attrs }) => {
      const { value, gradient, m, v } = inputs;
      const { beta1, beta2, rate, correction, epsilon } = attrs;
      const next = [value, m, v].map(() => newFloats(backend, value.shape));
      const pointers = [value, gradient, m, v, ...next].map((tensor) => pointerOf(backend, tensor));
      const count = value.shape.reduce((a, b) => a * b, 1);
      team.call("adamStep", count, ...pointers, beta1, beta2, rate, correction, epsilon);
      return next;
    }
  };
}
function fallBack(name, own, call) {
  const kernel = own(name);
  if (!kernel) {
    throw new Error(
      `engine: no ${name} for dilation, NCHW or unequal strides. Cure: NHWC, dilation 1, one stride.`
    );
  }
  return kernel(call);
}
var BATCH_NORM, AFFINE, AVERAGE_POOL, ADAM_STEP;
var init_kernels = __esm({
  "models/engine/kernels.ts"() {
    "use strict";
    init_conv();
    init_matmul();
    init_norm();
    init_tensors();
    BATCH_NORM = "BatchNormRelu6";
    AFFINE = "AffineRelu6";
    AVERAGE_POOL = "GlobalAveragePool";
    ADAM_STEP = "AdamStep";
  }
});

// models/engine/backend.ts
import * as tf4 from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-layers";
async function openBackend(name = "wasm", options2 = {}) {
  if (name === "wasm") return openWasm(options2);
  await (name === "cpu" ? openCpu() : openNative());
  return { name, reproducible: name !== "native", setTrace: () => {
  } };
}
async function openWasm({ threads = 1, kernels = "simd" }) {
  wasm ??= startWasm();
  const { team, own, tables: tables4 } = await wasm;
  await select("wasm");
  team.setThreads(threads);
  install("wasm", tables4[kernels], own);
  return { name: "wasm", reproducible: true, setTrace: (trace) => team.setTrace(trace) };
}
async function startWasm() {
  const [heap, module] = await Promise.all([openHeap("wasm"), kernelModule()]);
  const team = new Team(heap, module);
  const own = new Map(
    tf4.getKernelsForBackend("wasm").map((kernel) => [kernel.kernelName, kernel.kernelFunc])
  );
  const find = (name) => own.get(name);
  return { team, own, tables: { simd: simdKernels(team, find), composed: composedGradients(find) } };
}
function install(backendName, table2, own) {
  const installed = tf4.getKernelsForBackend(backendName).map(({ kernelName }) => kernelName);
  for (const kernelName of /* @__PURE__ */ new Set([...installed, ...Object.keys(table2)])) {
    const kernelFunc = table2[kernelName] ?? own.get(kernelName);
    if (tf4.getKernel(kernelName, backendName)?.kernelFunc === kernelFunc) continue;
    if (tf4.getKernel(kernelName, backendName)) tf4.unregisterKernel(kernelName, backendName);
    if (kernelFunc !== void 0) tf4.registerKernel({ kernelName, backendName, kernelFunc });
  }
}
async function openCpu() {
  await import("@tensorflow/tfjs-backend-cpu");
  tf4.enableProdMode();
  await select("cpu");
}
async function openNative() {
  const { available, found, cure } = findBackend("native");
  if (!available) throw new Error(`backend native: ${found}. Cure: ${cure}.`);
  await select("tensorflow");
}
async function select(tfName) {
  if (!await tf4.setBackend(tfName)) {
    throw new Error(`backend ${tfName}: TensorFlow.js could not start it. Cure: npm ci, or --backend cpu.`);
  }
}
var wasm;
var init_backend = __esm({
  "models/engine/backend.ts"() {
    "use strict";
    init_assembly();
    init_composed();
    init_found();
    init_heap();
    init_kernels();
    init_team();
    wasm = null;
  }
});

// models/losses/crossEntropy.ts
function crossEntropy(logits, targets) {
  return tf4.tidy(() => tf4.neg(tf4.sum(tf4.mul(targets, tf4.logSoftmax(logits)), 1)));
}
var init_crossEntropy = __esm({
  "models/losses/crossEntropy.ts"() {
    "use strict";
    init_backend();
  }
});

// models/losses/huber.ts
function huber(predicted, target) {
  return tf4.tidy(() => {
    const distance = tf4.abs(tf4.sub(predicted, target));
    const clipped = tf4.minimum(distance, 1);
    return tf4.mul(clipped, tf4.sub(distance, tf4.mul(clipped, 0.5)));
  });
}
var init_huber = __esm({
  "models/losses/huber.ts"() {
    "use strict";
    init_backend();
  }
});

// models/losses/softTargets.ts
function softTargets(student, teacher, temperature) {
  return tf4.tidy(() => {
    const logTeacher = tf4.logSoftmax(tf4.div(teacher, temperature));
    const logStudent = tf4.logSoftmax(tf4.div(student, temperature));
    const divergence = tf4.sum(tf4.mul(tf4.exp(logTeacher), tf4.sub(logTeacher, logStudent)), 1);
    return tf4.mul(divergence, temperature * temperature);
  });
}
var init_softTargets = __esm({
  "models/losses/softTargets.ts"() {
    "use strict";
    init_backend();
  }
});

// models/losses/term.ts
function onLogits(material) {
  return (x) => {
    const { student } = x;
    const teacher = taught(x);
    return headSum(
      student.material && material(student.material, teacher.material, x),
      student.state && mean(softTargets(student.state, teacher.state, 1)),
      student.quality && mean(huber(student.quality, x.teacherQuality))
    );
  };
}
function headSum(material, state, quality) {
  const terms = [];
  if (material) terms.push(material);
  if (state) terms.push(tf4.mul(state, SIDE_HEAD_WEIGHT));
  if (quality) terms.push(tf4.mul(quality, SIDE_HEAD_WEIGHT));
  return tf4.addN(terms);
}
function taught(x) {
  if (x.teacher) return x.teacher;
  throw new Error("loss: this term needs a teacher. Cure: a lesson, or another term.");
}
function mean(perItem) {
  return tf4.div(tf4.sum(perItem), perItem.shape[0]);
}
var SIDE_HEAD_WEIGHT;
var init_term = __esm({
  "models/losses/term.ts"() {
    "use strict";
    init_backend();
    init_huber();
    init_softTargets();
    SIDE_HEAD_WEIGHT = 0.5;
  }
});

// models/losses/hard.ts
var hard_exports = {};
__export(hard_exports, {
  hard: () => hard,
  hardTerm: () => hardTerm
});
function hardTerm({
  student,
  labels
}) {
  const overLabelled = (perItem) => tf4.div(tf4.sum(tf4.mul(perItem, labels.labelled)), Math.max(1, labels.labelledCount));
  return headSum(
    student.material && overLabelled(crossEntropy(student.material, labels.material)),
    student.state && overLabelled(crossEntropy(student.state, labels.state)),
    student.quality && overLabelled(huber(student.quality, labels.quality))
  );
}
var hard;
var init_hard = __esm({
  "models/losses/hard.ts"() {
    "use strict";
    init_backend();
    init_crossEntropy();
    init_huber();
    init_term();
    hard = { value: hardTerm };
  }
});

// models/losses/soft.ts
var soft_exports = {};
__export(soft_exports, {
  soft: () => soft2
});
var soft2;
var init_soft = __esm({
  "models/losses/soft.ts"() {
    "use strict";
    init_softTargets();
    init_term();
    soft2 = { value: onLogits((s, t, x) => mean(softTargets(s, t, x.temperature))) };
  }
});

// models/losses/hardPseudoLabels.ts
var hardPseudoLabels_exports = {};
__export(hardPseudoLabels_exports, {
  bestClass: () => bestClass,
  hardPseudoLabels: () => hardPseudoLabels,
  pseudo: () => pseudo
});
function hardPseudoLabels(student, teacher) {
  return tf4.tidy(() => crossEntropy(student, bestClass(teacher)));
}
function bestClass(logits) {
  return tf4.tidy(() => tf4.cast(tf4.oneHot(tf4.argMax(logits, 1), logits.shape[1]), "float32"));
}
var pseudo;
var init_hardPseudoLabels = __esm({
  "models/losses/hardPseudoLabels.ts"() {
    "use strict";
    init_backend();
    init_crossEntropy();
    init_term();
    pseudo = { value: onLogits((s, t) => mean(hardPseudoLabels(s, t))) };
  }
});

// models/losses/logitStandardisation.ts
var logitStandardisation_exports = {};
__export(logitStandardisation_exports, {
  logitStandardisation: () => logitStandardisation,
  standardised: () => standardised
});
function logitStandardisation(student, teacher, temperature) {
  return tf4.tidy(() => softTargets(unitLogits(student), unitLogits(teacher), temperature));
}
function unitLogits(logits) {
  const classes = logits.shape[1];
  const centred = tf4.sub(logits, tf4.div(tf4.sum(logits, 1, true), classes));
  const variance = tf4.div(tf4.sum(tf4.square(centred), 1, true), classes - 1);
  return tf4.div(centred, tf4.add(tf4.sqrt(tf4.add(variance, 1e-12)), 1e-7));
}
var standardised;
var init_logitStandardisation = __esm({
  "models/losses/logitStandardisation.ts"() {
    "use strict";
    init_backend();
    init_softTargets();
    init_term();
    standardised = {
      value: onLogits((s, t, x) => mean(logitStandardisation(s, t, x.temperature)))
    };
  }
});

// models/losses/dist.ts
var dist_exports = {};
__export(dist_exports, {
  dist: () => dist,
  distTerm: () => distTerm
});
function dist(student, teacher, temperature) {
  return tf4.tidy(() => {
    const ours = tf4.softmax(tf4.div(student, temperature));
    const theirs = tf4.softmax(tf4.div(teacher, temperature));
    const within = meanPearson(ours, theirs);
    const between3 = meanPearson(tf4.transpose(ours), tf4.transpose(theirs));
    const distance = tf4.sub(2, tf4.add(within, between3));
    return tf4.mul(distance, temperature * temperature);
  });
}
function meanPearson(a, b) {
  const x = centredRows(a);
  const y = centredRows(b);
  const covariance = tf4.sum(tf4.mul(x, y), 1);
  const power = tf4.mul(tf4.sum(tf4.square(x), 1), tf4.sum(tf4.square(y), 1));
  return tf4.div(tf4.sum(tf4.mul(covariance, tf4.rsqrt(tf4.add(power, 1e-16)))), a.shape[0]);
}
function centredRows(rows4) {
  return tf4.sub(rows4, tf4.div(tf4.sum(rows4, 1, true), rows4.shape[1]));
}
var distTerm;
var init_dist = __esm({
  "models/losses/dist.ts"() {
    "use strict";
    init_backend();
    init_term();
    distTerm = { value: onLogits((s, t, x) => dist(s, t, x.temperature)) };
  }
});

// models/losses/decoupled.ts
var decoupled_exports = {};
__export(decoupled_exports, {
  decoupled: () => decoupled,
  decoupledTerm: () => decoupledTerm
});
function decoupled(student, teacher, target, temperature) {
  if (student.shape[1] < 3) {
    throw new Error(`decoupled: the non-target part needs at least 3 classes, got ${student.shape[1]}`);
  }
  return tf4.tidy(() => {
    const ours = tf4.div(student, temperature);
    const theirs = tf4.div(teacher, temperature);
    const targetPart = binaryDivergence(targetShare(theirs, target), targetShare(ours, target));
    const mask = tf4.mul(target, MASK);
    const logTheirs = tf4.logSoftmax(tf4.sub(theirs, mask));
    const logOurs = tf4.logSoftmax(tf4.sub(ours, mask));
    const nonTargetPart = tf4.sum(tf4.mul(tf4.exp(logTheirs), tf4.sub(logTheirs, logOurs)), 1);
    const total = tf4.add(targetPart, tf4.mul(nonTargetPart, NON_TARGET_WEIGHT));
    return tf4.mul(total, temperature * temperature);
  });
}
function targetShare(logits, target) {
  return tf4.clipByValue(tf4.sum(tf4.mul(tf4.softmax(logits), target), 1), 1e-7, 1 - 1e-7);
}
function binaryDivergence(p2, q) {
  const notP = tf4.sub(1, p2);
  const heads = tf4.mul(p2, tf4.sub(tf4.log(p2), tf4.log(q)));
  return tf4.add(heads, tf4.mul(notP, tf4.sub(tf4.log(notP), tf4.log(tf4.sub(1, q)))));
}
var NON_TARGET_WEIGHT, MASK, decoupledTerm;
var init_decoupled = __esm({
  "models/losses/decoupled.ts"() {
    "use strict";
    init_backend();
    init_hardPseudoLabels();
    init_term();
    NON_TARGET_WEIGHT = 8;
    MASK = 1e3;
    decoupledTerm = {
      value: onLogits((s, t, x) => mean(decoupled(s, t, bestClass(t), x.temperature)))
    };
  }
});

// models/engine/adam.ts
import * as tf5 from "@tensorflow/tfjs-core";
function keptZeros(like) {
  return tf5.keep(tf5.zeros(like.shape));
}
function nextOf(variable, gradient, { m, v }, factors) {
  if (tf5.getKernel(ADAM_STEP, tf5.getBackend())) {
    const inputs = { value: variable, gradient, m, v };
    const next = tf5.engine().runKernel(ADAM_STEP, inputs, { ...factors });
    return next;
  }
  const { beta1, beta2, rate, correction, epsilon } = factors;
  const first = tf5.add(tf5.mul(m, beta1), tf5.mul(gradient, 1 - beta1));
  const second = tf5.add(tf5.mul(v, beta2), tf5.mul(tf5.square(gradient), 1 - beta2));
  const step = tf5.div(tf5.mul(first, rate), tf5.add(tf5.sqrt(tf5.mul(second, correction)), epsilon));
  return [tf5.sub(variable, step), first, second];
}
var Adam;
var init_adam = __esm({
  "models/engine/adam.ts"() {
    "use strict";
    init_kernels();
    Adam = class extends tf5.Optimizer {
      static {
        /** @nocollapse */
        this.className = "LooptwinAdam";
      }
      #slots = /* @__PURE__ */ new Map();
      #beta1Power = 1;
      #beta2Power = 1;
      #beta1 = 0.9;
      #beta2 = 0.999;
      #epsilon = 1e-7;
      constructor(learningRate) {
        super();
        this.learningRate = learningRate;
      }
      applyGradients(gradients) {
        this.#beta1Power *= this.#beta1;
        this.#beta2Power *= this.#beta2;
        const factors = {
          beta1: this.#beta1,
          beta2: this.#beta2,
          rate: this.learningRate / (1 - this.#beta1Power),
          correction: 1 / (1 - this.#beta2Power),
          epsilon: this.#epsilon
        };
        const named = Array.isArray(gradients) ? gradients : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
        for (const { name, tensor } of named) {
          if (tensor) this.#step(tf5.engine().registeredVariables[name], tensor, factors);
        }
        this.incrementIterations();
      }
      #step(variable, gradient, factors) {
        const slot = this.#slots.get(variable.name) ?? { m: keptZeros(variable), v: keptZeros(variable) };
        this.#slots.set(variable.name, slot);
        tf5.tidy(() => {
          const [value, m, v] = nextOf(variable, gradient, slot, factors);
          variable.assign(value);
          slot.m.dispose();
          slot.v.dispose();
          slot.m = tf5.keep(m);
          slot.v = tf5.keep(v);
        });
      }
      dispose() {
        for (const { m, v } of this.#slots.values()) tf5.dispose([m, v]);
        this.#slots.clear();
        super.dispose();
      }
      getConfig() {
        return { learningRate: this.learningRate };
      }
    };
  }
});

// models/engine/ops.ts
import * as tf6 from "@tensorflow/tfjs-core";
function convBnRelu6(x, filter, norm, stride) {
  const conv = tf6.conv2d(x, filter, stride, "same");
  if (runsFused(BATCH_NORM, conv)) {
    const inputs = { x: conv, gamma: norm.gamma, beta: norm.beta };
    const [y, mean4, variance2] = run(BATCH_NORM, inputs, { epsilon: NORM_EPSILON });
    return { y, mean: mean4, variance: variance2 };
  }
  const { mean: mean3, variance } = tf6.moments(conv, [0, 1, 2]);
  return { y: normRelu6(conv, norm, { mean: mean3, variance }), mean: mean3, variance };
}
function convNormRelu6(x, filter, norm, moments2, stride) {
  return normRelu6(tf6.conv2d(x, filter, stride, "same"), norm, moments2);
}
function globalAvgPool(x) {
  return runsFused(AVERAGE_POOL, x) ? run(AVERAGE_POOL, { x }) : tf6.mean(x, [1, 2]);
}
function dense(x, weights, bias, activation = "linear") {
  const sum = tf6.add(tf6.matMul(x, weights), bias);
  return activation === "relu" ? tf6.relu(sum) : sum;
}
function adam(learningRate) {
  return new Adam(learningRate);
}
function normRelu6(conv, norm, { mean: mean3, variance }) {
  const scale = tf6.mul(norm.gamma, tf6.rsqrt(tf6.add(variance, NORM_EPSILON)));
  const shift = tf6.sub(norm.beta, tf6.mul(mean3, scale));
  if (runsFused(AFFINE, conv)) return run(AFFINE, { x: conv, scale, shift });
  return tf6.relu6(tf6.add(tf6.mul(conv, scale), shift));
}
function runsFused(kernel, x) {
  return x.shape[3] % 8 === 0 && tf6.getKernel(kernel, tf6.getBackend()) != null;
}
function run(kernel, inputs, attrs = {}) {
  return tf6.engine().runKernel(kernel, inputs, attrs);
}
var NORM_EPSILON;
var init_ops = __esm({
  "models/engine/ops.ts"() {
    "use strict";
    init_adam();
    init_kernels();
    NORM_EPSILON = 1e-3;
    tf6.registerGradient({
      kernelName: BATCH_NORM,
      inputsToSave: ["x", "gamma", "beta"],
      outputsToSave: [false, true, true],
      gradFunc: (dys, saved, attrs) => {
        const [x, gamma, beta, mean3, variance] = saved;
        const inputs = { dy: dys[0], x, gamma, beta, mean: mean3, variance };
        const [dx, dgamma, dbeta] = run(`${BATCH_NORM}Gradient`, inputs, attrs);
        return { x: () => dx, gamma: () => dgamma, beta: () => dbeta };
      }
    });
    tf6.registerGradient({
      kernelName: AFFINE,
      inputsToSave: ["x", "scale", "shift"],
      gradFunc: (dy, saved) => {
        const [x, scale, shift] = saved;
        const [dx, dscale, dshift] = run(`${AFFINE}Gradient`, { dy, x, scale, shift });
        return { x: () => dx, scale: () => dscale, shift: () => dshift };
      }
    });
    tf6.registerGradient({
      kernelName: AVERAGE_POOL,
      inputsToSave: ["x"],
      gradFunc: (dy, saved) => {
        const [x] = saved;
        return {
          x: () => run(`${AVERAGE_POOL}Gradient`, { dy }, { shape: x.shape })
        };
      }
    });
  }
});

// models/nets/layers.ts
function convParameters(name, inputs, outputs) {
  return [
    { name: `${name}/filter`, shape: [3, 3, inputs, outputs], start: "he", trainable: true },
    { name: `${name}/gamma`, shape: [outputs], start: "ones", trainable: true },
    { name: `${name}/beta`, shape: [outputs], start: "zeros", trainable: true },
    { name: `${name}/mean`, shape: [outputs], start: "zeros", trainable: false },
    { name: `${name}/variance`, shape: [outputs], start: "ones", trainable: false }
  ];
}
function convLayer(p2, name, x, stride, pass) {
  const filter = p2[`${name}/filter`];
  const norm = { gamma: vector(p2, `${name}/gamma`), beta: vector(p2, `${name}/beta`) };
  if (!pass.training) {
    const moving = { mean: vector(p2, `${name}/mean`), variance: vector(p2, `${name}/variance`) };
    return convNormRelu6(x, filter, norm, moving, stride);
  }
  const { y, mean: mean3, variance } = convBnRelu6(x, filter, norm, stride);
  pass.moments[name] = { mean: tf4.keep(mean3), variance: tf4.keep(variance) };
  return y;
}
function poolParameters(name, channels) {
  return [
    { name: `${name}/mean`, shape: [channels], start: "zeros", trainable: false },
    { name: `${name}/variance`, shape: [channels], start: "ones", trainable: false }
  ];
}
function poolLayer(p2, name, maps, pass) {
  const pooled = globalAvgPool(maps);
  if (!pass.training) return standardised2(pooled, vector(p2, `${name}/mean`), vector(p2, `${name}/variance`));
  const items = pooled.shape[0];
  const mean3 = tf4.div(tf4.sum(pooled, 0), items);
  const variance = tf4.div(tf4.sum(tf4.square(tf4.sub(pooled, mean3)), 0), items);
  pass.moments[name] = { mean: tf4.keep(mean3), variance: tf4.keep(variance) };
  return standardised2(pooled, mean3, variance);
}
function standardised2(x, mean3, variance) {
  return tf4.mul(tf4.sub(x, mean3), tf4.rsqrt(tf4.add(variance, POOL_EPSILON)));
}
function denseParameters(name, inputs, outputs) {
  return [
    { name: `${name}/weights`, shape: [inputs, outputs], start: "he", trainable: true },
    { name: `${name}/bias`, shape: [outputs], start: "zeros", trainable: true }
  ];
}
function denseLayer(p2, name, x) {
  return dense(x, p2[`${name}/weights`], vector(p2, `${name}/bias`), "linear");
}
function vector(p2, name) {
  return p2[name];
}
var INFERENCE, POOL_EPSILON;
var init_layers = __esm({
  "models/nets/layers.ts"() {
    "use strict";
    init_backend();
    init_ops();
    INFERENCE = { training: false };
    POOL_EPSILON = 1e-4;
  }
});

// models/nets/widths.ts
var STUDENT_CHANNELS, STUDENT_FEATURES, FUSION_WIDTH, STATES;
var init_widths = __esm({
  "models/nets/widths.ts"() {
    "use strict";
    STUDENT_CHANNELS = [32, 64];
    STUDENT_FEATURES = 256;
    FUSION_WIDTH = 512;
    STATES = 10;
  }
});

// models/losses/feature.ts
var feature_exports = {};
__export(feature_exports, {
  feature: () => feature,
  featureDistance: () => featureDistance,
  unitRows: () => unitRows
});
function featureDistance(projected, teacher) {
  return tf4.tidy(() => {
    const difference = tf4.sub(unitRows(projected), unitRows(teacher));
    return tf4.sum(tf4.square(difference), 1);
  });
}
function unitRows(rows4) {
  return tf4.tidy(
    () => tf4.mul(rows4, tf4.rsqrt(tf4.add(tf4.sum(tf4.square(rows4), 1, true), 1e-12)))
  );
}
var PROJECTOR, feature;
var init_feature = __esm({
  "models/losses/feature.ts"() {
    "use strict";
    init_backend();
    init_layers();
    init_widths();
    init_term();
    PROJECTOR = "auxiliary/projector";
    feature = {
      value: (x) => {
        const projector = x.variables[`${PROJECTOR}/weights`];
        const projected = tf4.matMul(x.student.features, projector);
        return mean(featureDistance(projected, taught(x).fused));
      },
      parameters: denseParameters(PROJECTOR, STUDENT_FEATURES, FUSION_WIDTH).filter(
        ({ name }) => name.endsWith("weights")
      )
    };
  }
});

// models/losses/relational.ts
var relational_exports = {};
__export(relational_exports, {
  relational: () => relational,
  relationalTerm: () => relationalTerm
});
function relational(student, teacher) {
  return tf4.tidy(() => {
    const batch = student.shape[0];
    if (batch < 2) throw new Error(`relational: needs at least 2 items in a batch, got ${batch}`);
    const difference = tf4.sub(cosines(student), cosines(teacher));
    const offDiagonal = tf4.sub(1, tf4.eye(batch));
    return tf4.div(tf4.sum(tf4.square(tf4.mul(difference, offDiagonal))), batch * (batch - 1));
  });
}
function cosines(features) {
  const batch = features.shape[0];
  const mean3 = tf4.div(tf4.sum(features, 0, true), batch);
  const unit = unitRows(tf4.sub(features, mean3));
  return tf4.matMul(unit, unit, false, true);
}
var relationalTerm;
var init_relational = __esm({
  "models/losses/relational.ts"() {
    "use strict";
    init_backend();
    init_feature();
    init_term();
    relationalTerm = {
      value: (x) => relational(x.student.features, taught(x).fused)
    };
  }
});

// models/losses/attention.ts
var attention_exports = {};
__export(attention_exports, {
  attention: () => attention,
  attentionMap: () => attentionMap,
  attentionTransfer: () => attentionTransfer,
  visualAttention: () => visualAttention
});
function attentionTransfer(student, teacher) {
  return tf4.tidy(() => {
    const [, height, width] = teacher.shape;
    const ours = unitMap(pooledTo(attentionMap(student), height, width));
    const theirs = unitMap(teacher);
    return tf4.mul(tf4.sum(tf4.square(tf4.sub(ours, theirs)), 1), 0.5);
  });
}
function attentionMap(maps) {
  return tf4.tidy(() => tf4.div(tf4.sum(tf4.square(maps), 3), maps.shape[3]));
}
function pooledTo(map, height, width) {
  const [batch, fullHeight, fullWidth] = map.shape;
  if (fullHeight === height && fullWidth === width) return map;
  if (fullHeight % height !== 0 || fullWidth % width !== 0) {
    throw new Error(`attention: a ${fullHeight}x${fullWidth} map cannot be pooled to ${height}x${width}`);
  }
  const stepRows = fullHeight / height;
  const stepColumns = fullWidth / width;
  const blocks = tf4.reshape(map, [batch, height, stepRows, width, stepColumns]);
  return tf4.div(tf4.sum(blocks, [2, 4]), stepRows * stepColumns);
}
function unitMap(map) {
  const [batch, height, width] = map.shape;
  const flat = tf4.reshape(map, [batch, height * width]);
  return tf4.mul(flat, tf4.rsqrt(tf4.add(tf4.sum(tf4.square(flat), 1, true), 1e-12)));
}
function mapTerm(sense) {
  return {
    value: (x) => {
      const map = taught(x).maps[sense];
      if (map) return mean(attentionTransfer(x.student.maps, map));
      throw new Error(
        `attention: the teacher has no ${sense} branch. Cure: a teacher with it, or another term.`
      );
    }
  };
}
var attention, visualAttention;
var init_attention = __esm({
  "models/losses/attention.ts"() {
    "use strict";
    init_backend();
    init_term();
    attention = mapTerm("thermal");
    visualAttention = mapTerm("visual");
  }
});

// models/losses/thermalHint.ts
var thermalHint_exports = {};
__export(thermalHint_exports, {
  hint: () => hint,
  predictedHint: () => predictedHint,
  thermalHint: () => thermalHint
});
function thermalHint(predicted, target, mask) {
  return tf4.tidy(() => {
    const squared = tf4.mul(mask, tf4.square(tf4.sub(predicted, target)));
    return tf4.div(tf4.sum(squared, [1, 2]), tf4.maximum(tf4.sum(mask, [1, 2]), 1));
  });
}
function predictedHint(variables, maps) {
  const [batch, height, width, channels] = maps.shape;
  const pixels = tf4.reshape(maps, [batch * height * width, channels]);
  return tf4.reshape(denseLayer(variables, HINT, pixels), [batch, height, width]);
}
var HINT, hint;
var init_thermalHint = __esm({
  "models/losses/thermalHint.ts"() {
    "use strict";
    init_backend();
    init_layers();
    init_widths();
    init_term();
    HINT = "auxiliary/hint";
    hint = {
      value: (x) => {
        if (!x.hint) throw new Error("hint: no thermal target was prepared for this training.");
        return mean(thermalHint(predictedHint(x.variables, x.student.maps), x.hint.target, x.hint.mask));
      },
      parameters: denseParameters(HINT, STUDENT_CHANNELS[1], 1)
    };
  }
});

// sim/kernel/random/random.ts
import seedrandom from "seedrandom";

// sim/kernel/random/hash.ts
function hashText(text2) {
  let a = 3735928559;
  let b = 1103547991;
  for (let i = 0; i < text2.length; i++) {
    const code = text2.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
  b = Math.imul(b ^ b >>> 16, 2246822507) ^ Math.imul(a ^ a >>> 13, 3266489909);
  return { hi: (b ^ b >>> 16) >>> 0, lo: (a ^ a >>> 16) >>> 0 };
}

// sim/kernel/random/normal-quantile.ts
function normalQuantile(p2) {
  const q = p2 - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p2 : 1 - p2));
  const x = r <= 5 ? ratio(shoulder, r - 1.6) : ratio(tail, r - 5);
  return q < 0 ? -x : x;
}
function ratio({ top, bottom }, r) {
  return horner(top, r) / horner(bottom, r);
}
function horner(c2, r) {
  let sum = c2[7];
  for (let i = 6; i >= 0; i--) sum = sum * r + c2[i];
  return sum;
}
var centre = {
  top: Float64Array.of(
    3.3871328727963665,
    133.14166789178438,
    1971.5909503065513,
    13731.69376550946,
    45921.95393154987,
    67265.7709270087,
    33430.57558358813,
    2509.0809287301227
  ),
  bottom: Float64Array.of(
    1,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852546
  )
};
var shoulder = {
  top: Float64Array.of(
    1.4234371107496835,
    4.630337846156546,
    5.769497221460691,
    3.6478483247632045,
    1.2704582524523684,
    0.2417807251774506,
    0.022723844989269184,
    7745450142783414e-19
  ),
  bottom: Float64Array.of(
    1,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    5475938084995345e-19,
    10507500716444169e-25
  )
};
var tail = {
  top: Float64Array.of(
    6.657904643501103,
    5.463784911164114,
    1.7848265399172913,
    0.29656057182850487,
    0.026532189526576124,
    0.0012426609473880784,
    27115555687434876e-21,
    20103343992922881e-23
  ),
  bottom: Float64Array.of(
    1,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    7868691311456133e-19,
    18463183175100548e-21,
    1421511758316446e-22,
    20442631033899397e-31
  )
};

// sim/kernel/random/threefry.ts
var PARITY = 466688986;
var threefryLo = 0;
function threefry(keyHi, keyLo, counterHi, counterLo) {
  const k2 = PARITY ^ keyHi ^ keyLo;
  let x = counterHi + keyHi | 0;
  let y = counterLo + keyLo | 0;
  x = x + y | 0;
  y = (y << 13 | y >>> 19) ^ x;
  x = x + y | 0;
  y = (y << 15 | y >>> 17) ^ x;
  x = x + y | 0;
  y = (y << 26 | y >>> 6) ^ x;
  x = x + y | 0;
  y = (y << 6 | y >>> 26) ^ x;
  x = x + keyLo | 0;
  y = y + k2 + 1 | 0;
  x = x + y | 0;
  y = (y << 17 | y >>> 15) ^ x;
  x = x + y | 0;
  y = (y << 29 | y >>> 3) ^ x;
  x = x + y | 0;
  y = (y << 16 | y >>> 16) ^ x;
  x = x + y | 0;
  y = (y << 24 | y >>> 8) ^ x;
  x = x + k2 | 0;
  y = y + keyHi + 2 | 0;
  x = x + y | 0;
  y = (y << 13 | y >>> 19) ^ x;
  x = x + y | 0;
  y = (y << 15 | y >>> 17) ^ x;
  x = x + y | 0;
  y = (y << 26 | y >>> 6) ^ x;
  x = x + y | 0;
  y = (y << 6 | y >>> 26) ^ x;
  x = x + keyHi | 0;
  y = y + keyLo + 3 | 0;
  x = x + y | 0;
  y = (y << 17 | y >>> 15) ^ x;
  x = x + y | 0;
  y = (y << 29 | y >>> 3) ^ x;
  x = x + y | 0;
  y = (y << 16 | y >>> 16) ^ x;
  x = x + y | 0;
  y = (y << 24 | y >>> 8) ^ x;
  x = x + keyLo | 0;
  y = y + k2 + 4 | 0;
  x = x + y | 0;
  y = (y << 13 | y >>> 19) ^ x;
  x = x + y | 0;
  y = (y << 15 | y >>> 17) ^ x;
  x = x + y | 0;
  y = (y << 26 | y >>> 6) ^ x;
  x = x + y | 0;
  y = (y << 6 | y >>> 26) ^ x;
  x = x + k2 | 0;
  y = y + keyHi + 5 | 0;
  threefryLo = y >>> 0;
  return x >>> 0;
}

// sim/kernel/random/random.ts
function stream(key) {
  const alea = seedrandom.alea(textOf(key.seed, key.replication, key.path, key.purpose), { state: true });
  return { next: alea, state: () => alea.state() };
}
function drawKey(seed2, replication, path2, purpose) {
  return hashText(textOf(seed2, replication, path2, purpose));
}
function drawKeys(seed2, replication, path2, purposes2) {
  const entries = purposes2.map((purpose) => [purpose, drawKey(seed2, replication, path2, purpose)]);
  return Object.fromEntries(entries);
}
function textOf(seed2, replication, path2, purpose) {
  return `${seed2}|${replication}|${path2.length}|${path2}|${purpose}`;
}
function bitsAt(key, itemId, index = 0) {
  return threefry(key.hi, key.lo, counter(itemId, "itemId"), counter(index, "index"));
}
function uniformAt(key, itemId, index = 0) {
  const high = threefry(key.hi, key.lo, counter(itemId, "itemId"), counter(index, "index"));
  return (high * 2097152 + (threefryLo >>> 11)) / 9007199254740992;
}
function normalAt(key, itemId, index = 0) {
  return normalQuantile(uniformAt(key, itemId, index) + HALF_STEP);
}
var HALF_STEP = 1 / 18014398509481984;
function counter(value, name) {
  if (value >>> 0 !== value) {
    throw new RangeError(`random draw: ${name} must be an integer in 0 .. 4294967295, got ${value}`);
  }
  return value;
}

// sim/record/shape.ts
var shapes = [
  "bottle",
  "cup",
  "tray",
  "film",
  "bag",
  "can",
  "box",
  "sheet",
  "block",
  "tube",
  "cloth",
  "part",
  "shard"
];

// sim/record/item-state.ts
var soilTypes = ["dust", "clay", "fat", "sugar", "biofilm", "soot"];
var processMarks = [
  "none",
  "stretch-blown",
  "extrusion-blown",
  "injected",
  "thermoformed",
  "drawn",
  "three-piece"
];
var crushKinds = [
  "none",
  "facets",
  "dents",
  "shards",
  "shallow",
  "folds",
  "wrinkles",
  "crumples"
];
var goods = [
  "none",
  "water",
  "soft-drink",
  "juice",
  "milk",
  "detergent",
  "shampoo",
  "oil",
  "yogurt",
  "margarine",
  "cold-drink",
  "berries",
  "meat",
  "ready-meal",
  "food"
];
var labelKinds = ["wrap", "sleeve", "sticker", "print", "in-mould"];
var stainKinds = ["none", "grease", "drink", "mould", "glue", "dirt"];
var pigments = {
  tio2Pct: "number",
  carbonBlackPct: "number",
  ironOxidePct: "number",
  bluePct: "number",
  greenPct: "number",
  redPct: "number",
  yellowPct: "number",
  /** Black dye that absorbs visible light only and lets the near infrared pass. */
  blackDyePct: "number"
};
var itemState = {
  ...pigments,
  itemId: "whole",
  materialId: "text",
  shape: shapes,
  // form
  lengthM: "number",
  widthM: "number",
  /** One wall. */
  thicknessM: "number",
  wallCount: "number",
  /** Share of solid in the volume: 1 = solid, 0.03 = foam. */
  relativeDensity: "number",
  massKg: "number",
  /** 0 = as made, 1 = crushed to a ball. */
  crumple: "number",
  /** How it lies on the belt. */
  yawRad: "number",
  pitchRad: "number",
  labelCover: "number",
  /** Label colour, sRGB 0..1. */
  labelRed: "number",
  labelGreen: "number",
  labelBlue: "number",
  /** Name of the colour recipe, for people. */
  colour: "text",
  // optics of the clean, new body
  /** Kubelka-Munk scattering at 1300 nm without pigments, 1/cm; S(l) = S(1300) (1300/l)^p. */
  scatterPerCm: "number",
  scatterExponent: "number",
  /** Absorption of this very piece against the tabulated curve, about 1. */
  alphaScale: "number",
  /** Share 0..1 of the second absorption curve of the substance. */
  blendShare: "number",
  talcPct: "number",
  crystallinity: "number",
  /** Lacquer on metal, um. */
  coatingUm: "number",
  // what the substance makes of the look: as far from the mean of its look-alikes as lookCoupling lets it be
  /** The dial 0..1 that the item was made with: 0 = look-alikes are equal to the camera, 1 = as in reality. */
  lookCoupling: "number",
  /** Real refractive index at 590 nm: strength of rim and highlights. */
  visibleIndex: "number",
  /** Absorption of the clean body around 620, 540 and 450 nm, 1/mm: it shows at edges and where walls overlap. */
  tintRedPerMm: "number",
  tintGreenPerMm: "number",
  tintBluePerMm: "number",
  /** Share 0..1 of the light that one new wall spreads. */
  bodyHaze: "number",
  /** Scattering of the body below 780 nm against scatterPerCm, about 1. */
  visibleScatterScale: "number",
  /** Half-width of the highlight of the new surface, degrees: 0.2 mirror, 4 satin, 12 matt. */
  glossSigmaDeg: "number",
  /** 0 = limp as film, 1 = rigid. */
  stiffness: "number",
  crushKind: crushKinds,
  /** Scattering depth S d that a sharp fold adds: the white line of PP, HIPS, PVC. */
  foldWhitening: "number",
  processMark: processMarks,
  goods,
  labelKind: labelKinds,
  /** 1 = it was sold with a cap or lid; its colour, sRGB 0..1. */
  capped: "number",
  capRed: "number",
  capGreen: "number",
  capBlue: "number",
  /** How readily this piece stains, tears, dents, loses its lid: uniform 0..1. */
  stainProneness: "number",
  tearProneness: "number",
  dentProneness: "number",
  lidHold: "number",
  /** 1 = its corrosion is that of its own metal, 0 = the one that its look-alikes share. */
  ownCorrosion: "number",
  // what use and weather did; irreversible
  /** Years of sun at 7 W/m2 of 300-400 nm and 298 K. */
  sunYears: "number",
  /** Share 0..1 of the surface in brown spots (PVC), under white powder (PP, ABS, PS). */
  brownSpots: "number",
  chalk: "number",
  /** Gloss against new, 1 = new. */
  glossLeft: "number",
  /** Colour of body, dye or board against new, and density left of the inks of label and print. */
  colourLeft: "number",
  inkYellowLeft: "number",
  inkMagentaLeft: "number",
  inkCyanLeft: "number",
  /** Share 0..1 of the surface that is stained, and by what. */
  stainCover: "number",
  stainKind: stainKinds,
  /** 0..1: torn edges; dents of use (beside `crumple`, which is how it was thrown away); cracks through the wall. */
  tears: "number",
  dents: "number",
  breaks: "number",
  /** 1 = cap, lid or end is gone. */
  lidMissing: "number",
  /** Carbonyl index of photo-oxidation, 1 = embrittled; for paper and textiles the share bleached or yellowed. */
  oxidation: "number",
  /** Chromophore at 420 nm, 1/mm. */
  yellowingPerMm: "number",
  /** Share 0..1 of lignin and colour left in a wood surface. */
  lignin: "number",
  crackPerMm: "number",
  /** Share 0..1 of light that body and wear spread. */
  haze: "number",
  /** Surface wear 0..1: scratches, fibre loss, dents. */
  wear: "number",
  roughnessUm: "number",
  corrosionUm: "number",
  corrosionKind: ["none", "rust", "white", "patina", "tarnish"],
  /** Chain length left, 0..1: no sensor sees it. */
  chainRatio: "number",
  plasticiserLoss: "number",
  delaminationUm: "number",
  /** The one damage scale 0..1; states are its tenths. */
  damage: "number",
  ageYears: "number",
  // what comes and goes
  moistureKgPerKg: "number",
  waterFilmUm: "number",
  soilGPerM2: "number",
  soilType: soilTypes,
  tempK: "number",
  // what further ageing needs
  oxidationDose: "number",
  greyingDose: "number",
  wearDose: "number",
  corrosionDose: "number",
  chainDose: "number",
  delaminationDose: "number",
  oxidationSensitivity: "number",
  greyingSensitivity: "number",
  wearSensitivity: "number",
  corrosionSensitivity: "number",
  chainSensitivity: "number",
  delaminationSensitivity: "number",
  freshRoughnessUm: "number"
};

// sim/materials/data/bounds.json
var bounds_default = {
  about: "What is physically possible for each number of catalogue.json: lowest, highest, unit.",
  substance: {
    densityKgPerM3: [10, 23e3, "kg/m3"],
    conductivityWPerMK: [0.02, 430, "W/m/K"],
    heatCapacityJPerKgK: [120, 4200, "J/kg/K"],
    emissivity: [0.01, 0.99, "1"],
    lwAbsorptionPerMm: [0.5, 2e5, "1/mm"],
    refractiveIndex: [1, 4, "1"],
    crystallinity: [0, 0.95, "1"],
    blendShare: [0, 0.9, "1"],
    talcPct: [0, 60, "wt%"],
    coatingUm: [0, 200, "um"],
    heatingValueMJPerKg: [0, 50, "MJ/kg"]
  },
  look: {
    lengthM: [5e-3, 1, "m"],
    widthM: [5e-3, 1, "m"],
    thicknessM: [5e-6, 0.2, "m"],
    relativeDensity: [5e-3, 1, "1"],
    roughnessUm: [5e-3, 500, "um"],
    scatterPerCm: [1e-3, 1e3, "1/cm"],
    scatterExponent: [0, 4, "1"],
    labelShare: [0, 1, "1"],
    labelCover: [0, 1, "1"],
    crumple: [0, 1, "1"],
    yellowingAtEndPerMm: [0, 100, "1/mm"],
    hazeAtEnd: [0, 1, "1"],
    cracksAtEndPerMm: [0, 20, "1/mm"]
  }
};

// sim/materials/check.ts
var substanceBounds = bounds_default.substance;
var lookBounds = bounds_default.look;
var doubts = /* @__PURE__ */ new Set(["measured", "table", "derived", "memory", "estimate"]);
function problemOfCell(cell, bounds, data5) {
  if (!Array.isArray(cell) || cell.length !== 4) return "must be [value or range, unit, source, doubt]";
  const [value, unit, source, doubt] = cell;
  const [low, high, expected] = bounds;
  const ends = Array.isArray(value) ? value : [value, value];
  if (ends.length !== 2 || ends.some((v) => typeof v !== "number" || !Number.isFinite(v))) {
    return `must be a number or [low, high], got ${JSON.stringify(value)}`;
  }
  if (ends[0] > ends[1]) return `range must ascend, got [${ends[0]}, ${ends[1]}]`;
  if (ends[0] < low || ends[1] > high)
    return `must lie in ${low}..${high} ${expected}, got ${JSON.stringify(value)}`;
  if (unit !== expected) return `unit must be "${expected}", got ${JSON.stringify(unit)}`;
  if (typeof source !== "string" || !(source in data5.sources)) {
    return `source ${JSON.stringify(source)} is not in "sources"`;
  }
  if (typeof doubt !== "string" || !doubts.has(doubt)) {
    return `doubt must be one of ${[...doubts].join(", ")}, got ${JSON.stringify(doubt)}`;
  }
  return null;
}
function problemsOfEntry(where, entry, bounds, data5) {
  const record = entry;
  const problems = [];
  for (const [field, limit] of Object.entries(bounds)) {
    if (!(field in record)) {
      problems.push(`${where}.${field} is missing: give [value, "${limit[2]}", source, doubt]`);
      continue;
    }
    const problem = problemOfCell(record[field], limit, data5);
    if (problem) problems.push(`${where}.${field} ${problem}`);
  }
  return problems;
}
function problemsOfCatalogue(data5) {
  const problems = [];
  for (const [id, entry] of Object.entries(data5.substances)) {
    problems.push(...problemsOfEntry(`catalogue.json: substances.${id}`, entry, substanceBounds, data5));
  }
  for (const [id, entry] of Object.entries(data5.looks)) {
    problems.push(...problemsOfEntry(`catalogue.json: looks.${id}`, entry, lookBounds, data5));
    for (const name of entry.colours ?? []) {
      if (!(name in data5.colours))
        problems.push(`catalogue.json: looks.${id}.colours: "${name}" is not in "colours"`);
    }
  }
  for (const [id, entry] of Object.entries(data5.materials)) {
    const where = `catalogue.json: materials.${id}`;
    if (!/^[a-z0-9-]+$/.test(id)) problems.push(`${where}: an id has only a-z, 0-9 and -`);
    if (!(entry.substance in data5.substances))
      problems.push(`${where}.substance: "${entry.substance}" is not in "substances"`);
    if (!(entry.look in data5.looks)) problems.push(`${where}.look: "${entry.look}" is not in "looks"`);
  }
  return problems;
}

// sim/materials/data/catalogue.json
var catalogue_default = {
  about: "The material catalogue. A number is [value or range, unit, source, doubt]; doubt is measured, table, derived, memory or estimate. A material is a substance in a look; add one by adding a line to materials (and a substance or look if it is new).",
  sources: {
    "anchor-C": "printed polymer data table, title not recorded; agrees with common handbooks",
    iso10456: "design values of EN ISO 10456, recognised by value, attribution from memory",
    zhang2020: "Zhang et al. 2020, Appl. Opt. 59, 2337 and JQSRT 252, 107063 (n,k, CC0 through the refractive-index database)",
    "david-lldpe": "David, LLDPE film n,k (CC0 through the refractive-index database); k floors make it a lower bound",
    bodurov: "Bodurov, PLA refractive index (CC0 through the refractive-index database)",
    sultanova: "Sultanova, cellulose refractive index (CC0 through the refractive-index database)",
    rubin: "Rubin, soda-lime glass n,k (CC0 through the refractive-index database)",
    ordal: "Ordal et al., metal n,k (CC0 through the refractive-index database)",
    "emissivity-F": "printed emissivity table F, title not recorded",
    "emissivity-H": "printed emissivity table H, title not recorded",
    "emissivity-W": "printed emissivity table W, title not recorded",
    "emissivity-T": "printed emissivity table T, title not recorded",
    "rubber-eps": "tabulated emissivity of rubber 0.95",
    "polymer-handbook": "value as in common polymer handbooks, from memory",
    "wood-handbook": "Wood Handbook (USDA FPL), from memory",
    "fuel-table": "lower heating value as in common fuel tables, from memory",
    "can-maker": "dry lacquer on beverage and food cans 3-8 um, from memory",
    "spectra-survey": "common product dimensions, estimated",
    "foam-table": "foam densities 15-100 kg/m3 as in the anchor table (EPS 32)",
    "km-start": "start values for Kubelka-Munk scattering (clear 0.01-0.5, natural 3-15, white 30-100, foam 20-80, paper 100-400 per cm), from memory",
    taber: "haze limits of Taber abrasion, from memory",
    design: "set by the authors of this catalogue as plausible; nobody measured it"
  },
  colours: {
    none: {},
    clear: {},
    natural: {},
    "tint-blue": { bluePct: [1e-3, 5e-3] },
    "tint-green": { greenPct: [1e-3, 5e-3] },
    "bottle-green": { greenPct: [0.03, 0.12], yellowPct: [0, 0.03] },
    "bottle-blue": { bluePct: [0.02, 0.08] },
    "bottle-brown": { ironOxidePct: [0.02, 0.06], redPct: [0.01, 0.04], yellowPct: [0.02, 0.08], blackDyePct: [5e-3, 0.02] },
    "lens-red": { redPct: [0.05, 0.2] },
    "lens-amber": { redPct: [0.01, 0.03], yellowPct: [0.05, 0.2] },
    "lens-smoke": { blackDyePct: [5e-3, 0.03] },
    white: { tio2Pct: [1.5, 5] },
    cream: { tio2Pct: [1.5, 4], yellowPct: [3e-3, 0.015] },
    pink: { tio2Pct: [0.5, 1.5], redPct: [0.05, 0.2] },
    "pale-yellow": { tio2Pct: [0, 0.3], yellowPct: [0.01, 0.05] },
    "pale-green": { greenPct: [5e-3, 0.02] },
    grey: { tio2Pct: [1, 3], carbonBlackPct: [0.01, 0.05] },
    "grey-light": { tio2Pct: [1, 3], carbonBlackPct: [2e-3, 0.01] },
    "dark-grey": { tio2Pct: [0.3, 1.5], carbonBlackPct: [0.05, 0.4] },
    blue: { tio2Pct: [0.2, 1.5], bluePct: [0.15, 0.8] },
    green: { tio2Pct: [0.2, 1.2], greenPct: [0.15, 0.8] },
    red: { tio2Pct: [0.1, 0.8], redPct: [0.3, 1.2] },
    yellow: { tio2Pct: [0.3, 1.5], yellowPct: [0.3, 1.2] },
    brown: { tio2Pct: [0.1, 0.6], ironOxidePct: [0.4, 1.5], carbonBlackPct: [0, 0.02] },
    "carbon-black": { carbonBlackPct: [0.5, 2.5] },
    "rubber-black": { carbonBlackPct: [15, 30] },
    "dyed-black": { blackDyePct: [0.5, 1.5] },
    "dye-blue": { bluePct: [0.1, 0.5] },
    "dye-red": { redPct: [0.2, 0.8] },
    "dye-navy": { bluePct: [0.5, 1.5], blackDyePct: [0.1, 0.4] },
    "dye-olive": { greenPct: [0.05, 0.2], yellowPct: [0.2, 0.6], blackDyePct: [0.05, 0.2] },
    "dye-brown": { ironOxidePct: [0.5, 1.5], blackDyePct: [0.05, 0.2] }
  },
  substances: {
    pet: {
      name: "polyethylene terephthalate",
      class: "PET",
      family: "polymer",
      densityKgPerM3: [1360, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.2, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.94, "1", "zhang2020", "derived"],
      lwAbsorptionPerMm: [35, "1/mm", "zhang2020", "derived"],
      refractiveIndex: [1.545, "1", "zhang2020", "measured"],
      crystallinity: [[0, 0.35], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [22, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pet"],
      lwTable: "pet",
      isotherm: "pet",
      hiddenLaws: ["pet-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    petg: {
      name: "glycol-modified PET",
      class: "PET",
      family: "polymer",
      densityKgPerM3: [1270, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.2, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1150, "J/kg/K", "design", "estimate"],
      emissivity: [0.94, "1", "zhang2020", "estimate"],
      lwAbsorptionPerMm: [35, "1/mm", "zhang2020", "estimate"],
      refractiveIndex: [1.545, "1", "zhang2020", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [23, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["petg"],
      lwTable: "pet",
      isotherm: "pet",
      hiddenLaws: ["pet-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    pla: {
      name: "polylactide",
      class: "PLA",
      family: "polymer",
      densityKgPerM3: [1240, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.13, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1800, "J/kg/K", "design", "estimate"],
      emissivity: [0.93, "1", "design", "estimate"],
      lwAbsorptionPerMm: [40, "1/mm", "design", "estimate"],
      refractiveIndex: [1.45, "1", "bodurov", "measured"],
      crystallinity: [[0, 0.3], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [18, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pla"],
      lwTable: null,
      isotherm: "pla",
      hiddenLaws: ["pla-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    hdpe: {
      name: "high-density polyethylene",
      class: "HDPE",
      family: "polymer",
      densityKgPerM3: [950, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.5, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1800, "J/kg/K", "iso10456", "table"],
      emissivity: [0.92, "1", "design", "estimate"],
      lwAbsorptionPerMm: [3, "1/mm", "david-lldpe", "derived"],
      refractiveIndex: [1.53, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.6, 0.8], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0.2], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [43, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pe-hd", "pe-ld"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["pe-scission"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    ldpe: {
      name: "low-density polyethylene",
      class: "LDPE",
      family: "polymer",
      densityKgPerM3: [920, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.33, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [2200, "J/kg/K", "iso10456", "table"],
      emissivity: [0.92, "1", "design", "estimate"],
      lwAbsorptionPerMm: [3, "1/mm", "david-lldpe", "derived"],
      refractiveIndex: [1.51, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.35, 0.55], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0.05], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [43, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pe-ld", "pe-hd"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["pe-scission"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    pp: {
      name: "polypropylene",
      class: "PP",
      family: "polymer",
      densityKgPerM3: [910, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.22, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1800, "J/kg/K", "iso10456", "table"],
      emissivity: [0.93, "1", "design", "estimate"],
      lwAbsorptionPerMm: [12, "1/mm", "design", "estimate"],
      refractiveIndex: [1.49, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.4, 0.65], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0.15], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [43, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pp", "pe-hd"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["pp-scission"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    "pp-talc": {
      name: "talc-filled polypropylene",
      class: "PP",
      family: "polymer",
      densityKgPerM3: [1040, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.35, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1600, "J/kg/K", "design", "estimate"],
      emissivity: [0.93, "1", "design", "estimate"],
      lwAbsorptionPerMm: [30, "1/mm", "design", "estimate"],
      refractiveIndex: [1.49, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.4, 0.6], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0.15], "1", "design", "estimate"],
      talcPct: [[5, 30], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [35, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pp", "pe-hd"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["pp-scission"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    ps: {
      name: "polystyrene",
      class: "PS",
      family: "polymer",
      densityKgPerM3: [1050, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.15, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.955, "1", "zhang2020", "derived"],
      lwAbsorptionPerMm: [20, "1/mm", "zhang2020", "derived"],
      refractiveIndex: [1.566, "1", "zhang2020", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [40, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["ps"],
      lwTable: "ps",
      isotherm: "none",
      hiddenLaws: ["ps-scission"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    hips: {
      name: "high-impact polystyrene",
      class: "PS",
      family: "polymer",
      densityKgPerM3: [1050, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.15, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.955, "1", "zhang2020", "derived"],
      lwAbsorptionPerMm: [20, "1/mm", "zhang2020", "derived"],
      refractiveIndex: [1.566, "1", "zhang2020", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.03, 0.1], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [40, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["ps", "butadiene"],
      lwTable: "ps",
      isotherm: "none",
      hiddenLaws: ["ps-scission"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    abs: {
      name: "acrylonitrile butadiene styrene",
      class: "ABS",
      family: "polymer",
      densityKgPerM3: [1040, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.25, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.93, "1", "design", "estimate"],
      lwAbsorptionPerMm: [22, "1/mm", "design", "estimate"],
      refractiveIndex: [1.54, "1", "polymer-handbook", "memory"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.1, 0.28], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [36, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["abs", "butadiene"],
      lwTable: "ps",
      isotherm: "polar",
      hiddenLaws: ["abs-thermo"],
      fate: { reusable: false, repairable: true, recycling: "high" }
    },
    pvc: {
      name: "rigid polyvinyl chloride",
      class: "PVC",
      family: "polymer",
      densityKgPerM3: [1400, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.16, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [900, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.93, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [17, "1/mm", "zhang2020", "derived"],
      refractiveIndex: [1.528, "1", "zhang2020", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [18, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pvc"],
      lwTable: "pvc",
      isotherm: "none",
      hiddenLaws: ["pvc-thermo"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    "pvc-p": {
      name: "plasticised polyvinyl chloride",
      class: "PVC",
      family: "polymer",
      densityKgPerM3: [1300, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.14, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1500, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.93, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [20, "1/mm", "zhang2020", "estimate"],
      refractiveIndex: [1.52, "1", "zhang2020", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.2, 0.6], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [21, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pvc", "phthalate"],
      lwTable: "pvc",
      isotherm: "none",
      hiddenLaws: ["pvc-thermo"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    "pvc-t": {
      name: "polyvinyl chloride with dioctyl terephthalate",
      class: "PVC",
      family: "polymer",
      densityKgPerM3: [1300, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.14, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1500, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.93, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [20, "1/mm", "zhang2020", "estimate"],
      refractiveIndex: [1.52, "1", "zhang2020", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.2, 0.6], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [21, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pvc", "terephthalate"],
      lwTable: "pvc",
      isotherm: "none",
      hiddenLaws: ["pvc-thermo"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    pc: {
      name: "polycarbonate",
      class: "PC",
      family: "polymer",
      densityKgPerM3: [1200, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.2, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1200, "J/kg/K", "iso10456", "table"],
      emissivity: [0.936, "1", "zhang2020", "derived"],
      lwAbsorptionPerMm: [35, "1/mm", "zhang2020", "derived"],
      refractiveIndex: [1.566, "1", "zhang2020", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [31, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pc"],
      lwTable: "pc",
      isotherm: "polar",
      hiddenLaws: ["pc-hydrolysis"],
      fate: { reusable: true, repairable: false, recycling: "high" }
    },
    pmma: {
      name: "polymethyl methacrylate",
      class: "PMMA",
      family: "polymer",
      densityKgPerM3: [1180, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.2, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1500, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.955, "1", "zhang2020", "derived"],
      lwAbsorptionPerMm: [30, "1/mm", "zhang2020", "derived"],
      refractiveIndex: [1.478, "1", "zhang2020", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [26, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pmma"],
      lwTable: "pmma",
      isotherm: "polar",
      hiddenLaws: ["pmma-scission"],
      fate: { reusable: true, repairable: false, recycling: "high" }
    },
    pa: {
      name: "polyamide 6 and 66",
      class: "PA",
      family: "polymer",
      densityKgPerM3: [1140, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.24, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1700, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.93, "1", "design", "estimate"],
      lwAbsorptionPerMm: [25, "1/mm", "design", "estimate"],
      refractiveIndex: [1.51, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.25, 0.4], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [31, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pa"],
      lwTable: null,
      isotherm: "pa",
      hiddenLaws: ["pa-thermo"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    pom: {
      name: "polyoxymethylene",
      class: "POM",
      family: "polymer",
      densityKgPerM3: [1410, "kg/m3", "anchor-C", "table"],
      conductivityWPerMK: [0.2, "W/m/K", "anchor-C", "table"],
      heatCapacityJPerKgK: [1500, "J/kg/K", "anchor-C", "table"],
      emissivity: [0.93, "1", "design", "estimate"],
      lwAbsorptionPerMm: [35, "1/mm", "design", "estimate"],
      refractiveIndex: [1.47, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.6, 0.75], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [17, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pom"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["pom-thermo"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    ptfe: {
      name: "polytetrafluoroethylene",
      class: "PTFE",
      family: "polymer",
      densityKgPerM3: [2200, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.25, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "iso10456", "table"],
      emissivity: [0.92, "1", "design", "estimate"],
      lwAbsorptionPerMm: [25, "1/mm", "design", "estimate"],
      refractiveIndex: [1.34, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.5, 0.7], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [5, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["ptfe"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "none" }
    },
    pur: {
      name: "polyurethane",
      class: "PUR",
      family: "polymer",
      densityKgPerM3: [1200, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.25, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1800, "J/kg/K", "iso10456", "table"],
      emissivity: [0.93, "1", "design", "estimate"],
      lwAbsorptionPerMm: [30, "1/mm", "design", "estimate"],
      refractiveIndex: [1.5, "1", "polymer-handbook", "memory"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [26, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pur"],
      lwTable: null,
      isotherm: "polar",
      hiddenLaws: ["pur-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    pbt: {
      name: "polybutylene terephthalate",
      class: "PBT",
      family: "polymer",
      densityKgPerM3: [1310, "kg/m3", "design", "memory"],
      conductivityWPerMK: [0.25, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1350, "J/kg/K", "design", "estimate"],
      emissivity: [0.94, "1", "design", "estimate"],
      lwAbsorptionPerMm: [35, "1/mm", "zhang2020", "estimate"],
      refractiveIndex: [1.55, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.3, 0.45], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [26, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pbt"],
      lwTable: "pet",
      isotherm: "pet",
      hiddenLaws: ["pet-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    eva: {
      name: "ethylene vinyl acetate",
      class: "EVA",
      family: "polymer",
      densityKgPerM3: [940, "kg/m3", "design", "memory"],
      conductivityWPerMK: [0.3, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [2200, "J/kg/K", "design", "estimate"],
      emissivity: [0.92, "1", "design", "estimate"],
      lwAbsorptionPerMm: [12, "1/mm", "design", "estimate"],
      refractiveIndex: [1.49, "1", "polymer-handbook", "memory"],
      crystallinity: [[0.1, 0.3], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [38, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["eva"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["pe-scission"],
      fate: { reusable: false, repairable: false, recycling: "none" }
    },
    nr: {
      name: "natural and styrene-butadiene rubber",
      class: "NR",
      family: "elastomer",
      densityKgPerM3: [1150, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.25, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1500, "J/kg/K", "iso10456", "table"],
      emissivity: [0.95, "1", "rubber-eps", "table"],
      lwAbsorptionPerMm: [200, "1/mm", "design", "estimate"],
      refractiveIndex: [1.52, "1", "polymer-handbook", "memory"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [33, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["carbon"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["nr-ageing"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    epdm: {
      name: "ethylene propylene diene rubber",
      class: "EPDM",
      family: "elastomer",
      densityKgPerM3: [1150, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.25, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "iso10456", "table"],
      emissivity: [0.95, "1", "rubber-eps", "table"],
      lwAbsorptionPerMm: [200, "1/mm", "design", "estimate"],
      refractiveIndex: [1.48, "1", "polymer-handbook", "memory"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [36, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["carbon"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["epdm-ageing"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    silicone: {
      name: "silicone rubber",
      class: "SI",
      family: "elastomer",
      densityKgPerM3: [1200, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.35, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "iso10456", "table"],
      emissivity: [0.945, "1", "zhang2020", "derived"],
      lwAbsorptionPerMm: [40, "1/mm", "zhang2020", "derived"],
      refractiveIndex: [1.39, "1", "zhang2020", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [16, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["silicone"],
      lwTable: "pdms",
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "none" }
    },
    paper: {
      name: "bleached paper",
      class: "PAPER",
      family: "fibre",
      densityKgPerM3: [800, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.12, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1340, "J/kg/K", "design", "estimate"],
      emissivity: [0.9, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.48, "1", "sultanova", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [15, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["cellulose"],
      lwTable: null,
      isotherm: "paper",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    newsprint: {
      name: "mechanical paper",
      class: "PAPER",
      family: "fibre",
      densityKgPerM3: [600, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.1, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1340, "J/kg/K", "design", "estimate"],
      emissivity: [0.93, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.48, "1", "sultanova", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.2, 0.3], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [16, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "paper",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    board: {
      name: "corrugated board",
      class: "CARDBOARD",
      family: "fibre",
      densityKgPerM3: [150, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.064, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1340, "J/kg/K", "design", "estimate"],
      emissivity: [0.9, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.48, "1", "sultanova", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.08, 0.18], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [16, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "paper",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    pulp: {
      name: "moulded pulp",
      class: "CARDBOARD",
      family: "fibre",
      densityKgPerM3: [300, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.07, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1340, "J/kg/K", "design", "estimate"],
      emissivity: [0.92, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.48, "1", "sultanova", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.1, 0.25], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [16, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "paper",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    cotton: {
      name: "cotton",
      class: "COTTON",
      family: "textile",
      densityKgPerM3: [250, "kg/m3", "iso10456", "estimate"],
      conductivityWPerMK: [0.05, "W/m/K", "iso10456", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "iso10456", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "sultanova", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [16, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["cotton"],
      lwTable: null,
      isotherm: "cotton",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: true, repairable: true, recycling: "high" }
    },
    viscose: {
      name: "viscose",
      class: "VISCOSE",
      family: "textile",
      densityKgPerM3: [250, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.05, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "design", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "sultanova", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [16, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["cellulose"],
      lwTable: null,
      isotherm: "viscose",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: true, repairable: true, recycling: "low" }
    },
    "cotton-pet": {
      name: "cotton polyester blend",
      class: "COTTON-PES",
      family: "textile",
      densityKgPerM3: [250, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.05, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "design", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.54, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.35, 0.65], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [19, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["cotton", "pet"],
      lwTable: null,
      isotherm: "cotton",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: true, repairable: true, recycling: "low" }
    },
    "pet-fibre": {
      name: "polyester fibre",
      class: "POLYESTER",
      family: "textile",
      densityKgPerM3: [200, "kg/m3", "iso10456", "estimate"],
      conductivityWPerMK: [0.06, "W/m/K", "iso10456", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "iso10456", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [35, "1/mm", "design", "estimate"],
      refractiveIndex: [1.545, "1", "zhang2020", "estimate"],
      crystallinity: [[0.3, 0.45], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [22, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pet"],
      lwTable: null,
      isotherm: "pet",
      hiddenLaws: ["pet-hydrolysis"],
      fate: { reusable: true, repairable: true, recycling: "high" }
    },
    "pa-fibre": {
      name: "polyamide fibre",
      class: "PA-FIBRE",
      family: "textile",
      densityKgPerM3: [200, "kg/m3", "iso10456", "estimate"],
      conductivityWPerMK: [0.06, "W/m/K", "iso10456", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "iso10456", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [35, "1/mm", "design", "estimate"],
      refractiveIndex: [1.51, "1", "design", "estimate"],
      crystallinity: [[0.3, 0.45], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [31, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pa"],
      lwTable: null,
      isotherm: "pa",
      hiddenLaws: ["pa-thermo"],
      fate: { reusable: true, repairable: true, recycling: "low" }
    },
    wool: {
      name: "wool",
      class: "WOOL",
      family: "textile",
      densityKgPerM3: [200, "kg/m3", "iso10456", "estimate"],
      conductivityWPerMK: [0.06, "W/m/K", "iso10456", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "iso10456", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.55, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [21, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["keratin"],
      lwTable: null,
      isotherm: "wool",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: true, repairable: true, recycling: "high" }
    },
    acrylic: {
      name: "acrylic fibre",
      class: "ACRYLIC",
      family: "textile",
      densityKgPerM3: [200, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.05, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "design", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [40, "1/mm", "design", "estimate"],
      refractiveIndex: [1.52, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [30, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pan"],
      lwTable: null,
      isotherm: "polar",
      hiddenLaws: ["abs-thermo"],
      fate: { reusable: true, repairable: true, recycling: "none" }
    },
    jute: {
      name: "jute",
      class: "JUTE",
      family: "textile",
      densityKgPerM3: [300, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.05, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1300, "J/kg/K", "design", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.1, 0.18], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [16, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "cotton",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: true, repairable: false, recycling: "low" }
    },
    leather: {
      name: "leather",
      class: "LEATHER",
      family: "textile",
      densityKgPerM3: [900, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.15, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1500, "J/kg/K", "design", "estimate"],
      emissivity: [0.95, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [18, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["keratin"],
      lwTable: null,
      isotherm: "wool",
      hiddenLaws: ["paper-hydrolysis"],
      fate: { reusable: true, repairable: true, recycling: "none" }
    },
    pine: {
      name: "softwood",
      class: "WOOD",
      family: "wood",
      densityKgPerM3: [500, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.13, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1600, "J/kg/K", "iso10456", "table"],
      emissivity: [0.88, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.25, 0.32], "1", "wood-handbook", "memory"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [17, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "wood",
      hiddenLaws: ["wood-decay"],
      fate: { reusable: true, repairable: true, recycling: "low" }
    },
    cedar: {
      name: "western red cedar",
      class: "WOOD",
      family: "wood",
      densityKgPerM3: [350, "kg/m3", "wood-handbook", "memory"],
      conductivityWPerMK: [0.1, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1600, "J/kg/K", "iso10456", "table"],
      emissivity: [0.88, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.28, 0.36], "1", "wood-handbook", "memory"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [17, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "wood",
      hiddenLaws: ["wood-decay"],
      fate: { reusable: true, repairable: true, recycling: "low" }
    },
    plywood: {
      name: "plywood",
      class: "WOOD",
      family: "wood",
      densityKgPerM3: [600, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.14, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1700, "J/kg/K", "iso10456", "table"],
      emissivity: [0.89, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.2, 0.28], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [17, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "wood",
      hiddenLaws: ["wood-decay", "glue-delamination"],
      fate: { reusable: true, repairable: true, recycling: "low" }
    },
    mdf: {
      name: "fibreboard",
      class: "WOOD",
      family: "wood",
      densityKgPerM3: [650, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.13, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1700, "J/kg/K", "iso10456", "table"],
      emissivity: [0.88, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.53, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.2, 0.3], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [17, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "lignin"],
      lwTable: null,
      isotherm: "wood",
      hiddenLaws: ["wood-decay", "glue-delamination"],
      fate: { reusable: false, repairable: true, recycling: "low" }
    },
    aluminium: {
      name: "aluminium",
      class: "ALUMINIUM",
      family: "metal",
      densityKgPerM3: [2800, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [160, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [880, "J/kg/K", "iso10456", "table"],
      emissivity: [0.05, "1", "emissivity-F", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "aluminium",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    "aluminium-lacquered": {
      name: "lacquered aluminium",
      class: "ALUMINIUM",
      family: "metal",
      densityKgPerM3: [2800, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [160, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [880, "J/kg/K", "iso10456", "table"],
      emissivity: [0.05, "1", "emissivity-F", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[3, 8], "um", "can-maker", "memory"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "aluminium",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    tinplate: {
      name: "lacquered tinplate steel",
      class: "STEEL",
      family: "metal",
      densityKgPerM3: [7800, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [50, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [450, "J/kg/K", "iso10456", "table"],
      emissivity: [0.07, "1", "emissivity-F", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[3, 8], "um", "can-maker", "memory"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "steel",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    steel: {
      name: "carbon steel",
      class: "STEEL",
      family: "metal",
      densityKgPerM3: [7800, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [50, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [450, "J/kg/K", "iso10456", "table"],
      emissivity: [0.1, "1", "emissivity-F", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "steel",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    galvanised: {
      name: "galvanised steel",
      class: "STEEL",
      family: "metal",
      densityKgPerM3: [7800, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [50, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [450, "J/kg/K", "iso10456", "table"],
      emissivity: [0.25, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "zinc",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: true, repairable: true, recycling: "high" }
    },
    stainless: {
      name: "stainless steel",
      class: "STAINLESS",
      family: "metal",
      densityKgPerM3: [7900, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [17, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [460, "J/kg/K", "iso10456", "table"],
      emissivity: [0.16, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "stainless",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: true, repairable: true, recycling: "high" }
    },
    copper: {
      name: "copper",
      class: "COPPER",
      family: "metal",
      densityKgPerM3: [8900, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [380, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [380, "J/kg/K", "iso10456", "table"],
      emissivity: [0.05, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "copper",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    brass: {
      name: "brass",
      class: "BRASS",
      family: "metal",
      densityKgPerM3: [8400, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [120, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [380, "J/kg/K", "iso10456", "table"],
      emissivity: [0.05, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "brass",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: true, repairable: true, recycling: "high" }
    },
    zinc: {
      name: "zinc die-cast",
      class: "ZINC",
      family: "metal",
      densityKgPerM3: [7200, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [110, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [380, "J/kg/K", "iso10456", "table"],
      emissivity: [0.2, "1", "design", "table"],
      lwAbsorptionPerMm: [1e5, "1/mm", "ordal", "derived"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "metal",
      metal: "zinc",
      bands: [],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "high" }
    },
    "glass-clear": {
      name: "flint soda-lime glass",
      class: "GLASS",
      family: "mineral",
      densityKgPerM3: [2500, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [1, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [750, "J/kg/K", "iso10456", "table"],
      emissivity: [0.94, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.51, "1", "rubin", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "glass",
      metal: null,
      bands: ["soda-lime"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: true, repairable: false, recycling: "high" }
    },
    "glass-green": {
      name: "green soda-lime glass",
      class: "GLASS",
      family: "mineral",
      densityKgPerM3: [2500, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [1, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [750, "J/kg/K", "iso10456", "table"],
      emissivity: [0.94, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.51, "1", "rubin", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "glass",
      metal: null,
      bands: ["soda-lime-green"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: true, repairable: false, recycling: "high" }
    },
    "glass-brown": {
      name: "amber soda-lime glass",
      class: "GLASS",
      family: "mineral",
      densityKgPerM3: [2500, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [1, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [750, "J/kg/K", "iso10456", "table"],
      emissivity: [0.94, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.51, "1", "rubin", "measured"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "glass",
      metal: null,
      bands: ["soda-lime-brown"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: true, repairable: false, recycling: "high" }
    },
    ceramic: {
      name: "glazed ceramic",
      class: "CERAMIC",
      family: "mineral",
      densityKgPerM3: [2300, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [1.3, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [840, "J/kg/K", "iso10456", "table"],
      emissivity: [0.92, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.55, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "layer",
      metal: null,
      bands: ["clay"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: true, repairable: false, recycling: "low" }
    },
    concrete: {
      name: "concrete",
      class: "CONCRETE",
      family: "mineral",
      densityKgPerM3: [2200, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [1.65, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "iso10456", "table"],
      emissivity: [0.92, "1", "emissivity-F", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.6, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "layer",
      metal: null,
      bands: ["calcite"],
      lwTable: null,
      isotherm: "concrete",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    brick: {
      name: "fired brick",
      class: "BRICK",
      family: "mineral",
      densityKgPerM3: [1760, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.78, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [800, "J/kg/K", "iso10456", "table"],
      emissivity: [0.93, "1", "emissivity-F", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.6, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "layer",
      metal: null,
      bands: ["clay"],
      lwTable: null,
      isotherm: "concrete",
      hiddenLaws: [],
      fate: { reusable: true, repairable: false, recycling: "low" }
    },
    gypsum: {
      name: "gypsum board",
      class: "GYPSUM",
      family: "mineral",
      densityKgPerM3: [900, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.25, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "iso10456", "table"],
      emissivity: [0.9, "1", "emissivity-H", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.52, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "layer",
      metal: null,
      bands: ["gypsum"],
      lwTable: null,
      isotherm: "gypsum",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    bitumen: {
      name: "bitumen felt",
      class: "BITUMEN",
      family: "mineral",
      densityKgPerM3: [1100, "kg/m3", "iso10456", "table"],
      conductivityWPerMK: [0.23, "W/m/K", "iso10456", "table"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "iso10456", "table"],
      emissivity: [0.95, "1", "emissivity-T", "table"],
      lwAbsorptionPerMm: [80, "1/mm", "design", "estimate"],
      refractiveIndex: [1.6, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [0, "MJ/kg", "design", "derived"],
      kind: "layer",
      metal: null,
      bands: ["bitumen"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: [],
      fate: { reusable: false, repairable: false, recycling: "none" }
    },
    carton: {
      name: "beverage carton (board, polyethylene, aluminium)",
      class: "CARTON",
      family: "composite",
      densityKgPerM3: [700, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.15, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1400, "J/kg/K", "design", "estimate"],
      emissivity: [0.9, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.5, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0.1, 0.25], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [20, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pulp", "pe-ld"],
      lwTable: null,
      isotherm: "paper",
      hiddenLaws: ["glue-delamination"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    },
    multilayer: {
      name: "polyethylene polyamide film",
      class: "MULTILAYER",
      family: "composite",
      densityKgPerM3: [1e3, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.25, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [2e3, "J/kg/K", "design", "estimate"],
      emissivity: [0.6, "1", "design", "estimate"],
      lwAbsorptionPerMm: [14, "1/mm", "design", "estimate"],
      refractiveIndex: [1.51, "1", "design", "estimate"],
      crystallinity: [[0.3, 0.5], "1", "polymer-handbook", "memory"],
      blendShare: [[0.15, 0.4], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [38, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["pe-ld", "pa"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["glue-delamination"],
      fate: { reusable: false, repairable: false, recycling: "none" }
    },
    pcb: {
      name: "populated FR-4 circuit board",
      class: "PCB",
      family: "composite",
      densityKgPerM3: [1850, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.3, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1100, "J/kg/K", "design", "estimate"],
      emissivity: [0.91, "1", "emissivity-W", "table"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.55, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [10, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["epoxy"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["glue-delamination", "pa-thermo"],
      fate: { reusable: false, repairable: true, recycling: "high" }
    },
    gfrp: {
      name: "glass-fibre polyester",
      class: "GFRP",
      family: "composite",
      densityKgPerM3: [1900, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.35, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1100, "J/kg/K", "design", "estimate"],
      emissivity: [0.91, "1", "design", "estimate"],
      lwAbsorptionPerMm: [60, "1/mm", "design", "estimate"],
      refractiveIndex: [1.55, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [12, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["grp"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["glue-delamination"],
      fate: { reusable: false, repairable: false, recycling: "none" }
    },
    cfrp: {
      name: "carbon-fibre epoxy",
      class: "CFRP",
      family: "composite",
      densityKgPerM3: [1550, "kg/m3", "design", "estimate"],
      conductivityWPerMK: [0.6, "W/m/K", "design", "estimate"],
      heatCapacityJPerKgK: [1e3, "J/kg/K", "design", "estimate"],
      emissivity: [0.88, "1", "design", "estimate"],
      lwAbsorptionPerMm: [300, "1/mm", "design", "estimate"],
      refractiveIndex: [1.55, "1", "design", "estimate"],
      crystallinity: [[0, 0], "1", "polymer-handbook", "memory"],
      blendShare: [[0, 0], "1", "design", "estimate"],
      talcPct: [[0, 0], "wt%", "design", "estimate"],
      coatingUm: [[0, 0], "um", "design", "estimate"],
      heatingValueMJPerKg: [28, "MJ/kg", "fuel-table", "memory"],
      kind: "layer",
      metal: null,
      bands: ["carbon"],
      lwTable: null,
      isotherm: "none",
      hiddenLaws: ["glue-delamination"],
      fate: { reusable: false, repairable: false, recycling: "low" }
    }
  },
  looks: {
    "bottle-clear": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.18, 0.32], "m", "design", "estimate"],
      widthM: [[0.06, 0.1], "m", "design", "estimate"],
      thicknessM: [[2e-4, 5e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.2], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0.7, "1", "design", "estimate"],
      labelCover: [[0.15, 0.4], "1", "design", "estimate"],
      crumple: [[0, 0.9], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.4, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.45, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear", "tint-blue", "tint-green"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "bottle-tinted": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.18, 0.32], "m", "design", "estimate"],
      widthM: [[0.06, 0.1], "m", "design", "estimate"],
      thicknessM: [[2e-4, 6e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.7, "1", "design", "estimate"],
      labelCover: [[0.15, 0.4], "1", "design", "estimate"],
      crumple: [[0, 0.9], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.4, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.45, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["bottle-green", "bottle-blue", "bottle-brown"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "cup-clear": {
      shape: "cup",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.08, 0.14], "m", "design", "estimate"],
      widthM: [[0.06, 0.1], "m", "design", "estimate"],
      thicknessM: [[25e-5, 7e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.4], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0.3, "1", "design", "estimate"],
      labelCover: [[0.1, 0.3], "1", "design", "estimate"],
      crumple: [[0, 0.7], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.45, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "blister-clear": {
      shape: "tray",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.1, 0.2], "m", "design", "estimate"],
      widthM: [[0.08, 0.14], "m", "design", "estimate"],
      thicknessM: [[2e-4, 6e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0.4, "1", "design", "estimate"],
      labelCover: [[0.1, 0.3], "1", "design", "estimate"],
      crumple: [[0, 0.6], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.6, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "living-room"
    },
    "cup-white": {
      shape: "cup",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.07, 0.14], "m", "design", "estimate"],
      widthM: [[0.06, 0.1], "m", "design", "estimate"],
      thicknessM: [[3e-4, 1e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[1, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.5, "1", "design", "estimate"],
      labelCover: [[0.15, 0.5], "1", "design", "estimate"],
      crumple: [[0, 0.6], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["white"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "tray-black": {
      shape: "tray",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.14, 0.24], "m", "design", "estimate"],
      widthM: [[0.1, 0.18], "m", "design", "estimate"],
      thicknessM: [[3e-4, 9e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.5, 10], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.3, "1", "design", "estimate"],
      labelCover: [[0.05, 0.25], "1", "design", "estimate"],
      crumple: [[0, 0.5], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "tray-coloured": {
      shape: "tray",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.14, 0.24], "m", "design", "estimate"],
      widthM: [[0.1, 0.18], "m", "design", "estimate"],
      thicknessM: [[3e-4, 1e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.5, 15], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.4, "1", "design", "estimate"],
      labelCover: [[0.05, 0.3], "1", "design", "estimate"],
      crumple: [[0, 0.5], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["white", "blue", "green", "red", "yellow", "brown", "dark-grey", "dyed-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "bottle-white": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.15, 0.3], "m", "design", "estimate"],
      widthM: [[0.06, 0.11], "m", "design", "estimate"],
      thicknessM: [[4e-4, 12e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[1, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.8, "1", "design", "estimate"],
      labelCover: [[0.2, 0.5], "1", "design", "estimate"],
      crumple: [[0, 0.4], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["white"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "bottle-coloured": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.15, 0.3], "m", "design", "estimate"],
      widthM: [[0.06, 0.11], "m", "design", "estimate"],
      thicknessM: [[4e-4, 14e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[1, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.8, "1", "design", "estimate"],
      labelCover: [[0.2, 0.5], "1", "design", "estimate"],
      crumple: [[0, 0.4], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["blue", "green", "red", "yellow", "dark-grey", "pink"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "bottle-natural": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.15, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.14], "m", "design", "estimate"],
      thicknessM: [[3e-4, 12e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.5, 20], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.6, "1", "design", "estimate"],
      labelCover: [[0.15, 0.35], "1", "design", "estimate"],
      crumple: [[0, 0.6], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "film-clear": {
      shape: "film",
      texture: "creased",
      wallCount: 1,
      lengthM: [[0.12, 0.35], "m", "design", "estimate"],
      widthM: [[0.1, 0.25], "m", "design", "estimate"],
      thicknessM: [[1e-5, 2e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.1, 6], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0.2, "1", "design", "estimate"],
      labelCover: [[0.05, 0.3], "1", "design", "estimate"],
      crumple: [[0.3, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "bag-coloured": {
      shape: "bag",
      texture: "creased",
      wallCount: 2,
      lengthM: [[0.2, 0.4], "m", "design", "estimate"],
      widthM: [[0.15, 0.3], "m", "design", "estimate"],
      thicknessM: [[12e-6, 2e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[1, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.5, "1", "design", "estimate"],
      labelCover: [[0.05, 0.3], "1", "design", "estimate"],
      crumple: [[0.3, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["white", "blue", "green", "yellow", "dark-grey", "carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "sack-black": {
      shape: "bag",
      texture: "creased",
      wallCount: 2,
      lengthM: [[0.25, 0.45], "m", "design", "estimate"],
      widthM: [[0.2, 0.35], "m", "design", "estimate"],
      thicknessM: [[3e-5, 15e-5], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[1, 8], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.4, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-stabilised", "abrasion-plastic"],
      use: "outdoor"
    },
    "foam-white": {
      shape: "block",
      texture: "beads",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.2], "m", "design", "estimate"],
      thicknessM: [[0.01, 0.05], "m", "spectra-survey", "estimate"],
      relativeDensity: [[0.015, 0.06], "1", "foam-table", "estimate"],
      roughnessUm: [[20, 80], "um", "design", "estimate"],
      scatterPerCm: [[20, 80], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.3, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.2, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["natural"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "living-room"
    },
    "foam-tray": {
      shape: "tray",
      texture: "beads",
      wallCount: 1,
      lengthM: [[0.14, 0.24], "m", "design", "estimate"],
      widthM: [[0.1, 0.18], "m", "design", "estimate"],
      thicknessM: [[2e-3, 6e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[0.04, 0.1], "1", "foam-table", "estimate"],
      roughnessUm: [[5, 20], "um", "design", "estimate"],
      scatterPerCm: [[20, 80], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0.4, "1", "design", "estimate"],
      labelCover: [[0.1, 0.4], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.4, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.2, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["natural", "pale-yellow", "pale-green"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    housing: {
      shape: "part",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.22], "m", "design", "estimate"],
      thicknessM: [[12e-4, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[1, 8], "um", "design", "estimate"],
      scatterPerCm: [[5, 60], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.3, "1", "design", "estimate"],
      labelCover: [[0.02, 0.1], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [3, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [1, "1/mm", "design", "estimate"],
      colours: ["grey", "cream", "white"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-styrenic", "abrasion-plastic"],
      use: "living-room"
    },
    "housing-black": {
      shape: "part",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.22], "m", "design", "estimate"],
      thicknessM: [[15e-4, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[1, 8], "um", "design", "estimate"],
      scatterPerCm: [[1, 15], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.3, "1", "design", "estimate"],
      labelCover: [[0.02, 0.1], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [1, "1/mm", "design", "estimate"],
      colours: ["carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-styrenic", "abrasion-plastic"],
      use: "living-room"
    },
    toy: {
      shape: "part",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.03, 0.12], "m", "design", "estimate"],
      widthM: [[0.02, 0.1], "m", "design", "estimate"],
      thicknessM: [[1e-3, 3e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[2, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["red", "blue", "yellow", "green", "white", "dark-grey"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-styrenic", "abrasion-plastic"],
      use: "living-room"
    },
    "thin-sheet-white": {
      shape: "tray",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.08, 0.2], "m", "design", "estimate"],
      widthM: [[0.08, 0.16], "m", "design", "estimate"],
      thicknessM: [[3e-4, 1e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[2, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.4, "1", "design", "estimate"],
      labelCover: [[0.1, 0.4], "1", "design", "estimate"],
      crumple: [[0, 0.4], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["white", "cream"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-styrenic", "abrasion-plastic"],
      use: "kitchen"
    },
    "glazing-clear": {
      shape: "sheet",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.1, 0.35], "m", "design", "estimate"],
      widthM: [[0.08, 0.25], "m", "design", "estimate"],
      thicknessM: [[15e-4, 6e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.02, 0.2], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.1], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.3, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.45, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-glazing", "abrasion-glazing"],
      use: "outdoor"
    },
    "thin-clear": {
      shape: "sheet",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.08, 0.2], "m", "design", "estimate"],
      widthM: [[0.08, 0.16], "m", "design", "estimate"],
      thicknessM: [[5e-4, 15e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.02, 0.2], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.45, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-glazing", "abrasion-glazing"],
      use: "living-room"
    },
    "lens-coloured": {
      shape: "part",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.06, 0.2], "m", "design", "estimate"],
      widthM: [[0.05, 0.12], "m", "design", "estimate"],
      thicknessM: [[15e-4, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.02, 0.3], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.5], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.45, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["lens-red", "lens-amber", "lens-smoke"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-glazing", "abrasion-glazing"],
      use: "outdoor"
    },
    "panel-opal": {
      shape: "sheet",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.25], "m", "design", "estimate"],
      thicknessM: [[2e-3, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.05, 1], "um", "design", "estimate"],
      scatterPerCm: [[5, 60], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["natural", "white"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-glazing", "abrasion-glazing"],
      use: "outdoor"
    },
    disc: {
      shape: "sheet",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.118, 0.12], "m", "design", "estimate"],
      widthM: [[0.118, 0.12], "m", "design", "estimate"],
      thicknessM: [[11e-4, 12e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.02, 0.1], "um", "design", "estimate"],
      scatterPerCm: [[0.02, 0.1], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0.9, "1", "design", "estimate"],
      labelCover: [[0.2, 0.6], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.4, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.45, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-glazing", "abrasion-glazing"],
      use: "living-room"
    },
    "pipe-grey": {
      shape: "tube",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.1, 0.35], "m", "design", "estimate"],
      widthM: [[0.03, 0.11], "m", "design", "estimate"],
      thicknessM: [[2e-3, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.3, 2], "um", "design", "estimate"],
      scatterPerCm: [[5, 40], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["grey", "dark-grey"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-stabilised", "abrasion-plastic"],
      use: "outdoor"
    },
    "profile-white": {
      shape: "tube",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.1, 0.35], "m", "design", "estimate"],
      widthM: [[0.03, 0.1], "m", "design", "estimate"],
      thicknessM: [[1e-3, 3e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1.5], "um", "design", "estimate"],
      scatterPerCm: [[5, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["white"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-stabilised", "abrasion-plastic"],
      use: "outdoor"
    },
    "crate-coloured": {
      shape: "box",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.2, 0.4], "m", "design", "estimate"],
      widthM: [[0.15, 0.3], "m", "design", "estimate"],
      thicknessM: [[15e-4, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.5, 4], "um", "design", "estimate"],
      scatterPerCm: [[3, 60], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.2, "1", "design", "estimate"],
      labelCover: [[0.02, 0.1], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [4, "1/mm", "design", "estimate"],
      colours: ["red", "blue", "green", "grey", "carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-stabilised", "abrasion-plastic"],
      use: "outdoor"
    },
    "cap-coloured": {
      shape: "part",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.025, 0.05], "m", "design", "estimate"],
      widthM: [[0.025, 0.05], "m", "design", "estimate"],
      thicknessM: [[8e-4, 2e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[3, 60], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["white", "blue", "green", "red", "yellow"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    dashboard: {
      shape: "part",
      texture: "hide",
      wallCount: 1,
      lengthM: [[0.15, 0.35], "m", "design", "estimate"],
      widthM: [[0.1, 0.25], "m", "design", "estimate"],
      thicknessM: [[2e-3, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[3, 12], "um", "design", "estimate"],
      scatterPerCm: [[1, 15], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["dark-grey", "carbon-black", "dyed-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "vehicle"
    },
    "pipe-black": {
      shape: "tube",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.1, 0.35], "m", "design", "estimate"],
      widthM: [[0.02, 0.09], "m", "design", "estimate"],
      thicknessM: [[2e-3, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.3, 2], "um", "design", "estimate"],
      scatterPerCm: [[2, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-stabilised", "abrasion-plastic"],
      use: "outdoor"
    },
    "cap-black": {
      shape: "part",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.025, 0.05], "m", "design", "estimate"],
      widthM: [[0.025, 0.05], "m", "design", "estimate"],
      thicknessM: [[8e-4, 2e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[2, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "sheet-flexible": {
      shape: "sheet",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.12, 0.35], "m", "design", "estimate"],
      widthM: [[0.1, 0.25], "m", "design", "estimate"],
      thicknessM: [[3e-4, 2e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.05, 20], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.1, 0.6], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear", "blue", "red", "white", "grey"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "living-room"
    },
    "part-natural": {
      shape: "part",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.02, 0.2], "m", "design", "estimate"],
      widthM: [[0.02, 0.14], "m", "design", "estimate"],
      thicknessM: [[1e-3, 0.01], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.3, 2], "um", "design", "estimate"],
      scatterPerCm: [[1, 60], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["natural"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "vehicle"
    },
    "foam-soft": {
      shape: "block",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.25], "m", "design", "estimate"],
      thicknessM: [[0.02, 0.08], "m", "spectra-survey", "estimate"],
      relativeDensity: [[0.02, 0.06], "1", "foam-table", "estimate"],
      roughnessUm: [[40, 100], "um", "design", "estimate"],
      scatterPerCm: [[20, 60], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.6, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [3, "1/mm", "design", "estimate"],
      colours: ["pale-yellow", "natural", "grey-light"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-pur", "wear-textile"],
      use: "living-room"
    },
    "carton-printed": {
      shape: "box",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.16, 0.26], "m", "design", "estimate"],
      widthM: [[0.07, 0.1], "m", "design", "estimate"],
      thicknessM: [[4e-4, 6e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.5, 3], "um", "design", "estimate"],
      scatterPerCm: [[80, 200], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [1, "1", "design", "estimate"],
      labelCover: [[0.5, 0.95], "1", "design", "estimate"],
      crumple: [[0, 0.6], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "paper-white",
      baseSrgb: [238, 235, 228],
      laws: ["paper-light", "wear-paper"],
      use: "kitchen"
    },
    "pouch-printed": {
      shape: "bag",
      texture: "creased",
      wallCount: 2,
      lengthM: [[0.12, 0.28], "m", "design", "estimate"],
      widthM: [[0.09, 0.2], "m", "design", "estimate"],
      thicknessM: [[6e-5, 15e-5], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[1, 10], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 3], "1", "km-start", "memory"],
      labelShare: [0.9, "1", "design", "estimate"],
      labelCover: [[0.3, 0.8], "1", "design", "estimate"],
      crumple: [[0.2, 0.9], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["clear", "white"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "can-lacquered": {
      shape: "can",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.09, 0.17], "m", "design", "estimate"],
      widthM: [[0.055, 0.085], "m", "design", "estimate"],
      thicknessM: [[1e-4, 25e-5], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 0.8], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.9, "1", "design", "estimate"],
      labelCover: [[0.6, 0.95], "1", "design", "estimate"],
      crumple: [[0, 0.8], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal-white",
      baseSrgb: [182, 182, 180],
      laws: ["lacquer-corrosion", "abrasion-metal"],
      use: "kitchen"
    },
    foil: {
      shape: "film",
      texture: "creased",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.2], "m", "design", "estimate"],
      thicknessM: [[1e-5, 6e-5], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.1, 0.6], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.4, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [200, 200, 200],
      laws: ["corrosion-aluminium", "abrasion-metal"],
      use: "kitchen"
    },
    "sheet-aluminium": {
      shape: "sheet",
      texture: "brushed",
      wallCount: 1,
      lengthM: [[0.1, 0.35], "m", "design", "estimate"],
      widthM: [[0.08, 0.25], "m", "design", "estimate"],
      thicknessM: [[8e-4, 3e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.3, 2], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [163, 162, 159],
      laws: ["corrosion-aluminium", "abrasion-metal"],
      use: "outdoor"
    },
    "can-tin": {
      shape: "can",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.08, 0.13], "m", "design", "estimate"],
      widthM: [[0.065, 0.1], "m", "design", "estimate"],
      thicknessM: [[15e-5, 25e-5], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 0.8], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.4, "1", "design", "estimate"],
      labelCover: [[0.3, 0.8], "1", "design", "estimate"],
      crumple: [[0, 0.5], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [154, 154, 152],
      laws: ["corrosion-steel", "abrasion-metal"],
      use: "kitchen"
    },
    "sheet-galvanised": {
      shape: "sheet",
      texture: "spangle",
      wallCount: 1,
      lengthM: [[0.1, 0.35], "m", "design", "estimate"],
      widthM: [[0.08, 0.25], "m", "design", "estimate"],
      thicknessM: [[6e-4, 2e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.5, 3], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [142, 147, 148],
      laws: ["corrosion-zinc", "abrasion-metal"],
      use: "outdoor"
    },
    "sheet-stainless": {
      shape: "sheet",
      texture: "brushed",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.2], "m", "design", "estimate"],
      thicknessM: [[6e-4, 2e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.1, 0.8], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [176, 171, 165],
      laws: ["corrosion-stainless", "abrasion-metal"],
      use: "kitchen"
    },
    "pipe-copper": {
      shape: "tube",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.08, 0.35], "m", "design", "estimate"],
      widthM: [[0.012, 0.03], "m", "design", "estimate"],
      thicknessM: [[8e-4, 15e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [199, 123, 90],
      laws: ["corrosion-copper", "abrasion-metal"],
      use: "outdoor"
    },
    "fitting-brass": {
      shape: "part",
      texture: "ribbed",
      wallCount: 1,
      lengthM: [[0.02, 0.09], "m", "design", "estimate"],
      widthM: [[0.02, 0.06], "m", "design", "estimate"],
      thicknessM: [[2e-3, 6e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 1], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [201, 168, 90],
      laws: ["corrosion-copper", "abrasion-metal"],
      use: "outdoor"
    },
    "casting-zinc": {
      shape: "part",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.03, 0.12], "m", "design", "estimate"],
      widthM: [[0.02, 0.09], "m", "design", "estimate"],
      thicknessM: [[2e-3, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[1, 6], "um", "design", "estimate"],
      scatterPerCm: [[0.03, 0.3], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "metal",
      baseSrgb: [140, 144, 148],
      laws: ["corrosion-zinc", "abrasion-metal"],
      use: "vehicle"
    },
    "glass-clear": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.15, 0.32], "m", "design", "estimate"],
      widthM: [[0.06, 0.1], "m", "design", "estimate"],
      thicknessM: [[25e-4, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.01, 0.05], "um", "design", "estimate"],
      scatterPerCm: [[5e-3, 0.02], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.7, "1", "design", "estimate"],
      labelCover: [[0.1, 0.35], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.25, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "soda-lime",
      baseSrgb: [240, 246, 242],
      laws: ["abrasion-glass"],
      use: "kitchen"
    },
    "glass-green": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.2, 0.32], "m", "design", "estimate"],
      widthM: [[0.06, 0.09], "m", "design", "estimate"],
      thicknessM: [[25e-4, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.01, 0.05], "um", "design", "estimate"],
      scatterPerCm: [[5e-3, 0.02], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.7, "1", "design", "estimate"],
      labelCover: [[0.1, 0.35], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.25, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "soda-lime-green",
      baseSrgb: [63, 107, 60],
      laws: ["abrasion-glass"],
      use: "kitchen"
    },
    "glass-brown": {
      shape: "bottle",
      texture: "smooth",
      wallCount: 2,
      lengthM: [[0.18, 0.28], "m", "design", "estimate"],
      widthM: [[0.06, 0.08], "m", "design", "estimate"],
      thicknessM: [[25e-4, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.01, 0.05], "um", "design", "estimate"],
      scatterPerCm: [[5e-3, 0.02], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0.7, "1", "design", "estimate"],
      labelCover: [[0.1, 0.35], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.25, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "soda-lime-brown",
      baseSrgb: [90, 54, 20],
      laws: ["abrasion-glass"],
      use: "kitchen"
    },
    "plate-glazed": {
      shape: "shard",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.05, 0.25], "m", "design", "estimate"],
      widthM: [[0.05, 0.2], "m", "design", "estimate"],
      thicknessM: [[3e-3, 8e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.05, 0.3], "um", "design", "estimate"],
      scatterPerCm: [[100, 300], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0.3, "1", "design", "estimate"],
      labelCover: [[0.05, 0.2], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.2, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "ceramic",
      baseSrgb: [233, 230, 223],
      laws: ["abrasion-glass"],
      use: "kitchen"
    },
    "cloth-matt": {
      shape: "cloth",
      texture: "weave",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.12, 0.3], "m", "design", "estimate"],
      thicknessM: [[4e-4, 15e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[20, 80], "um", "design", "estimate"],
      scatterPerCm: [[40, 120], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.3, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [3, "1/mm", "design", "estimate"],
      colours: ["none", "dye-blue", "dye-red", "dye-navy", "dye-olive"],
      visible: "textile-white",
      baseSrgb: [206, 203, 206],
      laws: ["textile-light", "wear-textile"],
      use: "wear"
    },
    "cloth-sheen": {
      shape: "cloth",
      texture: "plain",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.12, 0.3], "m", "design", "estimate"],
      thicknessM: [[5e-5, 12e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[5, 25], "um", "design", "estimate"],
      scatterPerCm: [[12, 120], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.3, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [3, "1/mm", "design", "estimate"],
      colours: ["none", "dye-blue", "dye-red", "dye-navy", "dyed-black"],
      visible: "textile-white",
      baseSrgb: [214, 212, 214],
      laws: ["textile-light", "wear-textile"],
      use: "wear"
    },
    "cloth-knit": {
      shape: "cloth",
      texture: "knit",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.12, 0.3], "m", "design", "estimate"],
      thicknessM: [[15e-4, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[40, 100], "um", "design", "estimate"],
      scatterPerCm: [[40, 120], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.3, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [3, "1/mm", "design", "estimate"],
      colours: ["none", "dye-red", "dye-navy", "dye-olive", "dye-brown"],
      visible: "textile-white",
      baseSrgb: [214, 206, 190],
      laws: ["textile-light", "wear-textile"],
      use: "wear"
    },
    sacking: {
      shape: "cloth",
      texture: "weave",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.12, 0.3], "m", "design", "estimate"],
      thicknessM: [[1e-3, 2e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[60, 150], "um", "design", "estimate"],
      scatterPerCm: [[40, 120], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.3, 1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [3, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "jute",
      baseSrgb: [127, 107, 74],
      laws: ["textile-light", "wear-textile"],
      use: "outdoor"
    },
    "hide-brown": {
      shape: "sheet",
      texture: "hide",
      wallCount: 1,
      lengthM: [[0.12, 0.35], "m", "design", "estimate"],
      widthM: [[0.1, 0.25], "m", "design", "estimate"],
      thicknessM: [[1e-3, 3e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[5, 20], "um", "design", "estimate"],
      scatterPerCm: [[40, 120], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.5], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0.1, 0.6], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [4, "1/mm", "design", "estimate"],
      colours: ["none", "dye-brown"],
      visible: "hide",
      baseSrgb: [107, 70, 48],
      laws: ["textile-light", "wear-textile"],
      use: "wear"
    },
    "paper-sheet": {
      shape: "sheet",
      texture: "fibre",
      wallCount: 1,
      lengthM: [[0.2, 0.3], "m", "design", "estimate"],
      widthM: [[0.14, 0.21], "m", "design", "estimate"],
      thicknessM: [[8e-5, 13e-5], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[2, 5], "um", "design", "estimate"],
      scatterPerCm: [[200, 400], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [0.9, "1", "design", "estimate"],
      labelCover: [[0.1, 0.4], "1", "design", "estimate"],
      crumple: [[0, 0.9], "1", "design", "estimate"],
      yellowingAtEndPerMm: [6, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [4, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "paper-white",
      baseSrgb: [235, 235, 231],
      laws: ["paper-light-lignin-free", "wear-paper"],
      use: "living-room"
    },
    "paper-news": {
      shape: "sheet",
      texture: "fibre",
      wallCount: 1,
      lengthM: [[0.2, 0.38], "m", "design", "estimate"],
      widthM: [[0.15, 0.28], "m", "design", "estimate"],
      thicknessM: [[7e-5, 1e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[3, 6], "um", "design", "estimate"],
      scatterPerCm: [[200, 400], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [1, "1", "design", "estimate"],
      labelCover: [[0.3, 0.7], "1", "design", "estimate"],
      crumple: [[0, 0.9], "1", "design", "estimate"],
      yellowingAtEndPerMm: [60, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [4, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "newsprint",
      baseSrgb: [207, 198, 178],
      laws: ["paper-light", "wear-paper"],
      use: "living-room"
    },
    "board-brown": {
      shape: "box",
      texture: "flute",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.12, 0.3], "m", "design", "estimate"],
      thicknessM: [[15e-4, 6e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[4, 10], "um", "design", "estimate"],
      scatterPerCm: [[60, 150], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [0.5, "1", "design", "estimate"],
      labelCover: [[0.05, 0.3], "1", "design", "estimate"],
      crumple: [[0, 0.5], "1", "design", "estimate"],
      yellowingAtEndPerMm: [3, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [4, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "cardboard",
      baseSrgb: [161, 128, 92],
      laws: ["paper-light", "wear-paper"],
      use: "living-room"
    },
    "pulp-tray": {
      shape: "tray",
      texture: "fibre",
      wallCount: 1,
      lengthM: [[0.15, 0.3], "m", "design", "estimate"],
      widthM: [[0.1, 0.28], "m", "design", "estimate"],
      thicknessM: [[15e-4, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[15, 40], "um", "design", "estimate"],
      scatterPerCm: [[60, 150], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [0.3, "1", "design", "estimate"],
      labelCover: [[0.1, 0.3], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [4, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [4, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "pulp",
      baseSrgb: [181, 170, 152],
      laws: ["paper-light", "wear-paper"],
      use: "kitchen"
    },
    "board-pine": {
      shape: "block",
      texture: "grain",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.04, 0.15], "m", "design", "estimate"],
      thicknessM: [[0.01, 0.03], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[5, 20], "um", "design", "estimate"],
      scatterPerCm: [[60, 140], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [1.5, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "wood",
      baseSrgb: [198, 162, 116],
      laws: ["wood-greying", "wear-wood"],
      use: "outdoor"
    },
    "shake-cedar": {
      shape: "block",
      texture: "grain",
      wallCount: 1,
      lengthM: [[0.2, 0.4], "m", "design", "estimate"],
      widthM: [[0.08, 0.15], "m", "design", "estimate"],
      thicknessM: [[6e-3, 0.015], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[15, 60], "um", "design", "estimate"],
      scatterPerCm: [[60, 140], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [1.5, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "cedar",
      baseSrgb: [139, 90, 60],
      laws: ["wood-greying", "wear-wood"],
      use: "outdoor"
    },
    "board-plywood": {
      shape: "sheet",
      texture: "grain",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.1, 0.3], "m", "design", "estimate"],
      thicknessM: [[4e-3, 0.018], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[5, 15], "um", "design", "estimate"],
      scatterPerCm: [[60, 140], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [1.5, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "plywood",
      baseSrgb: [192, 152, 118],
      laws: ["wood-greying", "wear-wood"],
      use: "living-room"
    },
    "board-mdf": {
      shape: "sheet",
      texture: "fibre",
      wallCount: 1,
      lengthM: [[0.15, 0.4], "m", "design", "estimate"],
      widthM: [[0.1, 0.3], "m", "design", "estimate"],
      thicknessM: [[6e-3, 0.018], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[5, 15], "um", "design", "estimate"],
      scatterPerCm: [[60, 140], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.4], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [1, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "mdf",
      baseSrgb: [150, 122, 88],
      laws: ["wood-greying", "wear-wood"],
      use: "living-room"
    },
    "rubber-black": {
      shape: "shard",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.05, 0.25], "m", "design", "estimate"],
      widthM: [[0.03, 0.12], "m", "design", "estimate"],
      thicknessM: [[3e-3, 0.012], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[3, 15], "um", "design", "estimate"],
      scatterPerCm: [[1, 10], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [5, "1/mm", "design", "estimate"],
      colours: ["rubber-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["rubber-ozone", "abrasion-plastic"],
      use: "vehicle"
    },
    "mat-silicone": {
      shape: "sheet",
      texture: "smooth",
      wallCount: 1,
      lengthM: [[0.08, 0.3], "m", "design", "estimate"],
      widthM: [[0.06, 0.2], "m", "design", "estimate"],
      thicknessM: [[1e-3, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.5, 4], "um", "design", "estimate"],
      scatterPerCm: [[0.5, 20], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["natural", "red", "blue"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-packaging", "abrasion-plastic"],
      use: "kitchen"
    },
    "board-circuit": {
      shape: "sheet",
      texture: "circuit",
      wallCount: 1,
      lengthM: [[0.05, 0.25], "m", "design", "estimate"],
      widthM: [[0.04, 0.2], "m", "design", "estimate"],
      thicknessM: [[14e-4, 18e-4], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.3, 2], "um", "design", "estimate"],
      scatterPerCm: [[10, 40], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [2, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "solder-mask",
      baseSrgb: [47, 107, 58],
      laws: ["photo-styrenic", "abrasion-plastic"],
      use: "living-room"
    },
    "panel-gfrp": {
      shape: "sheet",
      texture: "fibre",
      wallCount: 1,
      lengthM: [[0.1, 0.35], "m", "design", "estimate"],
      widthM: [[0.1, 0.25], "m", "design", "estimate"],
      thicknessM: [[2e-3, 6e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.5, 5], "um", "design", "estimate"],
      scatterPerCm: [[4, 30], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [1, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.4, "1", "taber", "memory"],
      cracksAtEndPerMm: [3, "1/mm", "design", "estimate"],
      colours: ["natural", "green", "grey-light"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-glazing", "abrasion-plastic"],
      use: "outdoor"
    },
    "panel-cfrp": {
      shape: "sheet",
      texture: "plain",
      wallCount: 1,
      lengthM: [[0.1, 0.3], "m", "design", "estimate"],
      widthM: [[0.08, 0.2], "m", "design", "estimate"],
      thicknessM: [[1e-3, 4e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[0.2, 2], "um", "design", "estimate"],
      scatterPerCm: [[0.5, 4], "1/cm", "km-start", "memory"],
      scatterExponent: [[0.3, 3.8], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0.5, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.35, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["carbon-black"],
      visible: "none",
      baseSrgb: [255, 255, 255],
      laws: ["photo-glazing", "abrasion-plastic"],
      use: "vehicle"
    },
    "rubble-grey": {
      shape: "shard",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.05, 0.25], "m", "design", "estimate"],
      widthM: [[0.05, 0.2], "m", "design", "estimate"],
      thicknessM: [[0.02, 0.06], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[30, 100], "um", "design", "estimate"],
      scatterPerCm: [[100, 300], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "concrete",
      baseSrgb: [154, 145, 128],
      laws: ["stone-weathering"],
      use: "outdoor"
    },
    "rubble-red": {
      shape: "shard",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.05, 0.25], "m", "design", "estimate"],
      widthM: [[0.05, 0.2], "m", "design", "estimate"],
      thicknessM: [[0.02, 0.06], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[30, 100], "um", "design", "estimate"],
      scatterPerCm: [[100, 300], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "brick",
      baseSrgb: [138, 91, 76],
      laws: ["stone-weathering"],
      use: "outdoor"
    },
    "board-gypsum": {
      shape: "sheet",
      texture: "fibre",
      wallCount: 1,
      lengthM: [[0.05, 0.25], "m", "design", "estimate"],
      widthM: [[0.05, 0.2], "m", "design", "estimate"],
      thicknessM: [[9e-3, 0.0125], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[10, 30], "um", "design", "estimate"],
      scatterPerCm: [[100, 300], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "gypsum",
      baseSrgb: [232, 230, 224],
      laws: ["stone-weathering"],
      use: "outdoor"
    },
    "felt-bitumen": {
      shape: "sheet",
      texture: "granular",
      wallCount: 1,
      lengthM: [[0.05, 0.25], "m", "design", "estimate"],
      widthM: [[0.05, 0.2], "m", "design", "estimate"],
      thicknessM: [[2e-3, 5e-3], "m", "spectra-survey", "estimate"],
      relativeDensity: [[1, 1], "1", "design", "estimate"],
      roughnessUm: [[80, 200], "um", "design", "estimate"],
      scatterPerCm: [[5, 20], "1/cm", "km-start", "memory"],
      scatterExponent: [[0, 0.3], "1", "km-start", "memory"],
      labelShare: [0, "1", "design", "estimate"],
      labelCover: [[0, 0], "1", "design", "estimate"],
      crumple: [[0, 0.1], "1", "design", "estimate"],
      yellowingAtEndPerMm: [0, "1/mm", "design", "estimate"],
      hazeAtEnd: [0.3, "1", "taber", "memory"],
      cracksAtEndPerMm: [2, "1/mm", "design", "estimate"],
      colours: ["none"],
      visible: "bitumen",
      baseSrgb: [55, 54, 54],
      laws: ["stone-weathering"],
      use: "outdoor"
    }
  },
  materials: {
    "pet-bottle-clear": { name: "PET bottle, clear", substance: "pet", look: "bottle-clear" },
    "pet-bottle-tinted": { name: "PET bottle, tinted", substance: "pet", look: "bottle-tinted" },
    "pet-cup-clear": { name: "PET cup, clear", substance: "pet", look: "cup-clear" },
    "pet-blister-clear": { name: "PET blister, clear", substance: "pet", look: "blister-clear" },
    "petg-blister-clear": { name: "PETG blister, clear", substance: "petg", look: "blister-clear" },
    "pet-tray-black": { name: "PET tray, carbon black", substance: "pet", look: "tray-black" },
    "pet-tray-coloured": { name: "PET tray, coloured", substance: "pet", look: "tray-coloured" },
    "pet-film-clear": { name: "PET film, clear", substance: "pet", look: "film-clear" },
    "pet-bottle-white": { name: "PET bottle, white", substance: "pet", look: "bottle-white" },
    "pla-cup-clear": { name: "PLA cup, clear", substance: "pla", look: "cup-clear" },
    "pla-cup-white": { name: "PLA cup, white", substance: "pla", look: "cup-white" },
    "hdpe-bottle-natural": { name: "HDPE bottle, natural", substance: "hdpe", look: "bottle-natural" },
    "hdpe-bottle-white": { name: "HDPE bottle, white", substance: "hdpe", look: "bottle-white" },
    "hdpe-bottle-coloured": { name: "HDPE bottle, coloured", substance: "hdpe", look: "bottle-coloured" },
    "hdpe-cup-white": { name: "HDPE cup, white", substance: "hdpe", look: "cup-white" },
    "hdpe-crate-coloured": { name: "HDPE crate", substance: "hdpe", look: "crate-coloured" },
    "hdpe-cap-coloured": { name: "HDPE cap", substance: "hdpe", look: "cap-coloured" },
    "hdpe-bag-coloured": { name: "HDPE carrier bag", substance: "hdpe", look: "bag-coloured" },
    "ldpe-film-clear": { name: "LDPE film, clear", substance: "ldpe", look: "film-clear" },
    "ldpe-bag-coloured": { name: "LDPE bag, coloured", substance: "ldpe", look: "bag-coloured" },
    "ldpe-sack-black": { name: "LDPE refuse sack, carbon black", substance: "ldpe", look: "sack-black" },
    "ldpe-foam-white": { name: "LDPE foam, white", substance: "ldpe", look: "foam-white" },
    "ldpe-bottle-natural": { name: "LDPE squeeze bottle, natural", substance: "ldpe", look: "bottle-natural" },
    "ldpe-cap-coloured": { name: "LDPE lid, coloured", substance: "ldpe", look: "cap-coloured" },
    "pp-cup-clear": { name: "PP cup, clarified", substance: "pp", look: "cup-clear" },
    "pp-cup-white": { name: "PP cup, white", substance: "pp", look: "cup-white" },
    "pp-tray-black": { name: "PP tray, carbon black", substance: "pp", look: "tray-black" },
    "pp-tray-coloured": { name: "PP tray, coloured", substance: "pp", look: "tray-coloured" },
    "pp-film-clear": { name: "BOPP film, clear", substance: "pp", look: "film-clear" },
    "pp-bottle-white": { name: "PP bottle, white", substance: "pp", look: "bottle-white" },
    "pp-bottle-coloured": { name: "PP bottle, coloured", substance: "pp", look: "bottle-coloured" },
    "pp-crate-coloured": { name: "PP crate", substance: "pp", look: "crate-coloured" },
    "pp-cap-coloured": { name: "PP cap", substance: "pp", look: "cap-coloured" },
    "pp-dashboard": { name: "PP-talc car trim", substance: "pp-talc", look: "dashboard" },
    "pp-pipe-grey": { name: "PP pipe, grey", substance: "pp", look: "pipe-grey" },
    "ps-cup-clear": { name: "PS cup, clear", substance: "ps", look: "cup-clear" },
    "ps-cup-white": { name: "HIPS cup, white", substance: "hips", look: "cup-white" },
    "ps-tray-black": { name: "HIPS tray, carbon black", substance: "hips", look: "tray-black" },
    "ps-tray-coloured": { name: "HIPS tray, coloured", substance: "hips", look: "tray-coloured" },
    "ps-foam-white": { name: "EPS block", substance: "ps", look: "foam-white" },
    "ps-foam-tray": { name: "XPS tray", substance: "ps", look: "foam-tray" },
    "ps-housing": { name: "HIPS housing", substance: "hips", look: "housing" },
    "ps-housing-black": { name: "HIPS housing, carbon black", substance: "hips", look: "housing-black" },
    "ps-toy": { name: "PS toy", substance: "ps", look: "toy" },
    "abs-housing": { name: "ABS housing", substance: "abs", look: "housing" },
    "abs-housing-black": { name: "ABS housing, carbon black", substance: "abs", look: "housing-black" },
    "abs-toy": { name: "ABS toy brick", substance: "abs", look: "toy" },
    "abs-sheet-white": { name: "ABS thin sheet", substance: "abs", look: "thin-sheet-white" },
    "abs-pipe-grey": { name: "ABS pipe", substance: "abs", look: "pipe-grey" },
    "abs-dashboard": { name: "ABS car trim", substance: "abs", look: "dashboard" },
    "pvc-blister-clear": { name: "PVC blister, clear", substance: "pvc", look: "blister-clear" },
    "pvc-film-clear": { name: "PVC cling film", substance: "pvc-p", look: "film-clear" },
    "pvc-bottle-clear": { name: "PVC bottle, clear", substance: "pvc", look: "bottle-clear" },
    "pvc-pipe-grey": { name: "PVC pipe, grey", substance: "pvc", look: "pipe-grey" },
    "pvc-profile-white": { name: "PVC window profile", substance: "pvc", look: "profile-white" },
    "pvc-sheet-flexible": { name: "PVC vinyl sheet", substance: "pvc-p", look: "sheet-flexible" },
    "pvc-hide-brown": { name: "PVC artificial leather", substance: "pvc-p", look: "hide-brown" },
    "pc-sheet-clear": { name: "PC glazing", substance: "pc", look: "glazing-clear" },
    "pc-disc": { name: "PC disc, stripped", substance: "pc", look: "disc" },
    "pc-lens-coloured": { name: "PC lamp cover", substance: "pc", look: "lens-coloured" },
    "pc-panel-opal": { name: "PC diffuser panel", substance: "pc", look: "panel-opal" },
    "pc-thin-clear": { name: "PC visor", substance: "pc", look: "thin-clear" },
    "pc-housing-black": { name: "PC housing, carbon black", substance: "pc", look: "housing-black" },
    "pmma-sheet-clear": { name: "PMMA glazing", substance: "pmma", look: "glazing-clear" },
    "pmma-lens-coloured": { name: "PMMA lamp cover", substance: "pmma", look: "lens-coloured" },
    "pmma-panel-opal": { name: "PMMA light panel", substance: "pmma", look: "panel-opal" },
    "pmma-thin-clear": { name: "PMMA display window", substance: "pmma", look: "thin-clear" },
    "pmma-toy": { name: "PMMA coloured part", substance: "pmma", look: "toy" },
    "hdpe-film-clear": { name: "HDPE film, clear", substance: "hdpe", look: "film-clear" },
    "hdpe-pouch-printed": { name: "HDPE pouch, printed", substance: "hdpe", look: "pouch-printed" },
    "ldpe-bottle-white": { name: "LDPE bottle, white", substance: "ldpe", look: "bottle-white" },
    "ldpe-bottle-coloured": { name: "LDPE bottle, coloured", substance: "ldpe", look: "bottle-coloured" },
    "ldpe-cup-white": { name: "LDPE cup, white", substance: "ldpe", look: "cup-white" },
    "hdpe-part-natural": { name: "HDPE board, natural", substance: "hdpe", look: "part-natural" },
    "ldpe-part-natural": { name: "LDPE part, natural", substance: "ldpe", look: "part-natural" },
    "pp-part-natural": { name: "PP box, natural", substance: "pp", look: "part-natural" },
    "abs-part-natural": { name: "ABS part, natural", substance: "abs", look: "part-natural" },
    "pvc-sheet-clear": { name: "PVC sheet, clear", substance: "pvc", look: "thin-clear" },
    "pet-sheet-clear": { name: "PET sheet, clear", substance: "pet", look: "glazing-clear" },
    "ps-sheet-clear": { name: "PS sheet, clear", substance: "ps", look: "thin-clear" },
    "hdpe-cap-black": { name: "HDPE cap, carbon black", substance: "hdpe", look: "cap-black" },
    "pp-cap-black": { name: "PP cap, carbon black", substance: "pp", look: "cap-black" },
    "hdpe-pipe-black": { name: "HDPE pipe, carbon black", substance: "hdpe", look: "pipe-black" },
    "pvc-pipe-black": { name: "PVC conduit, carbon black", substance: "pvc", look: "pipe-black" },
    "abs-pipe-black": { name: "ABS pipe, carbon black", substance: "abs", look: "pipe-black" },
    "pmma-housing-black": { name: "PMMA housing, carbon black", substance: "pmma", look: "housing-black" },
    "pp-housing-black": { name: "PP housing, carbon black", substance: "pp", look: "housing-black" },
    "pa-part-natural": { name: "PA machine part", substance: "pa", look: "part-natural" },
    "pom-part-natural": { name: "POM machine part", substance: "pom", look: "part-natural" },
    "pbt-part-natural": { name: "PBT connector", substance: "pbt", look: "part-natural" },
    "ptfe-sheet": { name: "PTFE part", substance: "ptfe", look: "part-natural" },
    "pur-foam": { name: "PUR foam", substance: "pur", look: "foam-soft" },
    "eva-sheet-flexible": { name: "EVA mat", substance: "eva", look: "sheet-flexible" },
    "nr-tyre": { name: "tyre rubber", substance: "nr", look: "rubber-black" },
    "epdm-seal": { name: "EPDM seal", substance: "epdm", look: "rubber-black" },
    "silicone-mat": { name: "silicone bakeware", substance: "silicone", look: "mat-silicone" },
    "paper-office": { name: "office paper", substance: "paper", look: "paper-sheet" },
    "paper-news": { name: "newsprint", substance: "newsprint", look: "paper-news" },
    cardboard: { name: "corrugated cardboard", substance: "board", look: "board-brown" },
    "pulp-tray": { name: "moulded pulp tray", substance: "pulp", look: "pulp-tray" },
    cotton: { name: "cotton cloth", substance: "cotton", look: "cloth-matt" },
    viscose: { name: "viscose cloth", substance: "viscose", look: "cloth-matt" },
    "cotton-polyester": { name: "cotton polyester cloth", substance: "cotton-pet", look: "cloth-matt" },
    polyester: { name: "polyester cloth", substance: "pet-fibre", look: "cloth-sheen" },
    nylon: { name: "nylon cloth", substance: "pa-fibre", look: "cloth-sheen" },
    wool: { name: "wool knit", substance: "wool", look: "cloth-knit" },
    acrylic: { name: "acrylic knit", substance: "acrylic", look: "cloth-knit" },
    jute: { name: "jute sacking", substance: "jute", look: "sacking" },
    leather: { name: "leather", substance: "leather", look: "hide-brown" },
    "wood-pine": { name: "pine board", substance: "pine", look: "board-pine" },
    "wood-cedar": { name: "cedar shake", substance: "cedar", look: "shake-cedar" },
    plywood: { name: "plywood", substance: "plywood", look: "board-plywood" },
    mdf: { name: "fibreboard", substance: "mdf", look: "board-mdf" },
    "aluminium-can": { name: "aluminium can, lacquered", substance: "aluminium-lacquered", look: "can-lacquered" },
    "steel-can": { name: "tinplate can, lacquered", substance: "tinplate", look: "can-lacquered" },
    "steel-can-bare": { name: "steel can, bare", substance: "steel", look: "can-tin" },
    "aluminium-foil": { name: "aluminium foil", substance: "aluminium", look: "foil" },
    "aluminium-sheet": { name: "aluminium sheet, brushed", substance: "aluminium", look: "sheet-aluminium" },
    "steel-galvanised": { name: "galvanised steel", substance: "galvanised", look: "sheet-galvanised" },
    "stainless-sheet": { name: "stainless steel", substance: "stainless", look: "sheet-stainless" },
    "copper-pipe": { name: "copper pipe", substance: "copper", look: "pipe-copper" },
    "brass-fitting": { name: "brass fitting", substance: "brass", look: "fitting-brass" },
    "zinc-casting": { name: "zinc casting", substance: "zinc", look: "casting-zinc" },
    "glass-bottle-clear": { name: "glass bottle, clear", substance: "glass-clear", look: "glass-clear" },
    "glass-bottle-green": { name: "glass bottle, green", substance: "glass-green", look: "glass-green" },
    "glass-bottle-brown": { name: "glass bottle, amber", substance: "glass-brown", look: "glass-brown" },
    "ceramic-plate": { name: "ceramic plate", substance: "ceramic", look: "plate-glazed" },
    concrete: { name: "concrete", substance: "concrete", look: "rubble-grey" },
    brick: { name: "brick", substance: "brick", look: "rubble-red" },
    "gypsum-board": { name: "gypsum board", substance: "gypsum", look: "board-gypsum" },
    "bitumen-felt": { name: "bitumen felt", substance: "bitumen", look: "felt-bitumen" },
    "beverage-carton": { name: "beverage carton", substance: "carton", look: "carton-printed" },
    "multilayer-pouch": { name: "PE-PA pouch", substance: "multilayer", look: "pouch-printed" },
    "ps-part-natural": { name: "PS part, natural", substance: "ps", look: "part-natural" },
    "ps-box-clear": { name: "PS box, clear", substance: "ps", look: "glazing-clear" },
    "ps-lens-coloured": { name: "PS lens, coloured", substance: "ps", look: "lens-coloured" },
    "pvc-toy-soft": { name: "PVC toy, soft", substance: "pvc-t", look: "toy" },
    "pvc-part-toy": { name: "PVC part of a toy, soft", substance: "pvc-t", look: "part-natural" },
    "pvc-part-soft": { name: "PVC part, soft", substance: "pvc-p", look: "part-natural" },
    "abs-cap-coloured": { name: "ABS cap", substance: "abs", look: "cap-coloured" },
    "abs-tray-coloured": { name: "ABS tray, coloured", substance: "abs", look: "tray-coloured" },
    "abs-profile-white": { name: "ABS profile, white", substance: "abs", look: "profile-white" },
    "pc-cup-clear": { name: "PC cup, clear", substance: "pc", look: "cup-clear" },
    "pc-bottle-clear": { name: "PC bottle, clear", substance: "pc", look: "bottle-clear" },
    "pc-housing": { name: "PC housing", substance: "pc", look: "housing" },
    "pmma-cup-clear": { name: "PMMA cup, clear", substance: "pmma", look: "cup-clear" },
    "pmma-cap-coloured": { name: "PMMA cap", substance: "pmma", look: "cap-coloured" },
    "pet-cap-coloured": { name: "PET jar lid", substance: "pet", look: "cap-coloured" },
    "ps-cap-coloured": { name: "PS cap", substance: "hips", look: "cap-coloured" },
    "ldpe-pouch-printed": { name: "LDPE pouch, printed", substance: "ldpe", look: "pouch-printed" },
    "circuit-board": { name: "circuit board", substance: "pcb", look: "board-circuit" },
    "gfrp-panel": { name: "GFRP panel", substance: "gfrp", look: "panel-gfrp" },
    "cfrp-panel": { name: "CFRP panel", substance: "cfrp", look: "panel-cfrp" }
  }
};

// sim/materials/catalogue.ts
var number = (entry, field) => entry[field][0];
var range = (entry, field) => entry[field][0];
function cellsOf(prefix, entry) {
  const cells = {};
  for (const [field, raw] of Object.entries(entry)) {
    if (!Array.isArray(raw) || raw.length !== 4 || typeof raw[3] !== "string") continue;
    const [value, unit, source, doubt] = raw;
    cells[`${prefix}.${field}`] = { value, unit, source, doubt };
  }
  return cells;
}
function lookOf(id, entry, data5) {
  const names = entry.colours;
  const colours = names.map((name) => ({
    name,
    share: 1 / names.length,
    pigments: data5.colours[name]
  }));
  return {
    id,
    shape: entry.shape,
    texture: entry.texture,
    wallCount: entry.wallCount,
    lengthM: range(entry, "lengthM"),
    widthM: range(entry, "widthM"),
    thicknessM: range(entry, "thicknessM"),
    relativeDensity: range(entry, "relativeDensity"),
    roughnessUm: range(entry, "roughnessUm"),
    scatterPerCm: range(entry, "scatterPerCm"),
    scatterExponent: range(entry, "scatterExponent"),
    colours,
    visible: entry.visible,
    baseSrgb: entry.baseSrgb,
    labelShare: number(entry, "labelShare"),
    labelCover: range(entry, "labelCover"),
    crumple: range(entry, "crumple"),
    yellowingAtEndPerMm: number(entry, "yellowingAtEndPerMm"),
    hazeAtEnd: number(entry, "hazeAtEnd"),
    cracksAtEndPerMm: number(entry, "cracksAtEndPerMm"),
    laws: entry.laws,
    use: entry.use
  };
}
function opticsOf(entry, look) {
  const ids = entry.bands;
  const blend = range(entry, "blendShare");
  const mean3 = ids.length > 1 ? (blend[0] + blend[1]) / 2 : 0;
  return {
    kind: entry.kind,
    bands: ids.map((id, i) => ({ id, weight: i === 0 ? 1 - mean3 : mean3 })),
    blendShare: blend,
    talcPct: range(entry, "talcPct"),
    metal: entry.metal,
    refractiveIndex: number(entry, "refractiveIndex"),
    visible: look.visible,
    crystallinity: range(entry, "crystallinity"),
    coatingUm: range(entry, "coatingUm")
  };
}
function materialOf(id, entry, looks2, data5) {
  const substance = data5.substances[entry.substance];
  const look = looks2.get(entry.look);
  return {
    id,
    name: entry.name,
    class: substance.class,
    family: substance.family,
    substance: entry.substance,
    look,
    optics: opticsOf(substance, look),
    thermal: {
      densityKgPerM3: number(substance, "densityKgPerM3"),
      conductivityWPerMK: number(substance, "conductivityWPerMK"),
      heatCapacityJPerKgK: number(substance, "heatCapacityJPerKgK"),
      emissivity: number(substance, "emissivity"),
      lwAbsorptionPerMm: number(substance, "lwAbsorptionPerMm"),
      lwTable: substance.lwTable
    },
    isotherm: substance.isotherm,
    hiddenLaws: substance.hiddenLaws,
    fate: {
      ...substance.fate,
      heatingValueMJPerKg: number(substance, "heatingValueMJPerKg")
    },
    cells: { ...cellsOf("substance", substance), ...cellsOf("look", data5.looks[entry.look]) }
  };
}
function buildCatalogue(data5) {
  const problems = problemsOfCatalogue(data5);
  if (problems.length > 0) {
    throw new Error(`the material catalogue cannot be used:
  ${problems.slice(0, 10).join("\n  ")}`);
  }
  const looks2 = new Map(
    Object.entries(data5.looks).map(([id, look]) => [id, lookOf(id, look, data5)])
  );
  return Object.entries(data5.materials).map(([id, entry]) => materialOf(id, entry, looks2, data5)).sort((a, b) => a.id < b.id ? -1 : 1);
}
var data = catalogue_default;
var materials = buildCatalogue(data);
var catalogueSources = data.sources;
var byId = new Map(materials.map((m) => [m.id, m]));
function materialById(id) {
  const found = byId.get(id);
  if (found) return found;
  throw new Error(
    `unknown material "${id}"; nearest: ${nearestIds(id).join(", ")} (looptwin materials lists all)`
  );
}
function nearestIds(text2, count = 3) {
  const pairs = (s) => new Set(Array.from({ length: s.length - 1 }, (_, i) => s.slice(i, i + 2)));
  const wanted = pairs(text2.toLowerCase());
  const score = (id) => {
    const have = pairs(id);
    let shared = 0;
    for (const pair of have) if (wanted.has(pair)) shared++;
    return 2 * shared / (have.size + wanted.size);
  };
  return materials.map((m) => ({ id: m.id, score: score(m.id) })).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, count).map((m) => m.id);
}

// sim/materials/data/appearance.json
var appearance_default = {
  about: "What a substance changes of its look, for the camera: numbers and habits as [value, unit, source, doubt]. Only the deviation from the mean of all substances that share a look counts, times lookCoupling.",
  sources: {
    nk: "real n at 590 nm of the refractiveindex.info database (CC0: Zhang et al. 2020 for PET, PC, PVC, PS, PMMA; Bodurov et al. for PLA)",
    usgs: "colours of named objects in USGS Spectral Library 7 (Kokaly et al. 2017, doi:10.3133/ds1035): clear vinyl b* -1.7 to -6, clear PET b* +1, translucent HDPE b* -1 to -6",
    haze: "seller and maker sheets of films, bottles and sheets, and memory (D1003 haze of new sheets)",
    dairy: "natural HDPE milk jugs pass 57-60 % of the light: S d 0.7 (dairy paper, abstract); other semi-crystalline bodies from memory",
    gloss: "60 degree gloss of new parts turned into a lobe width by GU = GUmax / (1 + (sigma / 1.3 deg)^2); gloss figures from memory",
    crush: "how goods look that were stepped on; memory",
    whiten: "stress whitening is scatter from crazes or voids, typical of PP and HIPS, also PS, PMMA, PC; strengths from memory",
    "pet-series": "PET film with stabiliser in QUV cycle 4: YI 1.15 at 0 h to 4.65 at 1176 h, lag then linear (package netSEM, Case Western SDLE; doi:10.1117/1.JPE.2.022004)",
    yellow: "yellowness of unstabilised or consumer grades outdoors at 1, 3, 6, 12, 24 months, memory, within a factor of 2 in time",
    "gloss-loss": "gloss half-lives outdoors; memory; for PP gloss follows hardness and crystallinity, not the carbonyl index (HAL 01323748)",
    chalk: "white Lambert cover of weathered bodies 0.1-0.6; memory",
    craze: "PS crazes in 1-3 months, ABS in 3-6, PP cracks in the surface after a month, PE in 1-2 years, PVC-U not; memory",
    "u-profile": "unplasticised PVC is sold stabilised only: gloss half-life 1-3 years and chalk after 3-8 years are those of white profiles and pipes; memory",
    traces: "marks that a process leaves: parting lines and pinch-off of extrusion blowing, milky unstretched gate spot of 5-15 mm and five petals of stretch blowing, gate pip of injection, weld stripe of 1-2 mm on three-piece cans; memory",
    process: "how such goods are made; shares are estimates",
    goods: "what is sold in it; shares are estimates with overlap on purpose",
    label: "share and kind of labels by product; memory",
    design: "neutral value where nothing is known to differ"
  },
  numbers: {
    visibleIndex: { unit: "1", scale: "linear", spread: 2e-3, about: "real refractive index at 590 nm" },
    tintRedPerMm: { unit: "1/mm", scale: "linear", spread: 0.4, about: "absorption of the clean body around 620 nm" },
    tintGreenPerMm: { unit: "1/mm", scale: "linear", spread: 0.4, about: "around 540 nm" },
    tintBluePerMm: { unit: "1/mm", scale: "linear", spread: 0.4, about: "around 450 nm" },
    bodyHaze: { unit: "1", scale: "log", spread: 0.5, about: "share of the light that one new wall spreads" },
    visibleScatterPerCm: { unit: "1/cm", scale: "log", spread: 0.35, about: "scattering of the natural body at 550 nm: only its ratio to the mean of a look is used" },
    glossSigmaDeg: { unit: "deg", scale: "log", spread: 0.35, about: "half-width of the highlight of a new surface" },
    stiffness: { unit: "1", scale: "linear", spread: 0.15, about: "0 = limp as film, 1 = rigid" },
    foldWhitening: { unit: "1", scale: "linear", spread: 0.3, about: "scattering depth S d that a sharp fold adds" },
    yellowDepth: { unit: "1", scale: "log", spread: 0, about: "optical depth at 420 nm of a surface that has yellowed to the end" },
    yellowMonths: { unit: "months", scale: "log", spread: 0, about: "months of sun (7 W/m2 of 300-400 nm, 298 K) after which 63 % of that is there" },
    yellowPower: { unit: "1", scale: "linear", spread: 0, about: "exponent p of 1 - exp(-(t/months)^p): above 1 = a lag" },
    whiteShield: { unit: "1", scale: "linear", spread: 0, about: "share of the yellowing that is left under titania" },
    brownMost: { unit: "1", scale: "linear", spread: 0, about: "share of the surface in brown spots at the end" },
    glossMonths: { unit: "months", scale: "log", spread: 0, about: "months of sun that halve the gloss" },
    chalkMost: { unit: "1", scale: "linear", spread: 0, about: "cover of white powder at the end" },
    chalkMonths: { unit: "months", scale: "log", spread: 0, about: "months of sun until chalk shows" },
    crackFactor: { unit: "1", scale: "log", spread: 0, about: "crack density against the mean of the look" },
    guarded: { unit: "1", scale: "linear", spread: 0, about: "share of a look's protection that the numbers of the substance do not hold yet" }
  },
  substances: {
    pet: { visibleIndex: [1.575, "1", "nk", "measured"], tintRedPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.04, "1/mm", "usgs", "estimate"], bodyHaze: [0.02, "1", "haze", "memory"], visibleScatterPerCm: [0.2, "1/cm", "dairy", "memory"], glossSigmaDeg: [0.5, "deg", "gloss", "memory"], stiffness: [0.5, "1", "crush", "estimate"], foldWhitening: [0.1, "1", "whiten", "memory"], yellowDepth: [0.5, "1", "pet-series", "derived"], yellowMonths: [53.5, "months", "pet-series", "derived"], yellowPower: [1.7, "1", "pet-series", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [18, "months", "gloss-loss", "memory"], chalkMost: [0.05, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [0.5, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    petg: { visibleIndex: [1.567, "1", "nk", "memory"], tintRedPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.03, "1/mm", "usgs", "estimate"], bodyHaze: [0.01, "1", "haze", "memory"], visibleScatterPerCm: [0.2, "1/cm", "dairy", "memory"], glossSigmaDeg: [0.7, "deg", "gloss", "memory"], stiffness: [0.6, "1", "crush", "estimate"], foldWhitening: [0.1, "1", "whiten", "memory"], yellowDepth: [0.6, "1", "yellow", "derived"], yellowMonths: [50, "months", "yellow", "derived"], yellowPower: [1.55, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [18, "months", "gloss-loss", "memory"], chalkMost: [0.05, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [0.5, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pla: { visibleIndex: [1.46, "1", "nk", "measured"], tintRedPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.06, "1/mm", "usgs", "estimate"], bodyHaze: [0.02, "1", "haze", "memory"], visibleScatterPerCm: [0.3, "1/cm", "dairy", "memory"], glossSigmaDeg: [1, "deg", "gloss", "memory"], stiffness: [0.75, "1", "crush", "estimate"], foldWhitening: [0.4, "1", "whiten", "memory"], yellowDepth: [0.2, "1", "yellow", "derived"], yellowMonths: [22, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [9, "months", "gloss-loss", "memory"], chalkMost: [0.15, "1", "chalk", "memory"], chalkMonths: [18, "months", "chalk", "memory"], crackFactor: [1.2, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pp: { visibleIndex: [1.49, "1", "nk", "memory"], tintRedPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.012, "1/mm", "usgs", "estimate"], bodyHaze: [0.25, "1", "haze", "memory"], visibleScatterPerCm: [4, "1/cm", "dairy", "memory"], glossSigmaDeg: [2.5, "deg", "gloss", "memory"], stiffness: [0.5, "1", "crush", "estimate"], foldWhitening: [0.9, "1", "whiten", "memory"], yellowDepth: [0.34, "1", "yellow", "derived"], yellowMonths: [35, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [4.5, "months", "gloss-loss", "memory"], chalkMost: [0.5, "1", "chalk", "memory"], chalkMonths: [9, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    "pp-talc": { visibleIndex: [1.49, "1", "nk", "memory"], tintRedPerMm: [0.01, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.01, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.02, "1/mm", "usgs", "estimate"], bodyHaze: [0.6, "1", "haze", "memory"], visibleScatterPerCm: [30, "1/cm", "dairy", "memory"], glossSigmaDeg: [12, "deg", "gloss", "memory"], stiffness: [0.7, "1", "crush", "estimate"], foldWhitening: [0.9, "1", "whiten", "memory"], yellowDepth: [0.34, "1", "yellow", "derived"], yellowMonths: [35, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [4.5, "months", "gloss-loss", "memory"], chalkMost: [0.5, "1", "chalk", "memory"], chalkMonths: [9, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    hdpe: { visibleIndex: [1.54, "1", "nk", "memory"], tintRedPerMm: [6e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [5e-4, "1/mm", "usgs", "estimate"], bodyHaze: [0.6, "1", "haze", "memory"], visibleScatterPerCm: [15, "1/cm", "dairy", "memory"], glossSigmaDeg: [9, "deg", "gloss", "memory"], stiffness: [0.55, "1", "crush", "estimate"], foldWhitening: [0.25, "1", "whiten", "memory"], yellowDepth: [0.2, "1", "yellow", "derived"], yellowMonths: [22, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [9, "months", "gloss-loss", "memory"], chalkMost: [0.2, "1", "chalk", "memory"], chalkMonths: [18, "months", "chalk", "memory"], crackFactor: [0.6, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    ldpe: { visibleIndex: [1.51, "1", "nk", "memory"], tintRedPerMm: [3e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [3e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [3e-3, "1/mm", "usgs", "estimate"], bodyHaze: [0.3, "1", "haze", "memory"], visibleScatterPerCm: [7.5, "1/cm", "dairy", "memory"], glossSigmaDeg: [5, "deg", "gloss", "memory"], stiffness: [0.25, "1", "crush", "estimate"], foldWhitening: [0.1, "1", "whiten", "memory"], yellowDepth: [0.2, "1", "yellow", "derived"], yellowMonths: [22, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [9, "months", "gloss-loss", "memory"], chalkMost: [0.1, "1", "chalk", "memory"], chalkMonths: [18, "months", "chalk", "memory"], crackFactor: [0.5, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    ps: { visibleIndex: [1.592, "1", "nk", "measured"], tintRedPerMm: [0.01, "1/mm", "usgs", "estimate"], tintGreenPerMm: [6e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [4e-3, "1/mm", "usgs", "estimate"], bodyHaze: [6e-3, "1", "haze", "memory"], visibleScatterPerCm: [0.1, "1/cm", "dairy", "memory"], glossSigmaDeg: [0.4, "deg", "gloss", "memory"], stiffness: [0.9, "1", "crush", "estimate"], foldWhitening: [0.8, "1", "whiten", "memory"], yellowDepth: [1.25, "1", "yellow", "derived"], yellowMonths: [12.8, "months", "yellow", "derived"], yellowPower: [1.37, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [3, "months", "gloss-loss", "memory"], chalkMost: [0.3, "1", "chalk", "memory"], chalkMonths: [14, "months", "chalk", "memory"], crackFactor: [2.5, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    hips: { visibleIndex: [1.592, "1", "nk", "memory"], tintRedPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [8e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.05, "1/mm", "usgs", "estimate"], bodyHaze: [0.9, "1", "haze", "memory"], visibleScatterPerCm: [40, "1/cm", "dairy", "memory"], glossSigmaDeg: [4, "deg", "gloss", "memory"], stiffness: [0.7, "1", "crush", "estimate"], foldWhitening: [1.2, "1", "whiten", "memory"], yellowDepth: [1.2, "1", "yellow", "derived"], yellowMonths: [7.5, "months", "yellow", "derived"], yellowPower: [1.15, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [3, "months", "gloss-loss", "memory"], chalkMost: [0.15, "1", "chalk", "memory"], chalkMonths: [24, "months", "chalk", "memory"], crackFactor: [1.8, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    abs: { visibleIndex: [1.53, "1", "nk", "memory"], tintRedPerMm: [6e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.03, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.15, "1/mm", "usgs", "estimate"], bodyHaze: [0.9, "1", "haze", "memory"], visibleScatterPerCm: [60, "1/cm", "dairy", "memory"], glossSigmaDeg: [3, "deg", "gloss", "memory"], stiffness: [0.85, "1", "crush", "estimate"], foldWhitening: [0.6, "1", "whiten", "memory"], yellowDepth: [1.1, "1", "yellow", "derived"], yellowMonths: [8, "months", "yellow", "derived"], yellowPower: [1.25, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [2, "months", "gloss-loss", "memory"], chalkMost: [0.15, "1", "chalk", "memory"], chalkMonths: [14, "months", "chalk", "memory"], crackFactor: [1.3, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pvc: { visibleIndex: [1.54, "1", "nk", "measured"], tintRedPerMm: [0.012, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.014, "1/mm", "usgs", "estimate"], tintBluePerMm: [1e-3, "1/mm", "usgs", "estimate"], bodyHaze: [0.03, "1", "haze", "memory"], visibleScatterPerCm: [0.4, "1/cm", "dairy", "memory"], glossSigmaDeg: [1.2, "deg", "gloss", "memory"], stiffness: [0.65, "1", "crush", "estimate"], foldWhitening: [0.9, "1", "whiten", "memory"], yellowDepth: [1.5, "1", "yellow", "derived"], yellowMonths: [15.2, "months", "yellow", "derived"], yellowPower: [1.45, "1", "yellow", "derived"], whiteShield: [0.025, "1", "yellow", "estimate"], brownMost: [0.3, "1", "yellow", "estimate"], glossMonths: [24, "months", "gloss-loss", "memory"], chalkMost: [0.4, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [0.15, "1", "craze", "estimate"], guarded: [0, "1", "u-profile", "memory"] },
    "pvc-p": { visibleIndex: [1.54, "1", "nk", "memory"], tintRedPerMm: [0.024, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.027, "1/mm", "usgs", "estimate"], tintBluePerMm: [1e-3, "1/mm", "usgs", "estimate"], bodyHaze: [0.03, "1", "haze", "memory"], visibleScatterPerCm: [0.4, "1/cm", "dairy", "memory"], glossSigmaDeg: [3, "deg", "gloss", "memory"], stiffness: [0.15, "1", "crush", "estimate"], foldWhitening: [0.2, "1", "whiten", "memory"], yellowDepth: [0.9, "1", "yellow", "derived"], yellowMonths: [14.7, "months", "yellow", "derived"], yellowPower: [1.34, "1", "yellow", "derived"], whiteShield: [0.2, "1", "yellow", "estimate"], brownMost: [0.2, "1", "yellow", "estimate"], glossMonths: [12, "months", "gloss-loss", "memory"], chalkMost: [0.2, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [0.1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    "pvc-t": { visibleIndex: [1.54, "1", "nk", "memory"], tintRedPerMm: [0.015, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.016, "1/mm", "usgs", "estimate"], tintBluePerMm: [6e-3, "1/mm", "usgs", "estimate"], bodyHaze: [0.3, "1", "haze", "memory"], visibleScatterPerCm: [10, "1/cm", "dairy", "memory"], glossSigmaDeg: [4, "deg", "gloss", "memory"], stiffness: [0.2, "1", "crush", "estimate"], foldWhitening: [0.2, "1", "whiten", "memory"], yellowDepth: [0.9, "1", "yellow", "derived"], yellowMonths: [14.7, "months", "yellow", "derived"], yellowPower: [1.34, "1", "yellow", "derived"], whiteShield: [0.2, "1", "yellow", "estimate"], brownMost: [0.2, "1", "yellow", "estimate"], glossMonths: [12, "months", "gloss-loss", "memory"], chalkMost: [0.2, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [0.1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pc: { visibleIndex: [1.585, "1", "nk", "measured"], tintRedPerMm: [3e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [2e-3, "1/mm", "usgs", "estimate"], bodyHaze: [6e-3, "1", "haze", "memory"], visibleScatterPerCm: [0.1, "1/cm", "dairy", "memory"], glossSigmaDeg: [0.3, "deg", "gloss", "memory"], stiffness: [0.85, "1", "crush", "estimate"], foldWhitening: [0.1, "1", "whiten", "memory"], yellowDepth: [1.5, "1", "yellow", "derived"], yellowMonths: [80, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [18, "months", "gloss-loss", "memory"], chalkMost: [0.15, "1", "chalk", "memory"], chalkMonths: [48, "months", "chalk", "memory"], crackFactor: [0.6, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pmma: { visibleIndex: [1.493, "1", "nk", "measured"], tintRedPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [5e-4, "1/mm", "usgs", "estimate"], tintBluePerMm: [1e-3, "1/mm", "usgs", "estimate"], bodyHaze: [4e-3, "1", "haze", "memory"], visibleScatterPerCm: [0.05, "1/cm", "dairy", "memory"], glossSigmaDeg: [0.3, "deg", "gloss", "memory"], stiffness: [0.95, "1", "crush", "estimate"], foldWhitening: [0.3, "1", "whiten", "memory"], yellowDepth: [0.06, "1", "yellow", "derived"], yellowMonths: [30, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [120, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [0.7, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pa: { visibleIndex: [1.53, "1", "nk", "memory"], tintRedPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.02, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.08, "1/mm", "usgs", "estimate"], bodyHaze: [0.8, "1", "haze", "memory"], visibleScatterPerCm: [20, "1/cm", "dairy", "memory"], glossSigmaDeg: [5, "deg", "gloss", "memory"], stiffness: [0.7, "1", "crush", "estimate"], foldWhitening: [0.2, "1", "whiten", "memory"], yellowDepth: [0.9, "1", "yellow", "derived"], yellowMonths: [12, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [6, "months", "gloss-loss", "memory"], chalkMost: [0.15, "1", "chalk", "memory"], chalkMonths: [18, "months", "chalk", "memory"], crackFactor: [0.8, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pom: { visibleIndex: [1.48, "1", "nk", "memory"], tintRedPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [4e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [6e-3, "1/mm", "usgs", "estimate"], bodyHaze: [0.9, "1", "haze", "memory"], visibleScatterPerCm: [60, "1/cm", "dairy", "memory"], glossSigmaDeg: [4, "deg", "gloss", "memory"], stiffness: [0.85, "1", "crush", "estimate"], foldWhitening: [0.2, "1", "whiten", "memory"], yellowDepth: [0.1, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [6, "months", "gloss-loss", "memory"], chalkMost: [0.5, "1", "chalk", "memory"], chalkMonths: [6, "months", "chalk", "memory"], crackFactor: [1.2, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    pbt: { visibleIndex: [1.55, "1", "nk", "memory"], tintRedPerMm: [6e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.02, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.06, "1/mm", "usgs", "estimate"], bodyHaze: [0.9, "1", "haze", "memory"], visibleScatterPerCm: [50, "1/cm", "dairy", "memory"], glossSigmaDeg: [3, "deg", "gloss", "memory"], stiffness: [0.85, "1", "crush", "estimate"], foldWhitening: [0.2, "1", "whiten", "memory"], yellowDepth: [0.5, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [12, "months", "gloss-loss", "memory"], chalkMost: [0.2, "1", "chalk", "memory"], chalkMonths: [24, "months", "chalk", "memory"], crackFactor: [0.7, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    ptfe: { visibleIndex: [1.35, "1", "nk", "memory"], tintRedPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [4e-3, "1/mm", "usgs", "estimate"], bodyHaze: [0.9, "1", "haze", "memory"], visibleScatterPerCm: [70, "1/cm", "dairy", "memory"], glossSigmaDeg: [9, "deg", "gloss", "memory"], stiffness: [0.5, "1", "crush", "estimate"], foldWhitening: [0.05, "1", "whiten", "memory"], yellowDepth: [0.01, "1", "yellow", "derived"], yellowMonths: [60, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [200, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [0.2, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    eva: { visibleIndex: [1.49, "1", "nk", "memory"], tintRedPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [6e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.03, "1/mm", "usgs", "estimate"], bodyHaze: [0.1, "1", "haze", "memory"], visibleScatterPerCm: [1.5, "1/cm", "dairy", "memory"], glossSigmaDeg: [6, "deg", "gloss", "memory"], stiffness: [0.15, "1", "crush", "estimate"], foldWhitening: [0.05, "1", "whiten", "memory"], yellowDepth: [0.6, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [12, "months", "gloss-loss", "memory"], chalkMost: [0.1, "1", "chalk", "memory"], chalkMonths: [24, "months", "chalk", "memory"], crackFactor: [0.3, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    multilayer: { visibleIndex: [1.51, "1", "nk", "memory"], tintRedPerMm: [0.01, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.01, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.03, "1/mm", "usgs", "estimate"], bodyHaze: [0.4, "1", "haze", "memory"], visibleScatterPerCm: [9, "1/cm", "dairy", "memory"], glossSigmaDeg: [4, "deg", "gloss", "memory"], stiffness: [0.3, "1", "crush", "estimate"], foldWhitening: [0.1, "1", "whiten", "memory"], yellowDepth: [0.2, "1", "yellow", "derived"], yellowMonths: [22, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [9, "months", "gloss-loss", "memory"], chalkMost: [0.1, "1", "chalk", "memory"], chalkMonths: [18, "months", "chalk", "memory"], crackFactor: [0.6, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    "aluminium-lacquered": { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0, "1/mm", "usgs", "estimate"], tintBluePerMm: [0, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [1.2, "deg", "gloss", "memory"], stiffness: [0.3, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.05, "1", "yellow", "derived"], yellowMonths: [60, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [24, "months", "gloss-loss", "memory"], chalkMost: [0.05, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    tinplate: { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0, "1/mm", "usgs", "estimate"], tintBluePerMm: [1e-3, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [1.9, "deg", "gloss", "memory"], stiffness: [0.7, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.05, "1", "yellow", "derived"], yellowMonths: [60, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [18, "months", "gloss-loss", "memory"], chalkMost: [0.05, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    cotton: { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.01, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [25, "deg", "gloss", "memory"], stiffness: [0.1, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.1, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [60, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    viscose: { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [1e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [4e-3, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [16, "deg", "gloss", "memory"], stiffness: [0.08, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.1, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [60, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    "cotton-pet": { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [6e-3, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [22, "deg", "gloss", "memory"], stiffness: [0.12, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.1, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [60, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    "pet-fibre": { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [1e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [4e-3, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [11, "deg", "gloss", "memory"], stiffness: [0.12, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.1, "1", "yellow", "derived"], yellowMonths: [30, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [60, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    "pa-fibre": { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [3e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.012, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [9, "deg", "gloss", "memory"], stiffness: [0.1, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.3, "1", "yellow", "derived"], yellowMonths: [12, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [60, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    wool: { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [3e-3, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0.01, "1/mm", "usgs", "estimate"], tintBluePerMm: [0.04, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [28, "deg", "gloss", "memory"], stiffness: [0.1, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.6, "1", "yellow", "derived"], yellowMonths: [8, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [60, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    acrylic: { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [8e-3, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [22, "deg", "gloss", "memory"], stiffness: [0.12, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.2, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [60, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    leather: { visibleIndex: [1.5, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [6e-3, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [14, "deg", "gloss", "memory"], stiffness: [0.4, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.1, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [18, "months", "gloss-loss", "memory"], chalkMost: [0, "1", "chalk", "memory"], chalkMonths: [60, "months", "chalk", "memory"], crackFactor: [1.5, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    nr: { visibleIndex: [1.52, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [2e-3, "1/mm", "usgs", "estimate"], tintBluePerMm: [6e-3, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [20, "deg", "gloss", "memory"], stiffness: [0.5, "1", "crush", "estimate"], foldWhitening: [0.1, "1", "whiten", "memory"], yellowDepth: [0.05, "1", "yellow", "derived"], yellowMonths: [20, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0.2, "1", "yellow", "estimate"], glossMonths: [12, "months", "gloss-loss", "memory"], chalkMost: [0.1, "1", "chalk", "memory"], chalkMonths: [24, "months", "chalk", "memory"], crackFactor: [1.6, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    epdm: { visibleIndex: [1.48, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "usgs", "estimate"], tintGreenPerMm: [0, "1/mm", "usgs", "estimate"], tintBluePerMm: [0, "1/mm", "usgs", "estimate"], bodyHaze: [1e-3, "1", "haze", "memory"], visibleScatterPerCm: [1, "1/cm", "dairy", "memory"], glossSigmaDeg: [16, "deg", "gloss", "memory"], stiffness: [0.5, "1", "crush", "estimate"], foldWhitening: [0, "1", "whiten", "memory"], yellowDepth: [0.01, "1", "yellow", "derived"], yellowMonths: [60, "months", "yellow", "derived"], yellowPower: [1, "1", "yellow", "derived"], whiteShield: [1, "1", "yellow", "estimate"], brownMost: [0, "1", "yellow", "estimate"], glossMonths: [30, "months", "gloss-loss", "memory"], chalkMost: [0.05, "1", "chalk", "memory"], chalkMonths: [40, "months", "chalk", "memory"], crackFactor: [0.5, "1", "craze", "estimate"], guarded: [1, "1", "design", "estimate"] },
    other: { visibleIndex: [1.5, "1", "nk", "estimate"], tintRedPerMm: [0, "1/mm", "design", "estimate"], tintGreenPerMm: [0, "1/mm", "design", "estimate"], tintBluePerMm: [0, "1/mm", "design", "estimate"], bodyHaze: [1e-3, "1", "design", "estimate"], visibleScatterPerCm: [1, "1/cm", "design", "estimate"], glossSigmaDeg: [20, "deg", "design", "estimate"], stiffness: [0.7, "1", "design", "estimate"], foldWhitening: [0, "1", "design", "estimate"], yellowDepth: [0.05, "1", "design", "estimate"], yellowMonths: [60, "months", "design", "estimate"], yellowPower: [1, "1", "design", "estimate"], whiteShield: [1, "1", "design", "estimate"], brownMost: [0, "1", "design", "estimate"], glossMonths: [60, "months", "design", "estimate"], chalkMost: [0, "1", "design", "estimate"], chalkMonths: [60, "months", "design", "estimate"], crackFactor: [1, "1", "design", "estimate"], guarded: [1, "1", "design", "estimate"] },
    metal: { visibleIndex: [1.5, "1", "nk", "estimate"], tintRedPerMm: [0, "1/mm", "design", "estimate"], tintGreenPerMm: [0, "1/mm", "design", "estimate"], tintBluePerMm: [0, "1/mm", "design", "estimate"], bodyHaze: [1e-3, "1", "design", "estimate"], visibleScatterPerCm: [1, "1/cm", "design", "estimate"], glossSigmaDeg: [2.5, "deg", "design", "estimate"], stiffness: [0.6, "1", "design", "estimate"], foldWhitening: [0, "1", "design", "estimate"], yellowDepth: [1e-4, "1", "design", "estimate"], yellowMonths: [60, "months", "design", "estimate"], yellowPower: [1, "1", "design", "estimate"], whiteShield: [1, "1", "design", "estimate"], brownMost: [0, "1", "design", "estimate"], glossMonths: [60, "months", "design", "estimate"], chalkMost: [0, "1", "design", "estimate"], chalkMonths: [60, "months", "design", "estimate"], crackFactor: [1, "1", "design", "estimate"], guarded: [1, "1", "design", "estimate"] },
    glass: { visibleIndex: [1.52, "1", "nk", "memory"], tintRedPerMm: [0, "1/mm", "design", "estimate"], tintGreenPerMm: [0, "1/mm", "design", "estimate"], tintBluePerMm: [0, "1/mm", "design", "estimate"], bodyHaze: [3e-3, "1", "design", "estimate"], visibleScatterPerCm: [0.05, "1/cm", "design", "estimate"], glossSigmaDeg: [0.2, "deg", "design", "estimate"], stiffness: [1, "1", "design", "estimate"], foldWhitening: [0, "1", "design", "estimate"], yellowDepth: [1e-4, "1", "design", "estimate"], yellowMonths: [60, "months", "design", "estimate"], yellowPower: [1, "1", "design", "estimate"], whiteShield: [1, "1", "design", "estimate"], brownMost: [0, "1", "design", "estimate"], glossMonths: [600, "months", "design", "estimate"], chalkMost: [0, "1", "design", "estimate"], chalkMonths: [60, "months", "design", "estimate"], crackFactor: [1, "1", "design", "estimate"], guarded: [1, "1", "design", "estimate"] }
  },
  exceptions: {
    "glazing-clear": { pet: { tintBluePerMm: [4e-3, "1/mm", "usgs", "estimate"], tintRedPerMm: [2e-3, "1/mm", "usgs", "estimate"] }, ps: { tintBluePerMm: [2e-3, "1/mm", "usgs", "estimate"], tintRedPerMm: [3e-3, "1/mm", "usgs", "estimate"] } },
    "film-clear": { pet: { bodyHaze: [0.015, "1", "haze", "memory"], glossSigmaDeg: [0.6, "deg", "gloss", "memory"] }, pp: { bodyHaze: [0.02, "1", "haze", "memory"], visibleScatterPerCm: [0.4, "1/cm", "dairy", "memory"], glossSigmaDeg: [0.8, "deg", "gloss", "memory"] }, "pvc-p": { bodyHaze: [0.03, "1", "haze", "memory"] }, ldpe: { bodyHaze: [0.09, "1", "haze", "memory"], glossSigmaDeg: [4, "deg", "gloss", "memory"] }, hdpe: { bodyHaze: [0.7, "1", "haze", "memory"], glossSigmaDeg: [12, "deg", "gloss", "memory"] } },
    "cup-clear": { pp: { bodyHaze: [0.14, "1", "haze", "memory"], visibleScatterPerCm: [1.2, "1/cm", "dairy", "memory"] } },
    "blister-clear": { pet: { glossSigmaDeg: [0.9, "deg", "gloss", "memory"] }, pvc: { glossSigmaDeg: [0.8, "deg", "gloss", "memory"] } },
    "bottle-white": { pp: { glossSigmaDeg: [4, "deg", "gloss", "memory"] }, pet: { glossSigmaDeg: [0.6, "deg", "gloss", "memory"] }, ldpe: { glossSigmaDeg: [6, "deg", "gloss", "memory"] }, hdpe: { glossSigmaDeg: [11, "deg", "gloss", "memory"] } },
    "bottle-coloured": { pp: { glossSigmaDeg: [4, "deg", "gloss", "memory"] }, ldpe: { glossSigmaDeg: [6, "deg", "gloss", "memory"] }, hdpe: { glossSigmaDeg: [11, "deg", "gloss", "memory"] } },
    "bottle-natural": { hdpe: { glossSigmaDeg: [11, "deg", "gloss", "memory"] } },
    "cap-coloured": { hdpe: { glossSigmaDeg: [4.5, "deg", "gloss", "memory"] }, abs: { glossSigmaDeg: [0.9, "deg", "gloss", "memory"] } },
    "cap-black": { hdpe: { glossSigmaDeg: [4.5, "deg", "gloss", "memory"] } },
    "crate-coloured": { hdpe: { glossSigmaDeg: [6, "deg", "gloss", "memory"] } },
    housing: { abs: { glossSigmaDeg: [9, "deg", "gloss", "memory"] }, hips: { glossSigmaDeg: [8, "deg", "gloss", "memory"] }, pc: { glossSigmaDeg: [5, "deg", "gloss", "memory"] } },
    "housing-black": { abs: { glossSigmaDeg: [5, "deg", "gloss", "memory"] }, pc: { glossSigmaDeg: [2.5, "deg", "gloss", "memory"] }, pp: { glossSigmaDeg: [7, "deg", "gloss", "memory"] } },
    dashboard: { abs: { glossSigmaDeg: [15, "deg", "gloss", "memory"] }, "pp-talc": { glossSigmaDeg: [18, "deg", "gloss", "memory"] } },
    "profile-white": { pvc: { glossSigmaDeg: [6, "deg", "gloss", "memory"] }, abs: { glossSigmaDeg: [3, "deg", "gloss", "memory"] } },
    "foam-white": { ps: { glossSigmaDeg: [20, "deg", "gloss", "memory"], visibleScatterPerCm: [40, "1/cm", "dairy", "memory"], stiffness: [0.7, "1", "crush", "estimate"] }, ldpe: { glossSigmaDeg: [14, "deg", "gloss", "memory"], visibleScatterPerCm: [28, "1/cm", "dairy", "memory"], stiffness: [0.15, "1", "crush", "estimate"] } }
  },
  marks: {
    bottle: { pet: [{ "stretch-blown": 1 }, "share", "process", "estimate"], pc: [{ "stretch-blown": 0.6, "extrusion-blown": 0.4 }, "share", "process", "estimate"], "*": [{ "extrusion-blown": 1 }, "share", "process", "estimate"] },
    cup: { pet: [{ thermoformed: 0.95, injected: 0.05 }, "share", "process", "estimate"], pla: [{ thermoformed: 0.95, injected: 0.05 }, "share", "process", "estimate"], pp: [{ thermoformed: 0.55, injected: 0.45 }, "share", "process", "estimate"], ps: [{ thermoformed: 0.65, injected: 0.35 }, "share", "process", "estimate"], hips: [{ thermoformed: 0.9, injected: 0.1 }, "share", "process", "estimate"], hdpe: [{ injected: 0.8, thermoformed: 0.2 }, "share", "process", "estimate"], ldpe: [{ injected: 0.8, thermoformed: 0.2 }, "share", "process", "estimate"], "*": [{ injected: 1 }, "share", "process", "estimate"] },
    tray: { pp: [{ thermoformed: 0.6, injected: 0.4 }, "share", "process", "estimate"], "*": [{ thermoformed: 1 }, "share", "process", "estimate"] },
    can: { "aluminium-lacquered": [{ drawn: 1 }, "share", "process", "estimate"], tinplate: [{ drawn: 0.45, "three-piece": 0.55 }, "share", "process", "estimate"], steel: [{ "three-piece": 0.8, drawn: 0.2 }, "share", "process", "estimate"], "*": [{ drawn: 1 }, "share", "process", "estimate"] },
    box: { board: [{ none: 1 }, "share", "process", "estimate"], carton: [{ none: 1 }, "share", "process", "estimate"], "*": [{ injected: 1 }, "share", "process", "estimate"] },
    part: { "pvc-p": [{ none: 0.6, injected: 0.4 }, "share", "process", "estimate"], "pvc-t": [{ none: 0.6, injected: 0.4 }, "share", "process", "estimate"], ptfe: [{ none: 1 }, "share", "process", "estimate"], copper: [{ none: 1 }, "share", "process", "estimate"], brass: [{ none: 1 }, "share", "process", "estimate"], zinc: [{ none: 1 }, "share", "process", "estimate"], "*": [{ injected: 0.9, none: 0.1 }, "share", "process", "estimate"] },
    "*": { "*": [{ none: 1 }, "share", "process", "estimate"] }
  },
  traces: {
    none: { seams: [0, "1", "traces", "memory"], seamMm: [0.5, "mm", "traces", "memory"], seamContrast: [0, "1", "traces", "estimate"], gateMm: [0, "mm", "traces", "memory"], gateContrast: [0, "1", "traces", "estimate"], pinchMm: [0, "mm", "traces", "memory"], handleShare: [0, "1", "traces", "memory"] },
    "stretch-blown": { seams: [2, "1", "traces", "memory"], seamMm: [0.3, "mm", "traces", "memory"], seamContrast: [0.12, "1", "traces", "estimate"], gateMm: [5, "mm", "traces", "memory"], gateContrast: [0.35, "1", "traces", "estimate"], pinchMm: [0, "mm", "traces", "memory"], handleShare: [0, "1", "traces", "memory"] },
    "extrusion-blown": { seams: [2, "1", "traces", "memory"], seamMm: [0.6, "mm", "traces", "memory"], seamContrast: [0.3, "1", "traces", "estimate"], gateMm: [0, "mm", "traces", "memory"], gateContrast: [0, "1", "traces", "estimate"], pinchMm: [1.2, "mm", "traces", "memory"], handleShare: [0.3, "1", "traces", "memory"] },
    injected: { seams: [0, "1", "traces", "memory"], seamMm: [0.5, "mm", "traces", "memory"], seamContrast: [0, "1", "traces", "estimate"], gateMm: [1.2, "mm", "traces", "memory"], gateContrast: [0.5, "1", "traces", "estimate"], pinchMm: [0, "mm", "traces", "memory"], handleShare: [0, "1", "traces", "memory"] },
    thermoformed: { seams: [0, "1", "traces", "memory"], seamMm: [0.5, "mm", "traces", "memory"], seamContrast: [0, "1", "traces", "estimate"], gateMm: [0, "mm", "traces", "memory"], gateContrast: [0, "1", "traces", "estimate"], pinchMm: [0, "mm", "traces", "memory"], handleShare: [0, "1", "traces", "memory"] },
    drawn: { seams: [0, "1", "traces", "memory"], seamMm: [0.5, "mm", "traces", "memory"], seamContrast: [0, "1", "traces", "estimate"], gateMm: [0, "mm", "traces", "memory"], gateContrast: [0, "1", "traces", "estimate"], pinchMm: [0, "mm", "traces", "memory"], handleShare: [0, "1", "traces", "memory"] },
    "three-piece": { seams: [1, "1", "traces", "memory"], seamMm: [1.5, "mm", "traces", "memory"], seamContrast: [0.55, "1", "traces", "estimate"], gateMm: [0, "mm", "traces", "memory"], gateContrast: [0, "1", "traces", "estimate"], pinchMm: [0, "mm", "traces", "memory"], handleShare: [0, "1", "traces", "memory"] }
  },
  crush: {
    pet: [{ facets: 0.75, dents: 0.15, folds: 0.1 }, "share", "crush", "memory"],
    petg: [{ facets: 0.6, folds: 0.4 }, "share", "crush", "memory"],
    pla: [{ shards: 0.6, folds: 0.4 }, "share", "crush", "memory"],
    pp: [{ folds: 0.6, dents: 0.4 }, "share", "crush", "memory"],
    "pp-talc": [{ folds: 0.6, shards: 0.4 }, "share", "crush", "memory"],
    hdpe: [{ dents: 0.8, folds: 0.2 }, "share", "crush", "memory"],
    ldpe: [{ dents: 0.85, folds: 0.15 }, "share", "crush", "memory"],
    ps: [{ shards: 0.9, folds: 0.1 }, "share", "crush", "memory"],
    hips: [{ folds: 0.6, shards: 0.4 }, "share", "crush", "memory"],
    abs: [{ shards: 0.7, dents: 0.3 }, "share", "crush", "memory"],
    pvc: [{ folds: 0.8, shards: 0.1, facets: 0.1 }, "share", "crush", "memory"],
    "pvc-p": [{ dents: 0.8, folds: 0.2 }, "share", "crush", "memory"],
    "pvc-t": [{ dents: 0.8, folds: 0.2 }, "share", "crush", "memory"],
    pc: [{ dents: 0.7, facets: 0.3 }, "share", "crush", "memory"],
    pmma: [{ shards: 1 }, "share", "crush", "memory"],
    pa: [{ dents: 0.7, folds: 0.3 }, "share", "crush", "memory"],
    pom: [{ shards: 0.6, dents: 0.4 }, "share", "crush", "memory"],
    pbt: [{ shards: 0.7, dents: 0.3 }, "share", "crush", "memory"],
    ptfe: [{ dents: 0.8, folds: 0.2 }, "share", "crush", "memory"],
    eva: [{ dents: 1 }, "share", "crush", "memory"],
    multilayer: [{ wrinkles: 1 }, "share", "crush", "memory"],
    "aluminium-lacquered": [{ facets: 0.85, dents: 0.15 }, "share", "crush", "memory"],
    tinplate: [{ shallow: 0.85, dents: 0.15 }, "share", "crush", "memory"],
    steel: [{ shallow: 1 }, "share", "crush", "memory"],
    aluminium: [{ facets: 1 }, "share", "crush", "memory"],
    glass: [{ shards: 1 }, "share", "crush", "memory"],
    board: [{ folds: 1 }, "share", "crush", "memory"],
    carton: [{ folds: 1 }, "share", "crush", "memory"],
    paper: [{ crumples: 1 }, "share", "crush", "memory"],
    newsprint: [{ crumples: 1 }, "share", "crush", "memory"]
  },
  goods: {
    "bottle-clear": { pet: [{ water: 0.4, "soft-drink": 0.35, juice: 0.15, oil: 0.1 }, "share", "goods", "estimate"], pvc: [{ water: 0.15, oil: 0.45, shampoo: 0.4 }, "share", "goods", "estimate"], pc: [{ water: 0.7, milk: 0.3 }, "share", "goods", "estimate"] },
    "bottle-tinted": { pet: [{ water: 0.5, "soft-drink": 0.5 }, "share", "goods", "estimate"] },
    "bottle-white": { pet: [{ milk: 0.3, shampoo: 0.7 }, "share", "goods", "estimate"], hdpe: [{ milk: 0.4, detergent: 0.4, shampoo: 0.2 }, "share", "goods", "estimate"], pp: [{ shampoo: 0.5, oil: 0.2, detergent: 0.3 }, "share", "goods", "estimate"], ldpe: [{ shampoo: 0.7, oil: 0.3 }, "share", "goods", "estimate"] },
    "bottle-coloured": { hdpe: [{ detergent: 0.7, shampoo: 0.3 }, "share", "goods", "estimate"], pp: [{ shampoo: 0.6, detergent: 0.4 }, "share", "goods", "estimate"], ldpe: [{ shampoo: 0.6, oil: 0.4 }, "share", "goods", "estimate"] },
    "bottle-natural": { hdpe: [{ milk: 0.55, detergent: 0.25, water: 0.2 }, "share", "goods", "estimate"], ldpe: [{ oil: 0.45, shampoo: 0.4, milk: 0.15 }, "share", "goods", "estimate"] },
    "cup-clear": { pet: [{ "cold-drink": 0.6, berries: 0.4 }, "share", "goods", "estimate"], pla: [{ "cold-drink": 0.85, berries: 0.15 }, "share", "goods", "estimate"], pp: [{ "cold-drink": 0.55, yogurt: 0.45 }, "share", "goods", "estimate"], ps: [{ "cold-drink": 0.65, yogurt: 0.35 }, "share", "goods", "estimate"], pc: [{ "cold-drink": 1 }, "share", "goods", "estimate"], pmma: [{ "cold-drink": 1 }, "share", "goods", "estimate"] },
    "cup-white": { hips: [{ yogurt: 0.55, "cold-drink": 0.45 }, "share", "goods", "estimate"], pp: [{ yogurt: 0.4, margarine: 0.35, "cold-drink": 0.25 }, "share", "goods", "estimate"], pla: [{ "cold-drink": 0.85, yogurt: 0.15 }, "share", "goods", "estimate"], hdpe: [{ margarine: 0.5, yogurt: 0.3, "cold-drink": 0.2 }, "share", "goods", "estimate"], ldpe: [{ margarine: 0.6, yogurt: 0.4 }, "share", "goods", "estimate"] },
    "tray-coloured": { pet: [{ berries: 0.4, meat: 0.4, "ready-meal": 0.2 }, "share", "goods", "estimate"], pp: [{ "ready-meal": 0.55, meat: 0.35, berries: 0.1 }, "share", "goods", "estimate"], hips: [{ meat: 0.6, berries: 0.2, "ready-meal": 0.2 }, "share", "goods", "estimate"], abs: [{ none: 0.8, "ready-meal": 0.2 }, "share", "goods", "estimate"] },
    "tray-black": { pet: [{ "ready-meal": 0.5, meat: 0.5 }, "share", "goods", "estimate"], pp: [{ "ready-meal": 0.6, meat: 0.4 }, "share", "goods", "estimate"], hips: [{ meat: 0.7, "ready-meal": 0.3 }, "share", "goods", "estimate"] },
    "can-lacquered": { "aluminium-lacquered": [{ "soft-drink": 0.85, food: 0.15 }, "share", "goods", "estimate"], tinplate: [{ food: 0.65, "soft-drink": 0.35 }, "share", "goods", "estimate"] },
    "can-tin": { steel: [{ food: 1 }, "share", "goods", "estimate"] },
    "glass-clear": { "*": [{ water: 0.2, "soft-drink": 0.3, oil: 0.5 }, "share", "goods", "estimate"] },
    "glass-green": { "*": [{ water: 0.3, oil: 0.7 }, "share", "goods", "estimate"] },
    "glass-brown": { "*": [{ "soft-drink": 0.7, oil: 0.3 }, "share", "goods", "estimate"] }
  },
  habits: {
    none: { label: "print", labelled: [0, "1", "label", "memory"], cover: [[0, 0], "1", "label", "memory"], hue: [0.6, "turn", "label", "estimate"], hueShare: [0, "1", "label", "estimate"], capped: [0, "1", "label", "estimate"] },
    water: { label: "wrap", labelled: [0.75, "1", "label", "memory"], cover: [[0.1, 0.3], "1", "label", "memory"], hue: [0.62, "turn", "label", "estimate"], hueShare: [0.6, "1", "label", "estimate"], capped: [0.65, "1", "label", "estimate"] },
    "soft-drink": { label: "wrap", labelled: [0.75, "1", "label", "memory"], cover: [[0.15, 0.35], "1", "label", "memory"], hue: [0, "turn", "label", "estimate"], hueShare: [0.35, "1", "label", "estimate"], capped: [0.65, "1", "label", "estimate"] },
    juice: { label: "sleeve", labelled: [0.9, "1", "label", "memory"], cover: [[0.4, 1], "1", "label", "memory"], hue: [0.1, "turn", "label", "estimate"], hueShare: [0.5, "1", "label", "estimate"], capped: [0.65, "1", "label", "estimate"] },
    milk: { label: "wrap", labelled: [0.7, "1", "label", "memory"], cover: [[0.1, 0.35], "1", "label", "memory"], hue: [0.6, "turn", "label", "estimate"], hueShare: [0.5, "1", "label", "estimate"], capped: [0.65, "1", "label", "estimate"] },
    detergent: { label: "sticker", labelled: [0.8, "1", "label", "memory"], cover: [[0.2, 0.5], "1", "label", "memory"], hue: [0.6, "turn", "label", "estimate"], hueShare: [0.25, "1", "label", "estimate"], capped: [0.65, "1", "label", "estimate"] },
    shampoo: { label: "sticker", labelled: [0.75, "1", "label", "memory"], cover: [[0.15, 0.6], "1", "label", "memory"], hue: [0.5, "turn", "label", "estimate"], hueShare: [0.1, "1", "label", "estimate"], capped: [0.65, "1", "label", "estimate"] },
    oil: { label: "sticker", labelled: [0.75, "1", "label", "memory"], cover: [[0.2, 0.4], "1", "label", "memory"], hue: [0.15, "turn", "label", "estimate"], hueShare: [0.4, "1", "label", "estimate"], capped: [0.65, "1", "label", "estimate"] },
    yogurt: { label: "print", labelled: [0.9, "1", "label", "memory"], cover: [[0.6, 0.95], "1", "label", "memory"], hue: [0.95, "turn", "label", "estimate"], hueShare: [0.25, "1", "label", "estimate"], capped: [0, "1", "label", "estimate"] },
    margarine: { label: "in-mould", labelled: [0.95, "1", "label", "memory"], cover: [[0.8, 1], "1", "label", "memory"], hue: [0.15, "turn", "label", "estimate"], hueShare: [0.4, "1", "label", "estimate"], capped: [0.4, "1", "label", "estimate"] },
    "cold-drink": { label: "print", labelled: [0.4, "1", "label", "memory"], cover: [[0.05, 0.3], "1", "label", "memory"], hue: [0.33, "turn", "label", "estimate"], hueShare: [0.3, "1", "label", "estimate"], capped: [0.2, "1", "label", "estimate"] },
    berries: { label: "sticker", labelled: [0.5, "1", "label", "memory"], cover: [[0.05, 0.25], "1", "label", "memory"], hue: [0.98, "turn", "label", "estimate"], hueShare: [0.3, "1", "label", "estimate"], capped: [0.6, "1", "label", "estimate"] },
    meat: { label: "sticker", labelled: [0.55, "1", "label", "memory"], cover: [[0.05, 0.3], "1", "label", "memory"], hue: [0, "turn", "label", "estimate"], hueShare: [0.3, "1", "label", "estimate"], capped: [0.2, "1", "label", "estimate"] },
    "ready-meal": { label: "sticker", labelled: [0.5, "1", "label", "memory"], cover: [[0.05, 0.3], "1", "label", "memory"], hue: [0.05, "turn", "label", "estimate"], hueShare: [0.2, "1", "label", "estimate"], capped: [0.2, "1", "label", "estimate"] },
    food: { label: "wrap", labelled: [0.6, "1", "label", "memory"], cover: [[0.75, 0.9], "1", "label", "memory"], hue: [0.03, "turn", "label", "estimate"], hueShare: [0.4, "1", "label", "estimate"], capped: [0, "1", "label", "estimate"] }
  }
};

// sim/materials/shares.ts
function meanOfShares(all) {
  const mean3 = {};
  for (const shares of all)
    for (const [word, share2] of Object.entries(shares)) mean3[word] = (mean3[word] ?? 0) + share2 / all.length;
  return mean3;
}
function blendOfShares(from, to, weight) {
  if (weight <= 0) return from;
  if (weight >= 1) return to;
  const words = /* @__PURE__ */ new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries(
    [...words].map((word) => [word, (1 - weight) * (from[word] ?? 0) + weight * (to[word] ?? 0)])
  );
}
function pickShare(shares, u) {
  const words = Object.keys(shares).sort();
  let left = u;
  for (const word of words) {
    left -= shares[word];
    if (left < 0) return word;
  }
  return words[words.length - 1];
}

// sim/materials/appearance.ts
var FULL_COUPLING = 1;
var cueNames = Object.keys(appearance_default.numbers);
var scales = appearance_default.numbers;
var data2 = appearance_default;
var { substances, exceptions, marks, crush: crushes } = data2;
function entryOf({ substance, optics }) {
  const kin = optics.kind === "layer" ? "other" : optics.kind;
  return substances[substance] ?? substances[kin];
}
function ownCues(material) {
  const entry = entryOf(material);
  const special = exceptions[material.look.id]?.[material.substance];
  return perCue((cue) => (special?.[cue] ?? entry[cue])[0]);
}
function perCue(of) {
  return Object.fromEntries(cueNames.map((cue) => [cue, of(cue)]));
}
function ownMarks({ look, substance }) {
  const byShape = marks[look.shape] ?? marks["*"];
  return (byShape[substance] ?? byShape["*"])[0];
}
function ownCrush({ look, substance }) {
  if (look.shape === "film" || look.shape === "bag") return { wrinkles: 1 };
  return crushes[substance]?.[0] ?? { none: 1 };
}
var known = new Map(
  materials.map((material) => [material.id, knownOf(material)])
);
function knownOf(material) {
  const alike = materials.filter(({ look }) => look.id === material.look.id);
  const all = alike.map(ownCues);
  const mean3 = perCue((cue) => meanOf(cue, all));
  return {
    own: ownCues(material),
    mean: mean3,
    ownMarks: ownMarks(material),
    meanMarks: meanOfShares(alike.map(ownMarks)),
    ownCrush: ownCrush(material),
    meanCrush: meanOfShares(alike.map(ownCrush))
  };
}
function meanOf(cue, all) {
  if (all.length === 1) return all[0][cue];
  const mean3 = (of) => all.reduce((sum, cues) => sum + of(cues[cue]), 0) / all.length;
  return scales[cue].scale === "log" ? Math.exp(mean3(Math.log)) : mean3((value) => value);
}
function cuesOf({ id }, lookCoupling) {
  const { own, mean: mean3 } = known.get(id);
  return perCue((cue) => {
    const [from, to] = [mean3[cue], own[cue]];
    if (lookCoupling <= 0) return from;
    if (lookCoupling >= 1) return to;
    if (scales[cue].scale === "log") return from * Math.exp(lookCoupling * Math.log(to / from));
    return from + lookCoupling * (to - from);
  });
}
var draw = {
  mark: 30,
  crush: 31,
  stain: 32,
  tear: 33,
  dent: 34,
  lid: 35,
  corrosion: 36
};
function isOneOf(word, words) {
  const found = words.find((one) => one === word);
  if (found === void 0)
    throw new Error(`appearance.json: unknown word "${word}", one of ${words.join(", ")}`);
  return found;
}
function keyOf(seed2) {
  return drawKey(seed2, 0, "materials/item", "appearance");
}
function spreadOf(key, itemId, cues) {
  return perCue((cue) => {
    const { scale, spread } = scales[cue];
    if (spread === 0) return cues[cue];
    const z = normalAt(key, itemId, cueNames.indexOf(cue));
    return cues[cue] * (scale === "log" ? Math.exp(spread * z) : Math.max(0, 1 + spread * z));
  });
}
function drawAppearance(seed2, itemId, material, lookCoupling) {
  const key = keyOf(seed2);
  const { ownMarks: ownMarks2, meanMarks, ownCrush: ownCrush2, meanCrush, mean: mean3 } = known.get(material.id);
  const cues = spreadOf(key, itemId, cuesOf(material, lookCoupling));
  const at3 = (place4) => uniformAt(key, itemId, place4);
  const mark = pickShare(blendOfShares(meanMarks, ownMarks2, lookCoupling), at3(draw.mark));
  const crush2 = pickShare(blendOfShares(meanCrush, ownCrush2, lookCoupling), at3(draw.crush));
  return {
    lookCoupling,
    visibleIndex: cues.visibleIndex,
    tintRedPerMm: cues.tintRedPerMm,
    tintGreenPerMm: cues.tintGreenPerMm,
    tintBluePerMm: cues.tintBluePerMm,
    bodyHaze: Math.min(0.98, cues.bodyHaze),
    visibleScatterScale: cues.visibleScatterPerCm / mean3.visibleScatterPerCm,
    glossSigmaDeg: Math.min(40, cues.glossSigmaDeg),
    stiffness: Math.min(1, cues.stiffness),
    foldWhitening: cues.foldWhitening,
    processMark: isOneOf(mark, processMarks),
    crushKind: isOneOf(crush2, crushKinds),
    stainProneness: at3(draw.stain),
    tearProneness: at3(draw.tear),
    dentProneness: at3(draw.dent),
    lidHold: at3(draw.lid),
    ownCorrosion: at3(draw.corrosion) < lookCoupling ? 1 : 0
  };
}

// sim/materials/damage.ts
var grades = ["reuse", "repair", "recycle-high", "recycle-low", "recover", "dispose"];
var STATE_COUNT = 10;
function stateOf(item) {
  return Math.min(STATE_COUNT - 1, Math.floor(item.damage * STATE_COUNT));
}
function contaminationOf(item) {
  return 1 - Math.exp(-Math.LN2 * item.soilGPerM2 / 20);
}
var SOIL_WEIGHT = 0.4;
function qualityOf(item) {
  const clean = 1 - SOIL_WEIGHT * contaminationOf(item);
  const dry = 1 / (1 + item.moistureKgPerKg);
  return (1 - item.damage) * clean * dry;
}
var BLACK_PCT = 0.5;
function gradeOf(item) {
  const black = item.carbonBlackPct >= BLACK_PCT;
  return gradeFor(materialById(item.materialId), {
    state: stateOf(item),
    soil: contaminationOf(item),
    black
  });
}
function gradeBelieved(material, state, quality) {
  const undamaged = 1 - (state + 0.5) / STATE_COUNT;
  const soil = Math.min(1, Math.max(0, (1 - quality / undamaged) / SOIL_WEIGHT));
  const black = material.look.colours.every(
    ({ pigments: pigments3 }) => (pigments3.carbonBlackPct?.[0] ?? 0) >= BLACK_PCT
  );
  return gradeFor(material, { state, soil, black });
}
function gradeFor({ fate }, { state, soil, black }) {
  if (fate.reusable && state <= 1 && soil < 0.5) return "reuse";
  if (fate.repairable && state <= 4) return "repair";
  if (fate.recycling === "high" && state <= 6 && soil < 0.6 && !black) return "recycle-high";
  if (fate.recycling !== "none" && state <= 8 && soil < 0.9) return "recycle-low";
  return fate.heatingValueMJPerKg >= 8 ? "recover" : "dispose";
}

// sim/materials/goods.ts
var { goods: goodsOf, habits } = appearance_default;
function ownGoods({ look, substance }) {
  const ofLook = goodsOf[look.id];
  return (ofLook?.[substance] ?? ofLook?.["*"])?.[0] ?? { none: 1 };
}
var known2 = new Map(
  materials.map((material) => {
    const alike = materials.filter(({ look }) => look.id === material.look.id);
    return [material.id, { own: ownGoods(material), mean: meanOfShares(alike.map(ownGoods)) }];
  })
);
var draw2 = {
  goods: 0,
  labelled: 1,
  cover: 2,
  favourite: 3,
  hue: 4,
  light: 5,
  capped: 6,
  capHue: 7
};
function saturated(hue2, lightness) {
  const channel = (shift) => {
    const h = (hue2 * 6 + shift) % 6;
    const ramp = Math.min(1, Math.max(0, Math.abs(h - 3) - 1));
    return lightness * (0.25 + 0.75 * ramp);
  };
  return [channel(0), channel(4), channel(2)];
}
var WHITE_CAPS = 0.35;
var BLUE_CAPS = 0.3;
function capColour(u) {
  if (u < WHITE_CAPS) return [0.93, 0.93, 0.92];
  if (u < WHITE_CAPS + BLUE_CAPS) return [0.1, 0.25, 0.65];
  return saturated((u - WHITE_CAPS - BLUE_CAPS) / (1 - WHITE_CAPS - BLUE_CAPS), 0.85);
}
function plainLabel({ look }) {
  if (look.shape === "bottle") return "wrap";
  return look.texture === "fibre" || look.texture === "flute" || look.shape === "can" ? "print" : "sticker";
}
function drawGoods(seed2, itemId, material, lookCoupling) {
  const key = drawKey(seed2, 0, "materials/item", "goods");
  const at3 = (place4) => uniformAt(key, itemId, place4);
  const { own, mean: mean3 } = known2.get(material.id);
  const name = pickShare(blendOfShares(mean3, own, lookCoupling), at3(draw2.goods));
  const goods2 = goods.find((one) => one === name) ?? "none";
  const habit = habits[goods2];
  const [capRed, capGreen, capBlue] = capColour(at3(draw2.capHue));
  const cap = { capped: at3(draw2.capped) < habit.capped[0] ? 1 : 0, capRed, capGreen, capBlue };
  if (goods2 === "none") return { goods: goods2, labelKind: plainLabel(material), ...cap };
  const [low, high] = habit.cover[0];
  const labelCover = at3(draw2.labelled) < habit.labelled[0] ? low + (high - low) * at3(draw2.cover) : 0;
  const favourite = at3(draw2.favourite) < habit.hueShare[0];
  const hue2 = favourite ? habit.hue[0] + 0.08 * (at3(draw2.hue) - 0.5) + 1 : at3(draw2.hue);
  const [labelRed, labelGreen, labelBlue] = saturated(hue2 % 1, 0.35 + 0.6 * at3(draw2.light));
  const labelKind = material.look.shape === "can" && goods2 === "soft-drink" ? "print" : habit.label;
  return {
    goods: goods2,
    labelKind,
    labelCover: labelKind === "print" && material.look.shape === "can" ? 0.9 + 0.1 * at3(draw2.cover) : labelCover,
    ...{ labelRed, labelGreen, labelBlue },
    ...cap
  };
}

// sim/materials/material.ts
var pigmentNames = Object.keys(pigments);

// sim/materials/body.ts
var draw3 = {
  length: 0,
  width: 1,
  thickness: 2,
  density: 3,
  roughness: 4,
  scatter: 5,
  scatterExponent: 6,
  colour: 7,
  labelled: 8,
  labelCover: 9,
  labelHue: 10,
  labelLight: 11,
  crumple: 12,
  yaw: 13,
  pitch: 14,
  pigment: 20
};
function linear(range3, u) {
  return range3[0] + (range3[1] - range3[0]) * u;
}
function logarithmic(range3, u) {
  return range3[0] * Math.exp(u * Math.log(range3[1] / range3[0]));
}
function pickColour(look, u) {
  let left = u;
  for (const colour of look.colours) {
    left -= colour.share;
    if (left < 0) return colour;
  }
  return look.colours[look.colours.length - 1];
}
function drawPigments(colour, at3) {
  const pigments3 = {};
  pigmentNames.forEach((name, i) => {
    const range3 = colour.pigments[name];
    pigments3[name] = range3 ? linear(range3, at3(draw3.pigment + i)) : 0;
  });
  return pigments3;
}
var wallArea = {
  bottle: (l, w) => Math.PI * w * l * 0.9 + Math.PI * w * w / 4,
  cup: (l, w) => Math.PI * w * l * 0.9 + Math.PI * w * w / 4,
  can: (l, w) => Math.PI * w * l + Math.PI * w * w / 2,
  tube: (l, w) => Math.PI * w * l,
  tray: (l, w) => 1.4 * l * w,
  box: (l, w) => 2.4 * l * w,
  film: (l, w) => 1.3 * l * w,
  bag: (l, w) => 2.4 * l * w,
  sheet: (l, w) => l * w,
  block: (l, w) => l * w,
  cloth: (l, w) => 1.5 * l * w,
  part: (l, w) => 1.6 * l * w,
  shard: (l, w) => 0.7 * l * w
};
function substanceDraws(seed2, itemId, material) {
  const key = drawKey(seed2, 0, "materials/item", "substance");
  const { optics } = material;
  const spread = uniformAt(key, itemId, 0) + uniformAt(key, itemId, 1) + uniformAt(key, itemId, 2) - 1.5;
  return {
    alphaScale: 1 + 0.1 * spread,
    blendShare: optics.bands.length > 1 ? linear(optics.blendShare, uniformAt(key, itemId, 3)) : 0,
    talcPct: linear(optics.talcPct, uniformAt(key, itemId, 4)),
    crystallinity: linear(optics.crystallinity, uniformAt(key, itemId, 5)),
    coatingUm: linear(optics.coatingUm, uniformAt(key, itemId, 6))
  };
}
function drawForm(look, key, itemId) {
  const at3 = (index) => uniformAt(key, itemId, index);
  const colour = pickColour(look, at3(draw3.colour));
  const [red, green, blue] = saturated(at3(draw3.labelHue), 0.35 + 0.6 * at3(draw3.labelLight));
  const labelled2 = at3(draw3.labelled) < look.labelShare;
  return {
    lengthM: linear(look.lengthM, at3(draw3.length)),
    widthM: linear(look.widthM, at3(draw3.width)),
    thicknessM: logarithmic(look.thicknessM, at3(draw3.thickness)),
    relativeDensity: logarithmic(look.relativeDensity, at3(draw3.density)),
    freshRoughnessUm: logarithmic(look.roughnessUm, at3(draw3.roughness)),
    scatterPerCm: logarithmic(look.scatterPerCm, at3(draw3.scatter)),
    scatterExponent: linear(look.scatterExponent, at3(draw3.scatterExponent)),
    crumple: linear(look.crumple, at3(draw3.crumple)),
    yawRad: (at3(draw3.yaw) - 0.5) * Math.PI,
    pitchRad: (at3(draw3.pitch) - 0.5) * 0.4,
    labelCover: labelled2 ? linear(look.labelCover, at3(draw3.labelCover)) : 0,
    labelRed: red,
    labelGreen: green,
    labelBlue: blue,
    colour: colour.name,
    ...drawPigments(colour, at3)
  };
}
var asNew = {
  sunYears: 0,
  brownSpots: 0,
  chalk: 0,
  glossLeft: 1,
  colourLeft: 1,
  inkYellowLeft: 1,
  inkMagentaLeft: 1,
  inkCyanLeft: 1,
  stainCover: 0,
  stainKind: "none",
  tears: 0,
  dents: 0,
  breaks: 0,
  lidMissing: 0
};
function drawBody(seed2, itemId, material, lookCoupling) {
  const { look, thermal: thermal2 } = material;
  const form = drawForm(look, drawKey(seed2, 0, "materials/item", "look"), itemId);
  const appearance = drawAppearance(seed2, itemId, material, lookCoupling);
  const area = wallArea[look.shape](form.lengthM, form.widthM);
  return {
    itemId,
    materialId: material.id,
    shape: look.shape,
    ...form,
    wallCount: look.wallCount,
    massKg: area * form.thicknessM * form.relativeDensity * thermal2.densityKgPerM3,
    ...substanceDraws(seed2, itemId, material),
    ...drawGoods(seed2, itemId, material, lookCoupling),
    ...appearance,
    ...asNew,
    haze: appearance.bodyHaze,
    oxidation: 0,
    yellowingPerMm: 0,
    lignin: 1,
    crackPerMm: 0,
    wear: 0,
    roughnessUm: form.freshRoughnessUm,
    corrosionUm: 0,
    corrosionKind: "none",
    chainRatio: 1,
    plasticiserLoss: 0,
    delaminationUm: 0,
    damage: 0,
    ageYears: 0,
    moistureKgPerKg: 0,
    waterFilmUm: 0,
    soilGPerM2: 0,
    soilType: "dust",
    tempK: 293.15,
    oxidationDose: 0,
    greyingDose: 0,
    wearDose: 0,
    corrosionDose: 0,
    chainDose: 0,
    delaminationDose: 0,
    oxidationSensitivity: 1,
    greyingSensitivity: 1,
    wearSensitivity: 1,
    corrosionSensitivity: 1,
    chainSensitivity: 1,
    delaminationSensitivity: 1
  };
}

// sim/materials/data/places.json
var places_default = {
  about: "Where items are kept: mean temperature (K) and relative humidity, mean UV 300-400 nm over day and night (W/m2), share of wet time, handling cycles and washes a year, ISO 9223 class as a number (1 = C1), soiling (g/m2/yr). All from memory or estimated.",
  places: {
    warehouse: { tempK: 288, tempSpreadK: 2, rh: 0.55, uvWPerM2: 1e-3, uvSpreadLn: 0.5, wetFraction: 0, cyclesPerYear: 4, corrosivity: 1.5, soilGPerM2PerYear: 0.3, washPerYear: 0, soilTypes: ["dust"], source: "central European climate, from memory" },
    kitchen: { tempK: 294, tempSpreadK: 2, rh: 0.5, uvWPerM2: 0.03, uvSpreadLn: 0.8, wetFraction: 0.02, cyclesPerYear: 150, corrosivity: 2, soilGPerM2PerYear: 40, washPerYear: 150, soilTypes: ["fat", "sugar"], source: "central European climate, from memory" },
    "living-room": { tempK: 294, tempSpreadK: 2, rh: 0.45, uvWPerM2: 0.05, uvSpreadLn: 0.8, wetFraction: 0, cyclesPerYear: 40, corrosivity: 1.5, soilGPerM2PerYear: 2, washPerYear: 4, soilTypes: ["dust"], source: "central European climate, from memory" },
    wear: { tempK: 297, tempSpreadK: 2, rh: 0.5, uvWPerM2: 0.15, uvSpreadLn: 0.8, wetFraction: 0.05, cyclesPerYear: 80, corrosivity: 1.5, soilGPerM2PerYear: 20, washPerYear: 40, soilTypes: ["dust", "clay", "fat"], source: "central European climate, from memory" },
    vehicle: { tempK: 292, tempSpreadK: 3, rh: 0.5, uvWPerM2: 0.8, uvSpreadLn: 0.5, wetFraction: 0.05, cyclesPerYear: 100, corrosivity: 2.5, soilGPerM2PerYear: 8, washPerYear: 6, soilTypes: ["dust", "clay", "soot"], source: "central European climate, from memory" },
    outdoor: { tempK: 283, tempSpreadK: 2, rh: 0.76, uvWPerM2: 6, uvSpreadLn: 0.4, wetFraction: 0.25, cyclesPerYear: 30, corrosivity: 3, soilGPerM2PerYear: 12, washPerYear: 12, soilTypes: ["dust", "clay", "biofilm"], source: "mean UV (300-400 nm) of 190 MJ/m2/yr and C3 town air; central European climate, from memory" },
    street: { tempK: 283, tempSpreadK: 3, rh: 0.76, uvWPerM2: 5, uvSpreadLn: 0.5, wetFraction: 0.25, cyclesPerYear: 600, corrosivity: 3.3, soilGPerM2PerYear: 36, washPerYear: 12, soilTypes: ["clay", "dust", "soot"], source: "central European climate, from memory" },
    bin: { tempK: 288, tempSpreadK: 4, rh: 0.85, uvWPerM2: 1e-3, uvSpreadLn: 0.5, wetFraction: 0.3, cyclesPerYear: 100, corrosivity: 2.5, soilGPerM2PerYear: 45, washPerYear: 0, soilTypes: ["fat", "sugar", "biofilm"], source: "a mixed household bin; estimated" },
    container: { tempK: 285, tempSpreadK: 4, rh: 0.75, uvWPerM2: 0.01, uvSpreadLn: 0.5, wetFraction: 0.15, cyclesPerYear: 50, corrosivity: 2.5, soilGPerM2PerYear: 12, washPerYear: 0, soilTypes: ["dust", "clay"], source: "a separate collection container; estimated" },
    lorry: { tempK: 286, tempSpreadK: 4, rh: 0.7, uvWPerM2: 1e-3, uvSpreadLn: 0.5, wetFraction: 0.05, cyclesPerYear: 700, corrosivity: 2.5, soilGPerM2PerYear: 60, washPerYear: 0, soilTypes: ["dust", "clay"], source: "compaction counts as handling; estimated" }
  }
};

// sim/materials/stay.ts
var environments = places_default.places;
var YEAR_S = 31557600;
var DAY_S = 86400;

// sim/materials/history.ts
var OUTDOOR_EPISODE = 0.25;
function drawStay(placeId, durationS, key, itemId, index) {
  const place4 = environments[placeId];
  if (!place4)
    throw new Error(`unknown place "${placeId}"; places.json has ${Object.keys(environments).join(", ")}`);
  const at3 = index * 8;
  const soil = place4.soilTypes[Math.floor(uniformAt(key, itemId, at3) * place4.soilTypes.length)];
  const rh = place4.rh + 0.06 * normalAt(key, itemId, at3 + 1);
  return {
    place: placeId,
    durationS,
    tempK: place4.tempK + place4.tempSpreadK * normalAt(key, itemId, at3 + 2),
    rh: Math.min(0.95, Math.max(0.1, rh)),
    uvWPerM2: place4.uvWPerM2 * Math.exp(place4.uvSpreadLn * normalAt(key, itemId, at3 + 3)),
    wetFraction: place4.wetFraction,
    cyclesPerYear: place4.cyclesPerYear * Math.exp(0.4 * normalAt(key, itemId, at3 + 4)),
    corrosivity: Math.max(1, place4.corrosivity + 0.4 * normalAt(key, itemId, at3 + 5)),
    soilGPerM2PerYear: place4.soilGPerM2PerYear * Math.exp(0.7 * normalAt(key, itemId, at3 + 6)),
    washPerYear: place4.washPerYear,
    soilType: soil
  };
}
function drawLife(seed2, itemId, look) {
  const key = drawKey(seed2, 0, "materials/item", "life");
  const choice = drawKey(seed2, 0, "materials/item", "life-choice");
  const at3 = (index) => uniformAt(choice, itemId, index);
  const outdoors = at3(0) < OUTDOOR_EPISODE;
  const share2 = outdoors ? 0.1 + 0.5 * at3(1) : 0;
  const discard = at3(2) < 0.5 ? "bin" : "container";
  const stays = [
    drawStay("warehouse", (20 + 180 * at3(3)) * DAY_S, key, itemId, 0),
    drawStay(look.use, YEAR_S, key, itemId, 1),
    drawStay(discard, (1 + 20 * at3(4)) * DAY_S, key, itemId, 3),
    drawStay("lorry", (0.2 + 1.5 * at3(5)) * DAY_S, key, itemId, 4)
  ];
  if (!outdoors) return { stays, useShare: [0, 1, 0, 0] };
  stays.splice(2, 0, drawStay("street", YEAR_S, key, itemId, 2));
  return { stays, useShare: [0, 1 - share2, share2, 0, 0] };
}

// sim/materials/data/kinetics.json
var kinetics_default = {
  about: "Laws of ageing. Rates per year at 298.15 K, 50 % relative humidity and a mean 7 W/m2 of UV (300-400 nm, the outdoor mean of a sunny year); end = state at which this mechanism alone has used up the item.",
  laws: {
    "photo-packaging": { drives: "oxidation", driver: "light", form: "linear", ratePerYear: 0.8, activationKJPerMol: 27, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0.5, humidity: "none", humidityCoefficient: 0, induction: 0.1, exponent: 1, firstYear: [], product: "none", end: 1, source: "Francois-Heude et al. 2014, Polym. Degrad. Stab. 100, 10 (form, exponent 1/2, Ea 27 kJ/mol); rate: unstabilised packaging embrittles in about 15 months outdoors, one value for all packaging so that looks stay alike", doubt: "estimate" },
    "photo-stabilised": { drives: "oxidation", driver: "light", form: "linear", ratePerYear: 0.16, activationKJPerMol: 27, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0.5, humidity: "none", humidityCoefficient: 0, induction: 0.1, exponent: 1, firstYear: [], product: "none", end: 1, source: "as photo-packaging with a light stabiliser that makes it five times slower; estimated", doubt: "estimate" },
    "photo-styrenic": { drives: "oxidation", driver: "light", form: "linear", ratePerYear: 0.9, activationKJPerMol: 40, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0.7, humidity: "none", humidityCoefficient: 0, induction: 0.05, exponent: 1, firstYear: [], product: "none", end: 1, source: "form as for polypropylene; rate for ABS and HIPS housings from memory", doubt: "estimate" },
    "photo-glazing": { drives: "oxidation", driver: "light", form: "linear", ratePerYear: 0.12, activationKJPerMol: 23, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 1, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 1, source: "PC: yellowness +6 at 0.83-1.43 MJ/m2 (340 nm), Ea 17-29 kJ/mol; divided by 8 for a stabilised skin", doubt: "estimate" },
    "photo-pur": { drives: "oxidation", driver: "light", form: "first-order", ratePerYear: 4, activationKJPerMol: 30, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0.7, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "polyurethane foam browns within months; from memory", doubt: "estimate" },
    "paper-light": { drives: "oxidation", driver: "light", form: "first-order", ratePerYear: 20, activationKJPerMol: 15, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 1, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.97, source: "lignin-rich paper yellows in days to weeks of sun, 1 - exp(-H/H0); from memory", doubt: "memory" },
    "paper-light-lignin-free": { drives: "oxidation", driver: "light", form: "first-order", ratePerYear: 0.4, activationKJPerMol: 15, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 1, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.97, source: "lignin-free paper 50 times slower than newsprint; from memory", doubt: "memory" },
    "textile-light": { drives: "oxidation", driver: "light", form: "first-order", ratePerYear: 1.2, activationKJPerMol: 20, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 1, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.97, source: "dye fading first order in dose; from memory", doubt: "estimate" },
    "wood-greying": { drives: "greying", driver: "light", form: "first-order", ratePerYear: 2.2, activationKJPerMol: 10, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 1, humidity: "power", humidityCoefficient: 0.5, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.97, source: "first order in UV dose, products washed by rain; spruce falls from b* 21 to 13 and 8 in 6 and 12 months (memory); end states from the USGS cedar shake series (Kokaly et al. 2017)", doubt: "derived" },
    "rubber-ozone": { drives: "oxidation", driver: "time", form: "linear", ratePerYear: 0.1, activationKJPerMol: 90, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 1, source: "Arrhenius, natural rubber in air Ea 90 kJ/mol (material table)", doubt: "table" },
    "stone-weathering": { drives: "wear", driver: "time", form: "saturating", ratePerYear: 0.03, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "slow surface wear of stone; from memory", doubt: "estimate" },
    "abrasion-plastic": { drives: "wear", driver: "wear", form: "saturating", ratePerYear: 25e-4, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "H = Hm (1 - exp(-n/n0)); n0 in handling cycles, estimated", doubt: "estimate" },
    "abrasion-glazing": { drives: "wear", driver: "wear", form: "saturating", ratePerYear: 0.0125, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "bare PC n0 80 Taber cycles, Hm 45 %; from memory", doubt: "memory" },
    "abrasion-glass": { drives: "wear", driver: "wear", form: "saturating", ratePerYear: 2e-4, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "glass n0 5000 cycles; from memory", doubt: "memory" },
    "abrasion-metal": { drives: "wear", driver: "wear", form: "saturating", ratePerYear: 6666666666666666e-19, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "as plastics, harder; estimated", doubt: "estimate" },
    "wear-paper": { drives: "wear", driver: "wear", form: "saturating", ratePerYear: 0.016666666666666666, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "folding and handling; estimated", doubt: "estimate" },
    "wear-textile": { drives: "wear", driver: "wear", form: "saturating", ratePerYear: 0.0033333333333333335, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "washing and wearing cycles; estimated", doubt: "estimate" },
    "wear-wood": { drives: "wear", driver: "wear", form: "saturating", ratePerYear: 1e-3, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.95, source: "estimated", doubt: "estimate" },
    "corrosion-steel": { drives: "corrosion", driver: "corrosion", form: "power", ratePerYear: 0, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 0.523, firstYear: [0.5, 5.7, 35, 63, 126, 374], product: "rust", end: 80, source: "ISO 9223:2012 classes, ISO 9224:2012 B1 exponent; end = 80 um, perforation of thin sheet", doubt: "memory" },
    "corrosion-zinc": { drives: "corrosion", driver: "corrosion", form: "power", ratePerYear: 0, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 0.813, firstYear: [0.05, 0.26, 1.2, 3, 5.9, 14.5], product: "white", end: 20, source: "ISO 9223:2012, ISO 9224:2012 B1; end = a 20 um zinc layer", doubt: "memory" },
    "corrosion-copper": { drives: "corrosion", driver: "corrosion", form: "power", ratePerYear: 0, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 0.667, firstYear: [0.05, 0.24, 0.88, 1.9, 4, 7.5], product: "patina", end: 12, source: "ISO 9223:2012, ISO 9224:2012 B1; end = 12 um, full patina", doubt: "memory" },
    "corrosion-aluminium": { drives: "corrosion", driver: "corrosion", form: "power", ratePerYear: 0, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 0.728, firstYear: [5e-3, 0.08, 0.4, 1.2, 2.6, 5.6], product: "white", end: 6, source: "ISO 9223:2012 (g/m2 over 2.7), ISO 9224:2012 B1; end = 6 um, matt grey pits", doubt: "memory" },
    "corrosion-stainless": { drives: "corrosion", driver: "corrosion", form: "power", ratePerYear: 0, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 0.5, firstYear: [1e-3, 5e-3, 0.02, 0.06, 0.2, 0.5], product: "tarnish", end: 1, source: "tea staining only; estimated", doubt: "memory" },
    "lacquer-corrosion": { drives: "corrosion", driver: "corrosion", form: "power", ratePerYear: 0, activationKJPerMol: 0, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 0.523, firstYear: [0.02, 0.2, 1, 2, 4, 10], product: "tarnish", end: 4, source: "under-lacquer corrosion at one thirtieth of bare steel, the same for both cans so that looks stay alike; estimated", doubt: "memory" },
    "pet-hydrolysis": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.02, activationKJPerMol: 31, kinkTempK: 348.15, activationAboveKinkKJPerMol: 134, lightExponent: 0, humidity: "power", humidityCoefficient: 1.5, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "1/Mn = 1/Mn0 + k t; Ea 31 kJ/mol below and 134 above Tg (material table); rate estimated", doubt: "table" },
    "pla-hydrolysis": { drives: "chain", driver: "time", form: "autocatalytic", ratePerYear: 0.5, activationKJPerMol: 69.6, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "power", humidityCoefficient: 1.5, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.4, source: "autocatalytic hydrolysis, Ea 69.6 kJ/mol (solid PLLA); rate estimated", doubt: "table" },
    "pp-scission": { drives: "chain", driver: "light", form: "inverse", ratePerYear: 0.3, activationKJPerMol: 27, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0.5, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "random scission with the photo-oxidation of PP; estimated", doubt: "estimate" },
    "pe-scission": { drives: "chain", driver: "light", form: "inverse", ratePerYear: 0.1, activationKJPerMol: 40, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0.5, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "PE 3-5 times slower than PP; from memory", doubt: "estimate" },
    "ps-scission": { drives: "chain", driver: "light", form: "inverse", ratePerYear: 0.25, activationKJPerMol: 30, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0.7, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "estimated", doubt: "estimate" },
    "pmma-scission": { drives: "chain", driver: "light", form: "inverse", ratePerYear: 0.05, activationKJPerMol: 40, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 1, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "estimated", doubt: "estimate" },
    "pa-thermo": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.01, activationKJPerMol: 120, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "thermo-oxidation Ea 120 kJ/mol (material table); rate estimated", doubt: "table" },
    "abs-thermo": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.02, activationKJPerMol: 80, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "estimated", doubt: "estimate" },
    "pvc-thermo": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.01, activationKJPerMol: 85, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "dehydrochlorination Ea 60-110 kJ/mol; from memory", doubt: "memory" },
    "pom-thermo": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.01, activationKJPerMol: 90, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "estimated", doubt: "estimate" },
    "nr-ageing": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.06, activationKJPerMol: 90, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "NR Ea 90 kJ/mol in air (material table); rate estimated", doubt: "table" },
    "epdm-ageing": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.02, activationKJPerMol: 72, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "none", humidityCoefficient: 0, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "EPDM Ea 69-76 kJ/mol (material table); rate estimated", doubt: "table" },
    "pc-hydrolysis": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.01, activationKJPerMol: 90, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "power", humidityCoefficient: 1.5, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "estimated", doubt: "estimate" },
    "pur-hydrolysis": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.08, activationKJPerMol: 80, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "power", humidityCoefficient: 1.5, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.5, source: "estimated", doubt: "estimate" },
    "paper-hydrolysis": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.0117, activationKJPerMol: 118.9, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "paper-water", humidityCoefficient: 36.72, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.28, source: "1/DP = 1/DP0 + k t, ln k = 36.981 + 36.72 w + 0.244 ln[H+] - 14300/T (damage function for historic paper, Heritage Science 3:40), pH 5, DP0 1000, brittle at DP 280; numbers from memory", doubt: "memory" },
    "wood-decay": { drives: "chain", driver: "time", form: "inverse", ratePerYear: 0.02, activationKJPerMol: 60, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "power", humidityCoefficient: 4, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.4, source: "fungal decay of damp wood; estimated", doubt: "estimate" },
    "glue-delamination": { drives: "delamination", driver: "time", form: "first-order", ratePerYear: 0.03, activationKJPerMol: 50, kinkTempK: 0, activationAboveKinkKJPerMol: 0, lightExponent: 0, humidity: "power", humidityCoefficient: 4, induction: 0, exponent: 1, firstYear: [], product: "none", end: 0.9, source: "wet cycles open glue lines; estimated", doubt: "estimate" }
  }
};

// sim/materials/moisture.ts
function woodMoisture(tempK, rh) {
  const t = tempK - 273.15;
  const h = Math.min(Math.max(rh, 0), 0.99);
  const w = 349 + 1.29 * t + 0.0135 * t * t;
  const k = 0.805 + 736e-6 * t - 273e-8 * t * t;
  const k1 = 6.27 - 938e-5 * t - 303e-6 * t * t;
  const k2 = 1.91 + 0.0407 * t - 293e-6 * t * t;
  const kh = k * h;
  const chain = k1 * kh + k1 * k2 * kh * kh;
  const dissolved = k1 * kh + 2 * k1 * k2 * kh * kh;
  return 18 / w * (kh / (1 - kh) + dissolved / (1 + chain));
}
function gab(rh, monolayer, c2, k) {
  const kh = k * Math.min(Math.max(rh, 0), 0.99);
  return monolayer * c2 * kh / ((1 - kh) * (1 - kh + c2 * kh));
}
function paperMoisture(rh) {
  return gab(rh, 0.045, 12, 0.8);
}
var isotherms = {
  none: () => 0,
  wood: woodMoisture,
  paper: (_tempK, rh) => paperMoisture(rh),
  cotton: (_tempK, rh) => gab(rh, 0.045, 11, 0.79),
  viscose: (_tempK, rh) => gab(rh, 0.075, 10, 0.76),
  wool: (_tempK, rh) => gab(rh, 0.08, 10, 0.76),
  pa: (_tempK, rh) => 0.085 * rh,
  pet: (_tempK, rh) => 6e-3 * rh,
  pla: (_tempK, rh) => 0.01 * rh,
  polar: (_tempK, rh) => 6e-3 * rh,
  concrete: (_tempK, rh) => gab(rh, 0.012, 20, 0.75),
  gypsum: (_tempK, rh) => gab(rh, 3e-3, 10, 0.8)
};
function equilibriumMoisture(isotherm, tempK, rh) {
  const law = isotherms[isotherm];
  if (!law)
    throw new Error(`unknown isotherm "${isotherm}"; moisture.ts has ${Object.keys(isotherms).join(", ")}`);
  return law(tempK, rh);
}
var MOISTURE_DIFFUSIVITY_M2_PER_S = 3e-10;
function relaxMoisture(start, equilibrium, thicknessM, seconds) {
  const tauS = thicknessM * thicknessM / (Math.PI * Math.PI * MOISTURE_DIFFUSIVITY_M2_PER_S);
  return equilibrium + (start - equilibrium) * Math.exp(-seconds / Math.max(tauS, 1e-6));
}

// sim/materials/laws.ts
var GAS_J_PER_MOL_K = 8.314462618;
var REFERENCE_TEMP_K = 298.15;
var REFERENCE_UV_W_PER_M2 = 7;
var REFERENCE_PAPER_WATER = paperMoisture(0.5);
var LINEAR_AFTER_YEARS = 20;
var table = new Map(
  Object.entries(kinetics_default.laws).map(([id, law]) => [id, { id, ...law }])
);
var laws = [...table.values()];
function lawById(id) {
  const law = table.get(id);
  if (!law)
    throw new Error(
      `unknown law "${id}" in the catalogue; kinetics.json has ${[...table.keys()].join(", ")}`
    );
  return law;
}
function arrhenius(law, tempK) {
  const factor = (kJ, fromK, toK) => Math.exp(kJ * 1e3 / GAS_J_PER_MOL_K * (1 / fromK - 1 / toK));
  if (law.kinkTempK === 0 || tempK <= law.kinkTempK)
    return factor(law.activationKJPerMol, REFERENCE_TEMP_K, tempK);
  return factor(law.activationKJPerMol, REFERENCE_TEMP_K, law.kinkTempK) * factor(law.activationAboveKinkKJPerMol, law.kinkTempK, tempK);
}
function lightFactor(law, uvWPerM2) {
  if (law.lightExponent === 1) return uvWPerM2 / REFERENCE_UV_W_PER_M2;
  if (uvWPerM2 <= 0) return 0;
  return Math.exp(law.lightExponent * Math.log(uvWPerM2 / REFERENCE_UV_W_PER_M2));
}
function humidityFactor(law, rh) {
  if (law.humidity === "none") return 1;
  if (law.humidity === "power") return Math.exp(law.humidityCoefficient * Math.log(Math.max(rh, 0.01) / 0.5));
  return Math.exp(law.humidityCoefficient * (paperMoisture(rh) - REFERENCE_PAPER_WATER));
}
function firstYearUm(law, corrosivity) {
  const at3 = Math.min(Math.max(corrosivity, 1), 6) - 1;
  const low = Math.min(Math.floor(at3), 4);
  const a = Math.log(law.firstYear[low]);
  const b = Math.log(law.firstYear[low + 1]);
  return Math.exp(a + (b - a) * (at3 - low));
}
function doseRate(law, stay) {
  if (law.driver === "corrosion") return firstYearUm(law, stay.corrosivity);
  if (law.driver === "wear") return law.ratePerYear * stay.cyclesPerYear;
  const light = law.driver === "light" ? lightFactor(law, stay.uvWPerM2) : 1;
  return law.ratePerYear * arrhenius(law, stay.tempK) * light * humidityFactor(law, stay.rh);
}
function advance(law, dose, rate, years) {
  if (law.form !== "power") return dose + rate * years;
  if (years <= 0 || rate <= 0) return dose;
  const b = law.exponent;
  const bend2 = rate * Math.exp(b * Math.log(LINEAR_AFTER_YEARS));
  const slope = bend2 * b / LINEAR_AFTER_YEARS;
  const before = dose <= 0 ? 0 : dose <= bend2 ? Math.exp(Math.log(dose / rate) / b) : LINEAR_AFTER_YEARS + (dose - bend2) / slope;
  const after = before + years;
  if (after <= LINEAR_AFTER_YEARS) return Math.max(dose, rate * Math.exp(b * Math.log(after)));
  return Math.max(dose, bend2 + slope * (after - LINEAR_AFTER_YEARS));
}
function stateAt(law, dose) {
  switch (law.form) {
    case "linear":
      return Math.max(0, dose - law.induction);
    case "first-order":
    case "saturating":
      return 1 - Math.exp(-Math.max(0, dose - law.induction));
    case "inverse":
      return 1 / (1 + dose);
    case "autocatalytic":
      return 1 / (1 + 0.01 * Math.expm1(Math.min(dose, 20)));
    case "power":
      return dose;
  }
}
function lifeUsed(law, dose) {
  const state = stateAt(law, dose);
  const used = law.drives === "chain" ? (1 - state) / (1 - law.end) : state / law.end;
  return Math.min(1, used);
}

// sim/materials/kinetics.ts
var drives = [
  "oxidation",
  "greying",
  "wear",
  "corrosion",
  "chain",
  "delamination"
];
function perDrive(of) {
  return {
    oxidation: of("oxidation", 0),
    greying: of("greying", 1),
    wear: of("wear", 2),
    corrosion: of("corrosion", 3),
    chain: of("chain", 4),
    delamination: of("delamination", 5)
  };
}
var lawsByMaterial = new Map(
  materials.map((m) => [m.id, orderedLaws(m)])
);
function lawsOf(material) {
  return lawsByMaterial.get(material.id);
}
function orderedLaws({ id, look, hiddenLaws }) {
  const place4 = (law) => drives.indexOf(law.drives);
  const found = [...look.laws, ...hiddenLaws].map(lawById).sort((a, b) => place4(a) - place4(b));
  found.forEach((law, i) => {
    const next = found[i + 1];
    if (law.drives === next?.drives)
      throw new Error(`material ${id}: laws ${law.id} and ${next.id} both drive ${law.drives}; keep one`);
  });
  return found;
}
function ratesOf(laws2, stay, sensitivities, out = new Float64Array(laws2.length)) {
  for (let i = 0; i < laws2.length; i++) {
    const law = laws2[i];
    out[i] = doseRate(law, stay) * sensitivities[law.drives];
  }
  return out;
}
function gather(laws2, doses, rates, years) {
  for (let i = 0; i < laws2.length; i++) doses[i] = advance(laws2[i], doses[i], rates[i], years);
}
function dosesAfter(material, stays, sensitivities, start) {
  const laws2 = lawsOf(material);
  const doses = start ? start.slice() : new Float64Array(laws2.length);
  const rates = new Float64Array(laws2.length);
  for (const stay of stays) {
    gather(laws2, doses, ratesOf(laws2, stay, sensitivities, rates), stay.durationS / YEAR_S);
  }
  return doses;
}
function damageOf(laws2, doses, visibleOnly = false) {
  let left = 1;
  for (let i = 0; i < laws2.length; i++) {
    const law = laws2[i];
    if (visibleOnly && (law.drives === "chain" || law.drives === "delamination")) continue;
    left *= 1 - lifeUsed(law, doses[i]);
  }
  return 1 - left;
}

// sim/materials/data/lives.json
var lives_default = {
  about: "How long goods are in use before they are thrown away: log-normal by kind of goods, [median in years, sigma of the logarithm], unit, source, doubt. By look, never by substance.",
  kinds: {
    packaging: [[0.08, 0.9], "yr, ln", "food and household packaging is emptied within weeks (memory)", "memory"],
    film: [[0.04, 1], "yr, ln", "bags and films are used for days to weeks (memory)", "memory"],
    news: [[0.02, 0.8], "yr, ln", "newspapers and flyers are read for days (memory)", "memory"],
    paper: [[1, 1.3], "yr, ln", "office paper is kept from days to years (memory)", "memory"],
    household: [[4, 0.7], "yr, ln", "toys, discs, plates and mats serve for years (memory)", "memory"],
    clothing: [[4, 0.6], "yr, ln", "garments are worn for 3 to 5 years (memory)", "memory"],
    appliance: [[8, 0.5], "yr, ln", "electrical goods and furniture serve for 5 to 15 years (memory)", "memory"],
    vehicle: [[13, 0.4], "yr, ln", "vehicles end after 12 to 18 years (memory)", "memory"],
    transport: [[5, 0.6], "yr, ln", "crates and sacks go round for years (memory)", "memory"],
    timber: [[1.5, 1.3], "yr, ln", "pallets, crates and boards are out in the weather for months to years (memory)", "memory"],
    building: [[20, 0.6], "yr, ln", "pipes, profiles, glazing and wood are taken out after decades (memory)", "memory"]
  },
  looks: {
    "bottle-clear": "packaging",
    "bottle-tinted": "packaging",
    "cup-clear": "packaging",
    "blister-clear": "packaging",
    "cup-white": "packaging",
    "tray-black": "packaging",
    "tray-coloured": "packaging",
    "bottle-white": "packaging",
    "bottle-coloured": "packaging",
    "bottle-natural": "packaging",
    "film-clear": "film",
    "bag-coloured": "film",
    "sack-black": "film",
    "foam-white": "packaging",
    "foam-tray": "packaging",
    housing: "appliance",
    "housing-black": "appliance",
    toy: "household",
    "thin-sheet-white": "packaging",
    "glazing-clear": "building",
    "thin-clear": "appliance",
    "lens-coloured": "building",
    "panel-opal": "building",
    disc: "household",
    "pipe-grey": "building",
    "profile-white": "building",
    "crate-coloured": "transport",
    "cap-coloured": "packaging",
    dashboard: "vehicle",
    "pipe-black": "building",
    "cap-black": "packaging",
    "sheet-flexible": "household",
    "part-natural": "household",
    "foam-soft": "appliance",
    "carton-printed": "packaging",
    "pouch-printed": "packaging",
    "can-lacquered": "packaging",
    foil: "packaging",
    "sheet-aluminium": "building",
    "can-tin": "packaging",
    "sheet-galvanised": "building",
    "sheet-stainless": "appliance",
    "pipe-copper": "building",
    "fitting-brass": "building",
    "casting-zinc": "vehicle",
    "glass-clear": "packaging",
    "glass-green": "packaging",
    "glass-brown": "packaging",
    "plate-glazed": "household",
    "cloth-matt": "clothing",
    "cloth-sheen": "clothing",
    "cloth-knit": "clothing",
    sacking: "transport",
    "hide-brown": "clothing",
    "paper-sheet": "paper",
    "paper-news": "news",
    "board-brown": "packaging",
    "pulp-tray": "packaging",
    "board-pine": "timber",
    "shake-cedar": "timber",
    "board-plywood": "appliance",
    "board-mdf": "appliance",
    "rubber-black": "vehicle",
    "mat-silicone": "household",
    "board-circuit": "appliance",
    "panel-gfrp": "building",
    "panel-cfrp": "vehicle",
    "rubble-grey": "building",
    "rubble-red": "building",
    "board-gypsum": "building",
    "felt-bitumen": "building"
  }
};

// sim/materials/lives.ts
var kinds = lives_default.kinds;
var kindOfLook = lives_default.looks;
function livesOf({ id }) {
  const kind2 = kindOfLook[id] ?? "";
  const [span] = kinds[kind2] ?? [];
  if (!Array.isArray(span)) throw new Error(`lives.json: no kind of goods for the look "${id}"`);
  const [medianYears, sigmaLn] = span.map(Number);
  return { kind: kind2, medianYears, sigmaLn };
}
function drawUseYears(seed2, itemId, look) {
  const { medianYears, sigmaLn } = livesOf(look);
  const key = drawKey(seed2, 0, "materials/item", "use-years");
  return medianYears * Math.exp(sigmaLn * normalAt(key, itemId));
}

// sim/materials/weathering.ts
var PROTECTION = { "photo-stabilised": 5, "photo-glazing": 2 };
function surfaceKind({ laws: laws2 }) {
  const has = (start) => laws2.some((law) => law.startsWith(start));
  if (has("photo-")) return "polymer";
  if (has("textile-")) return "textile";
  if (has("paper-")) return "fibre";
  return has("wood-") ? "wood" : "other";
}
function protectionOf({ look }, { guarded }) {
  const most = look.laws.reduce((found, law) => Math.max(found, PROTECTION[law] ?? 1), 1);
  return 1 + guarded * (most - 1);
}
var rise = (x) => -Math.expm1(-x);
var delayed = (t, scale, power) => t <= 0 ? 0 : rise(Math.exp(power * Math.log(t / scale)));
var YELLOW_LAYER_MM = 0.5;
var WHITE_PCT = 0.3;
var TRANSLUCENT_DEPTH = 0.1;
var OPAQUE_DEPTH = 2;
var MILKY_SHARE = 0.25;
var SKIN = { below: 0.5, denser: 6 };
function polymerYellowing(body, cues, months) {
  const depth = cues.yellowDepth * delayed(months, cues.yellowMonths, cues.yellowPower);
  const thicknessMm = body.thicknessM * 1e3;
  const layerMm = Math.min(thicknessMm, YELLOW_LAYER_MM);
  if (body.relativeDensity < SKIN.below) return SKIN.denser * body.relativeDensity * depth / layerMm;
  if (body.tio2Pct >= WHITE_PCT) return cues.whiteShield * depth / layerMm;
  const scattering = body.scatterPerCm * 0.1 * thicknessMm;
  if (scattering > OPAQUE_DEPTH) return depth / layerMm;
  const walls = body.wallCount > 1 ? 0.5 : 1;
  return walls * (scattering > TRANSLUCENT_DEPTH ? MILKY_SHARE : 1) * depth / thicknessMm;
}
var NEWSPRINT = { fastShare: 0.1, fastDays: 1, slowDays: 34, perMm: 3.2 };
function newsprintYellowing(days) {
  const { fastShare, fastDays, slowDays, perMm } = NEWSPRINT;
  return perMm * (fastShare * rise(days / fastDays) + (1 - fastShare) * rise(days / slowDays));
}
var BRIGHTENER = { perMm: 0.24, days: 12 };
function brightenerLoss(days) {
  return BRIGHTENER.perMm * rise(days / BRIGHTENER.days);
}
var BROWN = { perMm: 5.2, comesDays: 25, goesDays: 90 };
function woodBrowning(days) {
  return BROWN.perMm * rise(days / BROWN.comesDays) * Math.exp(-days / BROWN.goesDays);
}
var INK_MONTHS = { yellow: 4.4, magenta: 5.8, cyan: 37 };
function inksLeft(months) {
  return {
    inkYellowLeft: Math.exp(-months / INK_MONTHS.yellow),
    inkMagentaLeft: Math.exp(-months / INK_MONTHS.magenta),
    inkCyanLeft: Math.exp(-months / INK_MONTHS.cyan)
  };
}
var PIGMENT_MONTHS = 57;
var TEXTILE_LOSS = 0.7;
var WASHED_OUT = 0.3;
var KRAFT = { loss: 0.42, days: 40 };
function colourLeftOf(look, { oxidation, wear }, months, days) {
  const kind2 = surfaceKind(look);
  if (kind2 === "textile") return (1 - TEXTILE_LOSS * Math.min(1, oxidation)) * (1 - WASHED_OUT * wear);
  if (look.visible === "cardboard" || look.visible === "pulp")
    return 1 - KRAFT.loss * rise(days / KRAFT.days);
  return kind2 === "polymer" ? Math.exp(-months / PIGMENT_MONTHS) : 1;
}
var MONTH_DAYS = 30.44;
function sunFields(body, material, sunYears, rate, aged) {
  const { oxidation } = aged;
  const { look } = material;
  const cues = cuesOf(material, body.lookCoupling);
  const bare = 12 * sunYears;
  const months = bare * rate / protectionOf(material, cues);
  const days = months * MONTH_DAYS;
  return {
    sunYears,
    yellowingPerMm: yellowingOf(),
    brownSpots: cues.brownMost * delayed(months, 9, 3),
    glossLeft: Math.exp(-Math.LN2 * months / cues.glossMonths),
    chalk: cues.chalkMost * delayed(months, cues.chalkMonths, 3),
    crackFactor: cues.crackFactor,
    colourLeft: colourLeftOf(look, aged, months, days),
    ...inksLeft(bare * rate)
  };
  function yellowingOf() {
    const kind2 = surfaceKind(look);
    if (look.laws.includes("photo-pur")) return look.yellowingAtEndPerMm * Math.min(1, oxidation);
    if (kind2 === "polymer") return polymerYellowing(body, cues, months);
    if (kind2 === "wood") return woodBrowning(days);
    if (look.visible === "paper-white") return brightenerLoss(days) + look.yellowingAtEndPerMm * oxidation;
    if (look.visible === "cardboard") return 0;
    return look.visible === "newsprint" ? newsprintYellowing(days) : look.yellowingAtEndPerMm * oxidation;
  }
}
var STAINED = { fibre: 0.5, textile: 0.45, wood: 0.4, polymer: 0.25, other: 0.12 };
var LID = { from: 0.25, to: 0.9 };
var prone = (u) => 0.4 + 1.2 * u;
function stainKindOf(look, soilType) {
  if (soilType === "biofilm" || soilType === "clay") return "mould";
  if (soilType === "fat") return "grease";
  if (soilType === "sugar") return "drink";
  return look.labelShare > 0 && surfaceKind(look) === "polymer" ? "glue" : "dirt";
}
function useFields(body, look, used, soilType, brittle) {
  const kind2 = surfaceKind(look);
  const most = STAINED[kind2];
  const stainCover = most * used * prone(body.stainProneness);
  const torn = kind2 === "fibre" || kind2 === "textile" || look.shape === "film" || look.shape === "bag";
  const snaps = body.crushKind === "shards";
  const lidded = body.capped > 0 || look.shape === "can";
  return {
    stainCover: Math.min(0.8, stainCover),
    stainKind: stainCover > 0.01 ? stainKindOf(look, soilType) : "none",
    tears: torn ? Math.min(1, used * prone(body.tearProneness)) : 0,
    dents: torn ? 0 : Math.min(1, used * prone(body.dentProneness)),
    breaks: snaps || brittle > 0.5 ? Math.min(1, prone(body.tearProneness) * Math.max(brittle, 0.7 * used)) : 0,
    lidMissing: lidded && used > LID.from + (LID.to - LID.from) * body.lidHold ? 1 : 0
  };
}

// sim/materials/wear-out.ts
function damageFields(body, material, doses, sensitivities, { sunYears, soilType }) {
  const laws2 = lawsOf(material);
  const place4 = (drive) => laws2.findIndex((law) => law.drives === drive);
  const dose = perDrive((drive) => doses[place4(drive)] ?? 0);
  const state = perDrive((drive) => {
    const law = laws2[place4(drive)];
    return law ? stateAt(law, dose[drive]) : 0;
  });
  const { look } = material;
  const { wear, corrosion: corrosionUm } = state;
  const oxidation = Math.min(1.2, state.oxidation);
  const brittle = Math.max(0, Math.min(1, 2 * oxidation - 0.8));
  const aged = { oxidation, wear };
  const { crackFactor, ...sun } = sunFields(body, material, sunYears, sensitivities.oxidation, aged);
  return {
    oxidation,
    ...sun,
    ...useFields(body, look, wear, soilType, brittle),
    lignin: 1 - state.greying,
    crackPerMm: look.cracksAtEndPerMm * brittle * crackFactor,
    // What body and wear let through unspread multiplies.
    haze: 1 - (1 - body.bodyHaze) * (1 - look.hazeAtEnd * wear),
    wear,
    roughnessUm: body.freshRoughnessUm * (1 + 3 * wear + 2 * brittle),
    corrosionUm,
    corrosionKind: corrosionUm > 0 ? productOf(body, material, laws2[place4("corrosion")]) : "none",
    chainRatio: place4("chain") >= 0 ? state.chain : 1,
    plasticiserLoss: 0.6 * Math.min(1, oxidation),
    delaminationUm: 500 * state.delamination,
    damage: damageOf(laws2, doses),
    oxidationDose: dose.oxidation,
    greyingDose: dose.greying,
    wearDose: dose.wear,
    corrosionDose: dose.corrosion,
    chainDose: dose.chain,
    delaminationDose: dose.delamination,
    oxidationSensitivity: sensitivities.oxidation,
    greyingSensitivity: sensitivities.greying,
    wearSensitivity: sensitivities.wear,
    corrosionSensitivity: sensitivities.corrosion,
    chainSensitivity: sensitivities.chain,
    delaminationSensitivity: sensitivities.delamination
  };
}
function productOf(body, { substance }, law) {
  if (body.ownCorrosion === 0) return law.product;
  if (substance === "tinplate") return "rust";
  return substance === "aluminium-lacquered" ? "white" : law.product;
}
var SUN_ACTIVATION_J_PER_MOL = 2e4;
function sunYearsOf({ uvWPerM2, tempK, durationS }) {
  const warmth = Math.exp(SUN_ACTIVATION_J_PER_MOL / GAS_J_PER_MOL_K * (1 / REFERENCE_TEMP_K - 1 / tempK));
  return uvWPerM2 / REFERENCE_UV_W_PER_M2 * warmth * (durationS / YEAR_S);
}
function soilAfter(startGPerM2, stay) {
  const years = stay.durationS / YEAR_S;
  const k = stay.washPerYear;
  if (k <= 0) return startGPerM2 + stay.soilGPerM2PerYear * years;
  const level = stay.soilGPerM2PerYear / k;
  return level + (startGPerM2 - level) * Math.exp(-k * years);
}
var SOIL_LIMIT_G_PER_M2 = 50;
function passingFields(body, material, stays) {
  let soil = body.soilGPerM2;
  let soilType = body.soilType;
  let moisture = body.moistureKgPerKg;
  let years = body.ageYears;
  let sunYears = body.sunYears;
  let gain = 0;
  for (const stay of stays) {
    const after = Math.min(SOIL_LIMIT_G_PER_M2, soilAfter(soil, stay));
    if (after - soil > gain) {
      gain = after - soil;
      soilType = stay.soilType;
    }
    soil = after;
    const rh = stay.rh + (0.99 - stay.rh) * stay.wetFraction * 0.3;
    const level = equilibriumMoisture(material.isotherm, stay.tempK, rh);
    moisture = relaxMoisture(moisture, level, body.thicknessM, stay.durationS);
    years += stay.durationS / YEAR_S;
    sunYears += sunYearsOf(stay);
  }
  return { soilGPerM2: soil, soilType, moistureKgPerKg: moisture, ageYears: years, sunYears };
}
function drawWetness(seed2, itemId, last) {
  const key = drawKey(seed2, 0, "materials/item", "wetness");
  const wet = uniformAt(key, itemId, 0) < 0.05 + (last?.wetFraction ?? 0);
  return {
    waterFilmUm: wet ? 20 * Math.exp(Math.log(11) * uniformAt(key, itemId, 1)) : 0,
    // The sorting hall: 291 K, give or take what the item brings along.
    tempK: 291 + 3 * normalAt(key, itemId, 2)
  };
}
function wearOut(body, material, doses, sensitivities, stays, seed2) {
  const wetness = seed2 === null ? { waterFilmUm: stays.length > 0 ? 0 : body.waterFilmUm, tempK: body.tempK } : drawWetness(seed2, body.itemId, stays[stays.length - 2]);
  const passing = passingFields(body, material, stays);
  return {
    ...body,
    ...passing,
    ...damageFields(body, material, doses, sensitivities, passing),
    ...wetness
  };
}

// sim/materials/item.ts
var SENSITIVITY_LN = 0.25;
function makeItem(request) {
  const { seed: seed2, itemId } = request;
  const material = materialById(request.materialId);
  checkState(request.state);
  const key = drawKey(seed2, 0, "materials/item", "sensitivity");
  const sensitivities = perDrive((_, i) => Math.exp(SENSITIVITY_LN * normalAt(key, itemId, i)));
  const life = request.history ? fixedLife(request.history) : drawLife(seed2, itemId, material.look);
  const { useYears, kept: kept2 } = request.history ? AS_GIVEN : lengthOf(request, material, life, sensitivities);
  const stays = life.stays.map((stay, i) => {
    const share2 = life.useShare[i];
    return { ...stay, durationS: share2 > 0 ? useYears * share2 * YEAR_S : kept2 * stay.durationS };
  });
  const lived = stays.filter((stay) => stay.durationS > 0);
  const doses = dosesAfter(material, lived, sensitivities);
  const body = drawBody(seed2, itemId, material, request.lookCoupling ?? FULL_COUPLING);
  return wearOut(body, material, doses, sensitivities, lived, seed2);
}
function checkState(state) {
  if (state === void 0) return;
  if (!Number.isInteger(state) || state < 0 || state >= STATE_COUNT) {
    throw new Error(
      `state must be an integer in 0..${STATE_COUNT - 1}, got ${state} in makeItem; ask for one of the ten states`
    );
  }
}
function fixedLife(stays) {
  return { stays, useShare: stays.map(() => 0) };
}
var LONGEST_USE_YEARS = 3e3;
var AS_GIVEN = { useYears: 0, kept: 1 };
function lengthOf(request, material, life, sensitivities) {
  const { seed: seed2, itemId, state } = request;
  if (state === void 0 && !request.evenDamage)
    return { useYears: drawUseYears(seed2, itemId, material.look), kept: 1 };
  const u = uniformAt(drawKey(seed2, 0, "materials/item", "damage"), itemId);
  const visibleOnly = state === void 0;
  const target = visibleOnly ? 0.99 * u : (state + 0.05 + 0.9 * u) / STATE_COUNT;
  return solveLength(target, damageAfter(material, life, sensitivities, visibleOnly));
}
function damageAfter(material, life, sensitivities, visibleOnly) {
  const laws2 = lawsOf(material);
  const rates = life.stays.map((stay) => ratesOf(laws2, stay, sensitivities));
  const doses = new Float64Array(laws2.length);
  return ({ useYears, kept: kept2 }) => {
    doses.fill(0);
    for (let i = 0; i < rates.length; i++) {
      const share2 = life.useShare[i];
      const years = share2 > 0 ? useYears * share2 : kept2 * life.stays[i].durationS / YEAR_S;
      gather(laws2, doses, rates[i], years);
    }
    return damageOf(laws2, doses, visibleOnly);
  };
}
function solveLength(target, damage) {
  if (damage({ useYears: 0, kept: 1 }) >= target) {
    const kept2 = bisect(0, 1, (share2) => damage({ useYears: 0, kept: share2 }) < target);
    return { useYears: 0, kept: kept2 };
  }
  const useYears = Math.exp(
    bisect(
      Math.log(1e-4),
      Math.log(LONGEST_USE_YEARS),
      (ln) => damage({ useYears: Math.exp(ln), kept: 1 }) < target
    )
  );
  return { useYears, kept: 1 };
}
function bisect(from, to, below) {
  let [low, high] = [from, to];
  for (let step = 0; step < 17; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

// sim/record/frames.ts
function sizeOf(shape) {
  return shape.reduce((product, extent) => product * extent, 1);
}

// sim/kernel/core/kept.ts
function kept(shelf, key, make) {
  let value = shelf.get(key);
  if (value === void 0) {
    value = make(key);
    shelf.set(key, value);
  }
  return value;
}

// sim/senses/all.ts
var all_exports = {};
__export(all_exports, {
  inductive: () => inductive,
  led: () => led,
  spectral: () => spectral,
  thermal: () => thermal,
  visual: () => visual
});

// sim/senses/inductive/quadrature.ts
function gaussLegendre(count, from, to) {
  const rule = { at: new Float64Array(count), weight: new Float64Array(count) };
  const half = (to - from) / 2;
  for (let i = 0; i < count; i++) {
    let x = -Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 5; step++) {
      const [value, before] = legendre(count, x);
      slope = count * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    rule.at[i] = from + half * (1 + x);
    rule.weight[i] = 2 * half / ((1 - x * x) * slope * slope);
  }
  return rule;
}
function legendre(count, x) {
  let before = 1;
  let value = x;
  for (let n = 2; n <= count; n++) {
    const next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
    before = value;
    value = next;
  }
  return [value, before];
}
var FAR = 25;
function besselJ1(x) {
  return x < FAR ? nearJ1(x) : farJ1(x);
}
function nearJ1(x) {
  const steps2 = Math.ceil(0.6 * x) + 20;
  let sum = 0;
  for (let i = 1; i < steps2; i++) {
    const angle = Math.PI * i / steps2;
    sum += Math.cos(angle - x * Math.sin(angle));
  }
  return sum / steps2;
}
function farJ1(x) {
  let term = 1;
  let even = 0;
  let odd = 0;
  for (let k = 0; k < 8; k++) {
    const signed = k & 2 ? -term : term;
    if (k & 1) odd += signed;
    else even += signed;
    const m = 2 * k + 1;
    term *= (4 - m * m) / (8 * x * (k + 1));
  }
  const phase = x - 0.75 * Math.PI;
  return Math.sqrt(2 / (Math.PI * x)) * (even * Math.cos(phase) - odd * Math.sin(phase));
}

// sim/senses/inductive/coil.ts
var MU_0 = 4e-7 * Math.PI;
var COPPER_OHM_M = 17241e-12;
var COPPER_SHARE = 0.5;
var FIELD_END = 8;
var OWN_END = 20;
function fieldOf(form, nearestM) {
  const { alpha, radialSquare } = spectrumOf(form, FIELD_END / nearestM);
  const weightH = alpha.map((each, i) => {
    const mean3 = axialMean(each * form.heightM);
    return scaleH(form) * radialSquare[i] * mean3 * mean3;
  });
  return { alphaPerM: alpha, weightH };
}
function ownInductance(form) {
  const endPerM = OWN_END / Math.min(form.outerRadiusM - form.innerRadiusM, form.heightM);
  const { alpha, radialSquare } = spectrumOf(form, endPerM);
  let sum = 0;
  for (let i = 0; i < alpha.length; i++) {
    const across = alpha[i] * form.heightM;
    sum += radialSquare[i] * (2 / across) * (1 - axialMean(across));
  }
  return scaleH(form) * sum;
}
function windingOhm({ innerRadiusM, outerRadiusM, heightM, turns }) {
  const lengthM = turns * Math.PI * (innerRadiusM + outerRadiusM);
  const wireM2 = COPPER_SHARE * heightM * (outerRadiusM - innerRadiusM) / turns;
  return COPPER_OHM_M * lengthM / wireM2;
}
function scaleH({ turns }) {
  return Math.PI * MU_0 * turns * turns;
}
function spectrumOf(form, endPerM) {
  const { innerRadiusM, outerRadiusM } = form;
  const depthM = outerRadiusM - innerRadiusM;
  const radii = gaussLegendre(6 + Math.ceil(0.6 * endPerM * depthM), innerRadiusM, outerRadiusM);
  const { at: alpha, weight } = gaussLegendre(24 + Math.ceil(endPerM * outerRadiusM), 0, endPerM);
  const radialSquare = alpha.map((each, i) => {
    let mean3 = 0;
    for (let j = 0; j < radii.at.length; j++)
      mean3 += radii.weight[j] / depthM * radii.at[j] * besselJ1(each * radii.at[j]);
    return mean3 * mean3 * weight[i];
  });
  return { alpha, radialSquare };
}
function axialMean(x) {
  return -Math.expm1(-x) / x;
}

// sim/senses/inductive/metals.json
var metals_default = {
  about: "Metal inside the materials of the catalogue. Conductivity at 20 C in S/m and relative permeability are ranges, of which each piece has its own value, evenly in the logarithm. A layer without thicknessM is the wall of the item, which in the catalogue is one wall: a can's 0.1-0.25 mm of metal, not the can's width. What is not listed holds no metal: see notes.",
  sources: {
    matmake: "Electrical conductivity of aluminium alloys, matmake.com: 3004-O 24.4, 3003-H18 23.2, 5182 18.0, 1145 35, 5052-O 20.3, 1050-O 35.6 MS/m",
    azom: "Aluminium foil in beverage packaging, azom.com article 2493: a foil of 6.5 um in long-life cartons",
    reference: "Crane 310 stainless steel 1.28 MS/m (reference.com); 304 is 0.72 micro-ohm m, 1.39 MS/m (memory)",
    memory: "from memory; the range is the doubt"
  },
  metals: {
    "can-aluminium": { conductivitySPerM: [18e6, 25e6], relativePermeability: [1, 1], source: "matmake" },
    "foil-aluminium": { conductivitySPerM: [32e6, 36e6], relativePermeability: [1, 1], source: "matmake" },
    "sheet-aluminium": { conductivitySPerM: [2e7, 356e5], relativePermeability: [1, 1], source: "matmake" },
    brass: { conductivitySPerM: [13e6, 16e6], relativePermeability: [1, 1], source: "memory" },
    "copper-dhp": { conductivitySPerM: [41e6, 52e6], relativePermeability: [1, 1], source: "memory" },
    "copper-pattern": { conductivitySPerM: [6e6, 3e7], relativePermeability: [1, 1], source: "memory" },
    "zinc-alloy": { conductivitySPerM: [145e5, 16e6], relativePermeability: [1, 1], source: "memory" },
    zinc: { conductivitySPerM: [16e6, 17e6], relativePermeability: [1, 1], source: "memory" },
    austenitic: { conductivitySPerM: [13e5, 145e4], relativePermeability: [1.003, 1.1], source: "reference" },
    "mild-steel": { conductivitySPerM: [55e5, 9e6], relativePermeability: [80, 300], source: "memory" },
    "carbon-fibre": { conductivitySPerM: [5e3, 3e4], relativePermeability: [1, 1], source: "memory" }
  },
  materials: {
    "aluminium-can": { layers: [{ metal: "can-aluminium" }] },
    "aluminium-foil": { layers: [{ metal: "foil-aluminium" }] },
    "aluminium-sheet": { layers: [{ metal: "sheet-aluminium" }] },
    "beverage-carton": { layers: [{ metal: "foil-aluminium", thicknessM: [63e-7, 7e-6] }], share: 0.7 },
    "brass-fitting": { layers: [{ metal: "brass" }] },
    "cfrp-panel": { layers: [{ metal: "carbon-fibre" }] },
    "circuit-board": { layers: [{ metal: "copper-pattern", thicknessM: [35e-6, 14e-5] }] },
    "copper-pipe": { layers: [{ metal: "copper-dhp" }] },
    "stainless-sheet": { layers: [{ metal: "austenitic" }] },
    "steel-can": { layers: [{ metal: "mild-steel" }] },
    "steel-can-bare": { layers: [{ metal: "mild-steel" }] },
    "steel-galvanised": {
      layers: [
        { metal: "zinc", thicknessM: [7e-6, 25e-6] },
        { metal: "mild-steel" },
        { metal: "zinc", thicknessM: [7e-6, 25e-6] }
      ]
    },
    "zinc-casting": { layers: [{ metal: "zinc-alloy" }] }
  },
  notes: {
    "beverage-carton": "Long-life cartons hold a foil (azom), cartons of fresh milk hold none; share of cartons with foil 0.7 (memory, 0.5-0.9).",
    "circuit-board": "One to four layers of 35 um; an etched pattern breaks the loops, so the conductivity is 0.1-0.5 of copper's 58 MS/m (memory). Cores and parts of iron on the board are left out.",
    "mild-steel": "Permeability at the weak field of such a coil (about 100 A/m); 50-500 are found (memory). It depends on cold work and is the widest doubt of this table.",
    tinplate: "0.3 um of tin at 9 MS/m is a sheet of 3 S beside about 340 S of steel within its depth at 100 kHz: left out. Galvanising, 7-25 um of zinc, is up to 400 S: a layer.",
    austenitic: "Ferritic stainless steel (430) is magnetic and not in the catalogue.",
    cfrp: "Conductivity in the plane of the cloth; across the fibres 10-100 times less (memory).",
    none: "pc-disc is stripped of its mirror; multilayer-pouch is PE-PA without foil; nr-tyre is rubber without cords; concrete holds no bars. A mirror of 50 nm of aluminium is a sheet of 1.5 S, 0.7 % of a carton's foil. Carbon black and salt water conduct with less than 10 S/m: 3 mm of it is a sheet of 0.03 S, below the noise."
  }
};

// sim/senses/inductive/conductor.ts
var metals = metals_default.metals;
var contents = metals_default.materials;
var pieceKey = drawKey(0, 0, "sensing/inductive", "metal");
var DRAWS = 16;
var PIECE_STEPS = 67108864;
var EATEN = 0.5;
var WARMING_PER_K = 4e-3;
var ROOM_K = 293.15;
function layersOf(item) {
  const content = contents[item.materialId];
  if (content === void 0) return [];
  const first = Math.floor(item.alphaScale * PIECE_STEPS) * DRAWS;
  const draw7 = (index) => uniformAt(pieceKey, item.itemId, first + index >>> 0);
  if (draw7(0) >= (content.share ?? 1)) return [];
  const wallM = item.thicknessM - EATEN * item.corrosionUm * 1e-6;
  const warm = 1 + WARMING_PER_K * (item.tempK - ROOM_K);
  const layers = [];
  content.layers.forEach(({ metal, thicknessM }, i) => {
    const { conductivitySPerM, relativePermeability } = metals[metal];
    const thickness = thicknessM ? between(thicknessM, draw7(3 * i + 1)) : wallM;
    if (thickness <= 0) return;
    layers.push({
      thicknessM: thickness,
      conductivitySPerM: between(conductivitySPerM, draw7(3 * i + 2)) / warm,
      relativePermeability: between(relativePermeability, draw7(3 * i + 3))
    });
  });
  return layers;
}
function between([low, high], share2) {
  return low * Math.exp(share2 * Math.log(high / low));
}

// sim/senses/form/traits.ts
var traits = {
  bottle: { round: 1, soft: 0.7 },
  cup: { round: 1, soft: 0.7 },
  can: { round: 1, soft: 0.6 },
  tube: { round: 1, soft: 0.05 },
  tray: { round: 0, soft: 0.6 },
  box: { round: 0, soft: 0.4 },
  film: { round: 0, soft: 1 },
  bag: { round: 0, soft: 1 },
  sheet: { round: 0, soft: 0.5 },
  block: { round: 0, soft: 0.05 },
  cloth: { round: 0, soft: 0.9 },
  part: { round: 0, soft: 0.02 },
  shard: { round: 0, soft: 0.05 }
};
function traitsOf(shape) {
  return traits[shape];
}

// sim/senses/inductive/placement.ts
var CRUMPLE_RISE_M = 5e-3;
var PITCH_SHARE = 0.3;
var COVERAGE = 0.88;
var EDGE = 3;
var REACH = 2;
function placementOf(item, radiusM, missM) {
  const traits2 = traitsOf(item.shape);
  const halfLengthM = item.lengthM / 2;
  const halfWidthM = item.widthM / 2;
  const reachM = Math.min(radiusM, halfWidthM);
  const curveM = traits2.round * reachM * reachM / (4 * halfWidthM);
  const tiltM = halfLengthM * Math.sin(PITCH_SHARE * Math.abs(item.pitchRad));
  const riseM = curveM + tiltM + traits2.soft * item.crumple * CRUMPLE_RISE_M;
  const shorterM = Math.min(halfWidthM, halfLengthM);
  const nearerM = Math.abs(missM) * Math.min(1, shorterM / radiusM);
  const seenM = Math.max(shorterM - nearerM, shorterM / 2);
  const longM = Math.min(Math.max(halfWidthM, halfLengthM), REACH * radiusM);
  const x = seenM / radiusM;
  const volume = x * x * Math.max(x, longM / radiusM);
  const edgePerM = EDGE * Math.min(1, 1 / x) / seenM;
  return { riseM, coverage: -Math.expm1(-COVERAGE * volume), edgePerM };
}

// sim/senses/inductive/reflection.ts
function reflection(alpha, omega, layers, out) {
  let re = alpha;
  let im = 0;
  for (let k = layers.length - 1; k >= 0; k--) {
    const { thicknessM, conductivitySPerM, relativePermeability: mu } = layers[k];
    const loss = omega * MU_0 * mu * conductivitySPerM;
    const square2 = alpha * alpha;
    const kRe = Math.sqrt((Math.sqrt(square2 * square2 + loss * loss) + square2) / 2);
    const kIm = loss / (2 * kRe);
    const eRe = kRe / mu;
    const eIm = kIm / mu;
    if (thicknessM === Number.POSITIVE_INFINITY) {
      re = eRe;
      im = eIm;
      continue;
    }
    const decay = Math.exp(-2 * kRe * thicknessM);
    const cos = decay * Math.cos(2 * kIm * thicknessM);
    const sin = decay * Math.sin(2 * kIm * thicknessM);
    const below = (1 + cos) * (1 + cos) + sin * sin;
    const tRe = (1 - decay * decay) / below;
    const tIm = 2 * sin / below;
    const upRe = re + eRe * tRe - eIm * tIm;
    const upIm = im + eRe * tIm + eIm * tRe;
    const downRe = eRe + re * tRe - im * tIm;
    const downIm = eIm + re * tIm + im * tRe;
    const size2 = downRe * downRe + downIm * downIm;
    const qRe = (upRe * downRe + upIm * downIm) / size2;
    const qIm = (upIm * downRe - upRe * downIm) / size2;
    re = eRe * qRe - eIm * qIm;
    im = eRe * qIm + eIm * qRe;
  }
  const size = (alpha + re) * (alpha + re) + im * im;
  out.re = (alpha * alpha - re * re - im * im) / size;
  out.im = -2 * alpha * im / size;
}
function reflectedInductance(field, omega, liftOffM, layers, out, edgePerM = 0) {
  let re = 0;
  let im = 0;
  for (let i = 0; i < field.alphaPerM.length; i++) {
    const alpha = field.alphaPerM[i];
    reflection(Math.sqrt(alpha * alpha + edgePerM * edgePerM), omega, layers, out);
    const weight = field.weightH[i] * Math.exp(-2 * alpha * liftOffM);
    re += weight * out.re;
    im += weight * out.im;
  }
  out.re = re;
  out.im = im;
}

// sim/senses/inductive/metal-reader.ts
var OHM_PER_K = 39e-4;
var HENRY_PER_K = 3e-5;
var FRAME = [
  { thicknessM: Number.POSITIVE_INFINITY, conductivitySPerM: 7e6, relativePermeability: 150 }
];
var purposes = ["distance", "miss", "drift", "mineral", "noise"];
var MetalReader = class {
  #keys;
  #change = { re: 0, im: 0 };
  #winding = null;
  /** `seed` names all draws of its looks. */
  constructor(seed2) {
    this.#keys = drawKeys(seed2, 0, "sensing/inductive", purposes);
  }
  /** [2 frequencies] shares; `noise` false leaves out the noise of the bridge only. */
  render(item, state, noise2 = true) {
    const winding = this.#windingOf(state);
    const values = Float64Array.from(winding.frame);
    this.#addItem(item, state, winding, values);
    this.#addDrift(item.itemId, state, winding, values);
    const { noise: key } = this.#keys;
    if (noise2)
      for (let i = 0; i < values.length; i++) values[i] += state.noiseShare * normalAt(key, item.itemId, i);
    for (const channel of state.deadChannels) values.fill(0, 2 * channel, 2 * channel + 2);
    return Float32Array.from(values);
  }
  #addItem(item, state, winding, values) {
    const layers = layersOf(item);
    if (layers.length === 0) return;
    const radiusM = (state.innerRadiusM + state.outerRadiusM) / 2;
    const missM = state.missSpreadM * normalAt(this.#keys.miss, item.itemId);
    const bounceM = state.liftOffSpreadM * Math.abs(normalAt(this.#keys.distance, item.itemId));
    const { riseM, coverage, edgePerM } = placementOf(item, radiusM, missM);
    const liftOffM = state.liftOffM + bounceM + riseM;
    const scale = coverage / winding.inductanceH;
    state.frequenciesHz.forEach((hz, i) => {
      reflectedInductance(winding.field, 2 * Math.PI * hz, liftOffM, layers, this.#change, edgePerM);
      values[2 * i] -= scale * this.#change.im;
      values[2 * i + 1] += scale * this.#change.re;
    });
  }
  /** What the coil's warmth and the belt add. */
  #addDrift(itemId, state, winding, values) {
    const warmerK = state.coilDriftK + state.driftSpreadK * normalAt(this.#keys.drift, itemId);
    const mineral = state.mineralSpread * normalAt(this.#keys.mineral, itemId);
    state.frequenciesHz.forEach((hz, i) => {
      const reactanceOhm = 2 * Math.PI * hz * winding.inductanceH;
      values[2 * i] += OHM_PER_K * warmerK * winding.resistanceOhm / reactanceOhm;
      values[2 * i + 1] += HENRY_PER_K * warmerK + mineral;
    });
  }
  #windingOf(state) {
    const { innerRadiusM, outerRadiusM, heightM, turns, liftOffM, frameM, frameResidue, frequenciesHz } = state;
    const parts = [innerRadiusM, outerRadiusM, heightM, turns, liftOffM, frameM, frameResidue, frequenciesHz];
    const key = parts.join(" ");
    if (this.#winding?.key === key) return this.#winding;
    const field = fieldOf(state, Math.min(liftOffM, frameM));
    const inductanceH = ownInductance(state);
    const frame = new Float64Array(2 * frequenciesHz.length);
    frequenciesHz.forEach((hz, i) => {
      reflectedInductance(field, 2 * Math.PI * hz, frameM, FRAME, this.#change);
      frame[2 * i] = -frameResidue * this.#change.im / inductanceH;
      frame[2 * i + 1] = frameResidue * this.#change.re / inductanceH;
    });
    this.#winding = { key, field, inductanceH, resistanceOhm: windingOhm(state), frame };
    return this.#winding;
  }
};

// sim/senses/inductive/state.ts
function defaultInductive() {
  return {
    frequenciesHz: [5e3, 1e5],
    innerRadiusM: 0.02,
    outerRadiusM: 0.03,
    heightM: 5e-3,
    turns: 60,
    liftOffM: 8e-3,
    liftOffSpreadM: 1e-3,
    missSpreadM: 5e-3,
    noiseShare: 5e-5,
    coilDriftK: 0,
    driftSpreadK: 0.1,
    mineralSpread: 1e-4,
    frameM: 0.15,
    frameResidue: 0.02,
    deadChannels: [],
    currentA: 0.05,
    integrationS: 0.02,
    electronicsW: 1
  };
}
var inductiveRanges = {
  frequenciesHz: { least: 100, most: 1e6 },
  innerRadiusM: { least: 1e-3, most: 0.5 },
  outerRadiusM: { least: 2e-3, most: 0.6 },
  heightM: { least: 5e-4, most: 0.1 },
  turns: { least: 1, most: 1e4, whole: true },
  liftOffM: { least: 1e-3, most: 0.5 },
  liftOffSpreadM: { least: 0, most: 0.1 },
  missSpreadM: { least: 0, most: 0.1 },
  noiseShare: { least: 0, most: 1 },
  coilDriftK: { least: -50, most: 50 },
  driftSpreadK: { least: 0, most: 10 },
  mineralSpread: { least: 0, most: 0.1 },
  frameM: { least: 0.01, most: 10 },
  frameResidue: { least: 0, most: 1 },
  deadChannels: { least: 0, most: 15, whole: true },
  currentA: { least: 0, most: 10 },
  integrationS: { least: 1e-4, most: 1 },
  electronicsW: { least: 0, most: 100 }
};
var MOST_CHANNELS = 16;
var FARTHEST_RADII = 3;
function inductiveProblems(state) {
  const problems = [];
  const say = (key, message, cure) => problems.push({ key, message, got: state[key], cure });
  const { frequenciesHz, innerRadiusM, outerRadiusM, liftOffM, integrationS, deadChannels } = state;
  if (frequenciesHz.length < 1 || frequenciesHz.length > MOST_CHANNELS)
    say(
      "frequenciesHz",
      `must hold 1 to ${MOST_CHANNELS} frequencies`,
      "Give at least one, such as [5000, 100000]"
    );
  if (new Set(frequenciesHz).size < frequenciesHz.length)
    say("frequenciesHz", "must not name a frequency twice", "Leave out the second one");
  if (innerRadiusM >= outerRadiusM)
    say(
      "outerRadiusM",
      `must be > innerRadiusM (${innerRadiusM})`,
      "Make the coil wider or its hole smaller"
    );
  if (liftOffM > FARTHEST_RADII * outerRadiusM)
    say(
      "liftOffM",
      `must be <= ${FARTHEST_RADII} outer radii of the coil (${FARTHEST_RADII * outerRadiusM})`,
      "Come nearer or take a larger coil"
    );
  if (frequenciesHz.some((hz) => hz * integrationS < 1))
    say("integrationS", "must hold a whole period of the lowest frequency", "Look for longer");
  if (deadChannels.some((channel) => channel >= frequenciesHz.length))
    say(
      "deadChannels",
      `must be < ${frequenciesHz.length}, the number of frequencies`,
      "Count channels from 0"
    );
  return problems;
}
function inductiveCost(state) {
  const { currentA, electronicsW, frequenciesHz, integrationS } = state;
  const windingW = frequenciesHz.length * currentA * currentA * windingOhm(state);
  return { energyJ: (electronicsW + windingW) * integrationS, timeUs: Math.ceil(integrationS * 1e6) };
}
var BASE_EUR = 70;
var CHANNEL_EUR = 25;
function inductivePartsEur({ frequenciesHz }) {
  return BASE_EUR + CHANNEL_EUR * frequenciesHz.length;
}

// sim/senses/inductive/sense.ts
var inKHz = (hz) => `${hz / 1e3} kHz`;
var inductive = {
  name: "inductive",
  title: "Inductive",
  fresh: defaultInductive,
  ranges: inductiveRanges,
  resizable: ["frequenciesHz"],
  problems: inductiveProblems,
  cost: inductiveCost,
  partsEur: inductivePartsEur,
  // A coil has no lens and no lamp: dirt that does not conduct is not there for it, and its age is a drift that balancing takes out.
  worn: (state) => state,
  tested(condition) {
    const state = defaultInductive();
    return condition === "shifted" ? { ...state, liftOffM: 0.011, liftOffSpreadM: 2e-3, coilDriftK: 3, noiseShare: 2e-4 } : { ...state, deadChannels: [state.frequenciesHz.length - 1] };
  },
  shape: ({ frequenciesHz }) => [2 * frequenciesHz.length],
  input: { kind: "vector", variate: false, hidden: 32, features: 32 },
  drawing: ({ frequenciesHz }) => ({
    kind: "bars",
    labels: frequenciesHz.flatMap((hz) => [`${inKHz(hz)} R`, `${inKHz(hz)} X`]),
    yLabel: "change of resistance R and reactance X, share of the coil's reactance"
  }),
  open: (seed2) => new MetalReader(seed2)
};

// sim/record/must.ts
function at(values, place4) {
  return values[place4] ?? Number.NaN;
}

// sim/senses/led/board.json
var board_default = {
  about: "The LEDs, the photodiode and the parts of the default board; units and meanings stand at `LedState` in state.ts and in price.ts.",
  source: "(memory) unless a note says more: typical figures of catalogues of infrared emitters and of InGaAs photodiodes, no datasheet at hand",
  notes: {
    centresNm: "Peak wavelengths that are sold as parts. The Plastic Scanner board, plasticscanner.com/breakout-board, has the same eight with 950 in place of 940 nm.",
    widthsNm: "(memory) 30-50 nm below 1000 nm, 50-70 at 1050, 60-90 at 1200-1300, 90-130 above; one vendor's peak of 850 nm is listed with 45 nm (NTE30048), another's with 50 nm. That page of the Plastic Scanner says 20 nm for its LEDs: narrower than any catalogue that is remembered. Doubt +-25 %.",
    powersMw: "(memory) total radiant power at `currentsMa`; parts of one number differ by a factor of 2. Cancels against the white reference, except in the noise.",
    responsivity: "(memory) shape of a 1.7 um InGaAs PIN photodiode with an InP cap: it cuts on between 800 and 950 nm, 0.9 A/W at 1300 nm, peak 1.05 A/W at 1550-1600 nm, falls to half near 1700 nm at 25 C. Doubt +-0.05 A/W, below 950 nm +-0.15 A/W: caps differ. Only its shape within one LED's spectrum reaches the reading.",
    parts: "(memory) EUR a piece at 10 to 100 pieces without tax; whole board of eight LEDs 110-350 EUR."
  },
  centresNm: [850, 940, 1050, 1200, 1300, 1450, 1550, 1650],
  widthsNm: [40, 50, 55, 70, 85, 100, 110, 120],
  powersMw: [10, 10, 8, 6, 6, 5, 4, 3],
  currentsMa: [30, 30, 100, 100, 100, 100, 100, 100],
  responsivity: {
    nm: [
      780,
      800,
      820,
      850,
      880,
      900,
      920,
      950,
      1e3,
      1100,
      1200,
      1300,
      1400,
      1500,
      1550,
      1600,
      1640,
      1660,
      1680,
      1700,
      1720,
      1740,
      1760
    ],
    aPerW: [
      0,
      0.03,
      0.08,
      0.17,
      0.32,
      0.44,
      0.54,
      0.63,
      0.69,
      0.77,
      0.84,
      0.91,
      0.97,
      1.03,
      1.05,
      1.05,
      1,
      0.92,
      0.75,
      0.5,
      0.22,
      0.06,
      0
    ]
  },
  partsEur: {
    ledBelow1000Nm: 1.5,
    ledFrom1000Nm: 14,
    siliconPhotodiode: 5,
    ingaasPhotodiode: 45,
    extendedPhotodiode: 200,
    electronics: 40
  }
};

// sim/senses/led/price.ts
var SILICON_TO_NM = 1150;
var INGAAS_TO_NM = 1800;
function ledCost(state) {
  const { currentsMa, supplyV, pulseUs, averages, settleUs, electronicsW } = state;
  const timeUs = settleUs + 2 * pulseUs * averages * currentsMa.length;
  const litA = currentsMa.reduce((sum, mA) => sum + mA / 1e3, 0);
  const lightJ = litA * supplyV * (pulseUs * averages / 1e6);
  return { energyJ: lightJ + electronicsW * (timeUs / 1e6), timeUs: Math.ceil(timeUs) };
}
function ledPartsEur({ centresNm, responsivityNm }) {
  const parts = board_default.partsEur;
  const leds = centresNm.reduce(
    (sum, nm) => sum + (nm < 1e3 ? parts.ledBelow1000Nm : parts.ledFrom1000Nm),
    0
  );
  const lastNm = at(responsivityNm, responsivityNm.length - 1);
  const photodiode = lastNm <= SILICON_TO_NM ? parts.siliconPhotodiode : lastNm <= INGAAS_TO_NM ? parts.ingaasPhotodiode : parts.extendedPhotodiode;
  return leds + photodiode + parts.electronics;
}

// sim/senses/led/photodiode.ts
function slopesOf({ responsivityNm: xs, responsivityAPerW: ys }) {
  const rise2 = (i) => (at(ys, i + 1) - at(ys, i)) / (at(xs, i + 1) - at(xs, i));
  return xs.map((x, i) => {
    if (i === 0 || i === xs.length - 1) return 0;
    const [before, after] = [rise2(i - 1), rise2(i)];
    const [toLeft, toRight] = [x - at(xs, i - 1), at(xs, i + 1) - x];
    const middle = (before * toRight + after * toLeft) / (toLeft + toRight);
    const least = Math.min(Math.abs(before), Math.abs(after), 0.5 * Math.abs(middle));
    return (Math.sign(before) + Math.sign(after)) * least;
  });
}
function responsivityAt(curve3, wavelengthsNm) {
  const { responsivityNm: xs, responsivityAPerW: ys } = curve3;
  const slopes2 = slopesOf(curve3);
  const out = new Float64Array(wavelengthsNm.length);
  let i = 0;
  for (let k = 0; k < out.length; k++) {
    const nm = at(wavelengthsNm, k);
    if (nm < at(xs, 0) || nm > at(xs, xs.length - 1)) continue;
    if (nm < at(xs, i)) i = 0;
    while (i < xs.length - 2 && at(xs, i + 1) < nm) i++;
    const width = at(xs, i + 1) - at(xs, i);
    const t = (nm - at(xs, i)) / width;
    const s = 1 - t;
    const low = at(ys, i) * (1 + 2 * t) + at(slopes2, i) * width * t;
    const high = at(ys, i + 1) * (1 + 2 * s) - at(slopes2, i + 1) * width * s;
    out[k] = s * s * low + t * t * high;
  }
  return out;
}

// sim/senses/led/bands.ts
var HALF_WIDTH_PER_SIGMA = Math.sqrt(2 * Math.LN2);
var REACH2 = 6;
function emissionOf(peakNm, widthNm, shortSideShare) {
  const sigmas = widthNm / HALF_WIDTH_PER_SIGMA;
  return { peakNm, shortNm: sigmas * shortSideShare, longNm: sigmas * (1 - shortSideShare) };
}
var GAUSS = [(3 - Math.sqrt(3)) / 6, (3 + Math.sqrt(3)) / 6];
var ITEMS_FROM_NM = 400;
var ITEMS_TO_NM = 2500;
function answerGrid(curve3) {
  const { responsivityNm } = curve3;
  const fromNm = Math.max(Math.floor(at(responsivityNm, 0)), ITEMS_FROM_NM);
  const toNm = Math.min(Math.ceil(at(responsivityNm, responsivityNm.length - 1)), ITEMS_TO_NM);
  const cells = Math.max(0, toNm - fromNm);
  const wavelengthsNm = new Float64Array(2 * cells);
  for (let i = 0; i < cells; i++) {
    wavelengthsNm[i] = fromNm + i + GAUSS[0];
    wavelengthsNm[cells + i] = fromNm + i + GAUSS[1];
  }
  return { fromNm, cells, wavelengthsNm, responsivity: responsivityAt(curve3, wavelengthsNm) };
}
function answerTo(emission, { fromNm, cells }, answers2) {
  const { peakNm, shortNm, longNm } = emission;
  let sum = 0;
  for (let comb = 0; comb < GAUSS.length; comb++) {
    const first = comb * cells;
    const place4 = peakNm - fromNm - GAUSS[comb];
    const below = Math.min(Math.floor(place4), cells - 1);
    const above = Math.max(Math.floor(place4) + 1, 0);
    sum += fallingSum(answers2, first + below, -1, below + 1, place4 - below, shortNm);
    sum += fallingSum(answers2, first + above, 1, cells - above, above - place4, longNm);
  }
  return sum / (GAUSS.length * Math.sqrt(Math.PI / 2) * (shortNm + longNm));
}
function fallingSum(values, start, step, most, awayNm, sigmaNm) {
  const count = Math.min(most, Math.floor(REACH2 * sigmaNm - awayNm) + 1);
  const square2 = 2 * sigmaNm * sigmaNm;
  const bend2 = Math.exp(-2 / square2);
  let light = Math.exp(-awayNm * awayNm / square2);
  let fall = Math.exp(-(2 * awayNm + 1) / square2);
  let sum = 0;
  for (let i = 0, k = start; i < count; i++, k += step) {
    sum += light * values[k];
    light *= fall;
    fall *= bend2;
  }
  return sum;
}
var C2_NM_K = 1438776877e-2;
function ambientShares({ wavelengthsNm, responsivity }, temperatureK) {
  const shares = wavelengthsNm.map((nm, i) => {
    const um = nm / 1e3;
    return responsivity[i] / (um * um * um * um * um * Math.expm1(C2_NM_K / (nm * temperatureK)));
  });
  const total = shares.reduce((sum, share2) => sum + share2, 0) || 1;
  return shares.map((share2) => share2 / total);
}

// sim/senses/led/currents.ts
function collected({ photodiodeMm2, distanceMm, spotRadiusMm }) {
  return photodiodeMm2 / (Math.PI * (distanceMm * distanceMm + spotRadiusMm * spotRadiusMm));
}
function whiteUaOf(state, k, answer) {
  return at(state.powersMw, k) * 1e3 * collected(state) * answer;
}

// sim/senses/led/problems.ts
var MOST_LEDS = 64;
var DEAF = 0.01;
function ledProblems(state) {
  const shape = [...ledLists(state), ...curve(state), ...spans(state)];
  return shape.length > 0 ? shape : [...outOfRange(state), ...overfull(state)];
}
var LED_LISTS = ["centresNm", "widthsNm", "powersMw", "currentsMa"];
function ledLists(state) {
  const { centresNm, deadLeds } = state;
  const count = centresNm.length;
  const problems = [];
  if (count < 1 || count > MOST_LEDS)
    problems.push({
      key: "centresNm",
      message: `a board has 1 to ${MOST_LEDS} LEDs`,
      got: count,
      cure: "Give each LED its peak wavelength in nm"
    });
  for (const key of LED_LISTS)
    if (state[key].length !== count)
      problems.push({
        key,
        message: `must have one entry for each of the ${count} LEDs of centresNm`,
        got: state[key].length,
        cure: `Write ${count} numbers, in the order of centresNm`
      });
  problems.push(...unordered("centresNm", centresNm));
  const missing = deadLeds.find((k) => k >= count);
  if (missing !== void 0)
    problems.push({
      key: "deadLeds",
      message: "names an LED that the board does not have",
      got: missing,
      cure: `Count from 0 to ${count - 1}`
    });
  return problems;
}
var LEAST_STEP_NM = 0.01;
function unordered(key, list) {
  const place4 = list.findIndex((nm, i) => i > 0 && nm < at(list, i - 1) + LEAST_STEP_NM);
  if (place4 < 0) return [];
  const message = "wavelengths must rise";
  const got = `${at(list, place4)} after ${at(list, place4 - 1)} nm`;
  return [{ key, message, got, cure: "Sort them, and the other lists with them; each only once" }];
}
function curve({ responsivityNm, responsivityAPerW }) {
  const count = responsivityNm.length;
  if (count < 3)
    return [
      {
        key: "responsivityNm",
        message: "needs at least 3 wavelengths",
        got: count,
        cure: "Give the curve of the photodiode from its first to its last answer"
      }
    ];
  if (responsivityAPerW.length !== count)
    return [
      {
        key: "responsivityAPerW",
        message: `must have one entry for each of the ${count} wavelengths of responsivityNm`,
        got: responsivityAPerW.length,
        cure: `Write ${count} numbers in A/W`
      }
    ];
  const problems = unordered("responsivityNm", responsivityNm);
  const ends = [at(responsivityAPerW, 0), at(responsivityAPerW, count - 1)];
  if (ends.some((end) => end !== 0))
    problems.push({
      key: "responsivityAPerW",
      message: "must begin and end with 0",
      got: ends.join(" and "),
      cure: "Add the wavelengths below and above which nothing is answered"
    });
  if (!responsivityAPerW.some((aPerW) => aPerW > 0))
    problems.push({
      key: "responsivityAPerW",
      message: "the photodiode answers nothing",
      got: "only zeros",
      cure: "Give its responsivity in A/W"
    });
  return problems;
}
function spans({ backing }) {
  if (backing[0] <= backing[1]) return [];
  return [
    { key: "backing", message: "lowest above highest", got: backing.join(" and "), cure: "Swap the two" }
  ];
}
function outOfRange(state) {
  const { centresNm, responsivityNm, responsivityAPerW } = state;
  const deaf = DEAF * Math.max(...responsivityAPerW);
  const [first, last] = [at(responsivityNm, 0), at(responsivityNm, responsivityNm.length - 1)];
  const answers2 = responsivityAt(state, centresNm);
  return centresNm.flatMap((nm, k) => {
    if (at(answers2, k) >= deaf) return [];
    const message = `LED ${k} lies outside the photodiode's range: it answers ${first}-${last} nm, least near the ends`;
    const cure = "Take out this LED, or give the curve of a photodiode that answers it";
    return [{ key: "centresNm", message, got: nm, cure }];
  });
}
function overfull(state) {
  const { centresNm, widthsNm, shortSideShare, fullScaleUa } = state;
  const grid2 = answerGrid(state);
  return centresNm.flatMap((nm, k) => {
    const answer = answerTo(emissionOf(nm, at(widthsNm, k), shortSideShare), grid2, grid2.responsivity);
    const whiteUa = whiteUaOf(state, k, answer);
    if (whiteUa <= fullScaleUa) return [];
    const message = `LED ${k} at ${nm} nm would give ${whiteUa.toPrecision(3)} uA from the white reference, more than fullScaleUa takes`;
    const cure = `raise fullScaleUa above ${Math.ceil(whiteUa)}, or lower its power or the area of the photodiode`;
    return [{ key: "fullScaleUa", message, got: fullScaleUa, cure }];
  });
}

// sim/senses/led/ranges.ts
var range2 = (least, most) => ({ least, most });
var whole = (least, most) => ({ least, most, whole: true });
var share = range2(0, 1);
var ledRanges = {
  centresNm: range2(400, 2500),
  widthsNm: range2(5, 400),
  powersMw: range2(1e-3, 1e4),
  currentsMa: range2(0.01, 1e4),
  shortSideShare: range2(0.2, 0.8),
  responsivityNm: range2(200, 4e3),
  responsivityAPerW: range2(0, 2),
  photodiodeMm2: range2(1e-4, 1e3),
  distanceMm: range2(0.5, 2e3),
  distanceSpreadMm: range2(0, 1e3),
  spotRadiusMm: range2(0.1, 1e3),
  placeSpread: range2(0, 1),
  backing: share,
  specularMax: share,
  spillMax: share,
  warmerK: range2(-80, 80),
  temperatureSpreadK: range2(0, 40),
  centreDriftNmPerK: range2(-2, 2),
  powerDriftPerK: range2(-0.05, 0.05),
  unit: whole(0, 4294967295),
  centreSpreadNm: range2(0, 40),
  powerSpread: range2(0, 1),
  pulseUs: range2(1, 1e6),
  averages: whole(1, 1e4),
  settleUs: range2(0, 1e7),
  supplyV: range2(0.5, 60),
  electronicsW: range2(0, 100),
  ampNoisePaPerRtHz: range2(0, 1e3),
  fullScaleUa: range2(1e-5, 1e5),
  adcBits: whole(6, 24),
  driveSpread: range2(0, 0.2),
  ambientUa: range2(0, 1e4),
  ambientLeft: share,
  ambientTempK: range2(1e3, 1e4),
  darkDriftUa: range2(-100, 100),
  whiteLoss: range2(0, 0.9),
  windowDirt: share,
  ledAge: share,
  ageLoss: share,
  ageSpread: range2(0, 1),
  deadLeds: whole(0, 63)
};

// sim/kernel/random/noise.ts
var TABLE_SIZE = 65536;
var gaussianTable = makeTable();
function makeTable() {
  const quantiles = new Float64Array(TABLE_SIZE);
  let squares = 0;
  for (let i = 0; i < TABLE_SIZE; i++) {
    quantiles[i] = normalQuantile((i + 0.5) / TABLE_SIZE);
    squares += quantiles[i] * quantiles[i];
  }
  const sd = Math.sqrt(squares / TABLE_SIZE);
  const table2 = new Float32Array(TABLE_SIZE);
  for (let i = 0; i < TABLE_SIZE; i++) table2[i] = quantiles[i] / sd;
  return table2;
}
var Noise = class {
  /** `seed`: 32 bits; zero, the one state xorshift cannot leave, is replaced. */
  constructor(seed2) {
    this.state = seed2 | 0 || 2654435769 | 0;
  }
  /** Next 32 bits, signed. */
  bits() {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x;
  }
  /** Next number in [0, 1), 32 bits. */
  next() {
    return (this.bits() >>> 0) / 4294967296;
  }
  /** Next standard normal number from the table. */
  gaussian() {
    return gaussianTable[this.bits() >>> 16];
  }
  /** Fills `out` with standard normal numbers from the table, two from each 32 bits: for frames, a third of the time of `gaussian`. */
  fill(out) {
    const pairs = out.length & ~1;
    let x = this.state;
    for (let at3 = 0; at3 < pairs; at3 += 2) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      out[at3] = gaussianTable[x >>> 16];
      out[at3 + 1] = gaussianTable[x & 65535];
    }
    this.state = x;
    if (pairs < out.length) out[pairs] = this.gaussian();
  }
};
function noise(key, itemId) {
  return new Noise(bitsAt(key, itemId));
}

// sim/senses/optics/kubelka-munk.ts
var LIMIT_B = 1e-6;
var SEMI_INFINITE = 20;
function slab(k, s, d, out) {
  const aS = k + s;
  const bS = Math.sqrt(k * (k + 2 * s));
  const x = bS * d;
  if (x < LIMIT_B) {
    const sd = s * d;
    out.r = sd / (1 + sd);
    out.t = 1 - out.r;
    return out;
  }
  if (x > SEMI_INFINITE) {
    out.r = s / (aS + bS);
    out.t = 0;
    return out;
  }
  const e = Math.exp(-x);
  const e2 = e * e;
  const denominator = aS * (1 - e2) + bS * (1 + e2);
  out.r = s * (1 - e2) / denominator;
  out.t = 2 * bS * e / denominator;
  return out;
}

// sim/materials/data/optics-bands-derived.json
var optics_bands_derived_default = {
  about: "Near-infrared bands of substances without a usable measured spectrum, derived from relatives or from memory, each marked. bands: centre nm, height 1/cm of solid substance, sigma nm. of: shares of other substances, fitted or above.",
  sources: { ch2: "CH2 bands of PE shifted by the ratio of IR fundamentals, scaled by CH2 per volume; not measured" },
  notes: {
    ch2: "The aliphatic first overtones of PE moved by the ratio of fundamentals and scaled by C-H per volume (harmonic shift, derived here)."
  },
  substances: {
    petg: {
      source: "PET with cyclohexane-dimethanol (CH2 as PE), shares derived; not measured",
      of: { pet: 0.82, pmma: 0.05, "pe-ld": 0.1 }
    },
    pbt: {
      source: "PET with butylene (CH2 as PE), shares derived; not measured",
      of: { pet: 0.8, "pe-ld": 0.2 }
    },
    eva: {
      source: "PE with vinyl acetate (ester methyl as PMMA), shares derived; not measured",
      of: { "pe-ld": 0.84, pmma: 0.16 }
    },
    acrylonitrile: {
      note: "Fundamentals 2940/2870 against 2920/2850 of PE; 0.33 of its CH2 per volume, one tertiary C-H; nitrile combinations from memory.",
      source: "ch2",
      bands: [
        [1165, 0.15, 14],
        [1203, 0.7, 13],
        [1370, 0.35, 14],
        [1402, 0.5, 14],
        [1430, 0.3, 16],
        [1692, 0.9, 12],
        [1706, 1.5, 11],
        [1720, 3.2, 10],
        [1752, 2, 11],
        [1785, 0.8, 14],
        [1820, 0.5, 20],
        [1908, 1, 12],
        [1930, 0.6, 16],
        [2030, 1.8, 18],
        [2250, 5, 18],
        [2290, 9, 14],
        [2330, 6, 16],
        [2375, 5, 18],
        [2440, 7, 20]
      ]
    },
    butadiene: {
      note: "Half the CH2 per volume of PE; olefinic C-H of cis units 1680, 2143, 2190 nm as in fats, vinyl =CH2 1636 nm (Goddu, from memory).",
      source: "ch2",
      bands: [
        [1160, 0.35, 13],
        [1213, 1.2, 12],
        [1395, 0.75, 12],
        [1417, 0.7, 13],
        [1450, 0.3, 18],
        [1636, 0.6, 8],
        [1663, 0.7, 12],
        [1680, 1.4, 11],
        [1697, 0.9, 11],
        [1712, 2, 10],
        [1729, 4.4, 9],
        [1747, 1.4, 10],
        [1764, 3, 9],
        [1800, 1, 18],
        [1850, 0.5, 25],
        [2110, 1.2, 14],
        [2143, 2.2, 12],
        [2190, 2, 14],
        [2275, 7, 14],
        [2310, 20, 10],
        [2350, 15, 11],
        [2390, 9, 16],
        [2440, 12, 20]
      ]
    },
    abs: {
      source: "styrene-acrylonitrile 74/26 by volume: PS of Zhang n,k and shifted CH2; not measured",
      of: { ps: 0.74, acrylonitrile: 0.26 }
    },
    pan: {
      source: "ch2",
      of: { acrylonitrile: 0.92, pmma: 0.08 }
    },
    "pvc-plasticised": {
      source: "PVC with a third of phthalate",
      of: { pvc: 0.67, phthalate: 0.33 }
    },
    terephthalate: {
      source: "dioctyl terephthalate: ring C-H as PET and 2-ethylhexyl C-H as PP and PE, by C-H per volume (derived); not measured",
      of: { pet: 0.35, pp: 0.35, "pe-ld": 0.25 }
    },
    grp: {
      source: "styrene-cured polyester, half glass, shares estimated",
      of: { ps: 0.25, pet: 0.1, pmma: 0.12 }
    },
    fat: {
      source: "triglyceride: CH2 as PE",
      of: { "pe-ld": 0.75, pmma: 0.06 }
    },
    bitumen: {
      source: "aliphatic with methyl and some rings, shares estimated",
      of: { "pe-ld": 0.5, pp: 0.3, ps: 0.1 }
    },
    pla: {
      note: "Methyl on an ester carbon: first overtones 1674/1690/1718 (methyl, methine), C=O second overtone 1900-1920; from memory.",
      source: "anchor table (about 1680 1720 1900 2130) and ester/methyl positions from memory; not measured",
      bands: [
        [1160, 0.35, 12],
        [1182, 0.75, 11],
        [1210, 0.2, 14],
        [1363, 0.45, 12],
        [1387, 0.55, 13],
        [1415, 0.4, 14],
        [1450, 0.25, 18],
        [1660, 0.7, 10],
        [1676, 3, 8],
        [1689, 3.4, 8],
        [1703, 2, 9],
        [1720, 2.2, 10],
        [1745, 1.6, 12],
        [1770, 0.9, 14],
        [1820, 0.6, 22],
        [1880, 0.9, 14],
        [1911, 2.8, 10],
        [1945, 1.2, 14],
        [2092, 2, 14],
        [2127, 5, 12],
        [2165, 3, 14],
        [2250, 11, 14],
        [2278, 10, 12],
        [2335, 9, 16],
        [2390, 8, 18],
        [2440, 10, 20]
      ]
    },
    pom: {
      source: "anchor table (1180 1390 1690 1730, estimate); not measured",
      bands: [
        [1155, 0.2, 12],
        [1183, 0.7, 12],
        [1365, 0.4, 14],
        [1392, 0.6, 14],
        [1420, 0.4, 15],
        [1672, 2.2, 10],
        [1690, 3.6, 10],
        [1712, 2.6, 11],
        [1735, 3.4, 11],
        [1768, 1.6, 14],
        [1810, 0.7, 20],
        [2085, 2, 16],
        [2240, 7, 16],
        [2275, 10, 14],
        [2310, 8, 16],
        [2360, 8, 18],
        [2440, 9, 20]
      ]
    },
    pur: {
      source: "anchor table (1190 1410 1520 1690 1730 1970 2050 2250, estimate); not measured",
      bands: [
        [1140, 0.3, 12],
        [1192, 0.8, 14],
        [1210, 0.5, 14],
        [1392, 0.7, 14],
        [1415, 0.6, 14],
        [1500, 0.8, 20],
        [1523, 0.7, 16],
        [1650, 1, 12],
        [1672, 1.8, 10],
        [1694, 3, 12],
        [1712, 2.8, 12],
        [1732, 3, 12],
        [1762, 2, 14],
        [1820, 0.8, 22],
        [1970, 1.5, 18],
        [2050, 4, 16],
        [2140, 3, 18],
        [2180, 3.5, 18],
        [2255, 9, 16],
        [2300, 12, 15],
        [2345, 10, 16],
        [2420, 10, 20]
      ]
    },
    epoxy: {
      source: "bisphenol-A rings as PC, hydroxyl and anchor table (1140 1410 1660 1950 2130 2200, estimate); not measured",
      bands: [
        [1136, 0.6, 10],
        [1186, 0.45, 12],
        [1390, 0.5, 14],
        [1412, 0.45, 15],
        [1440, 0.4, 22],
        [1627, 0.7, 12],
        [1645, 1, 10],
        [1660, 3.2, 9],
        [1674, 3, 9],
        [1692, 3, 11],
        [1712, 1.8, 12],
        [1732, 1.8, 12],
        [1762, 1.2, 14],
        [1905, 1.2, 16],
        [1950, 1.2, 22],
        [2085, 3, 20],
        [2133, 5, 13],
        [2165, 6, 13],
        [2205, 4, 16],
        [2260, 7, 16],
        [2305, 10, 15],
        [2345, 8, 16],
        [2430, 10, 20]
      ]
    },
    keratin: {
      source: "anchor table wool (1500 1690 1738 2055 2180, estimate) and amide combinations; not measured",
      bands: [
        [1190, 0.6, 16],
        [1365, 0.4, 16],
        [1395, 0.5, 16],
        [1420, 0.7, 18],
        [1490, 2.2, 24],
        [1510, 2.4, 20],
        [1575, 1.4, 22],
        [1690, 3, 12],
        [1706, 1.8, 12],
        [1735, 2.6, 14],
        [1762, 1.6, 14],
        [1820, 0.8, 22],
        [1940, 5, 24],
        [1985, 3, 20],
        [2055, 11, 17],
        [2110, 4, 22],
        [2180, 12, 16],
        [2245, 6, 18],
        [2290, 8, 16],
        [2350, 8, 18],
        [2430, 9, 22]
      ]
    },
    ptfe: {
      source: "anchor table: no C-H bands, weak 2150 and 2360 (estimate)",
      bands: [[2150, 0.3, 20], [2360, 0.6, 22]]
    },
    talc: {
      source: "Mg-OH overtone 1391 and combinations 2312, from memory",
      bands: [
        [1391.5, 4.5, 2.5],
        [2077, 1, 8],
        [2128, 0.8, 9],
        [2176, 1, 9],
        [2231, 1.5, 9],
        [2287, 4, 8],
        [2312, 14, 7],
        [2391, 6, 9],
        [2465, 5, 14]
      ]
    },
    "soda-lime": {
      note: "Iron in glass: Fe2+ near 1050 nm and its tail (0.35 of it), 0.12 1/cm: 0.1 % Fe2O3 in clear glass, more in green and brown (from memory).",
      source: "Fe2+ band, from memory",
      bands: [
        [1060, 0.12, 190],
        [1850, 0.041999999999999996, 260],
        [2210, 0.25, 30],
        [2480, 1.5, 250]
      ]
    },
    "soda-lime-green": {
      note: "Iron in glass: Fe2+ near 1050 nm and its tail (0.35 of it), 1.1 1/cm: 0.1 % Fe2O3 in clear glass, more in green and brown (from memory).",
      source: "Fe2+ band, from memory",
      bands: [[1060, 1.1, 190], [1850, 0.385, 260], [2210, 0.25, 30], [2480, 1.5, 250]]
    },
    "soda-lime-brown": {
      note: "Iron in glass: Fe2+ near 1050 nm and its tail (0.35 of it), 0.7 1/cm: 0.1 % Fe2O3 in clear glass, more in green and brown (from memory).",
      source: "Fe2+ band, from memory",
      bands: [
        [1060, 0.7, 190],
        [1850, 0.24499999999999997, 260],
        [2210, 0.25, 30],
        [2480, 1.5, 250]
      ]
    },
    carbon: {
      source: "opaque black: soot index of the refractive-index database",
      bands: [[1300, 2e4, 3e3]]
    }
  },
  roomMoisture: {
    note: "Water in the objects that a table was fitted to, kg/kg: equilibrium at 20 C and 50 % relative humidity. Only what an item holds beyond it is added.",
    source: "polyamide 6 about 2.5 %, paper 6-7 %, wood 9 % (Hailwood-Horrobin with the Wood Handbook's coefficients; the others and starch from memory)",
    kgPerKg: { pa: 0.025, cellulose: 0.067, cotton: 0.067, pulp: 0.067, lignin: 0.09, starch: 0.11 }
  }
};

// sim/materials/data/optics-bands-fitted.json
var optics_bands_fitted_default = {
  "pe-hd": {
    source: "USGS GDS384 GDS385 GDS386 GDS387 GDS389 GDS391 GDS392 GDS393 GDS394 GDS400 GDS390 GDS373; windows 1160-1262, 1342-1478, 1640-1840 nm from thin GDS390 GDS391 GDS394 GDS373 GDS392 GDS393",
    bands: [[932.1, 0.272, 12.9], [998, 443e-5, 7], [1004, 611e-5, 7], [1010, 0.0107, 7], [1016, 0.0142, 7], [1022, 0.0203, 7], [1028, 0.0247, 7], [1034, 0.0293, 7], [1040, 0.0322, 7], [1046, 0.0325, 7], [1052, 0.0316, 7], [1058, 0.0277, 7], [1064, 0.0232, 7], [1070, 0.0186, 7], [1076, 0.0123, 7], [1082, 0.0107, 7], [1088, 46e-4, 7], [1094, 594e-5, 7], [1112, 736e-5, 7], [1124, 0.0153, 7], [1136, 0.0171, 7], [1142, 0.0274, 7], [1154, 0.103, 7], [1160, 0.0328, 7], [1166, 0.265, 7], [1172, 0.27, 7], [1178, 0.0347, 7], [1184, 0.5, 7], [1190, 0.255, 7], [1196, 0.515, 7], [1202, 0.687, 7], [1208, 0.952, 7], [1214, 1.36, 7], [1220, 1.17, 7], [1226, 0.645, 7], [1232, 0.395, 7], [1238, 0.325, 7], [1244, 0.21, 7], [1250, 0.172, 7], [1256, 0.147, 7], [1262, 0.0951, 7], [1268, 0.107, 7], [1274, 0.0879, 7], [1280, 0.0732, 7], [1286, 0.069, 7], [1292, 0.0525, 7], [1298, 0.0476, 7], [1304, 0.0372, 7], [1310, 0.0346, 7], [1316, 0.0225, 7], [1322, 0.0345, 7], [1328, 743e-5, 7], [1334, 0.0438, 7], [1346, 0.0383, 7], [1352, 0.0368, 7], [1364, 0.0533, 7], [1370, 503e-5, 7], [1376, 0.234, 7], [1382, 0.144, 7], [1388, 0.191, 7], [1394, 1.17, 7], [1400, 0.201, 7], [1406, 0.329, 7], [1412, 0.687, 7], [1418, 0.639, 7], [1424, 0.546, 7], [1430, 0.494, 7], [1436, 0.469, 7], [1442, 0.476, 7], [1448, 0.28, 7], [1454, 0.358, 7], [1460, 0.25, 7], [1466, 0.231, 7], [1472, 0.183, 7], [1478, 0.143, 7], [1484, 0.138, 7], [1490, 0.0996, 7], [1496, 0.108, 7], [1502, 0.0789, 7], [1508, 0.0792, 7], [1514, 0.0638, 7], [1520, 0.0669, 7], [1526, 0.0812, 7], [1532, 0.107, 7], [1538, 0.125, 7], [1544, 0.112, 7], [1550, 0.0771, 7], [1556, 0.0415, 7], [1562, 0.0218, 7], [1568, 0.0138, 7], [1574, 928e-5, 7], [1580, 609e-5, 7], [1660, 0.0137, 5.5], [1665, 0.0565, 5.5], [1670, 454e-5, 5.5], [1675, 0.179, 5.5], [1680, 0.0717, 5.5], [1685, 0.273, 5.5], [1690, 0.215, 5.5], [1695, 0.415, 5.5], [1700, 0.451, 5.5], [1705, 0.825, 5.5], [1710, 1.58, 5.5], [1715, 2, 5.5], [1720, 2.9, 5.5], [1725, 3.03, 5.5], [1730, 6.08, 5.5], [1735, 4.47, 5.5], [1740, 1.92, 5.5], [1745, 1.98, 5.5], [1750, 1.06, 5.5], [1755, 1.68, 5.5], [1760, 1.94, 5.5], [1765, 3.11, 5.5], [1770, 1.91, 5.5], [1775, 1.17, 5.5], [1780, 1.16, 5.5], [1785, 0.896, 5.5], [1790, 0.869, 5.5], [1795, 0.86, 5.5], [1800, 1.24, 5.5], [1805, 0.644, 5.5], [1810, 1.17, 5.5], [1815, 0.718, 5.5], [1820, 1.08, 5.5], [1825, 0.777, 5.5], [1830, 0.743, 5.5], [1835, 0.732, 5.5], [1840, 0.58, 5.5], [1845, 0.577, 5.5], [1850, 0.386, 5.5], [1855, 0.485, 5.5], [1900.3, 1.9, 111.1], [2009.7, 0.32, 7.4], [2053.1, 1.07, 44.1], [2144.1, 0.452, 23.4], [2192.4, 0.651, 23.1], [2253.6, 2.86, 28.4], [2297.3, 13.1, 18.4], [2313.8, 10.2, 12.5], [2333.2, 1.14, 6.5], [2345.4, 8.74, 12.8], [2379, 19.8, 30.9], [2432.3, 13.7, 24.3], [2468.8, 11.7, 22.4]]
  },
  "pe-ld": {
    source: "USGS GDS402 GDS404 GDS406 GDS370; windows 1160-1262, 1342-1478, 1640-1840 nm from thin GDS402 GDS370 GDS404",
    bands: [[932, 0.197, 13.2], [944, 0.0341, 7], [1004, 655e-5, 7], [1010, 0.0105, 7], [1016, 0.0143, 7], [1022, 0.0203, 7], [1028, 0.0246, 7], [1034, 0.0294, 7], [1040, 0.0322, 7], [1046, 0.0324, 7], [1052, 0.0317, 7], [1058, 0.0275, 7], [1064, 0.0233, 7], [1070, 0.0185, 7], [1076, 0.0123, 7], [1082, 0.0108, 7], [1088, 437e-5, 7], [1094, 63e-4, 7], [1112, 701e-5, 7], [1124, 0.016, 7], [1136, 0.0198, 7], [1142, 0.0237, 7], [1154, 0.104, 7], [1160, 0.0186, 7], [1166, 0.302, 7], [1172, 0.196, 7], [1178, 0.192, 7], [1184, 0.405, 7], [1190, 0.422, 7], [1196, 0.498, 7], [1202, 0.717, 7], [1208, 0.944, 7], [1214, 1.19, 7], [1220, 1.06, 7], [1226, 0.62, 7], [1232, 0.415, 7], [1238, 0.331, 7], [1244, 0.223, 7], [1250, 0.178, 7], [1256, 0.15, 7], [1262, 0.0827, 7], [1268, 0.123, 7], [1274, 0.073, 7], [1280, 0.085, 7], [1286, 0.0607, 7], [1292, 0.0575, 7], [1298, 0.0455, 7], [1304, 0.0369, 7], [1310, 0.0368, 7], [1316, 0.019, 7], [1322, 0.0385, 7], [1328, 412e-5, 7], [1334, 0.0447, 7], [1346, 0.03, 7], [1352, 0.0454, 7], [1364, 0.128, 7], [1376, 0.318, 7], [1382, 0.168, 7], [1388, 0.392, 7], [1394, 1.03, 7], [1400, 0.283, 7], [1406, 0.332, 7], [1412, 0.705, 7], [1418, 0.591, 7], [1424, 0.563, 7], [1430, 0.487, 7], [1436, 0.506, 7], [1442, 0.466, 7], [1448, 0.352, 7], [1454, 0.337, 7], [1460, 0.278, 7], [1466, 0.255, 7], [1472, 0.185, 7], [1478, 0.133, 7], [1484, 0.143, 7], [1490, 0.0993, 7], [1496, 0.104, 7], [1502, 0.0834, 7], [1508, 0.0735, 7], [1514, 0.0672, 7], [1520, 0.064, 7], [1526, 0.079, 7], [1532, 0.111, 7], [1538, 0.114, 7], [1544, 0.125, 7], [1550, 0.056, 7], [1556, 0.0608, 7], [1568, 0.0243, 7], [1665, 0.0411, 5.5], [1670, 0.0638, 5.5], [1675, 0.102, 5.5], [1680, 0.174, 5.5], [1685, 0.221, 5.5], [1690, 0.389, 5.5], [1695, 0.521, 5.5], [1700, 0.665, 5.5], [1705, 1.11, 5.5], [1710, 1.8, 5.5], [1715, 2.22, 5.5], [1720, 3.11, 5.5], [1725, 3.21, 5.5], [1730, 6.04, 5.5], [1735, 4.15, 5.5], [1740, 1.99, 5.5], [1745, 1.87, 5.5], [1750, 1.3, 5.5], [1755, 1.84, 5.5], [1760, 2.11, 5.5], [1765, 3.15, 5.5], [1770, 1.86, 5.5], [1775, 1.39, 5.5], [1780, 1.17, 5.5], [1785, 1.04, 5.5], [1790, 0.923, 5.5], [1795, 0.977, 5.5], [1800, 1.27, 5.5], [1805, 0.74, 5.5], [1810, 1.16, 5.5], [1815, 0.798, 5.5], [1820, 1.02, 5.5], [1825, 0.765, 5.5], [1830, 0.763, 5.5], [1835, 0.655, 5.5], [1840, 0.569, 5.5], [1845, 0.549, 5.5], [1850, 0.344, 5.5], [1855, 0.459, 5.5], [1900.3, 1.98, 114.5], [2009.6, 0.307, 7.4], [2053.2, 1.17, 47.1], [2144.1, 0.597, 23.8], [2192.4, 0.93, 23], [2253.8, 3.59, 28.1], [2298, 24.8, 17.9], [2310.9, 71.7, 7.8], [2331.3, 13.5, 5.4], [2348.4, 42.4, 8.2], [2380.2, 52.3, 26.6], [2432, 50.7, 28.9], [2468.7, 11.6, 22.8]]
  },
  pp: {
    source: "Knaeps rows 6 8 36 37 38 41 43",
    bands: [[912.7, 0.391, 10], [934.3, 0.275, 9.2], [1021.5, 0.154, 14.4], [1157.8, 1.13, 13.3], [1173.1, 0.661, 7], [1188.5, 1.92, 9.2], [1210.4, 2.14, 14.7], [1239.3, 0.749, 21.2], [1369.9, 1.87, 15], [1395.8, 2, 10.6], [1414.5, 0.875, 8.8], [1432.8, 1.36, 15.6], [1475, 0.831, 23.7], [1546.8, 0.122, 50.5], [1643.2, 1.03, 25.3], [1687.7, 1.36, 16.7], [1697.9, 4.68, 8.7], [1708.1, 1.22, 5.9], [1723.1, 8.19, 15.2], [1736.1, 2.05, 8.9], [1762.1, 5.51, 16.5], [1792.5, 2.56, 15.3], [1824.1, 4.95, 19.5], [1999.7, 2.21, 27.8], [2064.5, 1.57, 27.2], [2139.3, 1.86, 41.9], [2189.8, 1.81, 18.6], [2238.1, 3.61, 23.5], [2279.1, 26.6, 13.7], [2312.6, 46.8, 9.3], [2331.4, 15.1, 7.3], [2355, 35.8, 14.9], [2388.4, 22.4, 18.8], [2429.9, 54.9, 15.8], [2470, 30.1, 20.1]]
  },
  pet: {
    source: "n,k PET_Zhang; USGS GDS379 GDS380 GDS383 GDS434 GDS435; band at 2251.8 nm from GDS429 GDS434 GDS435",
    bands: [[1129.4, 0.495, 8.7], [1149, 0.064, 8.4], [1174.4, 0.325, 16.1], [1363.4, 0.295, 14.3], [1390.3, 0.291, 14], [1414.8, 0.412, 14.2], [1439.7, 0.278, 17.6], [1474.5, 0.0843, 17.4], [1618.3, 0.395, 9.6], [1638.4, 0.931, 9.5], [1649.1, 2.49, 7.3], [1660.9, 6.14, 7.3], [1676.4, 3.72, 11.3], [1692.9, 0.655, 17.7], [1703.9, 0.61, 7.1], [1724, 2.68, 18], [1762.3, 0.895, 13.5], [1806.1, 1.02, 24], [1868.5, 0.246, 18.8], [1906.6, 1.13, 11.5], [1949.6, 0.842, 10.7], [1986.8, 1.01, 127.2], [2088.3, 2.14, 21.2], [2113.6, 2.08, 7.3], [2132, 9.62, 10.2], [2155.9, 6.27, 7.4], [2180.9, 5.45, 14], [2223.5, 5.05, 14.5], [2251.8, 24.2, 16.9], [2293.8, 4.28, 9.2], [2334.7, 22.6, 33.5], [2394.7, 3.64, 7], [2438, 16.9, 51.9], [2473.6, 56.5, 21.7]]
  },
  pvc: {
    source: "n,k PVC_Zhang; USGS GDS338",
    bands: [[915.6, 0.0587, 13.1], [1028.4, 0.0301, 14.7], [1174.4, 0.485, 15], [1199.1, 0.345, 10.9], [1215.7, 0.229, 18.2], [1384.9, 0.358, 10.8], [1401.8, 0.22, 8.4], [1422.4, 0.455, 14.3], [1455.5, 0.208, 37.4], [1658.3, 0.0599, 27], [1688.2, 0.454, 15], [1709.3, 4.06, 11], [1716.6, 3.33, 6.4], [1726.1, 1.96, 7.8], [1745.6, 4.38, 13.3], [1772.3, 1.87, 13.8], [1788.8, 1.18, 15.7], [1824.9, 1.81, 24], [1864.5, 0.669, 22], [1910.6, 0.592, 37.3], [2001, 0.898, 95.7], [2139.7, 0.209, 20.2], [2185.2, 0.268, 19.4], [2240.2, 1.43, 21.7], [2279.8, 7.49, 18.5], [2306.1, 49.5, 13.7], [2330.7, 22.7, 11.6], [2361.9, 39.5, 16.4], [2399.2, 35.6, 18.9], [2440.6, 18.8, 17.3], [2479.8, 26.9, 19.7]]
  },
  ps: {
    source: "n,k PS_Zhang; USGS GDS345",
    bands: [[1124.7, 0.1, 7.5], [1143.9, 1.05, 9], [1160.5, 0.202, 11.9], [1188.2, 0.124, 11.7], [1208.9, 0.352, 12.2], [1231.4, 0.0675, 13.3], [1378.9, 0.113, 14.9], [1411.6, 0.356, 21.8], [1444.8, 0.134, 13.9], [1480.7, 0.185, 24.2], [1611.1, 0.173, 14], [1637.8, 1.49, 11.1], [1650.1, 0.743, 9], [1667.3, 2.85, 8], [1678.5, 8.43, 8], [1692.8, 7, 9], [1709.3, 1.25, 7], [1724.3, 3.08, 12.2], [1759.7, 2.5, 12.3], [1793.8, 1.62, 16.5], [1837.3, 1.16, 22.7], [1870.2, 0.272, 13.7], [1910.6, 1.15, 50.5], [2039.7, 1.07, 49], [2111.4, 1.42, 18.7], [2146, 11.9, 10.2], [2166.7, 12.2, 8.1], [2185.9, 8.47, 10.1], [2215.1, 3.83, 13.2], [2248.3, 3.13, 13.6], [2280.6, 4.9, 13.7], [2304.2, 9.4, 11.2], [2324.8, 2.58, 13.8], [2355.8, 15.6, 18.9], [2398.5, 10.6, 23.7], [2439.8, 11.4, 16.3], [2479.6, 44.7, 18.4]]
  },
  pc: {
    source: "n,k PC_Zhang",
    bands: [[1118.3, 0.0572, 9.5], [1135.8, 0.603, 8.4], [1158.2, 0.172, 12.3], [1186.4, 0.428, 8.5], [1362.6, 0.254, 12.1], [1389.4, 0.389, 14.2], [1414.9, 0.198, 14.4], [1450.7, 0.251, 31.7], [1627.7, 0.676, 19], [1644.7, 1.14, 10.6], [1656.7, 2.58, 7.8], [1670.2, 7.7, 7.5], [1691.4, 4.47, 7.9], [1704.5, 1.86, 10], [1731.2, 2.43, 11.6], [1765.1, 1.01, 13.2], [1832.2, 0.955, 46.5], [1900.4, 1.4, 7.1], [1951.8, 0.839, 51.7], [2130, 6, 12], [2165, 9, 12], [2205, 4, 16], [2250, 5, 16], [2295, 12, 16], [2340, 8, 18], [2400, 9, 20], [2455, 15, 20]]
  },
  pmma: {
    source: "n,k PMMA_Zhang-Mitsubishi",
    bands: [[1130.3, 0.127, 11.4], [1149.9, 0.325, 11.7], [1173.8, 0.769, 12.2], [1199.8, 0.243, 15.2], [1346.4, 0.55, 9.5], [1366.2, 0.63, 10.9], [1388.3, 0.867, 13.5], [1419.8, 0.753, 14.3], [1442, 0.401, 14.7], [1475.5, 0.258, 26.5], [1584.6, 0.231, 37.8], [1631.7, 0.63, 15.3], [1661.3, 2.4, 8.3], [1679.8, 5.82, 8.7], [1701.5, 4.24, 8.5], [1720.6, 3.52, 9.2], [1739.8, 2.79, 11.6], [1760, 1.07, 12.4], [1785, 1.95, 16.6], [1824.3, 0.993, 18], [1863.4, 1.21, 19.1], [1905.3, 2.9, 10.3], [1920, 0.8, 20.2], [1950.5, 1.88, 40.4], [2135, 4, 14], [2170, 3, 16], [2250, 14, 14], [2285, 10, 16], [2325, 10, 16], [2375, 9, 18], [2430, 14, 20], [2475, 14, 20]]
  },
  pa: {
    source: "USGS GDS431 GDS433 GDS428 GDS438",
    bands: [[921.4, 0.616, 46.5], [1050.7, 0.409, 35.8], [1199.9, 1.03, 31.3], [1202.1, 0.916, 12.9], [1386.8, 0.947, 12.5], [1408.9, 0.521, 10.1], [1429.5, 0.82, 15.6], [1484.6, 0.919, 21.7], [1513.6, 1.25, 13.4], [1536.8, 2.13, 11.1], [1574.6, 1.42, 16.9], [1607.2, 0.927, 12.8], [1695, 0.627, 17.7], [1715.6, 5.89, 13.3], [1729, 0.733, 19.6], [1750.4, 4.71, 13.2], [1771.9, 1.81, 16], [1804, 2.08, 22.1], [1845, 0.882, 14.5], [1938.2, 0.723, 13.8], [1981.6, 3.32, 61], [2048.3, 12.2, 16], [2105.3, 3.32, 17.5], [2136.5, 6.63, 16.5], [2181, 12.8, 21], [2224.2, 7.34, 23.5], [2268.7, 11.3, 18.1], [2295, 30.9, 13.7], [2343.4, 26.2, 23], [2386.2, 20.9, 21.2], [2439.7, 15.3, 26.4], [2480.1, 14.2, 19.4]]
  },
  phthalate: {
    source: "USGS GDS395 GDS397",
    bands: [[1141, 0.156, 8], [1187.5, 0.428, 29.2], [1209.9, 0.0606, 11.7], [1363.7, 0.139, 12.3], [1392.4, 0.108, 10.5], [1418, 0.15, 9.7], [1439.8, 0.0569, 14.1], [1637.8, 0.415, 8.1], [1662.7, 0.415, 8.3], [1678.5, 1.43, 9], [1696.9, 1.83, 9.1], [1716.4, 7.48, 9.4], [1716, 1.59, 4.2], [1742.2, 2.28, 13.7], [1762.4, 1.48, 11.7], [1781.1, 0.636, 9.2], [1824, 0.686, 34.2], [2141.7, 1.85, 26.7], [2171.8, 1.54, 17.7], [2268.3, 5.93, 35.2], [2307.2, 95.1, 9.5], [2333.1, 30, 8.6], [2360.9, 35.9, 12.5], [2388.6, 22.2, 15.4], [2440.4, 1.68, 19.4]]
  },
  silicone: {
    source: "n,k PDMS_Zhang-10-1",
    bands: [[1152.3, 0.251, 10.7], [1182.1, 0.825, 7.9], [1189.8, 0.954, 5.4], [1371.6, 0.566, 9], [1390.8, 0.519, 9.9], [1405.5, 0.815, 9.5], [1434.9, 0.264, 22.3], [1524, 0.271, 22.7], [1550.7, 0.239, 26.1], [1652, 0.554, 15.5], [1678, 0.519, 8.4], [1691.8, 4.99, 5.6], [1702.8, 3.23, 8.6], [1730.5, 2.12, 8.6], [1746.7, 5.99, 8.5], [1780.5, 1.87, 14.8], [1844.6, 1.38, 13.5], [1971, 0.638, 51.7]]
  },
  cellulose: {
    source: "USGS Cellulose SA-C6288",
    bands: [[991.2, 0.276, 54.4], [1194.7, 0.517, 27.9], [1220.5, 0.452, 22.4], [1274.7, 0.61, 34.1], [1374.8, 1.35, 23.2], [1431.3, 2.63, 20.2], [1465.1, 2.23, 22.7], [1489.7, 2.59, 20], [1539.6, 6.04, 44.1], [1586.7, 1.63, 20.5], [1628.9, 2.04, 31.1], [1703.7, 0.247, 6.1], [1732.9, 2.64, 53.1], [1775.2, 0.674, 19.2], [1820, 1.95, 27], [1870, 1.77, 27.1], [1922.2, 3.89, 21.8], [1945.5, 3.85, 27.8], [1999.6, 3.81, 31.3], [2061.2, 7.39, 23.9], [2100.4, 10, 23], [2140.8, 11.1, 36], [2209.6, 5.26, 32.7], [2245.3, 3.31, 18.6], [2272.8, 11.4, 13.7], [2300.9, 7.66, 15.9], [2336.5, 17.3, 22.4], [2380.2, 13.1, 23.2], [2429.9, 13.4, 25.4], [2479.8, 34.6, 23.5]]
  },
  cotton: {
    source: "USGS GDS437",
    bands: [[991.2, 0.244, 54.6], [1194.7, 0.402, 29.5], [1220.3, 0.391, 22.3], [1274.8, 0.45, 33.1], [1376.5, 1.31, 23.6], [1431.8, 3.06, 19.7], [1465.1, 2.37, 23.3], [1489.7, 2.68, 20.3], [1539.4, 6.21, 43.8], [1587.3, 1.75, 21], [1629.1, 2.3, 31], [1704.1, 0.224, 6.7], [1732.9, 3.18, 49.1], [1775.3, 0.776, 18.3], [1819.7, 2.51, 27.9], [1870.1, 2, 26.9], [1921.9, 5.13, 22.9], [1945.5, 3.88, 29.3], [1999.6, 4.66, 31.7], [2061.2, 8.93, 24.7], [2100.3, 8.94, 22.9], [2140.9, 11.7, 36.5], [2209.6, 6.53, 33.4], [2245.4, 4.11, 18.6], [2272.5, 11.8, 14.2], [2301.1, 9.16, 15.9], [2336.3, 17.2, 22.7], [2380.3, 13.6, 23.2], [2429.8, 15.2, 25.7], [2479.8, 31.3, 23.3]]
  },
  pulp: {
    source: "USGS GDS371",
    bands: [[991.5, 0.234, 55.7], [1194.1, 0.354, 31.1], [1219.6, 0.405, 22.5], [1274.1, 0.386, 32], [1377.5, 1.43, 25.8], [1432.6, 4.66, 19.7], [1466.1, 2.93, 19.6], [1490.1, 2.52, 22.2], [1538.6, 6.03, 49.6], [1587.7, 1.1, 23.9], [1628.2, 1.58, 35.4], [1702.6, 0.133, 7.1], [1731.2, 4.01, 60.8], [1775, 0.746, 21.1], [1819.7, 2.5, 29.3], [1869.9, 2.61, 28.2], [1916.6, 6.63, 21.3], [1946.3, 5.86, 29.1], [1999.8, 5.76, 33.8], [2060, 10.6, 27.1], [2099.5, 7.7, 23.8], [2141.1, 12.9, 35.3], [2210.2, 9.07, 33.6], [2245.8, 5.37, 18.1], [2272.8, 11.9, 15.6], [2301, 9.15, 16.8], [2335.2, 17.2, 23.4], [2380.5, 14.5, 23.3], [2429.5, 16.9, 25.6], [2479.9, 28.8, 23.7]]
  },
  lignin: {
    source: "USGS Lignin alkali",
    bands: [[1135, 0.358, 23.6], [1190.1, 0.372, 24.7], [1412, 0.522, 15.8], [1440.9, 1.39, 26.1], [1479.9, 1.22, 36.3], [1579, 1.59, 106.4], [1665.2, 0.545, 12.3], [1675.5, 0.754, 9.5], [1695.3, 0.734, 10], [1720.7, 0.199, 9.3], [1759.5, 3.01, 71.8], [1918.8, 3.82, 17.4], [1961.3, 8.23, 60.8], [2059.6, 3.66, 28.5], [2100.4, 4.29, 23.8], [2140.4, 5.01, 22.3], [2190.4, 7.16, 36.2], [2269.7, 11.6, 29.8], [2310.1, 2.62, 22], [2340.3, 7.15, 26.9], [2399.3, 10.5, 33.9], [2459.8, 10.9, 26.1]]
  },
  starch: {
    source: "USGS Starch corn, Starch potato",
    bands: [[988.9, 0.489, 58.9], [1201.2, 0.947, 34.5], [1363.7, 0.23, 13.4], [1435, 2.2, 15.5], [1465.2, 4.97, 30.8], [1542.7, 5.4, 83.4], [1577.9, 0.774, 24], [1703.6, 1.64, 14.4], [1730.5, 1.21, 12.6], [1748.9, 0.792, 10.6], [1776.7, 2.86, 23.6], [1824.6, 0.863, 16.1], [1926.6, 17, 19.4], [1960.8, 10.4, 24.7], [2020, 4.55, 30.6], [2059.8, 8.23, 24.3], [2096.1, 14, 26.1], [2140.2, 12.8, 32.4], [2199.7, 3.36, 24.7], [2250.2, 2.56, 17.3], [2284.5, 16.2, 18.3], [2321.8, 15, 16.9], [2360.6, 12.7, 22.5], [2430, 20.2, 31.3], [2479.6, 42.7, 26.4]]
  },
  gypsum: {
    source: "USGS Gypsum HS333.2B",
    bands: [[997.3, 0.28, 14], [1176.1, 0.347, 12.8], [1204.9, 0.589, 23.6], [1424.5, 0.632, 7.1], [1448.5, 4.3, 11.4], [1487.6, 3.7, 17.8], [1535.2, 2.72, 19.1], [1580.4, 1.2, 31.4], [1747.3, 3.05, 22.2], [1782.8, 0.785, 11.8], [1845.5, 1.23, 53.2], [1910.5, 3.87, 14.8], [1940.8, 19.4, 12], [1972.3, 13.1, 21.6], [2079.4, 2.06, 47.1], [2131.3, 3.05, 22.8], [2176.2, 5.63, 21.2], [2216.4, 6.25, 18.4], [2265.9, 6.27, 26.9], [2340.1, 4.89, 33.2], [2415.9, 12.8, 28.7], [2469.5, 14.8, 30.6]]
  },
  calcite: {
    source: "USGS Calcite CO2004",
    bands: [[1422.3, 0.154, 26.4], [1873, 0.81, 16.2], [1920, 0.686, 41.9], [1994.3, 1.19, 18.4], [2156.6, 0.894, 19.6], [2301, 4.94, 41.9], [2339.4, 4.41, 18], [2369.8, 0.71, 20.8], [2469.7, 4.04, 37.2]]
  },
  clay: {
    source: "USGS Kaolinite CM3",
    bands: [[1400.6, 6.58, 14.9], [1415, 10.1, 1.7], [1442.5, 16.1, 188.6], [1818.1, 2.59, 92.2], [1913.6, 0.881, 16.5], [2162.9, 6.93, 13.3], [2190, 5.79, 9.1], [2208.3, 13.2, 5.4], [2312.6, 1.89, 13.5], [2350.8, 1.91, 12.8], [2384.6, 3.14, 12.1], [2441.9, 2.84, 16.6]]
  }
};

// sim/materials/data/optics-bands.ts
var INSTRUMENT_SIGMA_NM = 4.25;
var SHARPEST_NM = 3;
function withoutSlit([centreNm, heightPerCm, sigmaNm]) {
  const square2 = sigmaNm * sigmaNm - INSTRUMENT_SIGMA_NM * INSTRUMENT_SIGMA_NM;
  const trueNm = Math.min(Math.sqrt(Math.max(square2, SHARPEST_NM * SHARPEST_NM)), sigmaNm);
  return [centreNm, heightPerCm * sigmaNm / trueNm, trueNm];
}
var FITTED = Object.fromEntries(
  // JSON has no tuples, only lists: make-optics-bands.mjs writes three numbers a band.
  Object.entries(optics_bands_fitted_default).map(([id, absorber]) => {
    const seenThroughSlit = /USGS|Knaeps/.test(absorber.source);
    return [id, seenThroughSlit ? { ...absorber, bands: absorber.bands.map(withoutSlit) } : absorber];
  })
);
function allAbsorbers() {
  const sources2 = optics_bands_derived_default.sources;
  const known4 = { ...FITTED };
  for (const [id, entry] of Object.entries(optics_bands_derived_default.substances)) {
    const bands = "bands" in entry ? entry.bands : mixture(entry.of, known4);
    known4[id] = { bands, source: sources2[entry.source] ?? entry.source };
  }
  return known4;
}
function mixture(shares, known4) {
  return Object.entries(shares).flatMap(
    ([id, share2]) => known4[id].bands.map(
      ([centreNm, heightPerCm, sigmaNm]) => [centreNm, heightPerCm * share2, sigmaNm]
    )
  );
}
var ABSORBERS = allAbsorbers();
var ROOM_MOISTURE = optics_bands_derived_default.roomMoisture.kgPerKg;

// sim/materials/data/optics-pigments.json
var optics_pigments_default = {
  about: "Absorption of pigments and dyes in plastic, 1/cm per wt%, as sums of smooth terms. edge: perCm far below nm, 0 far above, over widthNm; bell: a Gaussian of sigma widthNm around nm; inverse: perCm at nm, falling as 1/wavelength.",
  source: "Shapes follow the edges and bands of the pigment powders in USGS splib07 (public domain); strengths from memory (order of magnitude).",
  pigments: {
    tio2Pct: {
      source: "USGS GDS798: band edge near 400 nm",
      terms: [
        { shape: "edge", perCm: 400, nm: 385, widthNm: 7 }
      ]
    },
    carbonBlackPct: {
      source: "from memory: K = 5e3 to 5e4 c 1/cm at a share c by weight; 1/lambda of small absorbers",
      terms: [
        { shape: "inverse", perCm: 200, nm: 1300, widthNm: 0 }
      ]
    },
    ironOxidePct: {
      source: "USGS GDS782: edge 520-600 nm, band 874 nm",
      terms: [
        { shape: "edge", perCm: 250, nm: 575, widthNm: 14 },
        { shape: "bell", perCm: 12, nm: 870, widthNm: 70 },
        { shape: "bell", perCm: 10, nm: 650, widthNm: 45 }
      ]
    },
    bluePct: {
      source: "USGS GDS799 phthalocyanine blue",
      terms: [
        { shape: "bell", perCm: 300, nm: 640, widthNm: 55 },
        { shape: "bell", perCm: 150, nm: 720, widthNm: 28 },
        { shape: "bell", perCm: 60, nm: 345, widthNm: 40 }
      ]
    },
    greenPct: {
      source: "phthalocyanine green, from memory",
      terms: [
        { shape: "bell", perCm: 250, nm: 670, widthNm: 55 },
        { shape: "bell", perCm: 120, nm: 740, widthNm: 25 },
        { shape: "edge", perCm: 180, nm: 455, widthNm: 18 }
      ]
    },
    redPct: {
      source: "organic red, edge from memory",
      terms: [
        { shape: "edge", perCm: 220, nm: 585, widthNm: 12 }
      ]
    },
    yellowPct: {
      source: "organic yellow, edge from memory",
      terms: [
        { shape: "edge", perCm: 200, nm: 505, widthNm: 11 }
      ]
    },
    blackDyePct: {
      source: "USGS GDS434 black polyester pile: R550 0.012, R1300 0.744",
      terms: [
        { shape: "edge", perCm: 250, nm: 715, widthNm: 16 }
      ]
    }
  }
};

// sim/senses/optics/tables.ts
var TABLE_FROM_NM = 400;
var TABLE_TO_NM = 2500;
var LENGTH = TABLE_TO_NM - TABLE_FROM_NM + 1;
var VISIBLE_END_NM = 780;
function tableOf(at3) {
  const table2 = new Float32Array(LENGTH + 1);
  for (let i = 0; i < LENGTH; i++) table2[i] = at3(TABLE_FROM_NM + i);
  table2[LENGTH] = table2[LENGTH - 1];
  return table2;
}
function tablesOf(entries, make) {
  return new Map(Object.entries(entries).map(([id, entry]) => [id, make(entry)]));
}
function tableNamed(tables4, kind2, name) {
  const table2 = tables4.get(name);
  if (table2 !== void 0) return table2;
  const names = [...tables4.keys()].sort().join(", ");
  throw new Error(`optics: ${kind2} '${name}' is unknown; sim/materials/data knows: ${names}`);
}
function lookUp(table2, nm) {
  const x = nm - TABLE_FROM_NM;
  if (!(x > 0)) return table2[0];
  if (x >= LENGTH - 1) return table2[LENGTH - 1];
  const i = x | 0;
  const a = table2[i];
  return a + (table2[i + 1] - a) * (x - i);
}
var REACH22 = 60;
function bandSum({ bands }) {
  const sum = new Float64Array(LENGTH);
  for (const [centreNm, heightPerCm, sigmaNm] of bands) {
    const reachNm = Math.sqrt(REACH22) * sigmaNm;
    const lastNm = Math.min(TABLE_TO_NM, Math.ceil(centreNm + reachNm));
    for (let nm = Math.max(VISIBLE_END_NM, Math.floor(centreNm - reachNm)); nm <= lastNm; nm++) {
      const z = (nm - centreNm) / sigmaNm;
      if (z * z < REACH22) sum[nm - TABLE_FROM_NM] += heightPerCm * Math.exp(-0.5 * z * z);
    }
  }
  return tableOf((nm) => sum[nm - TABLE_FROM_NM]);
}
var absorption = tablesOf(ABSORBERS, bandSum);
function absorptionTable(id) {
  return tableNamed(absorption, "absorber", id);
}

// sim/materials/data/optics-water.json
var optics_water_default = {
  about: "Absorption of liquid water at 25 C, 1/cm, 400 to 2500 nm in steps of 10 nm: 4 pi k / lambda; made by make-optics-water.mjs.",
  source: "Segelstein 1981 through the CC0 refractive-index database",
  fromNm: 400,
  stepNm: 10,
  alphaPerCm: [
    496e-6,
    436e-6,
    375e-6,
    316e-6,
    266e-6,
    225e-6,
    208e-6,
    195e-6,
    186e-6,
    189e-6,
    232e-6,
    308e-6,
    379e-6,
    419e-6,
    492e-6,
    562e-6,
    647e-6,
    755e-6,
    979e-6,
    135e-5,
    203e-5,
    257e-5,
    285e-5,
    301e-5,
    309e-5,
    323e-5,
    366e-5,
    394e-5,
    422e-5,
    482e-5,
    605e-5,
    9e-3,
    0.0131,
    0.0202,
    0.0249,
    0.0261,
    0.0261,
    0.0248,
    0.0227,
    0.0205,
    0.0196,
    0.0209,
    0.0247,
    0.031,
    0.0371,
    0.0438,
    0.0494,
    0.0537,
    0.0583,
    0.0626,
    0.0682,
    0.079,
    0.112,
    0.194,
    0.293,
    0.383,
    0.441,
    0.453,
    0.437,
    0.414,
    0.377,
    0.332,
    0.293,
    0.246,
    0.204,
    0.169,
    0.154,
    0.149,
    0.157,
    0.175,
    0.199,
    0.236,
    0.302,
    0.435,
    0.651,
    0.989,
    1.16,
    1.2,
    1.23,
    1.24,
    1.26,
    1.24,
    1.21,
    1.19,
    1.15,
    1.11,
    1.08,
    1.08,
    1.12,
    1.18,
    1.35,
    1.59,
    1.79,
    2.11,
    2.71,
    3.8,
    4.11,
    5.21,
    7.03,
    9.6,
    14.1,
    23.1,
    28.6,
    31.2,
    31.7,
    31.5,
    30.8,
    28.6,
    25.4,
    22.2,
    18.8,
    16.3,
    14.5,
    13.3,
    12,
    10.8,
    9.95,
    9.15,
    8.58,
    7.79,
    7.32,
    6.9,
    6.51,
    6.23,
    6.06,
    5.76,
    5.6,
    5.57,
    5.61,
    5.65,
    5.76,
    5.92,
    6.1,
    6.47,
    6.8,
    7.19,
    7.45,
    7.95,
    8.71,
    9.3,
    9.5,
    9.51,
    9.54,
    9.88,
    10.5,
    13.2,
    20.2,
    33.9,
    49.3,
    63.7,
    75.5,
    111,
    120,
    124,
    124,
    119,
    109,
    97.3,
    90,
    79.6,
    69.1,
    61.3,
    54.4,
    49.2,
    46,
    41.8,
    38.1,
    34.8,
    31.9,
    29.3,
    27.6,
    26,
    24.6,
    23.3,
    22.3,
    21.5,
    20.8,
    20.2,
    19.7,
    19.5,
    19.3,
    19.3,
    19.4,
    19.6,
    20.2,
    21,
    21.7,
    22.6,
    23.6,
    24.6,
    25.5,
    26.5,
    28.1,
    29.8,
    32.4,
    34.1,
    36.4,
    39,
    41.3,
    45.3,
    48.1,
    51.7,
    55.2,
    58.7,
    65.3,
    69.7,
    75,
    79.6,
    87.8,
    91.8,
    95.4
  ]
};

// sim/senses/optics/water.ts
var WET_ENTRY = 0.49;
var WET_INTERNAL = 0.475;
var CLOSED_FILM_UM = 15;
function wetCover(filmUm) {
  return 1 - Math.exp(-filmUm / CLOSED_FILM_UM);
}
function underWater(dry, alphaPerCm, filmUm) {
  const t = Math.exp(-alphaPerCm * filmUm * 1e-4);
  const twoPass = t * t * dry;
  return WET_ENTRY * twoPass / (1 - WET_INTERNAL * twoPass);
}
var waterAbsorption = tableOf((nm) => {
  const x = (nm - optics_water_default.fromNm) / optics_water_default.stepNm;
  const i = Math.min(Math.floor(x), optics_water_default.alphaPerCm.length - 2);
  const [below, above] = [optics_water_default.alphaPerCm[i], optics_water_default.alphaPerCm[i + 1]];
  return below + (x - i) * (above - below);
});

// sim/senses/optics/layer.ts
var pigments2 = pigmentNames.map((field) => ({
  field,
  table: tableOf((nm) => optics_pigments_default.pigments[field].terms.reduce((sum, term) => sum + termPerCm(term, nm), 0))
}));
function termPerCm(term, nm) {
  if (term.shape === "inverse") return term.perCm * term.nm / nm;
  const z = (nm - term.nm) / term.widthNm;
  return term.perCm * (term.shape === "edge" ? 1 / (1 + Math.exp(z)) : Math.exp(-0.5 * z * z));
}
var MINERAL = /* @__PURE__ */ new Set(["tio2Pct", "carbonBlackPct", "ironOxidePct"]);
var FADING = /* @__PURE__ */ new Set(["redPct", "yellowPct"]);
var DYED_PCT = 0.1;
var tints = [
  ["tintBluePerMm", 440, 45],
  ["tintGreenPerMm", 540, 42],
  ["tintRedPerMm", 625, 42]
].map(([field, nm, widthNm]) => {
  return { field, table: tableOf((at3) => Math.exp(-0.5 * ((at3 - nm) / widthNm) * ((at3 - nm) / widthNm))) };
});
var yellowing = tableOf((nm) => nm > 900 ? 0 : Math.exp(-(nm - 420) / 60));
var bell = (nm, centre2, sigma) => Math.exp(-0.5 * ((nm - centre2) / sigma) * ((nm - centre2) / sigma));
var hydroxyl = tableOf((nm) => 0.65 * bell(nm, 1410, 18) + 0.35 * bell(nm, 1442, 28));
var HYDROXYL_DEPTH = 0.03;
var HYDROXYL_MOST_PER_CM = 0.9;
var crystal = tableOf((nm) => 0.4 * bell(nm, 1540, 14) - 0.35 * bell(nm, 1395, 9));
var CRYSTALLINITY_GAIN = 0.2;
var POLYETHYLENE = /* @__PURE__ */ new Set(["hdpe", "ldpe"]);
function oxidisedTerms(item, { family, substance, look }) {
  const isPolymer = family === "polymer" && look.laws.some((law) => law.startsWith("photo-"));
  if (!isPolymer || item.oxidation <= 0) return [];
  const share2 = Math.min(1, item.oxidation);
  const perCm = Math.min(HYDROXYL_MOST_PER_CM, HYDROXYL_DEPTH / (200 * item.thicknessM));
  const terms = [{ table: hydroxyl, weight: share2 * perCm }];
  if (!POLYETHYLENE.has(substance)) return terms;
  const gain = CRYSTALLINITY_GAIN * (1 - Math.exp(-1.5 * item.oxidation));
  return [...terms, { table: crystal, weight: gain * item.relativeDensity }];
}
var TALC_VOLUME_PER_PCT = 4e-3;
function substanceTerms(item, material) {
  const terms = [];
  const solid = item.relativeDensity;
  const substance = solid * item.alphaScale;
  const bands = material.optics.bands;
  for (let i = 0; i < bands.length; i++) {
    const share2 = substance * shareOf(item, bands, i);
    if (share2 > 0) terms.push({ table: absorptionTable(bands[i].id), weight: share2 });
  }
  if (item.talcPct > 0) {
    terms.push({ table: absorptionTable("talc"), weight: solid * TALC_VOLUME_PER_PCT * item.talcPct });
  }
  const water = item.moistureKgPerKg - roomMoisture(item, bands);
  if (water > 0) terms.push({ table: waterAbsorption, weight: water * solid });
  return [...terms, ...oxidisedTerms(item, material)];
}
function roomMoisture(item, bands) {
  let moisture = 0;
  for (let i = 0; i < bands.length; i++) {
    moisture += blendOf(item, bands, i) * (ROOM_MOISTURE[bands[i].id] ?? 0);
  }
  return moisture;
}
function colourTerms(item, { look }) {
  const terms = [];
  const dyed = look.laws.includes("textile-light");
  for (const { field, table: table2 } of pigments2) {
    const fades = dyed && !MINERAL.has(field) || FADING.has(field) && item[field] >= DYED_PCT;
    const left = fades ? item.colourLeft : 1;
    if (item[field] > 0) terms.push({ table: table2, weight: item[field] * item.relativeDensity * left });
  }
  for (const { field, table: table2 } of tints) {
    if (item[field] > 0) terms.push({ table: table2, weight: 10 * item[field] * item.relativeDensity });
  }
  if (item.yellowingPerMm > 0) terms.push({ table: yellowing, weight: item.yellowingPerMm * 10 });
  return terms;
}
var GREY_LOSS = 0.75;
function blendOf(item, bands, i) {
  return bands.length === 2 ? i === 1 ? item.blendShare : 1 - item.blendShare : bands[i].weight;
}
function shareOf(item, bands, i) {
  const { id } = bands[i];
  const share2 = blendOf(item, bands, i);
  if (id === "lignin") return share2 * item.lignin;
  if (id === "cellulose" || id === "pulp") return share2 * (1 - GREY_LOSS * (1 - item.lignin));
  if (id === "phthalate" || id === "terephthalate") return share2 * (1 - item.plasticiserLoss);
  return share2;
}
var CRACK_SCATTER_PER_CM = 2;
var TITANIA_SCATTER_PER_CM = 9;
function scatteringOf(item) {
  return {
    basePerCm: item.scatterPerCm + CRACK_SCATTER_PER_CM * item.crackPerMm,
    exponent: item.scatterExponent,
    visibleScale: item.visibleScatterScale,
    titaniaPerCm: TITANIA_SCATTER_PER_CM * item.tio2Pct
  };
}
function scatterAt(scattering, places, column) {
  const { basePerCm, exponent, visibleScale, titaniaPerCm } = scattering;
  const s = places.zeros(column);
  places.add(logs, 1, s);
  for (let i = 0; i < places.length; i++) {
    const scale = places.nm[i] < VISIBLE_END_NM ? visibleScale : 1;
    s[i] = scale * basePerCm * Math.exp(exponent * s[i]);
  }
  if (titaniaPerCm > 0) places.add(titania, titaniaPerCm, s);
  return s;
}
var titania = tableOf((nm) => mieLike(nm) / mieLike(1300));
function mieLike(nm) {
  return Math.exp(-3.5 * Math.log(nm)) / (1 + Math.exp(3.2 * Math.log(750 / nm)));
}
var logs = tableOf((nm) => Math.log(1300 / nm));

// sim/materials/data/optics-looks.json
var optics_looks_default = {
  nm: [400, 430, 460, 490, 520, 550, 580, 610, 640, 670, 700, 740, 780, 850, 900, 950, 1e3, 1100, 1300],
  looks: {
    cedar: {
      fresh: { object: "Cedar Shake GDS357 Fresh", r: [0.03, 0.04, 0.052, 0.066, 0.083, 0.108, 0.143, 0.187, 0.24, 0.299, 0.358, 0.43, 0.489, 0.563, 0.597, 0.618, 0.609, 0.641, 0.594] },
      weathered: { object: "Cedar Shake GDS361 HiWeather", r: [0.083, 0.092, 0.101, 0.109, 0.118, 0.127, 0.136, 0.144, 0.152, 0.16, 0.169, 0.181, 0.195, 0.219, 0.238, 0.257, 0.276, 0.314, 0.381] }
    },
    wood: {
      fresh: { object: "Wood Beam GDS363 Nw Pine 2X4", r: [0.128, 0.199, 0.235, 0.262, 0.292, 0.329, 0.368, 0.409, 0.449, 0.487, 0.52, 0.559, 0.587, 0.634, 0.658, 0.669, 0.658, 0.682, 0.647] },
      weathered: { object: "Cedar Shake GDS361 HiWeather", r: [0.083, 0.092, 0.101, 0.109, 0.118, 0.127, 0.136, 0.144, 0.152, 0.16, 0.169, 0.181, 0.195, 0.219, 0.238, 0.257, 0.276, 0.314, 0.381] }
    },
    plywood: {
      fresh: { object: "Plywood GDS365 Fresh Pine", r: [0.1, 0.173, 0.212, 0.239, 0.271, 0.322, 0.388, 0.463, 0.538, 0.6, 0.65, 0.704, 0.734, 0.788, 0.813, 0.822, 0.804, 0.829, 0.784] },
      weathered: { object: "Cedar Shake GDS361 HiWeather", r: [0.083, 0.092, 0.101, 0.109, 0.118, 0.127, 0.136, 0.144, 0.152, 0.16, 0.169, 0.181, 0.195, 0.219, 0.238, 0.257, 0.276, 0.314, 0.381] }
    },
    mdf: {
      fresh: { object: "Particle Board GDS364 Fn Gr", r: [0.103, 0.17, 0.206, 0.238, 0.27, 0.306, 0.34, 0.374, 0.408, 0.44, 0.469, 0.506, 0.539, 0.595, 0.628, 0.653, 0.665, 0.697, 0.693] },
      weathered: { object: "Cedar Shake GDS361 HiWeather", r: [0.083, 0.092, 0.101, 0.109, 0.118, 0.127, 0.136, 0.144, 0.152, 0.16, 0.169, 0.181, 0.195, 0.219, 0.238, 0.257, 0.276, 0.314, 0.381] }
    },
    cardboard: { fresh: { object: "Cardboard GDS371 Brn Corgted", r: [0.074, 0.09, 0.108, 0.127, 0.148, 0.174, 0.205, 0.237, 0.27, 0.304, 0.337, 0.379, 0.418, 0.481, 0.516, 0.542, 0.559, 0.587, 0.607] } },
    jute: { fresh: { object: "Burlap Fabric GDS430 Brown", r: [0.058, 0.068, 0.079, 0.1, 0.129, 0.15, 0.174, 0.192, 0.206, 0.247, 0.335, 0.419, 0.465, 0.528, 0.562, 0.586, 0.599, 0.624, 0.621] } },
    "textile-white": { fresh: { object: "Cotton Fabric GDS437 White", r: [0.302, 0.628, 0.617, 0.596, 0.593, 0.597, 0.605, 0.611, 0.616, 0.621, 0.628, 0.636, 0.639, 0.64, 0.64, 0.639, 0.637, 0.641, 0.628] } },
    concrete: { fresh: { object: "Concrete GDS375 Lt Gry Road", r: [0.184, 0.207, 0.229, 0.245, 0.266, 0.286, 0.302, 0.31, 0.313, 0.315, 0.317, 0.318, 0.318, 0.313, 0.311, 0.31, 0.31, 0.311, 0.319] } },
    brick: { fresh: { object: "Brick GDS349 Paving Red", r: [0.054, 0.055, 0.056, 0.058, 0.061, 0.071, 0.116, 0.158, 0.169, 0.175, 0.183, 0.188, 0.184, 0.174, 0.174, 0.179, 0.185, 0.189, 0.192] } },
    bitumen: {
      fresh: { object: "Tar Paper GDS285A New Blk", r: [0.038, 0.038, 0.037, 0.037, 0.037, 0.037, 0.037, 0.038, 0.038, 0.038, 0.039, 0.04, 0.041, 0.042, 0.044, 0.045, 0.047, 0.05, 0.061] },
      weathered: { object: "Tar Paper GDS285B Weath Blk", r: [0.038, 0.04, 0.041, 0.043, 0.045, 0.048, 0.05, 0.053, 0.055, 0.058, 0.061, 0.066, 0.07, 0.079, 0.086, 0.094, 0.102, 0.117, 0.153] }
    }
  }
};

// sim/senses/optics/surface.ts
function fresnelNormal(n) {
  const q = (n - 1) / (n + 1);
  return q * q;
}
var DIFFUSE_INTERNAL_AT_1_5 = 0.6;
function surfaceOf(n) {
  const trapped = (1 - 1 / (n * n)) * (DIFFUSE_INTERNAL_AT_1_5 / (1 - 1 / 2.25));
  return { outside: fresnelNormal(n), trapped: Math.min(trapped, 0.95) };
}
function insideReflection({ outside: outside2, trapped }, diffuse) {
  return outside2 + (trapped - outside2) * diffuse;
}
function internalReflection(n, diffuse) {
  return insideReflection(surfaceOf(n), diffuse);
}
function throughSurface(r, k1, k2) {
  return (1 - k1) * (1 - k2) * r / (1 - k2 * r);
}
var OUTSIDE_CONE = 0.5;
function roughShare(roughnessUm, nm) {
  const phase = 4 * Math.PI * roughnessUm * 1e3 / nm;
  return OUTSIDE_CONE * (1 - Math.exp(-phase * phase));
}

// sim/senses/optics/look.ts
var LOOK_INDEX = 1.5;
var OUTSIDE = fresnelNormal(LOOK_INDEX);
var INSIDE = internalReflection(LOOK_INDEX, 1);
var LOOK_SPECTRA = optics_looks_default.looks;
var LOOK_NM = optics_looks_default.nm;
var INFRARED = { ceramic: 0.7, "solder-mask": 0.3, hide: 0.5 };
var LOOK_END_NM = VISIBLE_END_NM + 120;
var looks = new Map(materials.map(({ look }) => [look.id, look]));
var tables = new Map(
  [...looks].map(([id, look]) => [id, makeTables(look)])
);
function lookTables({ look }) {
  return tables.get(look.id);
}
function makeTables({ visible, baseSrgb }) {
  const measured = LOOK_SPECTRA[visible];
  if (measured !== void 0) {
    const fresh = measuredTable(measured.fresh.r);
    return {
      fresh,
      weathered: measured.weathered ? measuredTable(measured.weathered.r) : fresh,
      ownSurface: false
    };
  }
  const table2 = visible === "none" ? tableOf(() => 0) : colourTable(baseSrgb, INFRARED[visible]);
  return { fresh: table2, weathered: table2, ownSurface: visible === "none" };
}
function measuredTable(r) {
  let i = 1;
  return tableOf((nm) => {
    while (i < LOOK_NM.length - 1 && LOOK_NM[i] < nm) i++;
    const t = Math.min(Math.max((nm - LOOK_NM[i - 1]) / (LOOK_NM[i] - LOOK_NM[i - 1]), 0), 1);
    return absorbing(r[i - 1] + t * (r[i] - r[i - 1]));
  });
}
function colourTable(srgb, infrared) {
  const [r, g, b] = srgb.map((v) => linear2(v / 255));
  const level = infrared === void 0 ? 0 : absorbing(infrared);
  return tableOf((nm) => {
    const share2 = smoothStep((nm - VISIBLE_END_NM) / (LOOK_END_NM - VISIBLE_END_NM));
    return absorbing(smoothColour(r, g, b, nm)) * (1 - share2) + level * share2;
  });
}
function absorbing(measured) {
  const r = underSurface(Math.min(Math.max(measured, 4e-3), 0.98));
  return (1 - r) * (1 - r) / (2 * r);
}
function underSurface(measured) {
  return measured / ((1 - OUTSIDE) * (1 - INSIDE) + INSIDE * measured);
}
function linear2(v) {
  return v <= 0.04045 ? v / 12.92 : Math.exp(2.4 * Math.log((v + 0.055) / 1.055));
}
function smoothColour(r, g, b, nm) {
  const toGreen = smoothStep((nm - 470) / 40);
  const toRed = smoothStep((nm - 565) / 40);
  return b + (g - b) * toGreen + (r - g) * toRed;
}
function smoothStep(x) {
  const t = Math.min(Math.max(x, 0), 1);
  return t * t * (3 - 2 * t);
}

// sim/materials/data/optics-metals.json
var optics_metals_default = {
  metals: {
    aluminium: { source: "Al_Cheng, Al_Ordal", points: [[400, 0.922], [450, 0.923], [500, 0.924], [550, 0.922], [600, 0.919], [650, 0.914], [700, 0.904], [750, 0.889], [800, 0.87], [830, 0.864], [860, 0.871], [900, 0.897], [950, 0.923], [1e3, 0.945], [1030, 0.951], [1060, 0.957], [1100, 0.961], [1200, 0.967], [1300, 0.972], [1500, 0.977], [1700, 0.979], [2e3, 0.98], [2250, 0.981], [2500, 0.982]] },
    steel: { source: "Fe_Querry, Fe_Ordal", points: [[400, 0.548], [450, 0.564], [500, 0.566], [550, 0.567], [600, 0.571], [650, 0.579], [700, 0.587], [750, 0.596], [800, 0.607], [830, 0.614], [860, 0.621], [900, 0.628], [950, 0.638], [1e3, 0.647], [1030, 0.653], [1060, 0.659], [1100, 0.667], [1200, 0.684], [1300, 0.702], [1500, 0.733], [1700, 0.759], [2e3, 0.793], [2250, 0.815], [2500, 0.834]] },
    stainless: { source: "alloys_stainless-steel_nk_Karlsson-austenitic", points: [[400, 0.57], [450, 0.603], [500, 0.623], [550, 0.641], [600, 0.658], [650, 0.667], [700, 0.676], [750, 0.683], [800, 0.687], [830, 0.69], [860, 0.692], [900, 0.695], [950, 0.696], [1e3, 0.699], [1030, 0.702], [1060, 0.704], [1100, 0.707], [1200, 0.717], [1300, 0.728], [1500, 0.745], [1700, 0.758], [2e3, 0.776], [2250, 0.791], [2500, 0.804]] },
    copper: { source: "Cu_Johnson, Cu_Ordal", points: [[400, 0.469], [450, 0.538], [500, 0.578], [550, 0.624], [600, 0.821], [650, 0.935], [700, 0.955], [750, 0.958], [800, 0.962], [830, 0.964], [860, 0.965], [900, 0.966], [950, 0.969], [1e3, 0.971], [1030, 0.972], [1060, 0.973], [1100, 0.973], [1200, 0.973], [1300, 0.973], [1500, 0.975], [1700, 0.976], [2e3, 0.981], [2250, 0.982], [2500, 0.984]] },
    brass: { source: "alloys_Cu-Zn_nk_Querry-Cu70Zn30", points: [[400, 0.374], [450, 0.434], [500, 0.653], [550, 0.789], [600, 0.858], [650, 0.887], [700, 0.906], [750, 0.918], [800, 0.927], [830, 0.932], [860, 0.936], [900, 0.939], [950, 0.942], [1e3, 0.944], [1030, 0.946], [1060, 0.947], [1100, 0.949], [1200, 0.952], [1300, 0.955], [1500, 0.958], [1700, 0.96], [2e3, 0.962], [2250, 0.962], [2500, 0.964]] },
    zinc: { source: "Zn_Querry, Zn_Werner", points: [[400, 0.758], [450, 0.768], [500, 0.77], [550, 0.767], [600, 0.754], [650, 0.738], [700, 0.725], [750, 0.71], [800, 0.69], [830, 0.676], [860, 0.66], [900, 0.636], [950, 0.596], [1e3, 0.558], [1030, 0.561], [1060, 0.596], [1100, 0.673], [1200, 0.81], [1300, 0.861], [1500, 0.915], [1700, 0.941], [2e3, 0.962], [2250, 0.965], [2500, 0.967]] }
  },
  products: {
    rust: { source: "Rusted Tin Can GDS378 MV99-6", points: [[400, 0.05], [450, 0.056], [500, 0.063], [550, 0.081], [600, 0.115], [650, 0.144], [700, 0.161], [750, 0.174], [800, 0.174], [830, 0.169], [860, 0.163], [900, 0.157], [950, 0.154], [1e3, 0.156], [1030, 0.158], [1060, 0.162], [1100, 0.169], [1200, 0.195], [1300, 0.214], [1500, 0.212], [1700, 0.202], [2e3, 0.181], [2250, 0.169], [2500, 0.145]] },
    white: { source: "Zinc oxide GDS807 (ZnO)", points: [[400, 0.551], [450, 0.738], [500, 0.767], [550, 0.773], [600, 0.775], [650, 0.775], [700, 0.774], [750, 0.774], [800, 0.774], [830, 0.773], [860, 0.773], [900, 0.771], [950, 0.768], [1e3, 0.765], [1030, 0.763], [1060, 0.762], [1100, 0.76], [1200, 0.756], [1300, 0.751], [1500, 0.738], [1700, 0.736], [2e3, 0.712], [2250, 0.69], [2500, 0.672]] },
    patina: { source: "Malachite HS254.1B", points: [[400, 0.158], [450, 0.265], [500, 0.328], [550, 0.348], [600, 0.298], [650, 0.229], [700, 0.192], [750, 0.173], [800, 0.168], [830, 0.169], [860, 0.176], [900, 0.195], [950, 0.235], [1e3, 0.274], [1030, 0.292], [1060, 0.303], [1100, 0.309], [1200, 0.314], [1300, 0.335], [1500, 0.413], [1700, 0.515], [2e3, 0.602], [2250, 0.498], [2500, 0.546]] },
    tarnish: { source: "Iron oxide GDS810 (Mars) blk", points: [[400, 0.015], [450, 0.015], [500, 0.014], [550, 0.015], [600, 0.016], [650, 0.016], [700, 0.017], [750, 0.017], [800, 0.016], [830, 0.016], [860, 0.016], [900, 0.015], [950, 0.015], [1e3, 0.014], [1030, 0.014], [1060, 0.014], [1100, 0.014], [1200, 0.014], [1300, 0.015], [1500, 0.016], [1700, 0.016], [2e3, 0.018], [2250, 0.019], [2500, 0.019]] }
  }
};

// sim/senses/optics/metal.ts
var OXIDE_COVER_UM = 2;
var TARNISH_SHARE = 0.6;
var metals2 = tablesOf(optics_metals_default.metals, curveTable);
var products = tablesOf(optics_metals_default.products, curveTable);
function curveTable({ points }) {
  let i = 1;
  return tableOf((nm) => {
    while (i < points.length - 1 && points[i][0] < nm) i++;
    const [x0, y0] = points[i - 1];
    const [x1, y1] = points[i];
    return y0 + (y1 - y0) * Math.min(Math.max((nm - x0) / (x1 - x0), 0), 1);
  });
}
function diffuseShare(roughnessUm) {
  return 0.15 + 0.6 * (1 - Math.exp(-roughnessUm));
}
function metalReflectance(item, optics, wavelengthsNm, out) {
  const clean = tableNamed(metals2, "metal", optics.metal ?? "steel");
  const share2 = diffuseShare(item.roughnessUm);
  const corroded = item.corrosionUm > 0 && item.corrosionKind !== "none";
  const product = corroded ? tableNamed(products, "corrosion", item.corrosionKind) : clean;
  const cover = corroded ? 1 - Math.exp(-item.corrosionUm / OXIDE_COVER_UM) : 0;
  const most = item.corrosionKind === "tarnish" ? TARNISH_SHARE : 1;
  for (let i = 0; i < wavelengthsNm.length; i++) {
    const nm = wavelengthsNm[i];
    const bare = lookUp(clean, nm) * share2;
    out[i] = bare + cover * most * (lookUp(product, nm) - bare);
  }
}

// sim/senses/optics/places.ts
var TablePlaces = class {
  constructor() {
    this.length = 0;
    /** Wavelengths in nm. */
    this.nm = new Float64Array(0);
    /** Entry at or below each wavelength, and the share of the way to the next one. */
    this.entry = new Int32Array(0);
    this.share = new Float64Array(0);
  }
  /** Goes to other wavelengths, in nm; what lies outside 400..2500 takes the place at the end. */
  locate(wavelengthsNm) {
    this.length = wavelengthsNm.length;
    if (this.nm.length < this.length) {
      this.nm = new Float64Array(this.length);
      this.entry = new Int32Array(this.length);
      this.share = new Float64Array(this.length);
    }
    for (let i = 0; i < this.length; i++) {
      const nm = wavelengthsNm[i];
      const x = Math.min(Math.max(nm, TABLE_FROM_NM), TABLE_TO_NM) - TABLE_FROM_NM;
      this.nm[i] = nm;
      this.entry[i] = x;
      this.share[i] = x - this.entry[i];
    }
  }
  /** Adds weight * table to `out`, interpolated linearly. */
  add(table2, weight, out) {
    const { length, entry, share: share2 } = this;
    for (let i = 0; i < length; i++) {
      const at3 = entry[i];
      const low = table2[at3];
      out[i] = out[i] + weight * (low + (table2[at3 + 1] - low) * share2[i]);
    }
  }
  /** A column of zeros for these places: `column` itself if it is long enough. */
  zeros(column) {
    if (column.length < this.length) return new Float64Array(this.length);
    return column.fill(0, 0, this.length);
  }
};

// sim/materials/data/optics-soils.json
var optics_soils_default = {
  about: "Reflectance of closed layers of soil as smooth functions of the wavelength: level in the visible and the infrared, the edge between them, and absorption dips (centre nm, depth, sigma nm).",
  source: "Band positions: minima measured in USGS splib07 (lignin, starch, kaolinite, hematite; doi:10.3133/ds1035), fat 1730 and 1764 nm as in PE, biofilm 680 nm (chlorophyll, from memory); levels are estimates.",
  soils: {
    dust: {
      source: "road dust: silicate and clay, level estimated",
      visible: 0.14,
      infrared: 0.34,
      edgeNm: 600,
      dips: [[1415, 0.05, 20], [1930, 0.1, 35], [2208, 0.06, 20]]
    },
    clay: {
      source: "kaolinite and hematite bands",
      visible: 0.12,
      infrared: 0.5,
      edgeNm: 580,
      dips: [[874, 0.08, 60], [1414, 0.14, 14], [1914, 0.16, 28], [2207, 0.2, 18]]
    },
    fat: {
      source: "triglyceride C-H bands; level estimated",
      visible: 0.25,
      infrared: 0.55,
      edgeNm: 500,
      dips: [
        [1210, 0.18, 16],
        [1395, 0.1, 20],
        [1728, 0.4, 12],
        [1764, 0.3, 12],
        [2310, 0.45, 14]
      ]
    },
    sugar: {
      source: "starch bands 1457, 1932, 2097",
      visible: 0.2,
      infrared: 0.6,
      edgeNm: 520,
      dips: [[1457, 0.35, 50], [1580, 0.18, 45], [1932, 0.45, 40], [2097, 0.5, 45]]
    },
    biofilm: {
      source: "chlorophyll 680 nm and water",
      visible: 0.05,
      infrared: 0.4,
      edgeNm: 710,
      dips: [[680, 0.5, 18], [970, 0.08, 25], [1450, 0.5, 50], [1930, 0.7, 50]]
    },
    soot: {
      source: "black objects of USGS splib07: 0.01 to 0.06",
      visible: 0.03,
      infrared: 0.03,
      edgeNm: 600,
      dips: []
    }
  }
};

// sim/senses/optics/soil.ts
var COVER_G_PER_M2 = 17;
function soilCover(soilGPerM2) {
  return 1 - Math.exp(-soilGPerM2 / COVER_G_PER_M2);
}
var EDGE_NM = 60;
var tables2 = tablesOf(
  optics_soils_default.soils,
  ({ visible, infrared, edgeNm, dips }) => tableOf((nm) => {
    let r = visible + (infrared - visible) / (1 + Math.exp(-(nm - edgeNm) / EDGE_NM));
    for (const [centreNm, depth, sigmaNm] of dips) {
      const z = (nm - centreNm) / sigmaNm;
      r *= 1 - depth * Math.exp(-0.5 * z * z);
    }
    return r;
  })
);
function soilTable(soilType) {
  return tableNamed(tables2, "soil", soilType);
}
function soilReflectance(soilType, wavelengthsNm) {
  const table2 = soilTable(soilType);
  return wavelengthsNm.map((nm) => lookUp(table2, nm));
}

// sim/senses/optics/reflectance.ts
var CLEAR_SCATTER_PER_CM = 0.5;
var CHALK_REFLECTANCE = 0.85;
function pathFactor(diffuse) {
  return 1.1 + 0.9 * diffuse;
}
function diffuseness(depth) {
  return depth / (depth + 0.3);
}
function wall(inOut, k1, k2) {
  const bottom = 1 - inOut.r * k2;
  const r = inOut.r + inOut.t * inOut.t * k2 / bottom;
  const t = inOut.t * (1 - k2) / bottom;
  const top = 1 - r * k2;
  inOut.r = throughSurface(r, k1, k2);
  inOut.t = (1 - k1) * t / top;
}
function twoWalls(inOut, k1) {
  const inner2 = inOut.r + k1;
  const share2 = inOut.t * inOut.t / (1 - inner2 * inner2);
  inOut.r += share2 * inner2;
  inOut.t = share2;
}
var ItemOptics = class {
  /** The wavelengths that are being looked at, and what each ingredient of the body has there. */
  #places = new TablePlaces();
  #colour = new Float64Array(0);
  #substance = new Float64Array(0);
  #scatter = new Float64Array(0);
  #look = new Float64Array(0);
  /** Share of the surface reflection that roughness sends out diffusely. */
  #rough = new Float64Array(0);
  #transmission = new Float64Array(0);
  #cover = new Float64Array(0);
  /**
   * Reflectance over black and transmittance of the bare item (no soil, water film or backing), specular part excluded.
   * wavelengthsNm: 400..2500; outR and outT: same length. R + T + k1 + absorbed = 1, k1 = Fresnel reflection of the surface.
   */
  layer(item, wavelengthsNm, outR, outT) {
    const places = this.#places;
    places.locate(wavelengthsNm);
    const rough = places.zeros(this.#rough);
    this.#rough = rough;
    for (let i = 0; i < places.length; i++) rough[i] = roughShare(item.roughnessUm, places.nm[i]);
    const material = materialById(item.materialId);
    if (material.optics.kind === "metal") {
      metalReflectance(item, material.optics, wavelengthsNm, outR);
      outT.fill(0, 0, places.length);
      return;
    }
    this.#readTables(item, material);
    this.#walls(item, material, outR, outT);
  }
  /**
   * Reflectance of the whole item: bare item over a backing, then soil, then a water film on top.
   * wavelengthsNm: 400..2500 (any grid); backing: reflectance of what lies below, 0..1; out: same length.
   */
  reflectance(item, wavelengthsNm, backing, out) {
    if (this.#transmission.length < wavelengthsNm.length)
      this.#transmission = new Float64Array(wavelengthsNm.length);
    const t = this.#transmission;
    this.layer(item, wavelengthsNm, out, t);
    const places = this.#places;
    const rough = this.#rough;
    const ofLook = surfaceOf(item.visibleIndex);
    const ofSubstance = surfaceOf(materialById(item.materialId).optics.refractiveIndex);
    for (let i = 0; i < places.length; i++) {
      const surface = places.nm[i] < VISIBLE_END_NM ? ofLook : ofSubstance;
      const specular = surface.outside * (1 - rough[i]);
      out[i] = out[i] + t[i] * t[i] * backing / (1 - (out[i] + specular) * backing);
    }
    if (item.soilGPerM2 > 0) this.#soil(item, out);
    if (item.waterFilmUm > 0) this.#wet(item, out);
    return out;
  }
  /** Reads what the item needs, each table in a loop of its own: faster than table after table at each wavelength. */
  #readTables(item, material) {
    const places = this.#places;
    this.#colour = this.#sumOf(colourTerms(item, material), this.#colour);
    this.#substance = this.#sumOf(substanceTerms(item, material), this.#substance);
    this.#scatter = scatterAt(scatteringOf(item), places, this.#scatter);
    const { fresh, weathered } = lookTables(material);
    this.#look = places.zeros(this.#look);
    const left = item.colourLeft;
    places.add(fresh, left * item.lignin, this.#look);
    places.add(weathered, left * (1 - item.lignin), this.#look);
  }
  #sumOf(terms, column) {
    const sum = this.#places.zeros(column);
    for (const { table: table2, weight } of terms) this.#places.add(table2, weight, sum);
    return sum;
  }
  /** All walls and surfaces of an item that is not metal; below 780 nm nothing depends on the substance, only on the look. */
  #walls(item, material, outR, outT) {
    const { length, nm } = this.#places;
    const [colour, substance, scatter] = [this.#colour, this.#substance, this.#scatter];
    const [look, rough] = [this.#look, this.#rough];
    const { ownSurface } = lookTables(material);
    const thicknessCm = item.thicknessM * 100;
    const ofLook = surfaceOf(item.visibleIndex);
    const ofSubstance = surfaceOf(material.optics.refractiveIndex);
    const light = { r: 0, t: 0 };
    for (let i = 0; i < length; i++) {
      const visible = nm[i] < VISIBLE_END_NM;
      const surface = visible ? ofLook : ofSubstance;
      const s = scatter[i];
      const absorbed = visible ? colour[i] : colour[i] + substance[i];
      const diffuse = diffuseness(s * thicknessCm);
      const k = absorbed * pathFactor(diffuse) + look[i] * Math.max(s, CLEAR_SCATTER_PER_CM);
      slab(k, s, thicknessCm, light);
      wall(light, surface.outside, insideReflection(surface, diffuse));
      if (item.wallCount > 1) twoWalls(light, surface.outside);
      const bare = light.r + (ownSurface ? surface.outside * rough[i] : 0);
      outR[i] = bare + item.chalk * (CHALK_REFLECTANCE - bare);
      outT[i] = light.t * (1 - item.chalk);
    }
  }
  #soil(item, out) {
    const share2 = soilCover(item.soilGPerM2);
    const cover = this.#covered(soilTable(item.soilType));
    for (let i = 0; i < this.#places.length; i++) out[i] = out[i] + share2 * (cover[i] - out[i]);
  }
  #wet(item, out) {
    const share2 = wetCover(item.waterFilmUm);
    const cover = this.#covered(waterAbsorption);
    for (let i = 0; i < this.#places.length; i++) {
      const under = underWater(out[i], cover[i], item.waterFilmUm);
      out[i] = out[i] + share2 * (under - out[i]);
    }
  }
  /** What a cover has at the wavelengths of this look. */
  #covered(table2) {
    this.#cover = this.#sumOf([{ table: table2, weight: 1 }], this.#cover);
    return this.#cover;
  }
};

// sim/senses/led/noise.ts
var CHARGE_UA_S = 1602176634e-22;
function currentNoiseUa(litUa, ambientUa, state) {
  const { pulseUs, averages, ampNoisePaPerRtHz, fullScaleUa, adcBits } = state;
  const bandHz = 1e6 / (2 * pulseUs);
  const shot = 2 * CHARGE_UA_S * (litUa + 2 * ambientUa) * bandHz;
  const ampUa = ampNoisePaPerRtHz * 1e-6;
  const amplifier = 2 * ampUa * ampUa * bandHz;
  const stepUa = fullScaleUa / (1 << adcBits);
  const rounding = 2 * stepUa * stepUa / 12;
  return Math.sqrt((shot + amplifier + rounding) / averages);
}

// sim/senses/led/reflectometer.ts
var PURPOSES = ["backing", "geometry", "place", "temperature", "ambient", "noise", "unit"];
var LedReflectometer = class {
  #keys;
  #itemOptics = new ItemOptics();
  #board = null;
  /** `seed` names all draws of its looks. */
  constructor(seed2) {
    this.#keys = drawKeys(seed2, 0, "sensing/led", PURPOSES);
  }
  /**
   * What the board reads from an item: [LEDs] reflectance 0..1, every draw keyed by (seed, item, purpose). `noise` false
   * leaves out the noise of detector, converter and drivers only.
   */
  render(item, state, noise2 = true) {
    const { itemId } = item;
    const keys = this.#keys;
    const { grid: grid2, leds, ambient, reflectance } = this.#boardOf(state);
    this.#see(item, state, grid2, reflectance);
    const ambientUa = state.ambientUa * uniformAt(keys.ambient, itemId) * weighted(ambient, reflectance);
    const answers2 = reflectance;
    for (let i = 0; i < answers2.length; i++) answers2[i] *= grid2.responsivity[i];
    const pose = poseOf(itemId, state, keys.geometry);
    const warmerK = state.warmerK + state.temperatureSpreadK * normalAt(keys.temperature, itemId);
    const gaussians = noise(keys.noise, itemId);
    return Float32Array.from(leds, (led2, k) => {
      const drive = gaussians.gaussian();
      const detector = gaussians.gaussian();
      if (led2.whiteAnswer === 0) return 0;
      const place4 = Math.exp(state.placeSpread * normalAt(keys.place, itemId, k));
      const seen = answerTo(warmer(led2.emission, state, warmerK), grid2, answers2) / led2.whiteAnswer;
      const back = pose.gain * place4 * seen + pose.offset;
      const power = state.deadLeds.includes(k) ? 0 : powerOf(led2, state, warmerK);
      const litUa = led2.whiteUa * power * back * (noise2 ? 1 + state.driveSpread * drive : 1);
      let currentUa = measuredUa(litUa, ambientUa, state);
      if (noise2) currentUa += currentNoiseUa(litUa, ambientUa, state) * detector;
      return Math.min(Math.max(currentUa / (led2.whiteUa * (1 - state.whiteLoss)), 0), 1);
    });
  }
  /** Reflectance of the item on the grid of the board, with what of the spot misses it. */
  #see(item, state, grid2, reflectance) {
    const { backing, geometry } = this.#keys;
    const [lowest, highest] = state.backing;
    const behind = lowest + (highest - lowest) * uniformAt(backing, item.itemId);
    this.#itemOptics.reflectance(item, grid2.wavelengthsNm, behind, reflectance);
    const miss = uniformAt(geometry, item.itemId, 0);
    const spill = state.spillMax * miss * miss;
    if (spill === 0) return;
    for (let i = 0; i < reflectance.length; i++) reflectance[i] += spill * (behind - reflectance[i]);
  }
  #boardOf(state) {
    if (this.#board?.state !== state) this.#board = openBoard(state, this.#keys.unit, this.#board);
    return this.#board;
  }
};
function openBoard(state, unit, last) {
  const same = last !== null && last.state.responsivityNm === state.responsivityNm && last.state.responsivityAPerW === state.responsivityAPerW && last.state.ambientTempK === state.ambientTempK;
  const grid2 = same ? last.grid : answerGrid(state);
  const ambient = same ? last.ambient : ambientShares(grid2, state.ambientTempK);
  const reflectance = same ? last.reflectance : new Float64Array(grid2.wavelengthsNm.length);
  const leds = state.centresNm.map((centreNm, k) => {
    const error = (index) => state.unit === 0 ? 0 : normalAt(unit, state.unit, 3 * k + index);
    const peakNm = centreNm + state.centreSpreadNm * error(0);
    const emission = emissionOf(peakNm, state.widthsNm[k], state.shortSideShare);
    const whiteAnswer = answerTo(emission, grid2, grid2.responsivity);
    const power = Math.exp(state.powerSpread * error(1));
    const lost = state.ageLoss * state.ledAge * Math.exp(state.ageSpread * normalAt(unit, state.unit, 3 * k + 2));
    return {
      emission,
      whiteAnswer,
      whiteUa: whiteUaOf(state, k, whiteAnswer) * power,
      lost: Math.min(lost, 1)
    };
  });
  return { state, grid: grid2, leds, ambient, reflectance };
}
function poseOf(itemId, state, geometry) {
  const { distanceMm, spotRadiusMm, windowDirt } = state;
  const awayMm = distanceMm + state.distanceSpreadMm * Math.abs(normalAt(geometry, itemId, 1));
  const spread2 = spotRadiusMm * spotRadiusMm;
  const gain = (distanceMm * distanceMm + spread2) / (awayMm * awayMm + spread2);
  const glint = uniformAt(geometry, itemId, 2);
  const offset = state.specularMax * glint * glint + HAZE * windowDirt;
  return { gain: gain * (1 - windowDirt), offset };
}
var HAZE = 0.05;
function warmer(emission, { centreDriftNmPerK }, warmerK) {
  const { peakNm } = emission;
  return { ...emission, peakNm: peakNm + centreDriftNmPerK * (peakNm / 1e3) * warmerK };
}
function powerOf({ lost }, { powerDriftPerK }, warmerK) {
  return Math.max(0, 1 + powerDriftPerK * warmerK) * (1 - lost);
}
function measuredUa(litUa, ambientUa, state) {
  const on = Math.min(litUa + ambientUa + state.darkDriftUa, state.fullScaleUa);
  return on - Math.min(ambientUa * (1 - state.ambientLeft), state.fullScaleUa);
}
function weighted(shares, values) {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += shares[i] * values[i];
  return sum;
}

// sim/senses/led/state.ts
function defaultLedBoard() {
  return {
    centresNm: board_default.centresNm,
    widthsNm: board_default.widthsNm,
    powersMw: board_default.powersMw,
    currentsMa: board_default.currentsMa,
    shortSideShare: 0.55,
    responsivityNm: board_default.responsivity.nm,
    responsivityAPerW: board_default.responsivity.aPerW,
    photodiodeMm2: 0.785,
    distanceMm: 15,
    distanceSpreadMm: 1.5,
    spotRadiusMm: 5,
    placeSpread: 0.01,
    backing: [0.05, 0.6],
    specularMax: 0.04,
    spillMax: 0,
    warmerK: 0,
    temperatureSpreadK: 1,
    centreDriftNmPerK: 0.35,
    powerDriftPerK: -8e-3,
    unit: 0,
    centreSpreadNm: 5,
    powerSpread: 0.15,
    pulseUs: 1e3,
    averages: 8,
    settleUs: 2e3,
    supplyV: 3.3,
    electronicsW: 0.12,
    ampNoisePaPerRtHz: 1,
    fullScaleUa: 10,
    adcBits: 16,
    driveSpread: 1e-3,
    ambientUa: 0.2,
    ambientLeft: 0.01,
    ambientTempK: 5800,
    darkDriftUa: 0,
    whiteLoss: 0,
    windowDirt: 0,
    ledAge: 0,
    ageLoss: 0.3,
    ageSpread: 0.3,
    deadLeds: []
  };
}

// sim/senses/led/sense.ts
var led = {
  name: "led",
  title: "LED reflectance",
  fresh: defaultLedBoard,
  ranges: ledRanges,
  resizable: [...LED_LISTS, "responsivityNm", "responsivityAPerW"],
  problems: ledProblems,
  cost: ledCost,
  partsEur: ledPartsEur,
  worn,
  tested,
  shape: ({ centresNm }) => [centresNm.length],
  input: { kind: "vector", variate: true, hidden: 32, features: 32 },
  drawing: ({ centresNm }) => ({
    kind: "bars",
    labels: centresNm.map((nm) => `${nm} nm`),
    yLabel: "reflectance"
  }),
  open: (seed2) => new LedReflectometer(seed2)
};
function worn(state, { dirt, lampAge }) {
  return {
    ...state,
    windowDirt: Math.min(1, state.windowDirt + dirt),
    ledAge: Math.min(1, state.ledAge + lampAge)
  };
}
function tested(condition) {
  const good = defaultLedBoard();
  if (condition === "shifted") return { ...good, unit: 1, warmerK: 8, windowDirt: 0.15, ledAge: 0.5 };
  return { ...good, deadLeds: [2, 5], whiteLoss: 0.1 };
}

// sim/senses/spectral/instruments.json
var instruments_default = {
  about: "Near-infrared instruments; units and meanings stand at `Instrument` in presets.ts.",
  source: "from memory unless marked; lamp 20 W and 50 ms: estimate",
  notes: {
    extended: "A laboratory instrument that averages scans: Knaeps spectra show a noise of 4e-5 to 1e-4 at 1 nm (measured)."
  },
  instruments: {
    "ingaas-1.7": {
      name: "ingaas-1.7",
      rangeNm: [900, 1700],
      fromNm: 900,
      toNm: 1700,
      bands: 128,
      slitFwhmNm: 10,
      quietNm: [950, 1650],
      edgeNoise: 5,
      noiseFloor: 6e-4,
      noiseShot: 1e-3,
      lookEnergyJ: 1,
      lookTimeUs: 5e4
    },
    extended: {
      name: "extended",
      rangeNm: [400, 2500],
      fromNm: 1e3,
      toNm: 1900,
      bands: 181,
      slitFwhmNm: 8,
      quietNm: [500, 2400],
      edgeNoise: 5,
      noiseFloor: 15e-5,
      noiseShot: 15e-5,
      lookEnergyJ: 2,
      lookTimeUs: 1e5
    }
  }
};

// sim/senses/spectral/presets.ts
var INSTRUMENTS = instruments_default.instruments;
function instrumentByName(name) {
  for (const known4 of Object.values(INSTRUMENTS)) if (known4.name === name) return known4;
  const names = Object.keys(INSTRUMENTS).join(", ");
  throw new Error(`spectrometer: instrument must be one of ${names}; got '${name}'`);
}

// sim/senses/interface/problems.ts
function stateProblems(rules, state) {
  const values = valueProblems(rules, state, "");
  return values.length > 0 ? values : rules.problems(state);
}
function valueProblems(rules, value, path2) {
  if (typeof value === "number") return rangeProblems(path2, rules.ranges[path2], value);
  if (typeof value === "string") return choiceProblems(path2, rules.choices?.[path2] ?? [], value);
  if (Array.isArray(value)) return value.flatMap((entry) => valueProblems(rules, entry, path2));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, inner2]) => valueProblems(rules, inner2, path2 === "" ? key : `${path2}.${key}`)
  );
}
function rangeProblems(key, range3, got) {
  if (range3 === void 0) return [];
  const { least, most, whole: whole2 = false } = range3;
  if (whole2 && !Number.isInteger(got))
    return [{ key, message: "must be an integer", got, cure: "Write a whole number" }];
  if (got >= least && got <= most) return [];
  return [{ key, message: `must lie in ${least}..${most}`, got, cure: "Set it within" }];
}
function choiceProblems(key, known4, got) {
  if (known4.includes(got)) return [];
  return [{ key, message: `must be one of ${known4.join(", ")}`, got, cure: "Take one of them" }];
}
function beyondProblems(key, indexes, count, unit) {
  return indexes.filter((index) => index >= count).map((got) => ({
    key,
    message: `a frame has ${unit} 0..${count - 1}`,
    got,
    cure: `Name ${unit} that it has`
  }));
}

// sim/senses/spectral/ranges.json
var ranges_default = {
  what: "Lowest and highest legal value of each number of the state, in the unit of its name; whole = integers only. Faults are part of the game: the limits keep out what no such instrument is (memory), not what is merely unusual.",
  ranges: {
    fromNm: { least: 200, most: 5e3 },
    toNm: { least: 200, most: 5e3 },
    bands: { least: 2, most: 4096, whole: true },
    slitFwhmNm: { least: 0, most: 500 },
    axisOffsetNm: { least: -200, most: 200 },
    axisScale: { least: -0.5, most: 0.5 },
    axisJitterNm: { least: 0, most: 200 },
    noiseFloor: { least: 0, most: 1 },
    noiseShot: { least: 0, most: 1 },
    strayShare: { least: 0, most: 1 },
    lampSlope: { least: -1, most: 1 },
    rippleShare: { least: 0, most: 0.5 },
    windowDirt: { least: 0, most: 1 },
    backing: { least: 0, most: 1 },
    gainSpread: { least: 0, most: 5 },
    specularMax: { least: 0, most: 1 },
    spillMax: { least: 0, most: 1 },
    deadBands: { least: 0, most: 4095, whole: true },
    saturation: { least: 0.01, most: 100 }
  }
};

// sim/senses/spectral/state.ts
function spectrometerOf(name, overrides = {}) {
  const preset = instrumentByName(name);
  const state = {
    instrument: preset.name,
    fromNm: preset.fromNm,
    toNm: preset.toNm,
    bands: preset.bands,
    slitFwhmNm: preset.slitFwhmNm,
    axisOffsetNm: 0,
    axisScale: 0,
    axisJitterNm: 1,
    noiseFloor: preset.noiseFloor,
    noiseShot: preset.noiseShot,
    strayShare: 2e-3,
    lampSlope: 0,
    rippleShare: 0,
    windowDirt: 0,
    backing: [0.05, 0.6],
    gainSpread: 0.15,
    specularMax: 0.04,
    spillMax: 0,
    deadBands: [],
    saturation: 1.2,
    ...overrides
  };
  const problems = stateProblems(SPECTRAL_RULES, state);
  if (problems.length === 0) return state;
  const [lowest, highest] = preset.rangeNm;
  const words = problems.map(({ message, got, cure }) => `${message}, got ${String(got)}. ${cure}`);
  throw new Error(
    `spectrometer '${name}': answers ${lowest}-${highest} nm, got ${state.fromNm}-${state.toNm} nm: ${words.join("; ")}`
  );
}
function defaultSpectrometer() {
  return spectrometerOf("ingaas-1.7");
}
function spectralCost(spectrometer) {
  const preset = instrumentByName(spectrometer.instrument);
  return { energyJ: preset.lookEnergyJ, timeUs: preset.lookTimeUs };
}
var SPECTRAL_RULES = {
  ranges: ranges_default.ranges,
  choices: { instrument: Object.keys(INSTRUMENTS) },
  problems: (state) => [
    ...axisProblems(state),
    ...backingProblems(state),
    ...beyondProblems("deadBands", state.deadBands, state.bands, "bands")
  ]
};
function axisProblems({ instrument, fromNm, toNm }) {
  const [lowest, highest] = instrumentByName(instrument).rangeNm;
  const other = instrument === "extended" ? "" : ", or take the instrument 'extended' (400-2500 nm)";
  const problems = [];
  const add4 = (key, message, got, cure) => problems.push({ key, message, got, cure });
  if (fromNm < lowest) add4("fromNm", `${instrument} measures from ${lowest} nm`, fromNm, `Raise it${other}`);
  if (toNm > highest) add4("toNm", `${instrument} measures up to ${highest} nm`, toNm, `Lower it${other}`);
  if (fromNm >= toNm) add4("toNm", "wavelengths must ascend", toNm, `Set it above fromNm, which is ${fromNm}`);
  return problems;
}
function backingProblems({ backing }) {
  const [lowest, highest] = backing;
  if (lowest <= highest) return [];
  const message = "the lowest reflectance must not lie above the highest";
  return [{ key: "backing", message, got: backing, cure: "Swap them" }];
}
function wavelengthsOf({ fromNm, toNm, bands }) {
  const step = (toNm - fromNm) / (bands - 1);
  return Float64Array.from({ length: bands }, (_, i) => fromNm + i * step);
}

// sim/senses/spectral/spectrometer.ts
function gridOf(state) {
  const { instrument, fromNm, toNm, bands } = state;
  const preset = instrumentByName(instrument);
  const wavelengthsNm = wavelengthsOf(state);
  const edge = wavelengthsNm.map((nm) => edgeNoise(preset, nm));
  const columns = { shiftedNm: new Float64Array(bands), ideal: new Float64Array(bands) };
  return { instrument, fromNm, toNm, wavelengthsNm, edge, ...columns };
}
var Spectrometer = class {
  #keys;
  #itemOptics = new ItemOptics();
  #grid = null;
  /** `seed` names all draws of its looks. */
  constructor(seed2) {
    this.#keys = drawKeys(seed2, 0, "sensing/spectrometer", [
      "backing",
      "geometry",
      "axis",
      "noise",
      "ripple"
    ]);
  }
  /**
   * What the spectrometer reads from an item: [bands] reflectance 0..1, every draw keyed by (seed, item, purpose).
   * `noise: false` leaves out detector noise only (the noise-free frame of the same look).
   */
  render(item, spectrometer, out = new Float32Array(spectrometer.bands), noise2 = true) {
    const { bands } = spectrometer;
    const keys = this.#keys;
    const { wavelengthsNm, shiftedNm, ideal, edge } = this.#onGrid(spectrometer);
    const errorNm = spectrometer.axisOffsetNm + spectrometer.axisJitterNm * normalAt(keys.axis, item.itemId);
    for (let i = 0; i < bands; i++) {
      const nm = wavelengthsNm[i];
      shiftedNm[i] = nm - errorNm - spectrometer.axisScale * (nm - 1300);
    }
    const [lowest, highest] = spectrometer.backing;
    const backing = lowest + (highest - lowest) * uniformAt(keys.backing, item.itemId);
    this.#itemOptics.reflectance(item, shiftedNm, backing, ideal);
    collect(item.itemId, spectrometer, keys.geometry, backing, ideal, out);
    if (spectrometer.rippleShare > 0) addRipple(item.itemId, spectrometer, keys.ripple, shiftedNm, out);
    if (noise2) addNoise(item.itemId, spectrometer, keys.noise, edge, out);
    for (const band of spectrometer.deadBands) out[band] = 0;
    for (let i = 0; i < bands; i++)
      out[i] = Math.min(Math.max(out[i], 0), Math.min(spectrometer.saturation, 1));
    return out;
  }
  #onGrid(state) {
    const last = this.#grid;
    const { instrument, fromNm, toNm, bands } = state;
    if (last?.instrument === instrument && last.fromNm === fromNm && last.toNm === toNm && last.wavelengthsNm.length === bands)
      return last;
    this.#grid = gridOf(state);
    return this.#grid;
  }
};
function collect(itemId, spectrometer, geometry, backing, ideal, out) {
  const { bands } = spectrometer;
  const miss = uniformAt(geometry, itemId, 0);
  const spill = spectrometer.spillMax * miss * miss;
  const gain = Math.exp(-spectrometer.gainSpread * Math.abs(normalAt(geometry, itemId, 1)));
  const glint = uniformAt(geometry, itemId, 2);
  const specular = spectrometer.specularMax * glint * glint;
  let mean3 = 0;
  for (let i = 0; i < bands; i++) {
    ideal[i] += spill * (backing - ideal[i]);
    mean3 += ideal[i];
  }
  mean3 /= bands;
  slit(spectrometer, ideal, out);
  const direct = 1 - spectrometer.strayShare;
  const clean = 1 - spectrometer.windowDirt;
  for (let i = 0; i < bands; i++) {
    const lamp = 1 - spectrometer.lampSlope * (i / (bands - 1));
    const seen = direct * out[i] + spectrometer.strayShare * mean3;
    out[i] = gain * lamp * clean * seen + specular + 0.05 * spectrometer.windowDirt;
  }
}
function slit(spectrometer, ideal, out) {
  const { bands } = spectrometer;
  const stepNm = (spectrometer.toNm - spectrometer.fromNm) / (bands - 1);
  const sigma = spectrometer.slitFwhmNm / FWHM_PER_SIGMA / stepNm;
  const reach = Math.min(Math.ceil(2.5 * sigma), bands - 1);
  let total = 1;
  const weights = [1];
  for (let j = 1; j <= reach; j++) {
    weights[j] = Math.exp(-0.5 * j * j / (sigma * sigma));
    total += 2 * weights[j];
  }
  for (let i = 0; i < bands; i++) {
    let sum = ideal[i];
    for (let j = 1; j <= reach; j++) {
      sum += weights[j] * (ideal[Math.max(i - j, 0)] + ideal[Math.min(i + j, bands - 1)]);
    }
    out[i] = sum / total;
  }
}
var RIPPLE = { waves: 8, shortestNm: 10, wider: 8, spread: 4 };
function addRipple(itemId, { rippleShare }, key, nm, out) {
  const { waves: waves2, shortestNm, wider, spread } = RIPPLE;
  const base2 = shortestNm * Math.exp(uniformAt(key, itemId, 0) * Math.log(wider));
  const each = rippleShare * Math.sqrt(2 / waves2);
  for (let wave = 0; wave < waves2; wave++) {
    const at3 = 1 + 3 * wave;
    const turns = 2 * Math.PI / (base2 * (1 + (spread - 1) * uniformAt(key, itemId, at3)));
    const phase = 2 * Math.PI * uniformAt(key, itemId, at3 + 1);
    const strength = each * normalAt(key, itemId, at3 + 2);
    for (let i = 0; i < out.length; i++) out[i] = out[i] * (1 + strength * Math.cos(nm[i] * turns + phase));
  }
}
var FWHM_PER_SIGMA = 2.3548;
function addNoise(itemId, spectrometer, noise2, edge, out) {
  const floor2 = spectrometer.noiseFloor * spectrometer.noiseFloor;
  const shot2 = spectrometer.noiseShot * spectrometer.noiseShot;
  const gaussians = noise(noise2, itemId);
  for (let i = 0; i < out.length; i++) {
    const sigma = Math.sqrt(floor2 + shot2 * Math.max(out[i], 0)) * edge[i];
    out[i] = out[i] + sigma * gaussians.gaussian();
  }
}
function edgeNoise(preset, nm) {
  const [low, high] = preset.quietNm;
  const [from, to] = preset.rangeNm;
  const outside2 = nm < low ? (low - nm) / (low - from) : nm > high ? (nm - high) / (to - high) : 0;
  return 1 + (preset.edgeNoise - 1) * outside2;
}

// sim/senses/spectral/sense.ts
var INSTRUMENT_EUR = { "ingaas-1.7": 5e3, extended: 35e3 };
var spectral = {
  name: "spectral",
  title: "Spectrum",
  fresh: defaultSpectrometer,
  ...SPECTRAL_RULES,
  cost: spectralCost,
  partsEur: ({ instrument }) => INSTRUMENT_EUR[instrument],
  worn: (state, { dirt }) => ({ ...state, windowDirt: Math.min(1, state.windowDirt + dirt) }),
  tested(condition) {
    const good = defaultSpectrometer();
    return condition === "shifted" ? { ...good, windowDirt: 0.15, axisOffsetNm: good.axisOffsetNm + 2, gainSpread: 0.1 } : { ...good, deadBands: [30, 31, 32, 33, 34, 35] };
  },
  shape: ({ bands }) => [bands],
  input: { kind: "vector", variate: true, hidden: 256, features: 128 },
  drawing: (state) => ({
    kind: "curve",
    xs: Array.from(wavelengthsOf(state)),
    xLabel: "nm",
    yLabel: "reflectance"
  }),
  open(seed2) {
    const spectrometer = new Spectrometer(seed2);
    return { render: (item, state, noise2 = true) => spectrometer.render(item, state, void 0, noise2) };
  }
};

// sim/senses/thermal/ranges.json
var ranges_default2 = {
  what: "Lowest and highest legal value of each number of the state, in the unit of its name; whole = integers only. Faults are part of the game: the limits keep out what no such instrument is (memory), not what is merely unusual.",
  ranges: {
    sizePx: { least: 8, most: 256, whole: true },
    frames: { least: 1, most: 64, whole: true },
    rateHz: { least: 0.1, most: 9 },
    flashJPerM2: { least: 0, most: 1e3 },
    flashAreaM2: { least: 0, most: 1 },
    lampEfficiency: { least: 0.01, most: 1 },
    netdK: { least: 0, most: 5 },
    blurPx: { least: 0, most: 16 },
    airTempK: { least: 233.15, most: 333.15 },
    reflectedTempK: { least: 233.15, most: 473.15 },
    airTransmission: { least: 0, most: 1 },
    driftKPerMinute: { least: -5, most: 5 },
    minutesSinceShutter: { least: 0, most: 1440 },
    offsetSpreadK: { least: 0, most: 50 },
    patternShare: { least: 0, most: 100 },
    lampAge: { least: 0, most: 1 },
    lensDirt: { least: 0, most: 1 },
    convectionWPerM2K: { least: 0, most: 1e3 },
    saturationK: { least: 273.15, most: 2e3 },
    deadRows: { least: 0, most: 255, whole: true },
    misregistration: { least: 0, most: 0.5 },
    uprightShare: { least: 0, most: 1 },
    tiltDeg: { least: 0, most: 75 },
    distanceM: { least: 0.05, most: 100 },
    fill: { least: 0, most: 4 },
    readoutEnergyJ: { least: 0, most: 1e3 }
  }
};

// sim/senses/form/pose.ts
function viewOf({ misregistration, uprightShare, tiltDeg, distanceM, fill: fill2 }) {
  return { shift: misregistration, uprightShare, tiltDeg, distanceM, fill: fill2 };
}
var BELT_VIEW = { shift: 0, uprightShare: 0.12, tiltDeg: 0, distanceM: 20, fill: 0 };
var fieldsOfViewM = [0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56];
var ROOM = 1.3;
var FILL_SPREAD = 0.45;
var draw4 = {
  x: 0,
  y: 1,
  texel: 2,
  upright: 3,
  end: 4,
  roll: 5,
  turn: 6,
  tilt: 7,
  lean: 8,
  fill: 9
};
var FORM_DRAWS = 100;
function poseKey(seed2) {
  return drawKey(seed2, 0, "sensing/scene", "pose");
}
function multiply(a, b) {
  const out = new Float64Array(9);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++)
      out[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
  return out;
}
var aboutX = (angle) => {
  const [c2, s] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.of(1, 0, 0, 0, c2, -s, 0, s, c2);
};
var aboutY = (angle) => {
  const [c2, s] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.of(c2, 0, s, 0, 1, 0, -s, 0, c2);
};
var aboutZ = (angle) => {
  const [c2, s] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.of(c2, -s, 0, s, c2, 0, 0, 0, 1);
};
var LEAN = 1;
function restOf(rest, item, view, at3) {
  const upright2 = at3(draw4.upright) < view.uprightShare;
  const pitch = 0.3 * item.pitchRad;
  const roll = 2 * Math.PI * at3(draw4.roll);
  if (rest === "round") {
    if (!upright2) return multiply(aboutY(pitch), aboutX(roll));
    const mouthUp = at3(draw4.end) < 0.68 ? -1 : 1;
    return multiply(aboutY(mouthUp * (Math.PI / 2) + pitch), aboutX(roll));
  }
  if (rest === "flat") {
    const over = at3(draw4.end) < 0.22 ? Math.PI : 0;
    const lean = upright2 ? (at3(draw4.lean) - 0.5) * LEAN : 0;
    return multiply(aboutX(over + lean), aboutY(pitch + 0.5 * lean));
  }
  const quarter = Math.PI / 2 * Math.floor(4 * at3(draw4.end));
  if (!upright2) return multiply(aboutY(pitch), aboutX(quarter));
  return multiply(aboutY((at3(draw4.lean) < 0.5 ? 1 : -1) * (Math.PI / 2) + pitch), aboutX(quarter));
}
function emptyProjection(vertices) {
  const values = () => new Float32Array(vertices);
  return {
    ...{ px: values(), py: values(), near: values(), wx: values(), wy: values(), wz: values() },
    ...{ perM: 1, cos: 1, sin: 0, middleX: 0, middleY: 0, middleZ: 0, centreX: 0, centreY: 0 },
    ...{ distanceM: 1, offset: 0, yawCos: 1, yawSin: 0 }
  };
}
function setDown(mesh, turn2, out) {
  const { wx, wy, wz } = out;
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < mesh.vertices; i++) {
    const x = mesh.x[i];
    const y = mesh.y[i];
    const z = mesh.z[i];
    wx[i] = turn2[0] * x + turn2[1] * y + turn2[2] * z;
    wy[i] = turn2[3] * x + turn2[4] * y + turn2[5] * z;
    const up = turn2[6] * x + turn2[7] * y + turn2[8] * z;
    wz[i] = up;
    if (up < lowest) lowest = up;
  }
  for (let i = 0; i < mesh.vertices; i++) wz[i] -= lowest;
}
function extents(mesh, { wx, wy, wz, cos, sin }) {
  let x0 = 1e9;
  let x1 = -1e9;
  let y0 = 1e9;
  let y1 = -1e9;
  let n1 = 0;
  for (let i = 0; i < mesh.vertices; i++) {
    const x = wx[i];
    const y = wy[i] * cos - wz[i] * sin;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
    const near = wy[i] * sin + wz[i] * cos;
    if (near > n1) n1 = near;
  }
  return [(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2, n1];
}
function project(mesh, item, rest, key, view, size, out) {
  const at3 = (index) => uniformAt(key, item.itemId, index);
  const yaw = item.yawRad + (at3(draw4.turn) < 0.5 ? Math.PI : 0);
  const turn2 = multiply(aboutZ(yaw), restOf(rest, item, view, at3));
  setDown(mesh, turn2, out);
  const tilt = view.tiltDeg * at3(draw4.tilt) * Math.PI / 180;
  out.cos = Math.cos(tilt);
  out.sin = Math.sin(tilt);
  out.yawCos = Math.cos(yaw);
  out.yawSin = Math.sin(yaw);
  out.offset = Math.floor(at3(draw4.texel) * 4096);
  const [mx, my, hx, hy, near] = extents(mesh, out);
  out.middleX = mx;
  out.middleY = my;
  out.middleZ = near / 2;
  const reach = 2 * Math.max(hx, hy);
  const fill2 = view.fill * Math.exp(FILL_SPREAD * (2 * at3(draw4.fill) - 1));
  const fieldM = view.fill > 0 ? reach / fill2 : fieldsOfViewM.find((fov) => fov >= ROOM * reach) ?? 0.56;
  out.perM = size / fieldM;
  const roam = view.fill > 0 ? 0.2 : 0.06;
  out.centreX = size * (0.5 + view.shift + roam * (at3(draw4.x) - 0.5));
  out.centreY = size * (0.5 + view.shift + roam * (at3(draw4.y) - 0.5));
  out.distanceM = Math.max(view.distanceM, 2.2 * near);
  see(mesh, out);
}
function see(mesh, out) {
  const { wx, wy, wz, px, py, near, cos, sin, perM, middleX, middleY, middleZ, distanceM } = out;
  for (let i = 0; i < mesh.vertices; i++) {
    const towards = wy[i] * sin + wz[i] * cos;
    const scale = perM * distanceM / (distanceM - (towards - middleZ));
    px[i] = out.centreX + (wx[i] - middleX) * scale;
    py[i] = out.centreY + (wy[i] * cos - wz[i] * sin - middleY) * scale;
    near[i] = towards;
  }
}

// sim/senses/thermal/state.ts
function defaultThermograph() {
  return {
    sizePx: 32,
    frames: 8,
    rateHz: 9,
    flashJPerM2: 1e3,
    flashAreaM2: 0.01,
    lampEfficiency: 0.35,
    netdK: 0.05,
    blurPx: 0.6,
    airTempK: 293.15,
    reflectedTempK: 293.15,
    airTransmission: 0.99,
    driftKPerMinute: 0.1,
    minutesSinceShutter: 1,
    offsetSpreadK: 0.3,
    patternShare: 0.7,
    lampAge: 0,
    lensDirt: 0,
    convectionWPerM2K: 10,
    saturationK: 423.15,
    deadRows: [],
    misregistration: 0,
    uprightShare: BELT_VIEW.uprightShare,
    tiltDeg: BELT_VIEW.tiltDeg,
    distanceM: BELT_VIEW.distanceM,
    fill: BELT_VIEW.fill,
    readoutEnergyJ: 1.5
  };
}
function thermalCost(state) {
  const lampJ = state.flashJPerM2 * state.flashAreaM2 / state.lampEfficiency;
  return {
    energyJ: lampJ + state.readoutEnergyJ,
    timeUs: Math.ceil(state.frames / state.rateHz * 1e6) + 11111
  };
}

// sim/senses/form/normals.ts
function emptyNormals(triangles, vertices) {
  return {
    faceX: new Float32Array(triangles),
    faceY: new Float32Array(triangles),
    faceZ: new Float32Array(triangles),
    cornerX: new Float32Array(vertices),
    cornerY: new Float32Array(vertices),
    cornerZ: new Float32Array(vertices)
  };
}
function writeNormals(mesh, { wx, wy, wz, cos, sin }, out) {
  const { corners } = mesh;
  const { faceX, faceY, faceZ, cornerX, cornerY, cornerZ } = out;
  cornerX.fill(0, 0, mesh.vertices);
  cornerY.fill(0, 0, mesh.vertices);
  cornerZ.fill(0, 0, mesh.vertices);
  for (let n = 0; n < mesh.triangles; n++) {
    const a = corners[3 * n];
    const b = corners[3 * n + 1];
    const c2 = corners[3 * n + 2];
    const ux = wx[b] - wx[a];
    const uy = wy[b] - wy[a];
    const uz = wz[b] - wz[a];
    const vx = wx[c2] - wx[a];
    const vy = wy[c2] - wy[a];
    const vz = wz[c2] - wz[a];
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    const y = ny * cos - nz * sin;
    const z = ny * sin + nz * cos;
    faceX[n] = nx;
    faceY[n] = y;
    faceZ[n] = z;
    cornerX[a] += nx;
    cornerY[a] += y;
    cornerZ[a] += z;
    cornerX[b] += nx;
    cornerY[b] += y;
    cornerZ[b] += z;
    cornerX[c2] += nx;
    cornerY[c2] += y;
    cornerZ[c2] += z;
  }
}

// sim/senses/form/raster.ts
var SAMPLES = 2;
function samplesOf(size) {
  const side = size * SAMPLES;
  return {
    side,
    shown: new Int16Array(side * size),
    near: new Float32Array(side * size),
    ...{ fromX: 0, toX: -1, fromY: 0, toY: -1 }
  };
}
function rasterise(mesh, projection, samples) {
  const { px, py } = projection;
  const { corners, twoSided } = mesh;
  samples.shown.fill(-1);
  samples.fromX = samples.side;
  samples.toX = -1;
  samples.fromY = samples.side;
  samples.toY = -1;
  for (let n = 0; n < mesh.triangles; n++) {
    const a = corners[3 * n];
    const b = corners[3 * n + 1];
    const c2 = corners[3 * n + 2];
    const area = SAMPLES * ((px[b] - px[a]) * (py[c2] - py[a]) - (px[c2] - px[a]) * (py[b] - py[a]));
    if (area > LEAST_AREA) draw5(projection, samples, n, a, b, c2);
    else if (twoSided && area < -LEAST_AREA) draw5(projection, samples, n, a, c2, b);
  }
}
var LEAST_AREA = 1e-6;
function draw5({ px, py, near }, samples, n, a, b, c2) {
  const { side, shown, near: depth } = samples;
  const ax = px[a] * SAMPLES;
  const ay = py[a];
  const bx = px[b] * SAMPLES;
  const by = py[b];
  const cx = px[c2] * SAMPLES;
  const cy = py[c2];
  const x0 = Math.max(0, Math.ceil((ax < bx ? ax < cx ? ax : cx : bx < cx ? bx : cx) - 0.5)) | 0;
  const x1 = Math.min(side - 1, Math.floor((ax > bx ? ax > cx ? ax : cx : bx > cx ? bx : cx) - 0.5)) | 0;
  const y0 = Math.max(0, Math.ceil((ay < by ? ay < cy ? ay : cy : by < cy ? by : cy) - 0.5)) | 0;
  const last = side / SAMPLES - 1;
  const y1 = Math.min(last, Math.floor((ay > by ? ay > cy ? ay : cy : by > cy ? by : cy) - 0.5)) | 0;
  if (x1 < x0 || y1 < y0) return;
  const one = 1 / ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
  const ax1 = (by - cy) * one;
  const bx1 = (cy - ay) * one;
  const ay1 = (cx - bx) * one;
  const by1 = (ax - cx) * one;
  const zc = near[c2];
  const za = near[a] - zc;
  const zb = near[b] - zc;
  let rowA = ax1 * (x0 + 0.5 - cx) + ay1 * (y0 + 0.5 - cy);
  let rowB = bx1 * (x0 + 0.5 - cx) + by1 * (y0 + 0.5 - cy);
  for (let y = y0; y <= y1; y++, rowA += ay1, rowB += by1) {
    let wa = rowA;
    let wb = rowB;
    for (let x = x0, at3 = y * side + x0; x <= x1; x++, at3++, wa += ax1, wb += bx1) {
      if (wa < 0 || wb < 0 || wa + wb > 1) continue;
      const z = wa * za + wb * zb + zc;
      if (shown[at3] >= 0 && depth[at3] >= z) continue;
      shown[at3] = n;
      depth[at3] = z;
    }
  }
  if (x0 < samples.fromX) samples.fromX = x0;
  if (x1 > samples.toX) samples.toX = x1;
  if (y0 < samples.fromY) samples.fromY = y0;
  if (y1 > samples.toY) samples.toY = y1;
}

// sim/senses/form/skin/mesh.ts
var PART = {
  /** The skin that may be printed. */
  body: 0,
  /** A cap or lid of another matter. */
  cap: 1,
  /** An end or base without print, of the body's matter. */
  end: 2,
  /** The inner face of an open thing. */
  inside: 3,
  /** A cut or torn edge. */
  edge: 4,
  /** Packing tape over a seam. */
  tape: 5
};
var MOST_VERTICES = 2400;
var MOST_TRIANGLES = 4400;
function emptyMesh() {
  const values = () => new Float32Array(MOST_VERTICES);
  return {
    vertices: 0,
    triangles: 0,
    ...{ x: values(), y: values(), z: values(), s: values(), t: values(), sky: values(), wall: values() },
    corners: new Uint16Array(3 * MOST_TRIANGLES),
    part: new Uint8Array(MOST_TRIANGLES),
    twoSided: false,
    sharp: 0,
    printS: 1,
    printT: 1
  };
}
function clearMesh(mesh) {
  mesh.vertices = 0;
  mesh.triangles = 0;
  mesh.twoSided = false;
  mesh.sharp = 0;
}
function vertex(mesh, x, y, z, s, t) {
  const at3 = mesh.vertices++;
  mesh.x[at3] = x;
  mesh.y[at3] = y;
  mesh.z[at3] = z;
  mesh.s[at3] = s;
  mesh.t[at3] = t;
  mesh.sky[at3] = 1;
  mesh.wall[at3] = 1;
  return at3;
}
function triangle(mesh, a, b, c2, part) {
  const at3 = mesh.triangles++;
  mesh.corners[3 * at3] = a;
  mesh.corners[3 * at3 + 1] = b;
  mesh.corners[3 * at3 + 2] = c2;
  mesh.part[at3] = part;
}
var lengthOf2 = ([x, y, z]) => Math.sqrt(x * x + y * y + z * z);
function patch(mesh, { origin, u, v, cells, part, sky = [1, 1] }) {
  const [nu, nv] = cells;
  const first = mesh.vertices;
  const [lengthU, lengthV] = [lengthOf2(u), lengthOf2(v)];
  for (let j = 0; j <= nv; j++) {
    const b = j / nv;
    for (let i = 0; i <= nu; i++) {
      const a = i / nu;
      const at3 = vertex(
        mesh,
        origin[0] + a * u[0] + b * v[0],
        origin[1] + a * u[1] + b * v[1],
        origin[2] + a * u[2] + b * v[2],
        (a - 0.5) * lengthU,
        (b - 0.5) * lengthV
      );
      mesh.sky[at3] = sky[0] + b * (sky[1] - sky[0]);
    }
  }
  const row = nu + 1;
  for (let j = 0; j < nv; j++) {
    for (let i = 0; i < nu; i++) {
      const at3 = first + j * row + i;
      triangle(mesh, at3, at3 + 1, at3 + row, part);
      triangle(mesh, at3 + 1, at3 + row + 1, at3 + row, part);
    }
  }
}

// sim/senses/form/buffer.ts
function geometryBuffer(size) {
  const n = size * size;
  const values = () => new Float32Array(n);
  const mesh = emptyMesh();
  return {
    size,
    inside: new Int32Array(n),
    count: 0,
    ...{ cover: values(), u: values(), v: values(), tiltX: values(), tiltY: values() },
    ...{ sky: values(), wall: values() },
    part: new Uint8Array(n),
    texel: new Int32Array(n),
    stage: {
      mesh,
      projection: emptyProjection(mesh.x.length),
      normals: emptyNormals(mesh.part.length, mesh.x.length),
      samples: samplesOf(size)
    }
  };
}

// sim/senses/form/noise.ts
var TILE = 64;
var TILE_MASK = TILE - 1;
var TILE_SHIFT = 6;
var TEXELS = TILE * TILE;
var TEXEL_MASK = TEXELS - 1;
function valueNoise(seed2, cells) {
  const random = new Noise(seed2);
  const grid2 = Float32Array.from({ length: cells * cells }, () => random.next());
  const tile = new Float32Array(TEXELS);
  const smooth = (t) => t * t * (3 - 2 * t);
  for (let y = 0; y < TILE; y++) {
    const gy = y * cells / TILE;
    const y0 = Math.floor(gy);
    const fy = smooth(gy - y0);
    for (let x = 0; x < TILE; x++) {
      const gx = x * cells / TILE;
      const x0 = Math.floor(gx);
      const fx = smooth(gx - x0);
      const at3 = (i, j) => grid2[(j + cells) % cells * cells + (i + cells) % cells];
      const top = at3(x0, y0) * (1 - fx) + at3(x0 + 1, y0) * fx;
      const bottom = at3(x0, y0 + 1) * (1 - fx) + at3(x0 + 1, y0 + 1) * fx;
      tile[y * TILE + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return tile;
}
function fractal(seed2, cells, octaves) {
  const sum = new Float32Array(TEXELS);
  let weight = 1;
  for (let o = 0; o < octaves; o++) {
    const layer = valueNoise(seed2 + o, cells << o);
    for (let i = 0; i < TEXELS; i++) sum[i] += weight * layer[i];
    weight /= 2;
  }
  return sum;
}
function ranked(tile) {
  const order = Uint32Array.from({ length: TEXELS }, (_, i) => i).sort(
    (a, b) => tile[a] - tile[b] || a - b
  );
  const out = new Float32Array(TEXELS);
  order.forEach((texel, rank) => {
    out[texel] = (rank + 0.5) / TEXELS;
  });
  return out;
}
function scratches(seed2, count) {
  const random = new Noise(seed2);
  const tile = new Float32Array(TEXELS);
  for (let n = 0; n < count; n++) {
    let x = random.next() * TILE;
    let y = random.next() * TILE;
    const angle = random.next() * 2 * Math.PI;
    const length = 10 + random.next() * 40;
    const depth = 0.4 + 0.6 * random.next();
    for (let s = 0; s < length; s++) {
      const i = (Math.floor(y) & TILE_MASK) * TILE + (Math.floor(x) & TILE_MASK);
      tile[i] = Math.max(tile[i], depth);
      x += Math.cos(angle);
      y += Math.sin(angle);
    }
  }
  return tile;
}
function cellBorders(seed2, points) {
  const random = new Noise(seed2);
  const px = Float32Array.from({ length: points }, () => random.next() * TILE);
  const py = Float32Array.from({ length: points }, () => random.next() * TILE);
  const wrap = (d) => Math.abs(d) > TILE / 2 ? TILE - Math.abs(d) : Math.abs(d);
  const tile = new Float32Array(TEXELS);
  for (let i = 0; i < TEXELS; i++) {
    let first = 1e9;
    let second = 1e9;
    for (let p2 = 0; p2 < points; p2++) {
      const dx = wrap((i & TILE_MASK) - px[p2]);
      const dy = wrap(Math.floor(i / TILE) - py[p2]);
      const d = Math.sqrt(dx * dx + dy * dy);
      if (d < first) {
        second = first;
        first = d;
      } else if (d < second) second = d;
    }
    tile[i] = Math.max(0, 1 - (second - first) / 1.3);
  }
  return tile;
}
function creases(seed2, cells) {
  const tile = fractal(seed2, cells, 2);
  return tile.map((v) => Math.abs(2 * (v / 1.5) - 1));
}
function slopes(height) {
  const x = new Float32Array(TEXELS);
  const y = new Float32Array(TEXELS);
  let power = 0;
  for (let j = 0; j < TILE; j++) {
    for (let i = 0; i < TILE; i++) {
      const here = j * TILE + i;
      x[here] = height[j * TILE + (i + 1 & TILE_MASK)] - height[here];
      y[here] = height[(j + 1 & TILE_MASK) * TILE + i] - height[here];
      power += x[here] * x[here] + y[here] * y[here];
    }
  }
  const scale = 1 / Math.sqrt(power / (2 * TEXELS) || 1);
  for (let i = 0; i < TEXELS; i++) {
    x[i] *= scale;
    y[i] *= scale;
  }
  return { x, y };
}
var lumps = ranked(fractal(101, 4, 5));
var grains = ranked(fractal(211, 16, 2));
var scratchLines = scratches(307, 18);
var crackNet = cellBorders(401, 28);
var creaseSlopes = slopes(creases(503, 4));
var dentSlopes = slopes(fractal(601, 3, 2));

// sim/senses/form/goods/kind.ts
function isCoarse({ segments }) {
  return segments <= 12;
}
function between2(random, low, high) {
  return low + (high - low) * random.next();
}
function chance(random, p2) {
  return random.next() < p2;
}

// sim/senses/form/break.ts
function breakOff(mesh, lengthM, widthM, cuts, random) {
  for (let k = 0; k < cuts; k++) {
    const angle = random.next() * 2 * Math.PI;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const reach = Math.abs(nx) * lengthM * 0.5 + Math.abs(ny) * widthM * 0.5;
    const off = between2(random, 0.2, 0.8) * reach;
    const [rough, wave, phase] = [0.05 * reach, between2(random, 3, 9) / reach, 2 * Math.PI * random.next()];
    const beyond = (i) => {
      const along = mesh.y[i] * nx - mesh.x[i] * ny;
      return mesh.x[i] * nx + mesh.y[i] * ny - off - rough * Math.sin(wave * along + phase);
    };
    cutBeyond(mesh, beyond, nx, ny);
  }
  mesh.twoSided = true;
}
function cutBeyond(mesh, beyond, nx, ny) {
  const { corners, part } = mesh;
  const far = new Float32Array(mesh.vertices);
  for (let i = 0; i < far.length; i++) far[i] = beyond(i);
  let kept2 = 0;
  for (let i = 0; i < mesh.triangles; i++) {
    const [a, b, c2] = [corners[3 * i], corners[3 * i + 1], corners[3 * i + 2]];
    if (far[a] > 0 && far[b] > 0 && far[c2] > 0) continue;
    corners[3 * kept2] = a;
    corners[3 * kept2 + 1] = b;
    corners[3 * kept2 + 2] = c2;
    part[kept2++] = part[i];
  }
  mesh.triangles = kept2;
  for (let i = 0; i < far.length; i++) {
    const by = Math.max(0, far[i]);
    mesh.x[i] -= nx * by;
    mesh.y[i] -= ny * by;
  }
}

// sim/senses/form/crush.ts
function valley(mesh, at3, ny, nz, off, slope, bounce) {
  const { x, y, z, sky } = mesh;
  for (let i = 0; i < mesh.vertices; i++) {
    const beyond = y[i] * ny + z[i] * nz - off - slope * Math.abs(x[i] - at3);
    if (beyond <= 0) continue;
    y[i] -= ny * beyond * bounce;
    z[i] -= nz * beyond * bounce;
    sky[i] *= 1 - 0.45 * Math.min(1, beyond * bounce / (off + beyond));
  }
}
function facets(mesh, amount, lengthM, widthM, random) {
  const radius = widthM / 2;
  const count = Math.round(2 + 20 * amount);
  for (let k = 0; k < count; k++) {
    const angle = random.next() * 2 * Math.PI;
    const deep = between2(random, 0.15, 1) * Math.min(0.95, 0.25 + 0.8 * amount);
    const at3 = between2(random, -0.46, 0.4) * lengthM;
    valley(
      mesh,
      at3,
      Math.cos(angle),
      Math.sin(angle),
      radius * (1 - deep),
      between2(random, 0.15, 1.1),
      between2(random, 1, 1.6)
    );
  }
  if (amount > 0.25) flatten(mesh, amount, random);
  if (amount > 0.35 && chance(random, 0.4)) shorten(mesh, between2(random, 0.25, 0.65) * amount);
  twist(mesh, amount * between2(random, -1.2, 1.2) / lengthM);
  bend(mesh, amount * between2(random, -0.9, 0.9) / lengthM);
  mesh.sharp = Math.min(1, 0.25 + 2 * amount);
}
function dents(mesh, amount, lengthM, widthM, random, deep) {
  const radius = widthM / 2;
  const count = amount < 0.05 ? 0 : 1 + Math.floor(random.next() * (1 + 3 * amount));
  const { x, y, z, sky } = mesh;
  for (let k = 0; k < count; k++) {
    const angle = random.next() * 2 * Math.PI;
    const [ny, nz] = [Math.cos(angle), Math.sin(angle)];
    const at3 = between2(random, -0.4, 0.35) * lengthM;
    const reach = between2(random, 0.35, 0.9) * radius;
    const depth = between2(random, 0.3, 1) * deep * radius * Math.min(1, 0.3 + amount);
    for (let i = 0; i < mesh.vertices; i++) {
      const side = y[i] * ny + z[i] * nz;
      if (side <= 0) continue;
      const dx = x[i] - at3;
      const dy = y[i] - ny * radius;
      const dz = z[i] - nz * radius;
      const push = depth * Math.exp(-(dx * dx + dy * dy + dz * dz) / (2 * reach * reach));
      y[i] -= ny * push;
      z[i] -= nz * push;
      sky[i] *= 1 - 0.4 * Math.min(1, push / radius);
    }
  }
}
function flatten(mesh, amount, random) {
  const low = 1 - between2(random, 0.3, 0.9) * amount;
  const wide = 1 + 0.35 * (1 - low);
  for (let i = 0; i < mesh.vertices; i++) {
    mesh.z[i] *= low;
    mesh.y[i] *= wide;
  }
}
function shorten(mesh, share2) {
  for (let i = 0; i < mesh.vertices; i++) mesh.x[i] *= 1 - share2;
}
function twist(mesh, perM) {
  for (let i = 0; i < mesh.vertices; i++) {
    const c2 = Math.cos(perM * mesh.x[i]);
    const s = Math.sin(perM * mesh.x[i]);
    const y = mesh.y[i];
    const z = mesh.z[i];
    mesh.y[i] = y * c2 - z * s;
    mesh.z[i] = y * s + z * c2;
  }
}
function bend(mesh, perM) {
  for (let i = 0; i < mesh.vertices; i++) {
    const x = mesh.x[i];
    mesh.y[i] += 0.5 * perM * x * x;
    mesh.z[i] += 0.3 * perM * x * x;
  }
}
function crease(mesh, px, py, direction, angle) {
  const [nx, ny] = [Math.cos(direction), Math.sin(direction)];
  const [c2, s] = [1 - Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < mesh.vertices; i++) {
    const beyond = (mesh.x[i] - px) * nx + (mesh.y[i] - py) * ny;
    if (beyond <= 0) continue;
    mesh.x[i] -= nx * beyond * c2;
    mesh.y[i] -= ny * beyond * c2;
    mesh.z[i] += beyond * s;
    mesh.sky[i] *= 1 - 0.25 * Math.abs(s);
  }
}
function folds(mesh, amount, lengthM, widthM, random) {
  const count = Math.floor(random.next() * (1 + 4 * amount));
  for (let k = 0; k < count; k++)
    crease(
      mesh,
      between2(random, -0.3, 0.3) * lengthM,
      between2(random, -0.3, 0.3) * widthM,
      chance(random, 0.6) ? Math.PI * 0.5 * Math.floor(4 * random.next()) : random.next() * 2 * Math.PI,
      between2(random, -0.3, 1.3) * Math.min(1, 0.3 + amount)
    );
}
function crumple(mesh, amount, lengthM, widthM, random) {
  const size = Math.sqrt(lengthM * widthM);
  curl(mesh, between2(random, -1, 1) * Math.min(1, 4 * amount), random, size);
  const count = Math.round(18 * amount);
  const { x, y, z, s, t, sky } = mesh;
  for (let k = 0; k < count; k++) {
    const angle = random.next() * 2 * Math.PI;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const off = between2(random, -0.5, 0.5) * size;
    const steep = between2(random, -0.35, 0.35) * Math.min(1, 0.25 + amount);
    const reach = between2(random, 0.1, 0.35) * size;
    for (let i = 0; i < mesh.vertices; i++) {
      const far = Math.abs(s[i] * nx + t[i] * ny - off);
      if (far > reach) continue;
      z[i] += steep * (reach - far);
      sky[i] *= steep < 0 ? 1 + (1 - far / reach) * steep : 1;
    }
  }
  const tighter = 1 - 0.3 * amount;
  for (let i = 0; i < mesh.vertices; i++) {
    x[i] *= tighter;
    y[i] *= tighter;
  }
  mesh.sharp = Math.min(1, 0.3 + 1.4 * amount);
}
function curl(mesh, strength, random, size) {
  const angle = random.next() * Math.PI;
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < mesh.vertices; i++) {
    const far = mesh.x[i] * nx + mesh.y[i] * ny;
    mesh.z[i] += 0.5 * strength * far * far / size;
  }
}
function squeezeBall(mesh, random, widthM) {
  const { x, y, z, sky } = mesh;
  for (let k = 0; k < 26; k++) {
    const up = 2 * random.next() - 1;
    const flat = Math.sqrt(1 - up * up);
    const angle = random.next() * 2 * Math.PI;
    const [nx, ny, nz] = [flat * Math.cos(angle), flat * Math.sin(angle), up];
    const off = between2(random, 0.16, 0.36) * widthM;
    const bounce = between2(random, 0.9, 1.7);
    for (let i = 0; i < mesh.vertices; i++) {
      const beyond = x[i] * nx + y[i] * ny + z[i] * nz - off;
      if (beyond <= 0) continue;
      x[i] -= nx * beyond * bounce;
      y[i] -= ny * beyond * bounce;
      z[i] -= nz * beyond * bounce;
      sky[i] *= 1 - 0.55 * Math.min(1, beyond / off) * (bounce - 0.6);
    }
  }
  mesh.sharp = 0.85;
}
function waves(mesh, amount, lengthM, widthM, random) {
  const size = Math.sqrt(lengthM * widthM);
  const { x, y, z, s, t, sky } = mesh;
  for (let k = 0; k < 5; k++) {
    const angle = random.next() * 2 * Math.PI;
    const rate = between2(random, 1.5, 5) / size;
    const high = between2(random, 0.04, 0.17) * amount / rate;
    const phase = random.next() * 2 * Math.PI;
    const [nx, ny] = [Math.cos(angle) * 2 * Math.PI * rate, Math.sin(angle) * 2 * Math.PI * rate];
    for (let i = 0; i < mesh.vertices; i++) {
      const wave = Math.sin(s[i] * nx + t[i] * ny + phase);
      z[i] += high * wave;
      sky[i] *= 0.9 + 0.1 * wave;
    }
  }
  const tighter = 1 - 0.35 * amount;
  for (let i = 0; i < mesh.vertices; i++) {
    x[i] *= tighter;
    y[i] *= tighter;
  }
}
var DENT = 0.55;
var SOFTER = 0.9;
var SHATTERED = 0.3;
function crushBody(mesh, item, random) {
  const { crumple: amount, lengthM, widthM, crushKind, stiffness } = item;
  switch (crushKind) {
    case "facets":
      if (amount > 0.04) facets(mesh, amount, lengthM, widthM, random);
      break;
    case "dents":
      dents(mesh, amount, lengthM, widthM, random, DENT * (1 + SOFTER * (0.5 - stiffness)));
      if (amount > 0.45) flatten(mesh, amount, random);
      break;
    case "shallow":
      dents(mesh, amount, lengthM, widthM, random, 0.3);
      if (amount > 0.3 && chance(random, 0.4)) flatten(mesh, 0.8 * amount, random);
      break;
    case "folds":
    case "wrinkles":
    case "crumples":
      folds(mesh, amount, lengthM, widthM, random);
      if (amount > 0.5) flatten(mesh, 0.7 * amount, random);
      break;
    case "shards":
      if (amount > 0.15) facets(mesh, SHATTERED * amount * stiffness, lengthM, widthM, random);
      if (chance(random, amount)) breakOff(mesh, lengthM, widthM, 1 + Math.floor(2 * random.next()), random);
      break;
    case "none":
      break;
  }
}
var TORN_AWAY = 0.8;
var USED = 0.5;
function crush(mesh, item, built, random) {
  const { crumple: amount, lengthM, widthM } = item;
  if (built.crush === "body") crushBody(mesh, item, random);
  else if (built.crush === "skin") crumple(mesh, amount, lengthM, widthM, random);
  else if (built.crush === "ball") squeezeBall(mesh, random, widthM);
  else if (built.crush === "soft") waves(mesh, amount, lengthM, widthM, random);
  if (item.dents > 0.05 && built.crush === "body")
    dents(mesh, USED * item.dents, lengthM, widthM, random, 0.35);
  if (chance(random, TORN_AWAY * item.tears)) breakOff(mesh, lengthM, widthM, 1, random);
}

// sim/senses/form/skin/lathe.ts
var ROUND = { square: 0, aspect: 1 };
function writeSection(section, segments, out) {
  for (let k = 0; k <= segments; k++) {
    const angle = 2 * Math.PI * (k % segments) / segments;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const flat = Math.max(Math.abs(cos), Math.abs(sin));
    let radius = 1 / (1 - section.square + section.square * flat);
    if (section.lobes) radius *= 1 - (section.depth ?? 0) * (0.5 + 0.5 * Math.cos(section.lobes * angle));
    out[2 * k] = cos * radius;
    out[2 * k + 1] = sin * radius * section.aspect;
  }
}
function lathe(mesh, rings, section, sidesAsked, reference) {
  const segments = section.square > 0 ? 8 * Math.ceil(sidesAsked / 8) : sidesAsked;
  const sides = new Float64Array(2 * segments + 2);
  writeSection(section, segments, sides);
  const around = 2 * Math.PI * reference / segments;
  let before = null;
  for (const ring of rings) {
    const part = ring.part ?? PART.body;
    const disc = part === PART.end || part === PART.cap || before?.part === PART.end && !ring.start;
    addRow(mesh, ring, sides, disc ? 0 : around);
    if (before !== null && !ring.start) join(mesh, segments + 1, before, ring);
    before = ring;
  }
}
function addRow(mesh, ring, sides, around) {
  const { at: at3, radius } = ring;
  const sky = ring.sky ?? 1;
  const wall2 = ring.wall ?? 1;
  const row = sides.length / 2;
  const first = mesh.vertices;
  mesh.vertices += row;
  const { x, y, z, s, t } = mesh;
  for (let k = 0, to = first; k < row; k++, to++) {
    x[to] = at3;
    y[to] = radius * sides[2 * k];
    z[to] = radius * sides[2 * k + 1];
    s[to] = around === 0 ? y[to] : at3;
    t[to] = around === 0 ? z[to] : (k - (row - 1) / 2) * around;
    mesh.sky[to] = sky;
    mesh.wall[to] = wall2;
  }
}
function join(mesh, row, before, ring) {
  const part = before.part ?? PART.body;
  const highs = mesh.vertices - row;
  const lows = highs - row;
  const lowStep = before.radius === 0 ? 0 : 1;
  const highStep = ring.radius === 0 ? 0 : 1;
  for (let k = 0; k < row - 1; k++) {
    const low = lows + k * lowStep;
    const high = highs + k * highStep;
    if (lowStep === 1) triangle(mesh, low, low + 1, high, part);
    if (highStep === 1) triangle(mesh, high, low + lowStep, high + 1, part);
  }
}
function skyInHollow(radius, depth) {
  return radius * radius / (radius * radius + depth * depth);
}

// sim/senses/form/goods/bottles.ts
var CAPPED = 0.75;
var GLASS_WALL_M = 2e-3;
var GLASS_BASE = 2;
var GLASS_LIP = 1.5;
var STRETCHED_BASE = 3;
function glassProfile(order) {
  const { random } = order;
  const kind2 = random.next();
  if (kind2 < 0.38) {
    const neck = between2(random, 0.72, 0.92);
    return {
      shoulder: between2(random, 0.7, 0.82),
      neckFrom: between2(random, 0.83, 0.88),
      neck,
      push: 0.15,
      ribs: 0,
      ribDepth: 0,
      waist: 0
    };
  }
  const shoulder2 = between2(random, 0.42, 0.62);
  const neckFrom = shoulder2 + between2(random, 0.08, 0.24);
  return {
    shoulder: shoulder2,
    neckFrom,
    neck: between2(random, 0.34, 0.44),
    push: between2(random, 0.1, 0.6),
    ribs: 0,
    ribDepth: 0,
    waist: 0
  };
}
function plasticProfile(order) {
  const { random } = order;
  const wide = chance(random, 0.2);
  const shoulder2 = between2(random, 0.5, 0.8);
  return {
    shoulder: shoulder2,
    neckFrom: Math.min(0.9, shoulder2 + between2(random, 0.06, 0.28)),
    neck: wide ? between2(random, 0.6, 0.85) : between2(random, 0.28, 0.48),
    push: between2(random, 0.05, 0.3),
    ribs: chance(random, 0.55) ? 3 + Math.floor(random.next() * 5) : 0,
    ribDepth: between2(random, 0.02, 0.07),
    waist: chance(random, 0.35) ? between2(random, 0.04, 0.16) : 0
  };
}
function bodyRadius(profile, radius, a) {
  const rib = profile.ribs > 0 ? profile.ribDepth * (0.5 - 0.5 * Math.cos(2 * Math.PI * profile.ribs * a)) : 0;
  return radius * (1 - rib - profile.waist * Math.sin(Math.PI * a));
}
function bodyRings(profile, order, radius, base2) {
  const { lengthM } = order;
  const from = -lengthM / 2;
  const round = 0.12 * radius;
  const rings = [
    { at: from + profile.push * radius * 0.6, radius: 0, part: PART.end, wall: base2, sky: 0.75 },
    { at: from + profile.push * radius * 0.3, radius: 0.45 * radius, part: PART.end, wall: base2, sky: 0.8 },
    { at: from, radius: 0.78 * radius, part: PART.end, wall: base2 },
    { at: from + 0.4 * round, radius: 0.95 * radius, part: PART.end, wall: base2 },
    { at: from + 0.4 * round, radius: 0.95 * radius, wall: base2, start: true }
  ];
  const ribbed = profile.ribs > 0 && !isCoarse(order);
  const steps2 = ribbed ? Math.min(14, 2 * profile.ribs + 1) : profile.waist > 0 ? 4 : 3;
  const top = profile.shoulder * lengthM;
  for (let i = 0; i <= steps2; i++) {
    const a = i / steps2;
    rings.push({ at: from + round + (top - round) * a, radius: bodyRadius(profile, radius, a) });
  }
  return rings;
}
function headRings(profile, order, radius, lip, capped) {
  const { lengthM, random } = order;
  const from = -lengthM / 2;
  const neck = profile.neck * radius;
  const [low, high] = [profile.shoulder, profile.neckFrom];
  const bow = between2(random, -0.1, 0.2);
  const rings = [];
  const bends = isCoarse(order) ? 3 : 4;
  for (let i = 1; i <= bends; i++) {
    const a = i / bends;
    const ease = a * a * (3 - 2 * a) - bow * Math.sin(Math.PI * a);
    rings.push({ at: from + lengthM * (low + (high - low) * a), radius: radius + (neck - radius) * ease });
  }
  const capLength = Math.min(0.08 * lengthM, Math.max(0.012, 0.6 * neck));
  const top = lengthM / 2;
  if (capped) {
    const capRadius = neck * (profile.neck > 0.6 ? 1.04 : 1.12);
    const foot = top - capLength;
    rings.push({ at: foot, radius: neck * 0.98, wall: lip });
    rings.push({ at: foot, radius: capRadius, part: PART.cap, start: true });
    rings.push({ at: top - 0.1 * capLength, radius: capRadius, part: PART.cap });
    rings.push({ at: top, radius: 0.93 * capRadius, part: PART.cap });
    rings.push({ at: top, radius: 0.93 * capRadius, part: PART.cap, start: true });
    rings.push({ at: top, radius: 0.6 * capRadius, part: PART.cap });
    rings.push({ at: top, radius: 0, part: PART.cap });
    return rings;
  }
  rings.push({ at: top - 0.9 * capLength, radius: neck * 0.97, wall: lip });
  rings.push({ at: top - 0.8 * capLength, radius: neck * 1.12, wall: lip });
  rings.push({ at: top - 0.55 * capLength, radius: neck * 1.1, wall: lip });
  rings.push({ at: top - 0.1 * capLength, radius: neck, wall: lip });
  rings.push({ at: top, radius: 0.93 * neck, part: PART.inside, sky: 0.8 });
  rings.push({ at: top - 0.5 * neck, radius: 0.8 * neck, part: PART.inside, sky: 0.4 });
  rings.push({ at: top - 2 * neck, radius: 0.8 * neck, part: PART.inside, sky: 0.12 });
  rings.push({ at: top - 2.1 * neck, radius: 0, part: PART.inside, sky: 0.1 });
  return rings;
}
function buildBottle(order) {
  const { mesh, item, random, widthM, look } = order;
  const glass = order.thicknessM > GLASS_WALL_M;
  const milky = look.scatterPerCm[1] > 1;
  const profile = glass ? glassProfile(order) : plasticProfile(order);
  const squarish = glass ? chance(random, 0.12) : chance(random, milky ? 0.45 : 0.15);
  const section = {
    square: squarish ? between2(random, 0.5, 0.85) : 0,
    aspect: !glass && milky && chance(random, 0.5) ? between2(random, 0.45, 0.8) : 1
  };
  const radius = widthM / 2;
  const capped = item.capped === 1 && item.lidMissing === 0 && chance(random, CAPPED);
  const base2 = glass ? GLASS_BASE : milky ? 1.5 : STRETCHED_BASE;
  const lip = glass ? GLASS_LIP : milky ? 1.3 : STRETCHED_BASE;
  const rings = [
    ...bodyRings(profile, order, radius, base2),
    ...headRings(profile, order, radius, lip, capped)
  ];
  lathe(mesh, rings, section, order.segments, radius);
  mesh.printS = order.lengthM / 2;
  mesh.printT = Math.PI * radius;
  return { crush: "body", rest: "round" };
}

// sim/senses/form/goods/boxes.ts
var FLATTENED = 0.35;
var TORN = 0.25;
var OPEN = 0.25;
function cuboid(mesh, { l, w, h }, cells, without = []) {
  const [x, y, z] = [l / 2, w / 2, h / 2];
  const side = Math.max(1, Math.round(cells / 2));
  const faces = {
    top: { origin: [-x, -y, z], u: [l, 0, 0], v: [0, w, 0], n: [cells, cells] },
    bottom: { origin: [-x, y, -z], u: [l, 0, 0], v: [0, -w, 0], n: [cells, cells] },
    front: { origin: [-x, -y, -z], u: [l, 0, 0], v: [0, 0, h], n: [cells, side] },
    back: { origin: [x, y, -z], u: [-l, 0, 0], v: [0, 0, h], n: [cells, side] },
    right: { origin: [x, -y, -z], u: [0, w, 0], v: [0, 0, h], n: [cells, side] },
    left: { origin: [-x, y, -z], u: [0, -w, 0], v: [0, 0, h], n: [cells, side] }
  };
  for (const [name, { origin, u, v, n }] of Object.entries(faces))
    if (!without.includes(name)) patch(mesh, { origin, u, v, cells: n, part: PART.body });
}
function inner(mesh, { l, w, h }, thick) {
  const [x, y, z] = [l / 2 - thick, w / 2 - thick, h / 2];
  const [a, b] = [2 * x, 2 * y];
  const open = Math.min(a, b) * 0.6 / (Math.min(a, b) * 0.6 + h);
  const part = PART.inside;
  const sky = [0.6 * open, 0.9];
  const floor = -z + thick;
  const up = [0, 0, h - thick];
  patch(mesh, {
    origin: [-x, -y, floor],
    u: [a, 0, 0],
    v: [0, b, 0],
    cells: [3, 3],
    part,
    sky: [open, open]
  });
  patch(mesh, { origin: [x, -y, floor], u: [-a, 0, 0], v: up, cells: [3, 2], part, sky });
  patch(mesh, { origin: [-x, y, floor], u: [a, 0, 0], v: up, cells: [3, 2], part, sky });
  patch(mesh, { origin: [-x, -y, floor], u: [0, b, 0], v: up, cells: [3, 2], part, sky });
  patch(mesh, { origin: [x, y, floor], u: [0, -b, 0], v: up, cells: [3, 2], part, sky });
}
function flap(order, from, edge, out, length) {
  const { mesh, random } = order;
  const angle = between2(random, 0.15, 2.2);
  const [c2, s] = [Math.cos(angle), Math.sin(angle)];
  const v = [out[0] * s * length, out[1] * s * length, c2 * length];
  const back = [-edge[0], -edge[1], -edge[2]];
  const other = [from[0] + edge[0], from[1] + edge[1], from[2] + edge[2]];
  patch(mesh, { origin: from, u: edge, v, cells: [2, 2], part: PART.body });
  patch(mesh, { origin: other, u: back, v, cells: [2, 2], part: PART.inside, sky: [0.75, 0.95] });
}
function openBox(order, size) {
  const { mesh, random } = order;
  const { l, w, h } = size;
  cuboid(mesh, size, 3, ["top"]);
  inner(mesh, size, Math.max(1e-3, order.thicknessM));
  const [x, y, z] = [l / 2, w / 2, h / 2];
  const reach = between2(random, 0.3, 0.5);
  if (chance(random, 0.8)) flap(order, [-x, -y, z], [l, 0, 0], [0, -1, 0], w * reach);
  if (chance(random, 0.8)) flap(order, [x, y, z], [-l, 0, 0], [0, 1, 0], w * reach);
  if (chance(random, 0.7)) flap(order, [x, -y, z], [0, w, 0], [1, 0, 0], w * reach);
  if (chance(random, 0.7)) flap(order, [-x, y, z], [0, -w, 0], [-1, 0, 0], w * reach);
}
function tapeOver(mesh, { l, w, h }) {
  const wide = Math.min(0.05, 0.3 * w);
  const origin = [-l / 2, -wide / 2, h / 2 + 8e-4];
  patch(mesh, { origin, u: [l, 0, 0], v: [0, wide, 0], cells: [4, 1], part: PART.tape });
}
function flattened(order, l, w) {
  const { mesh, random } = order;
  const thick = Math.max(2e-3, 2 * order.thicknessM);
  const split = between2(random, 0.35, 0.65);
  const body = between2(random, 0.5, 0.75);
  const panels = [
    [-w / 2, w * (split - 0.5)],
    [w * (split - 0.5), w / 2]
  ];
  for (const [y0, y1] of panels) {
    const tilt = between2(random, 0, 0.25) * (y1 - y0);
    const inset = 4e-3;
    const flapL = l * (1 - body) / 2;
    const parts = [
      [-l / 2, flapL, inset],
      [-l / 2 + flapL, l * body, 0],
      [l / 2 - flapL, flapL, inset]
    ];
    for (const [x0, length, gap] of parts) {
      if (gap > 0 && chance(random, 0.2)) continue;
      const lift = gap > 0 ? between2(random, -0.3, 0.5) * length : 0;
      const origin = [x0, y0 + gap, thick];
      const v = [0, y1 - y0 - 2 * gap, y0 < 0 ? -tilt * 0 : tilt];
      patch(mesh, { origin, u: [length, 0, Math.max(0, lift)], v, cells: [2, 2], part: PART.body });
      patch(mesh, {
        origin: [x0, y0 + gap, 0],
        u: [length, 0, 0],
        v: [0, 0, thick],
        cells: [2, 1],
        part: PART.edge
      });
    }
  }
  patch(mesh, {
    origin: [-l / 2, -w / 2, 0],
    u: [0, 0, thick],
    v: [0, w, 0],
    cells: [1, 2],
    part: PART.edge
  });
  mesh.twoSided = true;
}
function board(order, l, w) {
  const { mesh } = order;
  const h = Math.max(2e-3, order.thicknessM);
  const [x, y] = [l / 2, w / 2];
  const part = PART.edge;
  patch(mesh, { origin: [-x, -y, h], u: [l, 0, 0], v: [0, w, 0], cells: [8, 8], part: PART.body });
  patch(mesh, { origin: [-x, -y, 0], u: [l, 0, 0], v: [0, 0, h], cells: [8, 1], part });
  patch(mesh, { origin: [x, y, 0], u: [-l, 0, 0], v: [0, 0, h], cells: [8, 1], part });
  patch(mesh, { origin: [x, -y, 0], u: [0, w, 0], v: [0, 0, h], cells: [8, 1], part });
  patch(mesh, { origin: [-x, y, 0], u: [0, -w, 0], v: [0, 0, h], cells: [8, 1], part });
  mesh.twoSided = true;
}
function carton(order) {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const gable = chance(random, 0.45);
  const body = gable ? 0.78 * l : l;
  const d = w * between2(random, 0.6, 1);
  const from = mesh.vertices;
  cuboid(mesh, { l: body, w, h: d }, 3, gable ? ["right"] : []);
  for (let i = from; i < mesh.vertices; i++) mesh.x[i] -= (l - body) / 2;
  if (!gable) return;
  const x = -l / 2 + body;
  const rise2 = l - body;
  const fin = 0.25 * rise2;
  const edge = x + rise2 - fin;
  const part = PART.body;
  const up = [rise2 - fin, 0, -d / 2];
  patch(mesh, { origin: [x, -w / 2, d / 2], u: up, v: [0, w, 0], cells: [2, 3], part });
  const down = [rise2 - fin, 0, d / 2];
  patch(mesh, { origin: [x, w / 2, -d / 2], u: down, v: [0, -w, 0], cells: [2, 3], part });
  patch(mesh, { origin: [edge, -w / 2, 0], u: [fin, 0, 0], v: [0, w, 0], cells: [1, 2], part });
  patch(mesh, { origin: [edge, w / 2, 0], u: [fin, 0, 0], v: [0, -w, 0], cells: [1, 2], part });
  patch(mesh, {
    origin: [x, w / 2, d / 2],
    u: [0.4 * rise2, -w * 0.2, -d / 2],
    v: [0, 0, -d],
    cells: [2, 1],
    part
  });
  patch(mesh, {
    origin: [x, -w / 2, d / 2],
    u: [0.4 * rise2, w * 0.2, -d / 2],
    v: [0, 0, -d],
    cells: [2, 1],
    part
  });
  mesh.twoSided = true;
}
function buildBox(order) {
  const { mesh, random, look, lengthM: l, widthM: w } = order;
  mesh.sharp = 1;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  if (look.texture === "smooth") {
    carton(order);
    return { crush: "body", rest: "any" };
  }
  if (look.texture === "ribbed") {
    openBox({ ...order, thicknessM: 4e-3 }, { l, w, h: between2(random, 0.35, 0.6) * w });
    return { crush: "none", rest: "flat" };
  }
  const kind2 = random.next();
  if (kind2 < FLATTENED) flattened(order, l, w);
  else if (kind2 < FLATTENED + TORN) board(order, l, w);
  else {
    const size = { l, w: w * between2(random, 0.6, 1), h: w * between2(random, 0.15, 0.9) };
    if (kind2 < FLATTENED + TORN + OPEN) openBox(order, size);
    else {
      cuboid(mesh, size, 4);
      if (chance(random, 0.5)) tapeOver(mesh, size);
    }
    return { crush: "body", rest: "any" };
  }
  return { crush: "body", rest: "flat" };
}
function buildBlock(order) {
  const { mesh, lengthM: l, widthM: w, random, look } = order;
  mesh.sharp = 1;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  const foam = look.texture !== "grain";
  const h = Math.max(order.thicknessM, foam ? 0 : 0.15 * w) * between2(random, 0.9, 1.4);
  cuboid(mesh, { l, w, h }, 2);
  return { crush: "body", rest: "any" };
}

// sim/senses/form/goods/cans.ts
var OPENED = 0.55;
var BEAD_PITCH_M = 7e-3;
function endRings(at3, radius, depth, way) {
  const rings = [
    { at: at3 + way * 15e-4, radius: 0.97 * radius, part: PART.end, start: true },
    { at: at3, radius: 0.9 * radius, part: PART.end },
    { at: at3 - way * depth, radius: 0.86 * radius, part: PART.end, sky: 0.7 },
    { at: at3 - way * depth, radius: 0.8 * radius, part: PART.end, sky: 0.7 },
    { at: at3 - way * 0.55 * depth, radius: 0.74 * radius, part: PART.end, sky: 0.85 },
    { at: at3 - way * 0.55 * depth, radius: 0.45 * radius, part: PART.end, sky: 0.9 },
    { at: at3 - way * 0.75 * depth, radius: 0.4 * radius, part: PART.end, sky: 0.85 },
    { at: at3 - way * 0.55 * depth, radius: 0, part: PART.end, sky: 0.9 }
  ];
  return way === 1 ? rings : rings.reverse().map((ring, i) => ({ ...ring, start: i === 0 }));
}
function hollowRings(top, radius, depth) {
  const at3 = (share2) => top - share2 * depth;
  const sky = (share2) => skyInHollow(radius, share2 * depth);
  return [
    { at: top, radius: 0.96 * radius, part: PART.inside, sky: 0.9, start: true },
    { at: at3(0.25), radius: 0.95 * radius, part: PART.inside, sky: sky(0.35) },
    { at: at3(0.6), radius: 0.95 * radius, part: PART.inside, sky: sky(0.6) },
    { at: at3(1), radius: 0.94 * radius, part: PART.inside, sky: sky(1) * 0.8 },
    { at: at3(1), radius: 0.94 * radius, part: PART.inside, sky: sky(1) * 0.8, start: true },
    { at: at3(0.97), radius: 0.5 * radius, part: PART.inside, sky: sky(1) },
    { at: at3(0.98), radius: 0, part: PART.inside, sky: sky(1) }
  ];
}
function addTab(order, at3, radius) {
  const { mesh } = order;
  const size = 0.38 * radius;
  patch(mesh, {
    origin: [at3 + 12e-4, -size * 0.6, -0.2 * radius],
    u: [0, 1.2 * size, 0],
    v: [0, 0, 2 * size],
    cells: [2, 2],
    part: PART.end
  });
  patch(mesh, {
    origin: [at3 + 6e-4, -size * 0.8, -0.78 * radius],
    u: [0, 1.6 * size, 0],
    v: [0, 0, 1.3 * size],
    cells: [1, 1],
    part: PART.inside,
    sky: [0.06, 0.1]
  });
}
function drinksRings(top, radius) {
  const low = -top;
  return [
    { at: low + 0.5 * radius, radius: 0, part: PART.end, sky: 0.6 },
    { at: low + 0.38 * radius, radius: 0.45 * radius, part: PART.end, sky: 0.65 },
    { at: low, radius: 0.74 * radius, part: PART.end },
    { at: low + 0.02 * radius, radius: 0.8 * radius, part: PART.end },
    { at: low + 0.25 * radius, radius, part: PART.end },
    { at: low + 0.25 * radius, radius, start: true },
    { at: low * 0.35, radius },
    { at: top * 0.3, radius },
    { at: top - 0.36 * radius, radius },
    { at: top - 0.1 * radius, radius: 0.86 * radius, part: PART.end },
    { at: top, radius: 0.84 * radius, part: PART.end }
  ];
}
function foodRings(order, top, radius) {
  const rings = [];
  const seam2 = 3e-3;
  rings.push(...endRings(-top, radius, 4e-3, -1));
  rings.push({ at: -top, radius: radius + 1e-3, part: PART.end, start: true });
  rings.push({ at: -top + seam2, radius: radius + 1e-3, part: PART.end });
  rings.push({ at: -top + seam2, radius: radius - 5e-4 });
  const beaded = chance(order.random, 0.7) && !isCoarse(order);
  const beads = beaded ? Math.min(7, Math.floor(0.6 * 2 * top / BEAD_PITCH_M)) : 0;
  const from = -0.55 * top;
  for (let i = 0; i <= 2 * beads; i++) {
    const deep = i % 2 === 1 ? 12e-4 : 0;
    rings.push({ at: from + 1.1 * top * i / Math.max(1, 2 * beads), radius: radius - 5e-4 - deep });
  }
  rings.push({ at: top - seam2, radius: radius - 5e-4 });
  rings.push({ at: top - seam2, radius: radius + 1e-3, part: PART.end });
  rings.push({ at: top, radius: radius + 1e-3, part: PART.end });
  return rings;
}
function buildCan(order) {
  const { mesh, random, look } = order;
  const radius = order.widthM / 2;
  const top = order.lengthM / 2;
  const food = look.texture === "ribbed" || order.item.processMark === "three-piece";
  mesh.printS = top;
  mesh.printT = Math.PI * radius;
  if (food) {
    lathe(mesh, foodRings(order, top, radius), ROUND, order.segments, radius);
    const open = chance(random, OPENED);
    const ends = open ? hollowRings(top, radius, 2 * top - 4e-3) : endRings(top, radius, 4e-3, 1);
    lathe(mesh, ends, ROUND, order.segments, radius);
    return { crush: "body", rest: "round" };
  }
  lathe(mesh, drinksRings(top, radius), ROUND, order.segments, radius);
  lathe(mesh, endRings(top, 0.9 * radius, 5e-3, 1), ROUND, order.segments, radius);
  addTab(order, top - 28e-4, 0.7 * radius);
  return { crush: "body", rest: "round" };
}
function buildTube(order) {
  const { mesh } = order;
  const radius = order.widthM / 2;
  const top = order.lengthM / 2;
  const inner2 = Math.max(0.3 * radius, radius - order.thicknessM);
  const rings = [
    { at: -top + 2 * radius, radius: 0, part: PART.inside, sky: 0.05 },
    { at: -top + 1.5 * radius, radius: inner2, part: PART.inside, sky: 0.15 },
    { at: -top, radius: inner2, part: PART.edge, sky: 0.9 },
    { at: -top, radius, part: PART.edge },
    { at: -top, radius, start: true },
    { at: 0, radius },
    { at: top, radius },
    { at: top, radius, part: PART.edge, start: true },
    { at: top, radius: inner2, part: PART.inside, sky: 0.9 },
    { at: top - 1.5 * radius, radius: inner2, part: PART.inside, sky: 0.15 },
    { at: top - 2 * radius, radius: 0, part: PART.inside, sky: 0.05 }
  ];
  lathe(mesh, rings, ROUND, order.segments, radius);
  mesh.printS = top;
  mesh.printT = Math.PI * radius;
  return { crush: "none", rest: "round" };
}
function buildCup(order) {
  const { mesh, random, look } = order;
  const radius = order.widthM / 2;
  const top = order.lengthM / 2;
  const foot = radius * between2(random, 0.62, 0.86);
  const rim = radius * between2(random, 0.03, 0.08);
  const lid = chance(random, 0.16);
  const wall2 = [];
  const steps2 = isCoarse(order) ? 2 : look.texture === "ribbed" ? 8 : 4;
  const ribs = look.texture === "ribbed" && chance(random, 0.6) ? 0.012 * radius : 0;
  for (let i = 0; i <= steps2; i++)
    wall2.push({
      at: -top + 2 * top * 0.97 * (i / steps2),
      radius: foot + (radius - rim - foot) * (i / steps2) - (i % 2 === 1 ? ribs : 0),
      start: i === 0
    });
  const rings = [
    { at: -top + 0.05 * radius, radius: 0, part: PART.end, sky: 0.8 },
    { at: -top + 0.05 * radius, radius: 0.85 * foot, part: PART.end, sky: 0.7 },
    { at: -top, radius: 0.9 * foot, part: PART.end, wall: 1.5 },
    { at: -top, radius: 0.98 * foot, part: PART.end, wall: 1.5 },
    ...wall2,
    { at: top - 0.8 * rim, radius, wall: 2 },
    { at: top, radius: radius - 0.4 * rim, wall: 2 }
  ];
  lathe(mesh, rings, ROUND, order.segments, radius);
  if (lid) {
    const dome = between2(random, 0.02, 0.4) * radius;
    const lidRings = [
      { at: top + 1e-3, radius: 1.02 * radius, part: PART.cap },
      { at: top + 0.3 * dome, radius: 0.9 * radius, part: PART.cap },
      { at: top + dome, radius: 0.5 * radius, part: PART.cap },
      { at: top + dome, radius: 0, part: PART.cap }
    ];
    lathe(mesh, lidRings, ROUND, order.segments, radius);
  } else
    lathe(
      mesh,
      hollowRings(top, radius - 0.6 * rim, 1.94 * top),
      { square: 0, aspect: 1 },
      order.segments,
      radius
    );
  mesh.printS = top;
  mesh.printT = Math.PI * radius;
  return { crush: "body", rest: "round" };
}
function buildCap(order) {
  const { mesh, random } = order;
  const radius = order.widthM / 2;
  const height = Math.min(order.lengthM, order.widthM * between2(random, 0.35, 0.8));
  const top = height / 2;
  const rings = [
    { at: -top, radius: 0, part: PART.body },
    { at: -top, radius: 0.5 * radius, part: PART.body },
    { at: -top, radius: 0.92 * radius, part: PART.body },
    { at: -top + 0.06 * height, radius, part: PART.body },
    { at: -top + 0.06 * height, radius, start: true },
    { at: 0, radius },
    { at: top, radius }
  ];
  const section = { square: 0, aspect: 1, lobes: order.segments / 2, depth: 0.03 };
  lathe(mesh, rings, section, order.segments, radius);
  lathe(mesh, hollowRings(top, 0.95 * radius, 0.9 * height), ROUND, order.segments, radius);
  mesh.printS = radius;
  mesh.printT = radius;
  return { crush: "none", rest: "any" };
}

// sim/senses/form/goods/pieces.ts
var CAP_M = 0.051;
function turned(order, section, length, radius, shift) {
  const { mesh, random } = order;
  const steps2 = 2 + Math.floor(random.next() * 3);
  const rings = [];
  rings.push({ at: shift - length / 2, radius: 0, part: PART.end });
  let r = radius * between2(random, 0.6, 1);
  rings.push({ at: shift - length / 2, radius: r * 0.94, part: PART.end });
  for (let i = 0; i < steps2; i++) {
    const from = shift - length / 2 + length * (i + 0.04) / steps2;
    rings.push({ at: from, radius: r, start: i === 0 });
    rings.push({ at: shift - length / 2 + length * (i + 0.96) / steps2, radius: r });
    if (i < steps2 - 1) r = radius * between2(random, 0.5, 1);
  }
  rings.push({ at: shift + length / 2, radius: r * 0.94, part: PART.end });
  rings.push({ at: shift + length / 2, radius: 0, part: PART.end });
  lathe(mesh, rings, section, order.segments, radius);
}
function layDown(mesh, from, l, w) {
  for (let i = from; i < mesh.vertices; i++) {
    const [up, along] = [mesh.x[i], mesh.z[i]];
    mesh.z[i] = up;
    mesh.x[i] = -along * l / w;
    mesh.s[i] = mesh.x[i];
    mesh.t[i] = mesh.y[i];
  }
}
function housing(order) {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const section = { square: between2(random, 0.7, 0.95), aspect: 1 };
  const radius = w / 2;
  const depth = between2(random, 0.15, 0.5) * w;
  const edge = between2(random, 0.03, 0.15) * radius;
  const from = mesh.vertices;
  const rings = [
    { at: -depth, radius: 0.95 * radius, part: PART.end },
    { at: -depth, radius, start: true },
    { at: -edge, radius },
    { at: 0, radius: radius - edge },
    { at: 0, radius: 0.6 * radius },
    { at: chance(random, 0.5) ? -edge : 0, radius: 0.55 * radius, sky: 0.85 },
    { at: chance(random, 0.5) ? -edge : 0, radius: 0 }
  ];
  lathe(mesh, rings, section, order.segments, radius);
  layDown(mesh, from, l, w);
  mesh.twoSided = true;
}
function buildPart(order) {
  const { mesh, random, look, lengthM: l, widthM: w } = order;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  if (look.texture === "ribbed" && look.lengthM[1] < CAP_M) return buildCap(order);
  if (look.texture === "granular" || look.texture === "hide" || look.roughnessUm[1] < 0.5 && l > 0.05) {
    housing(order);
    return { crush: "none", rest: "flat" };
  }
  const square2 = chance(random, 0.6) ? between2(random, 0.5, 0.95) : 0;
  turned(order, { square: square2, aspect: between2(random, 0.4, 1) }, l, w / 2, 0);
  if (chance(random, 0.6)) {
    const side = { square: chance(random, 0.5) ? 0.8 : 0, aspect: between2(random, 0.5, 1.2) };
    const from = mesh.vertices;
    turned(order, side, w * between2(random, 0.6, 1.2), w * between2(random, 0.1, 0.3), 0);
    const at3 = between2(random, -0.35, 0.35) * l;
    for (let i = from; i < mesh.vertices; i++) {
      const [x, y] = [mesh.x[i], mesh.y[i]];
      mesh.x[i] = at3 - y;
      mesh.y[i] = x;
    }
  }
  return { crush: "none", rest: "any" };
}
function buildShard(order) {
  const { mesh, random, lengthM: l, widthM: w } = order;
  mesh.printS = l / 2;
  mesh.printT = w / 2;
  const thick = Math.max(order.thicknessM, 4e-3) * between2(random, 0.8, 1.6);
  const radius = w / 2;
  const section = {
    square: chance(random, 0.5) ? between2(random, 0.4, 0.9) : ROUND.square,
    aspect: 1
  };
  const from = mesh.vertices;
  const rings = [
    { at: 0, radius: 0, part: PART.end },
    { at: 0, radius: 0.95 * radius, part: PART.edge },
    { at: 0.15 * thick, radius, part: PART.edge },
    { at: 0.85 * thick, radius: 0.98 * radius, part: PART.edge },
    { at: thick, radius: 0.93 * radius, start: true },
    { at: thick, radius: 0.5 * radius },
    { at: thick, radius: 0 }
  ];
  lathe(mesh, rings, section, order.segments, radius);
  layDown(mesh, from, l, w);
  mesh.sharp = 0.8;
  return { crush: "body", rest: "any" };
}

// sim/senses/form/goods/sheets.ts
var STIFF_M = 5e-4;
var BALLED = 0.2;
var MEAN_CRUMPLE = 0.45;
var FOLDED = 0.3;
var PLATE_CELLS = 6;
var cellsOf2 = ({ segments }) => Math.max(8, Math.round(0.75 * segments));
function grid(order, n, cut) {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const m = n;
  const first = mesh.vertices;
  const bites = Array.from({ length: 4 }, () => random.next() * 2 * Math.PI);
  const inward = (angle) => {
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += Math.cos((k + 2) * angle + bites[k]) / (k + 2);
    return 1 - cut.ragged * (0.4 + 0.5 * sum);
  };
  for (let j = 0; j <= m; j++) {
    for (let i = 0; i <= n; i++) {
      const a = 2 * i / n - 1;
      const b = 2 * j / m - 1;
      const far = Math.max(Math.abs(a), Math.abs(b));
      const reach = Math.sqrt(a * a + b * b);
      const corner = reach > 0 ? 1 - cut.round + cut.round * far / reach : 1;
      const pull = cut.ragged > 0 ? 1 + far * far * (inward(Math.atan2(b, a)) - 1) : 1;
      const jag = far === 1 ? 1 - 0.04 * cut.ragged * (1 + Math.sin(37 * (a + 2 * b) + bites[0])) : 1;
      const k = corner * pull * jag;
      vertex(mesh, a * k * l / 2, b * k * w / 2, 0, a * l / 2, b * w / 2);
    }
  }
  const row = n + 1;
  for (let j = 0; j < m; j++) {
    for (let i = 0; i < n; i++) {
      const at3 = first + j * row + i;
      triangle(mesh, at3, at3 + 1, at3 + row, PART.body);
      triangle(mesh, at3 + 1, at3 + row + 1, at3 + row, PART.body);
    }
  }
  mesh.twoSided = true;
}
function foldOver(mesh, line, open) {
  const [x, y, nx, ny] = line;
  for (let i = 0; i < mesh.vertices; i++) {
    const beyond = (mesh.x[i] - x) * nx + (mesh.y[i] - y) * ny;
    if (beyond <= 0) continue;
    mesh.x[i] -= nx * beyond * (2 - 0.5 * open);
    mesh.y[i] -= ny * beyond * (2 - 0.5 * open);
    mesh.z[i] += 2e-3 + beyond * open;
    mesh.sky[i] *= 0.95;
  }
}
function ball(order, radius) {
  const { mesh, random } = order;
  const aspect = between2(random, 0.6, 1.6);
  const first = mesh.vertices;
  const [n, m] = [16, 12];
  for (let j = 0; j <= m; j++) {
    const polar = Math.PI * j / m;
    for (let i = 0; i <= n; i++) {
      const angle = 2 * Math.PI * i / n;
      const [s, c2] = [Math.sin(polar), Math.cos(polar)];
      const at3 = vertex(
        mesh,
        radius * aspect * s * Math.cos(angle),
        radius * s * Math.sin(angle),
        -radius * 0.8 * c2,
        radius * 2 * (angle - Math.PI),
        radius * 2 * (polar - Math.PI / 2)
      );
      mesh.wall[at3] = 2;
    }
  }
  for (let j = 0; j < m; j++)
    for (let i = 0; i < n; i++) {
      const at3 = first + j * (n + 1) + i;
      triangle(mesh, at3, at3 + 1, at3 + n + 1, PART.body);
      triangle(mesh, at3 + 1, at3 + n + 2, at3 + n + 1, PART.body);
    }
  mesh.twoSided = true;
}
function plate(order) {
  const { mesh, random, lengthM: l, widthM: w } = order;
  const h = Math.max(order.thicknessM, 8e-4);
  const broken = chance(random, 0.3) ? between2(random, 0.1, 0.5) : 0;
  const round = Math.abs(l - w) < 0.01 * l ? 1 : chance(random, 0.2) ? 0.15 : 0;
  grid(order, PLATE_CELLS, { ragged: broken, round });
  const top = mesh.vertices;
  for (let i = 0; i < top; i++) mesh.z[i] = h;
  const n = PLATE_CELLS;
  const row = n + 1;
  const border = [];
  for (let i = 0; i < n; i++) border.push(i);
  for (let j = 0; j < n; j++) border.push(j * row + n);
  for (let i = n; i > 0; i--) border.push(n * row + i);
  for (let j = n; j > 0; j--) border.push(j * row);
  for (let k = 0; k < border.length; k++) {
    const [a, b] = [border[k], border[(k + 1) % border.length]];
    const first = mesh.vertices;
    for (let end = 0; end < 2; end++) {
      const v = end === 0 ? a : b;
      vertex(mesh, mesh.x[v], mesh.y[v], 0, mesh.s[v], mesh.t[v]);
      vertex(mesh, mesh.x[v], mesh.y[v], h, mesh.s[v], mesh.t[v]);
    }
    triangle(mesh, first, first + 2, first + 1, PART.edge);
    triangle(mesh, first + 2, first + 3, first + 1, PART.edge);
    mesh.wall.fill(6, first, first + 4);
  }
  mesh.sharp = 1;
}
function printAll(order) {
  order.mesh.printS = order.lengthM / 2;
  order.mesh.printT = order.widthM / 2;
}
function buildSheet(order) {
  const { mesh, random, lengthM: l, widthM: w } = order;
  printAll(order);
  if (order.thicknessM > STIFF_M) {
    plate(order);
    return { crush: order.look.crumple[1] > 0.3 ? "soft" : "body", rest: "flat" };
  }
  const kind2 = random.next();
  const balled = BALLED * order.item.crumple / MEAN_CRUMPLE;
  if (kind2 < balled) {
    ball(order, between2(random, 0.28, 0.42) * w);
    return { crush: "ball", rest: "any" };
  }
  const torn = chance(random, 0.3);
  grid(order, cellsOf2(order), { ragged: torn ? between2(random, 0.1, 0.45) : 0, round: 0 });
  const folds2 = kind2 < balled + FOLDED ? 1 + Math.floor(random.next() * 2) : 0;
  for (let k = 0; k < folds2; k++) {
    const straight = chance(random, 0.7);
    const angle = straight ? Math.PI / 2 * Math.floor(random.next() * 4) : random.next() * 2 * Math.PI;
    const at3 = between2(random, 0, 0.3);
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    foldOver(
      mesh,
      [at3 * nx * l * 0.5, at3 * ny * w * 0.5, nx, ny],
      chance(random, 0.5) ? between2(random, 0, 0.5) : 0
    );
  }
  return { crush: "skin", rest: "flat" };
}
function buildFilm(order) {
  const { random, widthM: w } = order;
  printAll(order);
  if (chance(random, 0.35)) {
    ball(order, between2(random, 0.28, 0.45) * w);
    return { crush: "ball", rest: "any" };
  }
  grid(order, cellsOf2(order), { ragged: between2(random, 0.02, 0.6), round: between2(random, 0, 0.25) });
  return { crush: "skin", rest: "flat" };
}
function pillow(order, height, seam2) {
  const { mesh, lengthM: l, widthM: w } = order;
  for (let i = 0; i < mesh.vertices; i++) {
    const [a, b] = [Math.abs(2 * mesh.s[i] / l), Math.abs(2 * mesh.t[i] / w)];
    const along = Math.max(0, 1 - a / (1 - seam2));
    const across = 1 - b * b;
    mesh.z[i] = height * Math.sqrt(Math.max(0, across * Math.min(1, 2.5 * along)));
  }
}
function buildBag(order) {
  const { mesh, random, widthM: w, look } = order;
  printAll(order);
  const pouch = look.labelShare > 0.8;
  if (chance(random, pouch ? 0.12 : 0.3)) {
    ball(order, between2(random, 0.3, 0.5) * w);
    return { crush: "ball", rest: "any" };
  }
  const torn = chance(random, 0.3);
  const ragged = pouch ? torn ? between2(random, 0.05, 0.3) : 0 : between2(random, 0.1, 0.5);
  grid(order, cellsOf2(order), { ragged, round: pouch ? 0.03 : between2(random, 0, 0.3) });
  pillow(order, between2(random, 0.02, pouch ? 0.22 : 0.3) * w, pouch ? 0.08 : 0);
  if (pouch && torn) mesh.sharp = 0.3;
  return { crush: "skin", rest: "flat" };
}
function buildCloth(order) {
  const { random } = order;
  printAll(order);
  grid(order, cellsOf2(order), { ragged: between2(random, 0.05, 0.55), round: between2(random, 0, 0.3) });
  return { crush: "soft", rest: "flat" };
}

// sim/senses/form/goods/trays.ts
var CLAMSHELL = 0.35;
function hollow(dish) {
  const { radius, depth, rim, slope, steps: steps2 } = dish;
  const wallTop = radius * (1 - rim);
  const wallFoot = wallTop * (1 - slope);
  const rings = [
    { at: -0.03 * radius, radius, wall: 1.5 },
    { at: 0, radius: 0.97 * radius, wall: 1.5 },
    { at: 0, radius: wallTop },
    { at: 0, radius: wallTop, part: PART.inside, sky: 0.85, start: true }
  ];
  for (let i = 1; i <= steps2; i++) {
    const a = i / steps2;
    const sky = 0.45 + 0.55 * skyInHollow(wallTop, a * depth);
    const r = wallTop + (wallFoot - wallTop) * (i === steps2 ? 1 : a * 0.8);
    rings.push({ at: -a * depth, radius: r, part: PART.inside, sky: sky * 0.8 });
    if (i < steps2) rings.push({ at: -a * depth, radius: r * 0.95, part: PART.inside, sky });
  }
  const floorSky = skyInHollow(1.2 * wallFoot, depth);
  rings.push({ at: -depth, radius: wallFoot, part: PART.inside, sky: 0.75 * floorSky, start: true });
  rings.push({ at: -depth, radius: 0.8 * wallFoot, part: PART.inside, sky: floorSky });
  rings.push({ at: -0.95 * depth, radius: 0.45 * wallFoot, part: PART.inside, sky: floorSky });
  rings.push({ at: -0.95 * depth, radius: 0, part: PART.inside, sky: floorSky });
  return rings;
}
function outside(dish) {
  const { radius, depth, rim, slope } = dish;
  const foot = radius * (1 - rim) * (1 - slope);
  return [
    { at: -depth, radius: 0, part: PART.end },
    { at: -depth, radius: 0.9 * foot, part: PART.end },
    { at: -0.97 * depth, radius: foot },
    { at: -0.5 * depth, radius: foot + 0.5 * (radius * (1 - rim) - foot) },
    { at: -0.03 * radius, radius: radius * (1 - rim) },
    { at: -0.03 * radius, radius }
  ];
}
function upright(mesh, from, stretch, x, turn2) {
  for (let i = from; i < mesh.vertices; i++) {
    const [up, side, along] = [mesh.x[i], mesh.y[i], mesh.z[i]];
    mesh.z[i] = up;
    mesh.y[i] = side;
    mesh.x[i] = x - along * stretch * turn2;
    if (turn2 < 0) mesh.y[i] = -side;
  }
}
function flatSkin(mesh, from, x) {
  for (let i = from; i < mesh.vertices; i++) {
    mesh.s[i] = mesh.x[i] - x;
    mesh.t[i] = mesh.y[i];
  }
}
function addDish(order, dish, section, stretch, x, turn2) {
  const { mesh } = order;
  const from = mesh.vertices;
  const rings = [...outside(dish), ...hollow(dish)];
  lathe(mesh, rings, section, order.segments, dish.radius);
  upright(mesh, from, stretch, x, turn2);
  flatSkin(mesh, from, x);
}
function addLid(order, dish, section, stretch, part) {
  const { mesh, random } = order;
  const from = mesh.vertices;
  const { radius } = dish;
  const dome = between2(random, 0.01, 0.12) * radius;
  const rings = [
    { at: -0.06 * radius, radius: 1.01 * radius, part },
    { at: 0.01 * radius, radius, part },
    { at: 0.01 * radius, radius: 0.9 * radius, part, sky: 0.9 },
    { at: dome, radius: 0.84 * radius, part },
    { at: dome, radius: 0, part }
  ];
  lathe(mesh, rings, section, order.segments, radius);
  upright(mesh, from, stretch, 0, 1);
  flatSkin(mesh, from, 0);
}
function buildTray(order) {
  const { mesh, random, look } = order;
  clearMesh(mesh);
  const clear = look.scatterPerCm[1] < 1;
  const foam = look.texture === "beads";
  const pulp = look.texture === "fibre";
  const round = !foam && !pulp && chance(random, 0.2);
  const section = { square: round ? 0 : between2(random, 0.75, 0.97), aspect: 1 };
  const radius = order.widthM / 2;
  const deep = chance(random, 0.35) && !foam ? between2(random, 0.6, 1.3) : between2(random, 0.18, 0.5);
  const dish = {
    radius,
    depth: deep * radius,
    rim: foam || pulp ? between2(random, 0.05, 0.12) : between2(random, 0.04, 0.14),
    slope: between2(random, 0.06, 0.28),
    steps: foam ? 2 : 2 + Math.floor(random.next() * 3)
  };
  const stretch = round ? 1 : order.lengthM / order.widthM;
  mesh.printS = order.lengthM / 2 * 0.9;
  mesh.printT = radius * 0.9;
  if (clear && chance(random, CLAMSHELL)) {
    const half = order.widthM / 2;
    const small = { ...dish, radius: half, depth: Math.min(dish.depth, half * 0.8) };
    addDish(order, small, section, 1, -half, 1);
    addDish(order, { ...small, depth: small.depth * between2(random, 0.3, 1) }, section, 1, half, -1);
    return { crush: "body", rest: "flat" };
  }
  addDish(order, dish, section, stretch, 0, 1);
  if (chance(random, deep > 0.55 ? 0.35 : 0.12))
    addLid(order, dish, section, stretch, chance(random, 0.6) ? PART.body : PART.cap);
  return { crush: "body", rest: "flat" };
}

// sim/senses/form/goods/all.ts
var builders = {
  bottle: buildBottle,
  cup: buildCup,
  can: buildCan,
  tube: buildTube,
  tray: buildTray,
  box: buildBox,
  block: buildBlock,
  film: buildFilm,
  bag: buildBag,
  sheet: buildSheet,
  cloth: buildCloth,
  part: buildPart,
  shard: buildShard
};

// sim/senses/form/texture.ts
var hash = (seed2) => {
  const random = new Noise(seed2);
  return Float32Array.from({ length: TILE }, () => random.next());
};
var streaks = hash(17);
var rows = hash(19);
var soft = fractal(23, 8, 3);
var coarse = fractal(29, 5, 2);
var knots = valueNoise(31, 4);
var dots = valueNoise(37, 16);
var at2 = (tile, x, y) => tile[(y & TILE_MASK) * TILE + (x & TILE_MASK)];
var weave = (p2, contrast) => (x, y) => {
  const over = (Math.floor(x / p2) + Math.floor(y / p2)) % 2 === 0;
  const along = over ? y % p2 / p2 : x % p2 / p2;
  return 1 + contrast * (Math.sin(Math.PI * along) - 0.64) * (over ? 1 : 0.8) + 0.05 * (at2(soft, x, y) - 0.9);
};
var fields = {
  smooth: (x, y) => 1 + 0.01 * (at2(soft, x, y) - 0.9),
  ribbed: (x, y) => 1 + 0.1 * Math.sin(2 * Math.PI * x / 8) + 0.01 * (at2(soft, x, y) - 0.9),
  creased: (x, y) => 1 + 0.03 * (at2(coarse, x, y) - 0.75),
  // Threads of half a millimetre are far below a pixel: what is left of a weave is a soft beat.
  weave: weave(2, 0.12),
  plain: weave(1, 0.12),
  knit: (x, y) => 1 + 0.14 * Math.sin(2 * Math.PI * (x + (y >> 2) % 2 * 2) / 8) * Math.sin(2 * Math.PI * y / 4) + 0.1 * (at2(soft, x, y) - 0.9),
  fibre: (x, y) => 1 + 0.1 * (at2(soft, x + (y >> 3), y) - 0.9) + 0.04 * (at2(dots, x, y) - 0.5),
  flute: (x, y) => 1 + 0.025 * Math.sin(2 * Math.PI * y / 4) + 0.05 * (at2(soft, x, y) - 0.9) + 0.04 * (at2(dots, x, y) - 0.5),
  grain: (x, y) => 1 + 0.28 * (streaks[Math.floor(y + 6 * at2(knots, x, y >> 1)) & TILE_MASK] - 0.5) + 0.18 * Math.sin(2 * Math.PI * (y + 10 * at2(knots, x >> 1, y)) / 16) + 0.05 * (at2(soft, x >> 2, y) - 0.9),
  granular: (x, y) => 1 + 0.16 * (at2(dots, x, y) - 0.5) + 0.14 * (at2(soft, x, y) - 0.9),
  brushed: (x, y) => 1 + 0.18 * (streaks[y & TILE_MASK] - 0.5) + 0.06 * (at2(soft, x >> 4, y) - 0.9),
  spangle: (x, y) => 0.8 + 0.5 * Math.round(4 * at2(coarse, x, y)) * 0.25,
  beads: (x, y) => 1 + 0.12 * Math.sin(2 * Math.PI * (x + (y >> 2) % 2 * 2) / 4) * Math.sin(2 * Math.PI * y / 4) + 0.06 * (at2(dots, x, y) - 0.5),
  hide: (x, y) => 1 + 0.3 * (Math.abs(at2(soft, x, y) - 0.875) - 0.12) + 0.1 * (at2(dots, x, y) - 0.5),
  circuit: (x, y) => circuit(x, y)
};
function circuit(x, y) {
  const part = at2(knots, (x >> 4) * 23, (y >> 4) * 29);
  const [i, j] = [x & 15, y & 15];
  const inside = i > 2 && i < 13 && j > 3 && j < 12;
  if (part > 0.55) {
    if (inside) return 0.25;
    return (j === 3 || j === 12) && i % 2 === 0 && i > 2 && i < 13 ? 3.2 : 1;
  }
  if (part > 0.4) return (i - 8) * (i - 8) + (j - 8) * (j - 8) < 14 ? 2.6 : 1;
  return j === Math.floor(rows[y >> 4 & 7] * 15) ? 1.35 : 1;
}
var reliefs = {
  smooth: 0.02,
  ribbed: 0.1,
  weave: 0.07,
  knit: 0.1,
  fibre: 0.06,
  flute: 0.03,
  grain: 0.06,
  granular: 0.12,
  brushed: 0.05,
  spangle: 0.04,
  beads: 0.1,
  hide: 0.12,
  creased: 0.04,
  circuit: 0.05,
  plain: 0.06
};
function tileOf(texture) {
  const field = fields[texture];
  const brightness = new Float32Array(TEXELS);
  for (let i = 0; i < TEXELS; i++) brightness[i] = field(i & TILE_MASK, i >> TILE_SHIFT);
  let sum = 0;
  for (let i = 0; i < TEXELS; i++) sum += brightness[i];
  const mean3 = sum / TEXELS;
  for (let i = 0; i < TEXELS; i++) brightness[i] = brightness[i] / mean3;
  const slope = slopes(brightness);
  return { brightness, slopeX: slope.x, slopeY: slope.y, relief: reliefs[texture] ?? 0.05 };
}
var tiles = new Map(
  Object.keys(fields).map((texture) => [texture, tileOf(texture)])
);
function surfaceTile(texture) {
  return tiles.get(texture);
}

// sim/senses/form/resolve.ts
function reliefOf(item) {
  const { slopeX, slopeY, relief } = surfaceTile(materialById(item.materialId).look.texture);
  const traits2 = traitsOf(item.shape);
  const thin = item.thicknessM < 25e-5 && traits2.round === 0;
  const fold = thin ? creaseSlopes : dentSlopes;
  const bend2 = (thin ? 0.08 : 0.06) * traits2.soft * item.crumple;
  return { slopeX, slopeY, height: relief, foldX: fold.x, foldY: fold.y, bend: bend2 };
}
function resolve(geometry, item) {
  const { size, cover, inside } = geometry;
  const { shown, side, fromX, toX, fromY, toY } = geometry.stage.samples;
  const relief = reliefOf(item);
  cover.fill(0);
  let count = 0;
  for (let y = fromY; y <= toY; y++) {
    for (let x = fromX >> 1; x <= toX >> 1; x++) {
      const at3 = y * side + SAMPLES * x;
      const hits = (shown[at3] >= 0 ? 1 : 0) + (shown[at3 + 1] >= 0 ? 1 : 0);
      if (hits === 0) continue;
      const pixel = y * size + x;
      cover[pixel] = hits / SAMPLES;
      inside[count++] = pixel;
      const second = shown[at3] < 0 || hits === SAMPLES && (x + y & 1) === 1 ? 1 : 0;
      fillPixel(geometry, relief, pixel, shown[at3 + second], SAMPLES * x + second, y);
    }
  }
  geometry.count = count;
}
function texelAt({ perM, offset }, size, s, t) {
  const texels = perM * 64 / size;
  const tx = offset + s * texels + 6400 & TILE_MASK;
  const ty = (offset >> TILE_SHIFT) + t * texels + 6400 & TILE_MASK;
  return ty << TILE_SHIFT | tx;
}
function fillPixel(geometry, relief, pixel, n, sample, row) {
  const { mesh, projection, normals } = geometry.stage;
  const { px, py } = projection;
  const a = mesh.corners[3 * n];
  const b = mesh.corners[3 * n + 1];
  const c2 = mesh.corners[3 * n + 2];
  const x = (sample + 0.5) / SAMPLES - px[c2];
  const y = row + 0.5 - py[c2];
  const acx = px[a] - px[c2];
  const acy = py[a] - py[c2];
  const bcx = px[b] - px[c2];
  const bcy = py[b] - py[c2];
  const one = 1 / (acx * bcy - bcx * acy);
  const wa = (x * bcy - bcx * y) * one;
  const wb = (acx * y - x * acy) * one;
  const wc = 1 - wa - wb;
  const s = wa * mesh.s[a] + wb * mesh.s[b] + wc * mesh.s[c2];
  const t = wa * mesh.t[a] + wb * mesh.t[b] + wc * mesh.t[c2];
  geometry.sky[pixel] = wa * mesh.sky[a] + wb * mesh.sky[b] + wc * mesh.sky[c2];
  geometry.wall[pixel] = wa * mesh.wall[a] + wb * mesh.wall[b] + wc * mesh.wall[c2];
  geometry.part[pixel] = mesh.part[n];
  geometry.u[pixel] = s / mesh.printS;
  geometry.v[pixel] = t / mesh.printT;
  const texel = texelAt(projection, geometry.size, s, t);
  geometry.texel[pixel] = texel;
  const { faceX, faceY, faceZ, cornerX, cornerY, cornerZ } = normals;
  let nx = wa * cornerX[a] + wb * cornerX[b] + wc * cornerX[c2];
  let ny = wa * cornerY[a] + wb * cornerY[b] + wc * cornerY[c2];
  let nz = wa * cornerZ[a] + wb * cornerZ[b] + wc * cornerZ[c2];
  const fx = faceX[n];
  const fy = faceY[n];
  const fz = faceZ[n];
  if (mesh.sharp > 0) {
    const smooth = (1 - mesh.sharp) / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-30);
    const flat = mesh.sharp / Math.sqrt(fx * fx + fy * fy + fz * fz + 1e-30);
    nx = nx * smooth + fx * flat;
    ny = ny * smooth + fy * flat;
    nz = nz * smooth + fz * flat;
  }
  const length = (nz < 0 ? -1 : 1) / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-30);
  const height = mesh.part[n] === PART.end ? 0 : relief.height;
  const du = height * relief.slopeX[texel] + relief.bend * relief.foldX[texel];
  const dv = height * relief.slopeY[texel] + relief.bend * relief.foldY[texel];
  nx = nx * length + du * projection.yawCos - dv * projection.yawSin;
  ny = ny * length + du * projection.yawSin + dv * projection.yawCos;
  const long = nx * nx + ny * ny;
  const scale = long > 0.96 ? Math.sqrt(0.96 / long) : 1;
  geometry.tiltX[pixel] = nx * scale;
  geometry.tiltY[pixel] = ny * scale;
}

// sim/senses/form/scene.ts
var sidesFor = (size) => size <= 64 ? 12 : 24;
function build(mesh, item, key, segments) {
  const { look } = materialById(item.materialId);
  const random = new Noise(bitsAt(key, item.itemId, FORM_DRAWS));
  const { lengthM, widthM, thicknessM } = item;
  clearMesh(mesh);
  const built = builders[item.shape]({ mesh, item, lengthM, widthM, thicknessM, look, random, segments });
  const blows = new Noise(bitsAt(key, item.itemId, FORM_DRAWS + 1));
  crush(mesh, item, built, blows);
  return built.rest;
}
function layOut(geometry, item, key, view) {
  const { mesh, projection, normals, samples } = geometry.stage;
  const rest = build(mesh, item, key, sidesFor(geometry.size));
  project(mesh, item, rest, key, view, geometry.size, projection);
  writeNormals(mesh, projection, normals);
  rasterise(mesh, projection, samples);
  resolve(geometry, item);
}

// sim/senses/thermal/band-radiance.ts
var H = 662607015e-42;
var C = 299792458;
var K = 1380649e-29;
function planckBand(tempK, fromUm = 8, toUm = 14) {
  const steps2 = 240;
  const step = (toUm - fromUm) * 1e-6 / steps2;
  let sum = 0;
  for (let i = 0; i <= steps2; i++) {
    const l = fromUm * 1e-6 + i * step;
    const l5 = l * l * l * l * l;
    const value = 2 * H * C * C / (l5 * Math.expm1(H * C / (l * K * tempK)));
    sum += value * (i === 0 || i === steps2 ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return sum * step / 3;
}
var LOW_K = 220;
var STEP_K = 0.5;
var STEPS = 600;
var radiances = Float64Array.from({ length: STEPS + 1 }, (_, i) => planckBand(LOW_K + i * STEP_K));
function bandRadiance(tempK) {
  const x = Math.min(STEPS - 1e-9, Math.max(0, (tempK - LOW_K) / STEP_K));
  const i = Math.floor(x);
  return radiances[i] + (radiances[i + 1] - radiances[i]) * (x - i);
}
var BUCKETS = 2048;
var bucketWidth = (radiances[STEPS] - radiances[0]) / BUCKETS;
var firstOfBucket = bucketStarts();
function bucketStarts() {
  let at3 = 0;
  return Uint16Array.from({ length: BUCKETS }, (_, b) => {
    while (at3 < STEPS - 1 && radiances[at3 + 1] <= radiances[0] + b * bucketWidth) at3++;
    return at3;
  });
}
function apparentTemperature(radiance) {
  const bucket = Math.floor((radiance - radiances[0]) / bucketWidth);
  let low = firstOfBucket[Math.min(BUCKETS - 1, Math.max(0, bucket))];
  while (low < STEPS - 1 && radiances[low + 1] <= radiance) low++;
  return LOW_K + STEP_K * (low + (radiance - radiances[low]) / (radiances[low + 1] - radiances[low]));
}
function radianceSlope(tempK) {
  return (bandRadiance(tempK + 0.5) - bandRadiance(tempK - 0.5)) / 1;
}

// sim/materials/data/lw-emissivity.json
var lw_emissivity_default = {
  about: "Emissivity and transmittance of slabs, 8-14 um, 300 K, normal incidence.",
  source: "n,k of Zhang et al. 2020 (Appl. Opt. 59, 2337; JQSRT 252, 107063) and David et al. 2022 (LLDPE, to 12.3 um, k floors: a lower bound), CC0 through the refractive-index database",
  thicknessUm: [5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3],
  rows: {
    pet: {
      emissivity: [0.2819, 0.4154, 0.5731, 0.7815, 0.8885, 0.9323, 0.9403, 0.9403, 0.9403, 0.9403],
      transmittance: [0.6303, 0.5054, 0.3564, 0.1561, 0.0514, 81e-4, 1e-4, 0, 0, 0]
    },
    pc: {
      emissivity: [0.266, 0.389, 0.5447, 0.7575, 0.8725, 0.9247, 0.9357, 0.9358, 0.9358, 0.9358],
      transmittance: [0.6387, 0.5246, 0.3782, 0.1747, 0.0627, 0.0111, 1e-4, 0, 0, 0]
    },
    pvc: {
      emissivity: [0.0917, 0.1702, 0.2979, 0.5387, 0.7264, 0.8595, 0.9384, 0.9543, 0.9562, 0.9562],
      transmittance: [0.8314, 0.7581, 0.6379, 0.4078, 0.2257, 0.0955, 0.0177, 19e-4, 0, 0]
    },
    ps: {
      emissivity: [0.1173, 0.213, 0.3599, 0.6133, 0.794, 0.9081, 0.9521, 0.9546, 0.9546, 0.9546],
      transmittance: [0.8048, 0.7154, 0.5768, 0.3341, 0.1585, 0.0463, 25e-4, 0, 0, 0]
    },
    pmma: {
      emissivity: [0.2268, 0.3479, 0.4982, 0.7181, 0.8508, 0.9226, 0.9503, 0.9541, 0.9547, 0.9547],
      transmittance: [0.7017, 0.587, 0.4439, 0.2321, 0.1025, 0.0318, 44e-4, 5e-4, 0, 0]
    },
    pdms: {
      emissivity: [0.5084, 0.6474, 0.7721, 0.8913, 0.9333, 0.9441, 0.945, 0.945, 0.945, 0.945],
      transmittance: [0.4243, 0.2903, 0.1696, 0.0532, 0.0116, 9e-4, 0, 0, 0, 0]
    },
    pe: {
      emissivity: [0.0134, 0.0264, 0.0511, 0.1164, 0.2021, 0.3165, 0.4639, 0.5363, 0.5779, 0.6098],
      transmittance: [0.9007, 0.8888, 0.866, 0.8052, 0.7244, 0.6152, 0.4724, 0.4019, 0.3614, 0.3304]
    }
  }
};

// sim/senses/thermal/body.ts
var rows2 = lw_emissivity_default.rows;
var logThickness = lw_emissivity_default.thicknessUm.map((d) => Math.log(d));
function slabLongWave(row, thicknessM) {
  const { emissivity, transmittance } = rows2[row];
  const x = Math.log(Math.max(thicknessM * 1e6, 0.1));
  if (x <= logThickness[0]) {
    const share2 = Math.exp(x - logThickness[0]);
    return { emissivity: emissivity[0] * share2, transmittance: 1 - (1 - transmittance[0]) * share2 };
  }
  let i = 1;
  while (i < logThickness.length - 1 && logThickness[i] < x) i++;
  const t = Math.min(1, (x - logThickness[i - 1]) / (logThickness[i] - logThickness[i - 1]));
  const mix2 = (values) => values[i - 1] + t * (values[i] - values[i - 1]);
  return { emissivity: mix2(emissivity), transmittance: mix2(transmittance) };
}
function plainLongWave(material, thicknessM) {
  const { emissivity, lwAbsorptionPerMm } = material.thermal;
  const r = 1 - emissivity;
  const t = Math.exp(-lwAbsorptionPerMm * thicknessM * 1e3);
  return {
    emissivity: (1 - r) * (1 - t) / (1 - r * t),
    transmittance: (1 - r) * (1 - r) * t / (1 - r * r * t * t)
  };
}
var OXIDE_EMISSIVITY = 0.87;
var OXIDE_DEPTH_UM = 8;
var INK_UM = 8;
var LACQUER_PER_MM = 30;
function metalLongWave(item, material) {
  const rough = material.thermal.emissivity * (1 + 0.5 * Math.log1p(item.roughnessUm));
  const oxide = 1 - Math.exp(-item.corrosionUm / OXIDE_DEPTH_UM);
  const bare = rough + (OXIDE_EMISSIVITY - rough) * oxide;
  const coated = (filmUm) => {
    const taken = 1 - Math.exp(-2 * LACQUER_PER_MM * filmUm / 1e3);
    return bare + (0.93 - bare) * taken;
  };
  const lacquered = coated(item.coatingUm);
  const printed = coated(item.coatingUm + INK_UM);
  const emissivity = lacquered + (printed - lacquered) * item.labelCover;
  return { emissivity: Math.min(0.96, emissivity), transmittance: 0 };
}
function covered(bare, item) {
  const soil = item.soilGPerM2 > 0 ? soilCover(item.soilGPerM2) : 0;
  const wet = item.waterFilmUm > 0 ? wetCover(item.waterFilmUm) : 0;
  const soiled = bare.emissivity + soil * (0.93 - bare.emissivity);
  return {
    emissivity: soiled + wet * (0.985 - soiled),
    transmittance: bare.transmittance * (1 - soil) * (1 - wet)
  };
}
var flashNm = Float64Array.of(400, 475, 550, 625, 700, 800, 925, 1075);
var flashWeight = [0.17, 0.17, 0.16, 0.14, 0.12, 0.1, 0.08, 0.06];
var METAL_DIFFUSE_SHARE = 0.75;
function flashAbsorptance(item, metal, itemOptics) {
  const flashR = new Float64Array(flashNm.length);
  const flashT = new Float64Array(flashNm.length);
  itemOptics.layer(metal ? { ...item, roughnessUm: 1e3 } : item, flashNm, flashR, flashT);
  let taken = 0;
  for (let i = 0; i < flashNm.length; i++) {
    const surface = metal ? 0 : 0.04;
    const r = metal ? Math.min(0.97, flashR[i] / METAL_DIFFUSE_SHARE) : flashR[i];
    taken += flashWeight[i] * Math.max(0.01, 1 - surface - r - flashT[i]);
  }
  const printed = taken + item.labelCover * (0.5 - taken);
  const soil = item.soilGPerM2 > 0 ? soilCover(item.soilGPerM2) : 0;
  return printed + soil * (0.75 - printed);
}
var AIR_W_PER_M_K = 0.026;
var CELL_RADIATION_W_PER_M_K = 4e-3;
function foamConductivity(solidWPerMK, relativeDensity) {
  if (relativeDensity >= 0.95) return solidWPerMK;
  return AIR_W_PER_M_K * (1 - relativeDensity) + 0.6 * solidWPerMK * relativeDensity + CELL_RADIATION_W_PER_M_K;
}
var WATER_J_PER_KG_K = 4186;
var MOIST_CONDUCTIVITY = 2;
var HALL = { tempC: 20, rhPct: 50 };
var EVAPORATIVE_SHARE = 0.55;
function wetBulbDepression(tempC, rhPct) {
  const wet = tempC * Math.atan(0.151977 * Math.sqrt(rhPct + 8.313659)) + Math.atan(tempC + rhPct) - Math.atan(rhPct - 1.676331) + 391838e-8 * rhPct * Math.sqrt(rhPct) * Math.atan(0.023101 * rhPct) - 4.686035;
  return tempC - wet;
}
var WET_DEPRESSION_K = EVAPORATIVE_SHARE * wetBulbDepression(HALL.tempC, HALL.rhPct);
var OPENED_UM = 144;
function thermalBody(item, itemOptics) {
  const material = materialById(item.materialId);
  const metal = material.optics.kind === "metal";
  const { thermal: thermal2 } = material;
  const bare = metal ? metalLongWave(item, material) : thermal2.lwTable ? slabLongWave(thermal2.lwTable, item.thicknessM * item.relativeDensity) : plainLongWave(material, item.thicknessM * item.relativeDensity);
  const { emissivity, transmittance } = covered(bare, item);
  const u = item.moistureKgPerKg;
  const density = thermal2.densityKgPerM3 * item.relativeDensity;
  const filmM = item.waterFilmUm * 1e-6;
  const dryHeat = density * (thermal2.heatCapacityJPerKgK + u * WATER_J_PER_KG_K);
  const thicknessM = item.thicknessM + filmM;
  const heatPerM3K = (dryHeat * item.thicknessM + 1e3 * WATER_J_PER_KG_K * filmM) / thicknessM;
  const conductivity = foamConductivity(thermal2.conductivityWPerMK, item.relativeDensity) * (1 + MOIST_CONDUCTIVITY * u);
  return {
    emissivity,
    transmittance,
    heatPerM3K,
    diffusivity: conductivity / heatPerM3K,
    effusivity: Math.sqrt(conductivity * heatPerM3K),
    thicknessM,
    absorptance: flashAbsorptance(item, metal, itemOptics),
    gapM2KPerW: item.delaminationUm * 1e-6 / AIR_W_PER_M_K,
    openShare: 1 - Math.exp(-item.delaminationUm / OPENED_UM),
    evaporativeK: item.waterFilmUm > 0 ? WET_DEPRESSION_K : 0,
    wetShare: item.waterFilmUm > 0 ? wetCover(item.waterFilmUm) : 0
  };
}

// sim/senses/thermal/heat.ts
function erfcx(x) {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 60; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return Math.exp(x * x) * (1 - 2 / Math.sqrt(Math.PI) * sum);
  }
  let fraction = 0;
  for (let n = 60; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return 1 / (Math.sqrt(Math.PI) * (x + fraction));
}
function semiInfinite(b) {
  return erfcx(b);
}
function slabRoot(biot, n) {
  let low = n * Math.PI;
  let high = low + Math.PI / 2;
  for (let i = 0; i < 52; i++) {
    const z = (low + high) / 2;
    if ((z * Math.sin(z) - biot * Math.cos(z)) * (n % 2 === 0 ? 1 : -1) < 0) low = z;
    else high = z;
  }
  return (low + high) / 2;
}
function slabSeries(fourier, roots) {
  let sum = 0;
  for (const z of roots) {
    const decay = Math.exp(-z * z * fourier);
    sum += 4 * Math.sin(z) / (2 * z + Math.sin(2 * z)) * Math.cos(z) * decay;
    if (decay < 1e-14) break;
  }
  return sum;
}
function flashSlab(fourier) {
  if (fourier > 0.3) {
    let sum2 = 1;
    for (let n = 1; n <= 6; n++) sum2 += 2 * Math.exp(-n * n * Math.PI * Math.PI * fourier);
    return sum2;
  }
  let sum = 1;
  for (let n = 1; n <= 6; n++) sum += 2 * Math.exp(-n * n / fourier);
  return sum / Math.sqrt(Math.PI * fourier);
}
function flashLoss(timeS, lossWPerM2K, heatPerM3K, diffusivity, thicknessM) {
  const depth = Math.min(thicknessM, Math.sqrt(diffusivity * timeS / Math.PI));
  return Math.exp(-lossWPerM2K * timeS / (heatPerM3K * depth));
}
var FO_STEPS = 81;
var BI_STEPS = 61;
var [FO_LOW, FO_HIGH] = [Math.log(1e-5), Math.log(1e3)];
var [BI_LOW, BI_HIGH] = [Math.log(1e-4), Math.log(100)];
var HALF_SPACE_BELOW = 0.02;
var slabTable = makeSlabTable();
function makeSlabTable() {
  const table2 = new Float64Array(FO_STEPS * BI_STEPS);
  for (let j = 0; j < BI_STEPS; j++) {
    const bi = Math.exp(BI_LOW + (BI_HIGH - BI_LOW) * j / (BI_STEPS - 1));
    const roots = Array.from({ length: 24 }, (_, n) => slabRoot(bi, n));
    for (let i = 0; i < FO_STEPS; i++) {
      const fo = Math.exp(FO_LOW + (FO_HIGH - FO_LOW) * i / (FO_STEPS - 1));
      const theta = fo < HALF_SPACE_BELOW ? semiInfinite(bi * Math.sqrt(fo)) : slabSeries(fo, roots);
      table2[i * BI_STEPS + j] = Math.log(-Math.log(Math.max(theta, 1e-300)));
    }
  }
  return table2;
}
function slabSurfaceFast(fourier, biot) {
  const at3 = (x, low2, high2, steps2) => Math.min(steps2 - 1.001, Math.max(0, (Math.log(x) - low2) / (high2 - low2) * (steps2 - 1)));
  const i = at3(fourier, FO_LOW, FO_HIGH, FO_STEPS);
  const j = at3(biot, BI_LOW, BI_HIGH, BI_STEPS);
  const [i0, j0] = [Math.floor(i), Math.floor(j)];
  const fj = j - j0;
  const first = i0 * BI_STEPS + j0;
  const low = slabTable[first] * (1 - fj) + slabTable[first + 1] * fj;
  const high = slabTable[first + BI_STEPS] * (1 - fj) + slabTable[first + BI_STEPS + 1] * fj;
  return Math.exp(-Math.exp(low + (high - low) * (i - i0)));
}

// sim/senses/thermal/thermograph.ts
var BELT = { emissivity: 0.95, effusivity: 600, absorptance: 0.84 };
var TIME_ON_BELT_S = 5;
var RADIATIVE_W_PER_M2K = 5.7;
function flashRise(body, timeS, lossWPerM2K) {
  const heatPerM2K = body.heatPerM3K * body.thicknessM;
  const fourier = body.diffusivity * timeS / (body.thicknessM * body.thicknessM);
  const rise2 = flashSlab(fourier) / heatPerM2K * flashLoss(timeS, lossWPerM2K, body.heatPerM3K, body.diffusivity, body.thicknessM);
  if (body.gapM2KPerW <= 0) return rise2;
  const halves = (1 + Math.exp(-4 * timeS / (body.gapM2KPerW * heatPerM2K))) / heatPerM2K;
  return Math.max(rise2, halves);
}
function startTemperature(item, body, airK, lossWPerM2K) {
  const half = body.thicknessM / 2;
  const fourier = body.diffusivity * TIME_ON_BELT_S / (half * half);
  const biot = lossWPerM2K * half / (body.diffusivity * body.heatPerM3K);
  return airK + (item.tempK - airK) * slabSurfaceFast(fourier, biot);
}
function apparent(surfaceK, emissivity, transmittance, behindK, state) {
  const leaving = emissivity * bandRadiance(surfaceK) + (1 - emissivity - transmittance) * bandRadiance(state.reflectedTempK) + transmittance * bandRadiance(behindK);
  const air = state.airTransmission;
  return apparentTemperature(air * leaving + (1 - air) * bandRadiance(state.airTempK));
}
function workspaceOf(size) {
  const map = () => new Float32Array(size * size);
  const lamp = lampMap(size);
  const pattern = patternOf(size);
  return {
    geometry: geometryBuffer(size),
    ...{ cover: map(), gain: map(), belt: map(), lamp, wet: map(), open: map() },
    ...{ still: map(), pattern, blurred: map() }
  };
}
function lampMap(size) {
  return Float32Array.from({ length: size * size }, (_, i) => {
    const dx = (2 * (i % size) + 1) / size - 1;
    const dy = (2 * Math.floor(i / size) + 1) / size - 1;
    return 1 - 0.12 * (dx * dx + dy * dy);
  });
}
var place = { wet: 12289, open: 5303 };
var PATCH_EDGE = 0.25;
function patchAt(texel, at3, share2) {
  const above = share2 * (1 + PATCH_EDGE) - lumps[texel + at3 & TEXEL_MASK];
  return Math.min(1, Math.max(0, above / PATCH_EDGE));
}
function writeMaps(maps, body, offset, blurPx) {
  const { geometry } = maps;
  const { size } = geometry;
  maps.cover.set(geometry.cover);
  for (const map of [maps.gain, maps.wet, maps.open]) map.fill(0);
  const { wetShare, openShare } = body;
  for (let i = 0; i < geometry.count; i++) {
    const pixel = geometry.inside[i];
    const tx = geometry.tiltX[pixel];
    const ty = geometry.tiltY[pixel];
    const facing = 1 - 0.5 * (tx * tx + ty * ty);
    const patch2 = 0.92 + 0.16 * lumps[geometry.texel[pixel] + offset & TEXEL_MASK];
    maps.gain[pixel] = geometry.cover[pixel] * facing * patch2 * maps.lamp[pixel];
    const texel = geometry.texel[pixel];
    if (wetShare > 0) maps.wet[pixel] = geometry.cover[pixel] * patchAt(texel, place.wet, wetShare);
    if (openShare > 0) maps.open[pixel] = maps.gain[pixel] * patchAt(texel, place.open, openShare);
  }
  blurMap(maps.cover, size, blurPx, maps.blurred);
  blurMap(maps.gain, size, blurPx, maps.blurred);
  if (wetShare > 0) blurMap(maps.wet, size, blurPx, maps.blurred);
  if (openShare > 0) blurMap(maps.open, size, blurPx, maps.blurred);
  for (let p2 = 0; p2 < size * size; p2++) maps.belt[p2] = maps.lamp[p2] * (1 - maps.cover[p2]);
}
function blurMap(map, size, sigma, scratch) {
  const side = 0.5 * (1 - 1 / (1 + sigma * sigma));
  const middle = 1 - 2 * side;
  const n = size * size;
  scratch[0] = map[0];
  scratch[n - 1] = map[n - 1];
  for (let i = 1; i < n - 1; i++) scratch[i] = middle * map[i] + side * (map[i - 1] + map[i + 1]);
  for (let i = size; i < n - size; i++) {
    map[i] = middle * scratch[i] + side * (scratch[i - size] + scratch[i + size]);
  }
}
function patternOf(size) {
  const random = new Noise(517121);
  const columns = Float32Array.from({ length: size }, () => random.gaussian());
  return Float32Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return 0.8 * columns[x] + 2 * (lumps[(y * 2 & TILE_MASK) * TILE + (x * 2 & TILE_MASK)] - 0.5);
  });
}
function lookOf2(item, state, itemOptics) {
  const body = thermalBody(item, itemOptics);
  const lossWPerM2K = state.convectionWPerM2K + RADIATIVE_W_PER_M2K * body.emissivity;
  const startK = startTemperature(item, body, state.airTempK, lossWPerM2K);
  const beltK = apparent(state.airTempK, BELT.emissivity, 0, state.airTempK, state);
  const itemK = apparent(startK, body.emissivity, body.transmittance, state.airTempK, state);
  const wetK = apparent(
    startK - body.evaporativeK,
    body.emissivity,
    body.transmittance,
    state.airTempK,
    state
  );
  return { body, startK, lossWPerM2K, beltK, itemK, wetK };
}
function flashOf(look, timeS, state) {
  const { body } = look;
  const flash = state.flashJPerM2 * (1 - state.lampAge);
  const behindK = state.airTempK + BELT.absorptance * flash / (BELT.effusivity * Math.sqrt(Math.PI * timeS));
  const warmed = (whole2) => {
    const warmK = look.startK + body.absorptance * flash * flashRise(whole2, timeS, look.lossWPerM2K);
    return apparent(warmK, body.emissivity, body.transmittance, behindK, state) - look.itemK;
  };
  const belt = apparent(behindK, BELT.emissivity, 0, state.airTempK, state);
  const itemGain = warmed({ ...body, gapM2KPerW: 0 });
  return { beltGain: belt - look.beltK, itemGain, openGain: body.openShare > 0 ? warmed(body) : itemGain };
}
function writeStill(state, maps, look, offsetK) {
  const { cover, wet, still, pattern } = maps;
  const patternK = state.netdK * state.patternShare;
  const clean = 1 - 0.5 * state.lensDirt;
  const base2 = clean * look.beltK + (1 - clean) * state.airTempK + offsetK;
  const step = clean * (look.itemK - look.beltK);
  const wetStep = clean * (look.wetK - look.itemK);
  for (let p2 = 0; p2 < still.length; p2++)
    still[p2] = base2 + step * cover[p2] + wetStep * wet[p2] + patternK * pattern[p2];
}
function writeFilm(film, look, state, maps, offsetK, grain) {
  writeStill(state, maps, look, offsetK);
  const sigmaK = grain ? state.netdK * radianceSlope(303.15) / radianceSlope(look.startK) : 0;
  const clean = 1 - 0.5 * state.lensDirt;
  const { gain, open, belt, still } = maps;
  const { saturationK } = state;
  if (grain) grain.fill(film);
  else film.fill(0);
  for (let f = 0; f < state.frames; f++) {
    const flash = flashOf(look, (f + 1) / state.rateHz, state);
    const itemGain = clean * flash.itemGain;
    const beltGain = clean * flash.beltGain;
    const openGain = clean * (flash.openGain - flash.itemGain);
    for (let p2 = 0, at3 = f * still.length; p2 < still.length; p2++, at3++) {
      const warm = beltGain * belt[p2] + itemGain * gain[p2] + openGain * open[p2];
      const t = still[p2] + warm + sigmaK * film[at3];
      film[at3] = Math.min(t, saturationK);
    }
  }
  killRows(film, state);
}
function killRows(film, state) {
  const { sizePx } = state;
  for (const row of state.deadRows) {
    for (let f = 0; f < state.frames; f++) {
      const from = (f * sizePx + row) * sizePx;
      film.fill(state.airTempK, from, from + sizePx);
    }
  }
}
var Thermograph = class {
  #keys;
  #pose;
  #itemOptics = new ItemOptics();
  #workspaces = /* @__PURE__ */ new Map();
  /** `seed` names all draws of its looks. */
  constructor(seed2) {
    this.#keys = drawKeys(seed2, 0, "sensing/thermograph", ["look", "pixels"]);
    this.#pose = poseKey(seed2);
  }
  /**
   * Apparent temperatures in K after the flash, [frames, size, size], frame f at (f + 1) / rate. `noise` false leaves out the
   * pixel noise.
   */
  render(item, thermograph, out, noise2 = true) {
    const { sizePx: size, frames } = thermograph;
    const film = out ?? new Float32Array(frames * size * size);
    const keys = this.#keys;
    const workspace = kept(this.#workspaces, size, workspaceOf);
    layOut(workspace.geometry, item, this.#pose, viewOf(thermograph));
    const patches = Math.floor(TEXELS * uniformAt(keys.look, item.itemId, 0));
    const offsetK = thermograph.driftKPerMinute * thermograph.minutesSinceShutter + thermograph.offsetSpreadK * normalAt(keys.look, item.itemId, 1);
    const grain = noise2 ? noise(keys.pixels, item.itemId) : null;
    const look = lookOf2(item, thermograph, this.#itemOptics);
    writeMaps(workspace, look.body, patches, thermograph.blurPx);
    writeFilm(film, look, thermograph, workspace, offsetK, grain);
    return film;
  }
};

// sim/senses/thermal/sense.ts
var SMALL_CAMERA_EUR = 400;
var LARGE_CAMERA_EUR = 2500;
var SMALL_CAMERA_PX = 120;
var FLASH_EUR = 300;
var thermal = {
  name: "thermal",
  title: "Thermal",
  fresh: defaultThermograph,
  ranges: ranges_default2.ranges,
  problems: ({ deadRows, sizePx }) => beyondProblems("deadRows", deadRows, sizePx, "rows"),
  cost: thermalCost,
  partsEur: ({ sizePx }) => FLASH_EUR + (sizePx > SMALL_CAMERA_PX ? LARGE_CAMERA_EUR : SMALL_CAMERA_EUR),
  worn: (state, { dirt, lampAge }) => ({
    ...state,
    lensDirt: Math.min(1, state.lensDirt + dirt),
    lampAge: Math.min(1, state.lampAge + lampAge)
  }),
  tested(condition) {
    const good = defaultThermograph();
    return condition === "shifted" ? { ...good, airTempK: good.airTempK + 8, lampAge: 0.3, lensDirt: 0.15 } : { ...good, deadRows: [8, 9], misregistration: 0.1 };
  },
  shape: ({ frames, sizePx }) => [frames, sizePx, sizePx],
  input: { kind: "film", features: 256 },
  drawing: ({ frames, rateHz }) => ({
    kind: "film",
    timesS: Array.from({ length: frames }, (_, f) => (f + 1) / rateHz),
    unit: "K"
  }),
  open(seed2) {
    const thermograph = new Thermograph(seed2);
    return { render: (item, state, noise2 = true) => thermograph.render(item, state, void 0, noise2) };
  }
};

// sim/senses/form/walls.ts
function wallsOf(size, vertices) {
  const map = () => new Float32Array(size * size);
  return { size, path: map(), lost: map(), slant: new Float32Array(vertices) };
}
var SLANTS = 64;
var LEAST_AREA2 = 1e-6;
function lookThrough(mesh, projection, normals, face, walls) {
  walls.path.fill(0);
  walls.lost.fill(0);
  const { cornerX, cornerY, cornerZ } = normals;
  const { slant } = walls;
  for (let i = 0; i < mesh.vertices; i++) slant[i] = cosine(cornerX[i], cornerY[i], cornerZ[i]);
  for (let n = 0; n < mesh.triangles; n++) add(mesh, projection, normals, face, walls, n);
}
function cosine(x, y, z) {
  return Math.abs(z) / Math.sqrt(x * x + y * y + z * z + 1e-30);
}
function add(mesh, { px, py }, { faceX, faceY, faceZ }, face, walls, n) {
  const { size, path: path2, lost, slant } = walls;
  const a = mesh.corners[3 * n];
  const b = mesh.corners[3 * n + 1];
  const c2 = mesh.corners[3 * n + 2];
  const ax = px[a];
  const ay = py[a];
  const bx = px[b];
  const by = py[b];
  const cx = px[c2];
  const cy = py[c2];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(area) < LEAST_AREA2) return;
  const x0 = Math.max(0, Math.ceil((ax < bx ? ax < cx ? ax : cx : bx < cx ? bx : cx) - 0.5)) | 0;
  const x1 = Math.min(size - 1, Math.floor((ax > bx ? ax > cx ? ax : cx : bx > cx ? bx : cx) - 0.5)) | 0;
  const y0 = Math.max(0, Math.ceil((ay < by ? ay < cy ? ay : cy : by < cy ? by : cy) - 0.5)) | 0;
  const y1 = Math.min(size - 1, Math.floor((ay > by ? ay > cy ? ay : cy : by > cy ? by : cy) - 0.5)) | 0;
  if (x1 < x0 || y1 < y0) return;
  const one = 1 / area;
  const ax1 = (by - cy) * one;
  const bx1 = (cy - ay) * one;
  const ay1 = (cx - bx) * one;
  const by1 = (ax - cx) * one;
  const { sharp } = mesh;
  const flat = sharp > 0 ? sharp * cosine(faceX[n], faceY[n], faceZ[n]) : 0;
  const fc = SLANTS * ((1 - sharp) * slant[c2] + flat);
  const fa = SLANTS * (1 - sharp) * (slant[a] - slant[c2]);
  const fb = SLANTS * (1 - sharp) * (slant[b] - slant[c2]);
  const thick = (mesh.wall[a] + mesh.wall[b] + mesh.wall[c2]) / 3;
  for (let y = y0; y <= y1; y++) {
    let wa = ax1 * (x0 + 0.5 - cx) + ay1 * (y + 0.5 - cy);
    let wb = bx1 * (x0 + 0.5 - cx) + by1 * (y + 0.5 - cy);
    for (let x = x0, at3 = y * size + x0; x <= x1; x++, at3++, wa += ax1, wb += bx1) {
      if (wa < 0 || wb < 0 || wa + wb > 1) continue;
      const step = wa * fa + wb * fb + fc | 0;
      path2[at3] = path2[at3] + thick * face.path[step];
      lost[at3] = lost[at3] + face.mirrored[step] + thick * face.bent[step];
    }
  }
}

// sim/senses/optics/cie.json
var cie_default = {
  about: "31 bands, 400 to 700 nm in steps of 10. xBar, yBar, zBar: CIE 1931 2-degree colour matching functions; d65: CIE standard illuminant D65, relative power.",
  source: "CIE 15 tables, from memory; the colour matching functions to 4 digits",
  xBar: [
    0.0143,
    0.0435,
    0.1344,
    0.2839,
    0.3483,
    0.3362,
    0.2908,
    0.1954,
    0.0956,
    0.032,
    49e-4,
    93e-4,
    0.0633,
    0.1655,
    0.2904,
    0.4334,
    0.5945,
    0.7621,
    0.9163,
    1.0263,
    1.0622,
    1.0026,
    0.8544,
    0.6424,
    0.4479,
    0.2835,
    0.1649,
    0.0874,
    0.0468,
    0.0227,
    0.0114
  ],
  yBar: [
    4e-4,
    12e-4,
    4e-3,
    0.0116,
    0.023,
    0.038,
    0.06,
    0.091,
    0.139,
    0.208,
    0.323,
    0.503,
    0.71,
    0.862,
    0.954,
    0.995,
    0.995,
    0.952,
    0.87,
    0.757,
    0.631,
    0.503,
    0.381,
    0.265,
    0.175,
    0.107,
    0.061,
    0.032,
    0.017,
    82e-4,
    41e-4
  ],
  zBar: [
    0.0679,
    0.2074,
    0.6456,
    1.3856,
    1.7471,
    1.7721,
    1.6692,
    1.2876,
    0.813,
    0.4652,
    0.272,
    0.1582,
    0.0782,
    0.0422,
    0.0203,
    87e-4,
    39e-4,
    21e-4,
    17e-4,
    11e-4,
    8e-4,
    3e-4,
    2e-4,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0
  ],
  d65: [
    82.75,
    91.49,
    93.43,
    86.68,
    104.86,
    117.01,
    117.81,
    114.86,
    115.92,
    108.81,
    109.35,
    107.8,
    104.79,
    107.69,
    104.41,
    104.05,
    100,
    96.33,
    95.79,
    88.69,
    90.01,
    89.6,
    87.7,
    83.29,
    83.7,
    80.03,
    80.21,
    82.28,
    78.28,
    69.72,
    71.61
  ]
};

// sim/senses/optics/colour.ts
var visibleNm = Float64Array.from({ length: 31 }, (_, i) => 400 + 10 * i);
var xBar = cie_default.xBar;
var yBar = cie_default.yBar;
var zBar = cie_default.zBar;
var d65 = cie_default.d65;
var C2_M_K = 0.01438776877;
function blackBodyLight(tempK) {
  const power = (nm) => {
    const um = nm / 1e3;
    return 1 / (um * um * um * um * um * Math.expm1(C2_M_K / (nm * 1e-9 * tempK)));
  };
  const middle = power(560);
  return visibleNm.map((nm) => power(nm) / middle);
}
var fromXyz = [
  [3.2404542, -1.5371385, -0.4985314],
  [-0.969266, 1.8760108, 0.041556],
  [0.0556434, -0.2040259, 1.0572252]
];
function rgbWeights(light) {
  const weights = new Float64Array(93);
  for (let c2 = 0; c2 < 3; c2++) {
    const [x, y, z] = fromXyz[c2];
    let white = 0;
    for (let i = 0; i < 31; i++) {
      const w = light[i] * (x * xBar[i] + y * yBar[i] + z * zBar[i]);
      weights[c2 * 31 + i] = w;
      white += w;
    }
    for (let i = 0; i < 31; i++) weights[c2 * 31 + i] /= white;
  }
  return weights;
}
function linearRgb(weights, spectrum, out, at3 = 0) {
  for (let c2 = 0; c2 < 3; c2++) {
    let sum = 0;
    for (let i = 0; i < 31; i++) sum += weights[c2 * 31 + i] * spectrum[i];
    out[at3 + c2] = Math.max(0, sum);
  }
}
function encodeSrgb(linear3) {
  if (linear3 <= 31308e-7) return 12.92 * Math.max(0, linear3);
  return 1.055 * Math.exp(Math.log(linear3) / 2.4) - 0.055;
}
function decodeSrgb(code) {
  if (code <= 0.04045) return code / 12.92;
  return Math.exp(2.4 * Math.log((code + 0.055) / 1.055));
}

// sim/senses/visual/print.ts
var PRINT_CELLS = 64;
var INKS = 8;
function blankPrint() {
  return {
    cells: new Uint8Array(PRINT_CELLS * PRINT_CELLS),
    inks: new Float32Array(3 * INKS),
    ...{ middleU: 0, middleV: 0, halfU: 1, halfV: 1, parts: 1, gloss: 0.8, sheen: 0 }
  };
}
var ink = { ground: 1, first: 2, second: 3, third: 4, dark: 5, pale: 6, half: 7 };
function setInk(print, number2, [r, g, b]) {
  print.inks[3 * number2] = decodeSrgb(r);
  print.inks[3 * number2 + 1] = decodeSrgb(g);
  print.inks[3 * number2 + 2] = decodeSrgb(b);
}
function hue(h, chroma, value) {
  const channel = (shift) => {
    const k = (h * 6 + shift) % 6;
    const ramp = Math.min(1, Math.max(0, Math.abs(k - 3) - 1));
    return value * (1 - chroma + chroma * ramp);
  };
  return [channel(0), channel(4), channel(2)];
}
var SOLIDS = [
  [0.98, 0.98, 0.97],
  [0, 0.62, 0.88],
  [0.9, 0.02, 0.49],
  [0.19, 0.15, 0.51],
  [1, 0.93, 0.04],
  [0, 0.59, 0.25],
  [0.89, 0.08, 0.1],
  [0.06, 0.06, 0.07]
];
function printable([r, g, b]) {
  const [c2, m, y] = [1 - r, 1 - g, 1 - b];
  const out = [0, 0, 0];
  SOLIDS.forEach((solid, k) => {
    const share2 = (k & 1 ? c2 : 1 - c2) * (k & 2 ? m : 1 - m) * (k & 4 ? y : 1 - y);
    for (let i = 0; i < 3; i++) out[i] += share2 * solid[i];
  });
  return out;
}
var mix = (a, b, share2) => [
  a[0] + share2 * (b[0] - a[0]),
  a[1] + share2 * (b[1] - a[1]),
  a[2] + share2 * (b[2] - a[2])
];
var hues = [
  0,
  0.01,
  0.03,
  0.08,
  0.13,
  0.15,
  0.3,
  0.36,
  0.5,
  0.56,
  0.6,
  0.63,
  0.66,
  0.8,
  0.93
];
function packHue(random) {
  const h = hues[Math.floor(random.next() * hues.length)] + 0.03 * (random.next() - 0.5);
  return printable(hue((h + 1) % 1, 0.5 + 0.5 * random.next(), 0.35 + 0.65 * random.next()));
}
function ground(random) {
  const kind2 = random.next();
  if (kind2 < 0.4) return mix([1, 1, 1], packHue(random), 0.06 * random.next());
  if (kind2 < 0.5) return mix([1, 1, 1], packHue(random), 0.2 + 0.3 * random.next());
  if (kind2 < 0.82) return packHue(random);
  return mix([0.05, 0.05, 0.06], packHue(random), 0.35 * random.next());
}
function fill(print, x0, y0, x1, y1, number2) {
  const n = PRINT_CELLS;
  const [fromX, toX] = [Math.max(0, x0 | 0), Math.min(n, x1 | 0)];
  for (let y = Math.max(0, y0 | 0); y < Math.min(n, y1 | 0); y++)
    print.cells.fill(number2, y * n + fromX, y * n + Math.max(fromX, toX));
}
function ellipse(print, x, y, rx, ry, number2) {
  for (let row = Math.ceil(y - ry); row <= y + ry; row++) {
    const d = (row - y) / ry;
    const half = rx * Math.sqrt(Math.max(0, 1 - d * d));
    fill(print, x - half, row, x + half, row + 1, number2);
  }
}
function text(print, random, box, height, gap) {
  const [x0, y0, x1, y1] = box;
  const n = PRINT_CELLS;
  for (let y = Math.ceil(y0); y + height <= y1; y += height + gap) {
    const end = random.next() < 0.2 ? x0 + (x1 - x0) * random.next() : x1;
    for (let x = Math.ceil(x0); x < end; x++) {
      if (random.next() < 0.17) continue;
      const number2 = random.next() < (height > 1 ? 0.6 : 0.06) ? ink.dark : ink.half;
      for (let k = 0; k < height; k++) {
        if (x < 0 || x >= n || y + k < 0 || y + k >= n) continue;
        print.cells[(y + k) * n + x] = number2;
      }
    }
  }
}
function barCode(print, random, x, y) {
  const [w, h] = [10 + Math.floor(random.next() * 8), 6 + Math.floor(random.next() * 5)];
  fill(print, x - 1, y - 1, x + w + 1, y + h + 1, ink.pale);
  for (let k = 0; k < w; k++)
    if (random.next() < 0.55)
      fill(print, x + k, y, x + k + 1, y + h, random.next() < 0.5 ? ink.dark : ink.half);
}
function picture(print, random, box) {
  const [x0, y0, x1, y1] = box;
  fill(print, x0, y0, x1, y1, random.next() < 0.5 ? ink.first : ink.third);
  const spots = 4 + Math.floor(random.next() * 8);
  for (let k = 0; k < spots; k++) {
    const rx = (x1 - x0) * (0.05 + 0.25 * random.next());
    const ry = (y1 - y0) * (0.05 + 0.25 * random.next());
    const x = x0 + rx + (x1 - x0 - 2 * rx) * random.next();
    const y = y0 + ry + (y1 - y0 - 2 * ry) * random.next();
    ellipse(print, x, y, rx, ry, ink.first + Math.floor(random.next() * 6));
  }
}

// sim/senses/visual/artwork.ts
function pack(print, random) {
  const n = PRINT_CELLS;
  fill(print, 0, 0, n, n, ink.ground);
  const bands = Math.floor(random.next() * 4);
  for (let k = 0; k < bands; k++) {
    const at3 = n * random.next();
    const wide = n * (0.04 + 0.3 * random.next());
    const number3 = ink.first + Math.floor(random.next() * 3);
    if (random.next() < 0.7) fill(print, at3, 0, at3 + wide, n, number3);
    else fill(print, 0, at3, n, at3 + wide, number3);
  }
  if (random.next() < 0.5) {
    const [x, y] = [n * (0.2 + 0.6 * random.next()), n * (0.2 + 0.6 * random.next())];
    const size = n * (0.1 + 0.25 * random.next());
    if (random.next() < 0.5)
      ellipse(
        print,
        x,
        y,
        size,
        size * (0.5 + 0.8 * random.next()),
        ink.first + Math.floor(random.next() * 3)
      );
    else picture(print, random, [x - size, y - size, x + size, y + size]);
  }
  const name = 5 + Math.floor(random.next() * 9);
  const from = n * (0.1 + 0.5 * random.next());
  const number2 = random.next() < 0.5 ? ink.pale : random.next() < 0.5 ? ink.dark : ink.second;
  for (let y = n * 0.15; y < n * 0.85; y += 3 + Math.floor(random.next() * 3))
    if (random.next() < 0.8) fill(print, from, y, from + name, y + 2 + random.next() * 2, number2);
  for (let k = 0; k < 2; k++) {
    if (random.next() < 0.6) {
      const x = n * 0.8 * random.next();
      const y = n * 0.7 * random.next();
      text(print, random, [x, y, x + n * 0.35, y + n * (0.15 + 0.3 * random.next())], 1, 1);
    }
  }
  if (random.next() < 0.4)
    barCode(print, random, Math.floor(48 * random.next()), Math.floor(50 * random.next()));
}
function newsPage(print, random) {
  const n = PRINT_CELLS;
  print.cells.fill(0);
  const columns = 3 + Math.floor(random.next() * 3);
  const wide = n / columns;
  for (let c2 = 0; c2 < columns; c2++) {
    let y = 2 + Math.floor(random.next() * 3);
    while (y < n - 4) {
      const kind2 = random.next();
      const tall = 6 + Math.floor(random.next() * 20);
      const box = [1 + c2 * wide, y, (c2 + 1) * wide - 1, Math.min(n - 2, y + tall)];
      if (kind2 < 0.15)
        picture(print, random, [box[0], box[1], box[2] + (random.next() < 0.4 ? wide : 0), box[3]]);
      else if (kind2 < 0.3) text(print, random, [box[0], box[1], box[2], box[1] + 8], 3, 1);
      else text(print, random, box, 1, random.next() < 0.4 ? 1 : 0);
      y += (kind2 >= 0.15 && kind2 < 0.3 ? 8 : tall) + 2;
    }
  }
}
function letter(print, random, cover) {
  const n = PRINT_CELLS;
  print.cells.fill(0);
  if (random.next() < 0.5) picture(print, random, [4, 3, 10 + n * 0.3 * random.next(), 9]);
  const height = random.next() < 0.25 ? 2 : 1;
  const gap = Math.min(3, Math.floor((0.4 * random.next() + 0.15) / Math.max(0.1, cover)));
  let y = 8 + Math.floor(random.next() * 10);
  while (y < n * (0.5 + 0.5 * random.next())) {
    const tall = 5 + Math.floor(random.next() * 14);
    text(print, random, [5, y, n - 5, Math.min(n - 4, y + tall)], height, gap);
    y += tall + 2 + Math.floor(random.next() * 6);
  }
  if (random.next() < 0.2)
    for (let k = 0; k < 6; k++) fill(print, 6, 30 + 4 * k, n - 6, 31 + 4 * k, ink.half);
}
function boardPrint(print, random) {
  const n = PRINT_CELLS;
  print.cells.fill(0);
  const marks2 = 1 + Math.floor(random.next() * 3);
  for (let k = 0; k < marks2; k++) {
    const [x, y] = [n * 0.75 * random.next(), n * 0.75 * random.next()];
    const [w, h] = [n * (0.12 + 0.35 * random.next()), n * (0.06 + 0.2 * random.next())];
    const kind2 = random.next();
    if (kind2 < 0.45) text(print, random, [x, y, x + w, y + h], 2 + Math.floor(random.next() * 4), 2);
    else if (kind2 < 0.65) ellipse(print, x + w / 2, y + h / 2, w / 2, h / 2, ink.dark);
    else if (kind2 < 0.85) fill(print, x, y, x + w, y + h, ink.dark);
    else barCode(print, random, Math.floor(x), Math.floor(y));
  }
}
function packInks(print, random, own) {
  const base2 = ground(random);
  setInk(print, ink.ground, base2);
  setInk(print, ink.first, own);
  setInk(print, ink.second, packHue(random));
  setInk(print, ink.third, packHue(random));
  const light = base2[0] + base2[1] + base2[2] > 1.2;
  const dark = light ? [0.1, 0.1, 0.12] : [0.95, 0.95, 0.92];
  setInk(print, ink.dark, dark);
  setInk(print, ink.half, mix(base2, dark, 0.4));
  setInk(print, ink.pale, [0.95, 0.95, 0.94]);
}
var TEXT = 0.3;
function paperInks(print, random, base2, colours, own) {
  const dark = random.next() < 0.75 ? [0.2, 0.19, 0.2] : mix(own, [0.1, 0.1, 0.1], 0.3);
  const tint = (k) => random.next() < colours ? mix(base2, k === 0 ? own : packHue(random), 0.75) : mix(base2, dark, 0.25 + 0.5 * random.next());
  setInk(print, ink.ground, base2);
  setInk(print, ink.first, tint(0));
  setInk(print, ink.second, tint(1));
  setInk(print, ink.third, tint(2));
  setInk(print, ink.dark, dark);
  setInk(print, ink.half, mix(base2, dark, TEXT));
  setInk(print, ink.pale, base2);
}
var FLYER = { news: 0.35, office: 0.3 };
var BODY = 1 << PART.body;
var LID2 = 1 << PART.cap;
function drawPrint(print, item, look, random) {
  const printed = drawNew(print, item, look, random);
  if (printed) fade(print.inks, item);
  return printed;
}
function fade(inks, { inkCyanLeft, inkMagentaLeft, inkYellowLeft }) {
  for (let at3 = 0; at3 < inks.length; at3 += 3) {
    inks[at3] = 1 - (1 - inks[at3]) * inkCyanLeft;
    inks[at3 + 1] = 1 - (1 - inks[at3 + 1]) * inkMagentaLeft;
    inks[at3 + 2] = 1 - (1 - inks[at3 + 2]) * inkYellowLeft;
  }
}
function drawNew(print, item, look, random) {
  const own = printable([item.labelRed, item.labelGreen, item.labelBlue]);
  const paper = look.texture === "fibre" || look.texture === "flute";
  if (item.labelCover <= 0 && !paper) return false;
  Object.assign(print, { middleU: 0, middleV: 0, halfU: 1, halfV: 1, parts: BODY, gloss: 0.8, sheen: 0 });
  if (paper && item.thicknessM < 5e-4) return paperPrint(print, item, look, random, own);
  if (look.texture === "flute" || paper && item.labelCover > 0) return cardPrint(print, item, random, own);
  if (paper) return false;
  packInks(print, random, own);
  pack(print, random);
  print.sheen = SHEEN * random.next();
  place2(print, item, random);
  return true;
}
function paperPrint(print, item, look, random, own) {
  const news = look.labelShare === 1;
  if (item.labelCover <= 0) return false;
  const flyer = random.next() < (news ? FLYER.news : FLYER.office);
  const base2 = news ? [0.81, 0.79, 0.73] : [0.94, 0.94, 0.92];
  if (flyer) {
    packInks(print, random, own);
    if (random.next() < 0.5) {
      pack(print, random);
      text(print, random, [6, 20, 58, 44], 1, 1);
    } else {
      print.cells.fill(ink.ground);
      picture(print, random, [0, 0, 64, 64 * (0.3 + 0.7 * random.next())]);
      text(print, random, [4, 40, 60, 62], 1, 1);
      text(print, random, [4, 4, 60, 14], 4, 1);
    }
    print.gloss = random.next() < 0.6 ? 0.9 : 0.15;
    return true;
  }
  print.gloss = 0.1;
  paperInks(print, random, base2, news ? 0.4 : 0.3, own);
  if (news) newsPage(print, random);
  else letter(print, random, item.labelCover);
  return true;
}
var FOLDING_BOX = 0.3;
function cardPrint(print, item, random, own) {
  if (item.labelCover <= 0) return false;
  if (random.next() < FOLDING_BOX) {
    packInks(print, random, own);
    pack(print, random);
    print.gloss = 0.7;
    return true;
  }
  print.gloss = 0.05;
  paperInks(print, random, [0.63, 0.5, 0.36], 0.5, own);
  boardPrint(print, random);
  return true;
}
var SHEEN = 0.8;
var WHOLE = 0.75;
function place2(print, item, random) {
  const { labelKind, labelCover } = item;
  const around = item.shape === "bottle" || item.shape === "cup" || item.shape === "can";
  const whole2 = item.shape === "box" || (item.shape === "bag" || item.shape === "can") && labelCover > 0.3;
  if (whole2 || labelCover > WHOLE || labelKind === "in-mould" && labelCover > 0.5) {
    print.halfV = 0;
    print.parts = BODY | (random.next() < 0.5 ? LID2 : 0);
    return;
  }
  const bound = around && labelKind !== "sticker";
  const half = bound ? labelCover : Math.min(0.9, Math.sqrt(labelCover));
  print.halfU = half;
  print.middleU = (random.next() - 0.5) * (1 - half) * (around ? 0.9 : 1.2) - (around ? 0.15 : 0);
  print.halfV = bound ? 0 : around ? 0.32 : half;
  print.middleV = around ? 0 : (random.next() - 0.5) * (1 - half);
}

// sim/senses/visual/belt.ts
var BELT2 = { weave: 0.2, stains: 0.16 };
function beltTile(texture) {
  const base2 = 1 - 0.5 * texture * (BELT2.weave + BELT2.stains);
  return Float32Array.from(
    { length: TEXELS },
    (_, i) => base2 + texture * (BELT2.weave * grains[i] + BELT2.stains * lumps[i])
  );
}

// sim/senses/visual/clear.ts
var BEND_PX = { thin: 1.5, thick: 7 };
var LONGEST = { hollow: 6, flat: 1.35 };
var UNLIT = { tinted: 0.3, mirrored: 0.85 };
var CAUSTIC = 0.12;
var MILKY = { from: 0.25, to: 0.5 };
var BENT = { from: 0.62, to: 0.2, thickM: 25e-4 };
var THIN_BEND = 0.3;
function smoothStep2(t) {
  const x = Math.min(1, Math.max(0, t));
  return x * x * (3 - 2 * x);
}
function schlick(fresnel, cos) {
  const slant = 1 - cos;
  return fresnel + (1 - fresnel) * slant * slant * slant * slant * slant;
}
function bendOf({ thicknessM, hollow: hollow2 }) {
  const thick = Math.min(1, thicknessM / BENT.thickM);
  return hollow2 ? THIN_BEND + (1 - THIN_BEND) * thick : 0.35 * thick;
}
function faceOf(body) {
  const table2 = () => new Float32Array(SLANTS + 1);
  const face = { path: table2(), mirrored: table2(), bent: table2() };
  const longest = body.hollow ? LONGEST.hollow : LONGEST.flat;
  const bent = bendOf(body);
  for (let i = 0; i <= SLANTS; i++) {
    const cos = (i + 0.5) / SLANTS;
    const r = schlick(body.fresnel, Math.min(1, cos));
    const away = bent * smoothStep2((BENT.from - cos) / (BENT.from - BENT.to));
    face.path[i] = Math.min(longest, 1 / cos) / body.facesPerWall;
    face.mirrored[i] = Math.log((1 - r) / (1 + r)) / body.facesPerWall;
    face.bent[i] = Math.log(Math.max(0.03, 1 - 0.95 * away)) / body.facesPerWall;
  }
  return face;
}
var PATH_STEPS = 8;
var MOST_WALLS = 16;
function transmittances({ through }, { wallCount, fresnel }) {
  const steps2 = MOST_WALLS * PATH_STEPS + 1;
  const kept2 = new Float64Array(6 * steps2);
  const clear = clearest(fresnel, wallCount);
  for (let c2 = 0; c2 < 6; c2++) {
    const depth = Math.log(Math.max(1e-4, Math.min(1, through[c2] / clear))) / wallCount;
    for (let step = 0; step < steps2; step++)
      kept2[6 * step + c2] = Math.exp(depth * (step + 0.5) / PATH_STEPS);
  }
  return kept2;
}
var HALL2 = { dark: 0.14, bright: 0.5 };
var FIRST_LAMP = 3;
var RAY = 10;
function raysOf({ hall, lamps }, sigma) {
  const rays = new Float64Array(FIRST_LAMP + RAY * lamps.length);
  for (let c2 = 0; c2 < 3; c2++) rays[c2] = HALL2.dark * hall[c2];
  lamps.forEach(({ x, y, mirrorX, mirrorY, wideX, wideY, light }, k) => {
    const [vx, vy] = [sigma * sigma + wideX, sigma * sigma + wideY];
    const peak = 1 / (8 * Math.sqrt(vx * vy));
    rays.set([x, y, mirrorX, mirrorY, 0.5 / vx, 0.5 / vy, peak, ...light], FIRST_LAMP + RAY * k);
  });
  return rays;
}
var IMAGE_END = 6;
function hallLight({ tiltX, tiltY, texel }, pixel, rays, to) {
  const tx = tiltX[pixel];
  const ty = tiltY[pixel];
  const uneven = Math.max(0, 0.45 + creaseSlopes.x[texel[pixel] * 3 & TEXEL_MASK]);
  const across = HALL2.bright * uneven / (tx * tx + ty * ty + 1e-9);
  for (let c2 = 0; c2 < 3; c2++) {
    to[c2] = rays[c2];
    to[c2 + 3] = 0;
  }
  for (let at3 = FIRST_LAMP; at3 < rays.length; at3 += RAY) {
    const far = tx * rays[at3] + ty * rays[at3 + 1];
    if (far < 0) {
      const bent = across * far * far;
      for (let c2 = 0; c2 < 3; c2++) to[c2] = to[c2] + bent * rays[at3 + 7 + c2];
    }
    const dx = tx + rays[at3 + 2];
    const dy = ty + rays[at3 + 3];
    const place4 = dx * dx * rays[at3 + 4] + dy * dy * rays[at3 + 5];
    if (place4 > IMAGE_END) continue;
    const image = rays[at3 + 6] * Math.exp(-place4);
    for (let c2 = 3; c2 < 6; c2++) to[c2] = to[c2] + image * rays[at3 + 4 + c2];
  }
}
function clearest(fresnel, wallCount) {
  return (1 - fresnel) / (1 + (2 * wallCount - 1) * fresnel);
}
function takeMirrors({ geometry, paint, palette }, { fresnel, wallCount }, milky) {
  const { inside, count } = geometry;
  const { colour, clear } = paint;
  const clean = clearest(fresnel, wallCount);
  const inner2 = (1 - milky) * (1 - clean - fresnel);
  const mirror = Float64Array.from(palette.through.subarray(0, 3), (t) => inner2 * (t / clean) * (t / clean));
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const share2 = clear[pixel];
    for (let c2 = 0; c2 < 3; c2++) {
      const own = colour[3 * pixel + c2];
      colour[3 * pixel + c2] = Math.max(0, own - share2 * mirror[c2]);
    }
  }
}
function seeThrough(sight, body, white, ground2, seen) {
  const { palette, geometry, walls } = sight;
  const milky = Math.min(1, Math.max(0, (palette.body[1] - MILKY.from) / (MILKY.to - MILKY.from)));
  takeMirrors(sight, body, milky);
  if (milky === 1) glow(sight, body, seen);
  else {
    const { mesh, projection, normals } = geometry.stage;
    lookThrough(mesh, projection, normals, faceOf(body), walls);
    lookBehind(sight, body, milky, white, ground2, seen);
  }
}
function glow({ geometry, paint, palette, lighting }, body, seen) {
  const { inside, count, tiltX, tiltY, wall: wall2, sky } = geometry;
  const { colour, clear } = paint;
  const kept2 = transmittances(palette, body);
  const last = kept2.length / 6 - 1;
  const clean = clearest(body.fresnel, body.wallCount);
  const even = Float64Array.from(lighting.ground, (light) => light / 0.7 * clean);
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const at3 = 3 * pixel;
    const tx = tiltX[pixel];
    const ty = tiltY[pixel];
    const path2 = body.wallCount * wall2[pixel] / Math.sqrt(1 - tx * tx - ty * ty);
    const step = 6 * Math.min(last, path2 * PATH_STEPS | 0);
    const share2 = clear[pixel] * (0.8 + 0.2 * sky[pixel]);
    for (let c2 = 0; c2 < 3; c2++) {
      const tint = kept2[step + c2];
      const lit = UNLIT.tinted + (1 - UNLIT.tinted) * tint;
      seen[at3 + c2] = share2 * tint * lit * even[c2] / (1 - Math.min(0.9, colour[at3 + c2] * even[c2]));
    }
  }
}
function lookBehind(sight, body, milky, white, ground2, seen) {
  const { geometry, paint, palette, lighting, walls } = sight;
  const veil = Math.max(milky, 1 - (1 - body.haze) * (body.hollow ? 1 - body.haze : 1));
  const { size, inside, count, texel: texels, tiltX, tiltY, sky } = geometry;
  const { colour, clear } = paint;
  const kept2 = transmittances(palette, body);
  const last = kept2.length / 6 - 1;
  const bend2 = (BEND_PX.thin + (BEND_PX.thick - BEND_PX.thin) * bendOf(body)) * size / 64;
  const even = Float64Array.from(lighting.ground, (light2) => light2 / 0.7);
  const perWhite = Float64Array.from(white, (level) => 1 / level);
  const rays = raysOf(lighting, sight.sigma);
  const light = new Float64Array(6);
  const glint = body.hollow ? 2 * body.fresnel : 0;
  const edge = size - 1;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const at3 = 3 * pixel;
    const share2 = clear[pixel] * (0.8 + 0.2 * sky[pixel]);
    const tx = tiltX[pixel];
    const ty = tiltY[pixel];
    const texel = texels[pixel] * 3 & TEXEL_MASK;
    const y = pixel / size | 0;
    const column = Math.round(pixel - y * size + bend2 * (tx + 0.12 * creaseSlopes.x[texel])) | 0;
    const row = Math.round(y + bend2 * (ty + 0.12 * creaseSlopes.y[texel])) | 0;
    const inX = column < 0 ? 0 : column > edge ? edge : column;
    const from = 3 * ((row < 0 ? 0 : row > edge ? edge : row) * size + inX);
    const path2 = walls.path[pixel] * PATH_STEPS | 0;
    const step = 6 * (path2 < last ? path2 : last);
    const left = Math.exp(walls.lost[pixel]);
    hallLight(geometry, pixel, rays, light);
    const flat = 1 - tx * tx - ty * ty - 0.81;
    const caustic = body.hollow && flat > 0 ? 1 + 5.3 * CAUSTIC * flat : 1;
    const lit = caustic * (UNLIT.mirrored + (1 - UNLIT.mirrored) * left);
    const aged = lumps[texels[pixel] + 4133 & TEXEL_MASK];
    for (let c2 = 0; c2 < 3; c2++) {
      const tint = kept2[step + c2] + (kept2[step + c2 + 3] - kept2[step + c2]) * aged;
      const own = lit * (UNLIT.tinted + (1 - UNLIT.tinted) * tint);
      const behind = own * (ground2[from + c2] * perWhite[c2] * (1 - veil) + veil * even[c2]);
      const seenHere = milky === 0 ? behind : behind / (1 - milky * Math.min(0.9, colour[at3 + c2] * even[c2]));
      const view = left * (seenHere + glint * light[c2 + 3]) + light[c2] * (1 - left);
      seen[at3 + c2] = share2 * tint * view;
    }
  }
}

// sim/senses/visual/jpeg.ts
var LUMA = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55],
  ...[14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62],
  ...[18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99]
];
var CHROMA = [
  ...[17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99],
  ...[24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99],
  ...[99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99],
  ...[99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99]
];
var basis = Float64Array.from({ length: 64 }, (_, i) => {
  const [k, x] = [i >> 3, i & 7];
  return Math.cos((2 * x + 1) * k * Math.PI / 16) * (k === 0 ? Math.SQRT1_2 : 1) * 0.5;
});
function stepsOf(table2, quality) {
  const scale = quality < 50 ? 5e3 / quality : 200 - 2 * quality;
  return Float64Array.from(
    table2,
    (step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100)))
  );
}
function jpegLoss(frame, size, quality) {
  const n = size * size;
  const half = Math.ceil(size / 2);
  const luma = new Float64Array(n);
  const blue = new Float64Array(half * half);
  const red = new Float64Array(half * half);
  for (let p2 = 0; p2 < n; p2++) {
    const [r, g, b] = [frame[3 * p2], frame[3 * p2 + 1], frame[3 * p2 + 2]];
    const y = 0.299 * r + 0.587 * g + 0.114 * b;
    luma[p2] = y - 128;
    const cell = (Math.floor(p2 / size) >> 1) * half + (p2 % size >> 1);
    blue[cell] += 0.564 * (b - y) / 4;
    red[cell] += 0.713 * (r - y) / 4;
  }
  quantise(luma, size, stepsOf(LUMA, quality));
  quantise(blue, half, stepsOf(CHROMA, quality));
  quantise(red, half, stepsOf(CHROMA, quality));
  for (let p2 = 0; p2 < n; p2++) {
    const y = luma[p2] + 128;
    const cell = (Math.floor(p2 / size) >> 1) * half + (p2 % size >> 1);
    frame[3 * p2] = toCode(y + 1.402 * red[cell]);
    frame[3 * p2 + 1] = toCode(y - 0.344 * blue[cell] - 0.714 * red[cell]);
    frame[3 * p2 + 2] = toCode(y + 1.772 * blue[cell]);
  }
}
function quantise(plane, side, steps2) {
  const block = new Float64Array(64);
  for (let y = 0; y < side; y += 8)
    for (let x = 0; x < side; x += 8) {
      const place4 = (i) => Math.min(side - 1, y + (i >> 3)) * side + Math.min(side - 1, x + (i & 7));
      for (let i = 0; i < 64; i++) block[i] = plane[place4(i)];
      turn(block, false);
      for (let i = 0; i < 64; i++) block[i] = Math.round(block[i] / steps2[i]) * steps2[i];
      turn(block, true);
      for (let i = 0; i < 64; i++) if (y + (i >> 3) < side && x + (i & 7) < side) plane[place4(i)] = block[i];
    }
}
function turn(block, back) {
  const rows4 = new Float64Array(64);
  for (let i = 0; i < 8; i++)
    for (let k = 0; k < 8; k++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += block[i * 8 + x] * basis[back ? x * 8 + k : k * 8 + x];
      rows4[i * 8 + k] = sum;
    }
  for (let k = 0; k < 8; k++)
    for (let i = 0; i < 8; i++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += rows4[y * 8 + k] * basis[back ? y * 8 + i : i * 8 + y];
      block[i * 8 + k] = sum;
    }
}
function toCode(value) {
  return value < 0 ? 0 : value > 255 ? 255 : value + 0.5 | 0;
}

// sim/senses/visual/develop.ts
var MIDDLE = 118;
function develop(frame, camera, scratch) {
  const { sizePx: size, sharpening, contrast, saturation, jpegQuality } = camera;
  if (sharpening > 0) sharpen(frame, size, sharpening, scratch);
  if (contrast !== 1 || saturation !== 1) grade(frame, contrast, saturation);
  if (jpegQuality > 0) jpegLoss(frame, size, jpegQuality);
}
function sharpen(frame, size, amount, scratch) {
  const row = 3 * size;
  scratch.set(frame);
  for (let y = 1; y < size - 1; y++)
    for (let at3 = y * row + 3; at3 < (y + 1) * row - 3; at3++) {
      const around = scratch[at3 - 3] + scratch[at3 + 3] + scratch[at3 - row] + scratch[at3 + row];
      frame[at3] = toCode(scratch[at3] + amount * (4 * scratch[at3] - around));
    }
}
function grade(frame, contrast, saturation) {
  for (let at3 = 0; at3 < frame.length; at3 += 3) {
    const luma = 0.299 * frame[at3] + 0.587 * frame[at3 + 1] + 0.114 * frame[at3 + 2];
    const grey = MIDDLE + contrast * (luma - MIDDLE);
    for (let c2 = 0; c2 < 3; c2++)
      frame[at3 + c2] = toCode(grey + contrast * saturation * (frame[at3 + c2] - luma));
  }
}

// sim/senses/visual/lamps.ts
var draw6 = { count: 10, share: 11, slope: 12, slopeTo: 13, cast: 14, hall: 15, lamp: 20 };
var LAMP_DRAWS = 6;
var RAD = Math.PI / 180;
var bars = [
  { azimuth: -90, elevation: 55, share: 0.58, sizeAlong: 34, sizeAcross: 8, cast: 0 },
  { azimuth: 90, elevation: 55, share: 0.42, sizeAlong: 34, sizeAcross: 8, cast: 0 }
];
function roomSpots(at3) {
  const count = 1 + Math.floor(4 * at3(draw6.count));
  const spots = [];
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const own = (i) => at3(draw6.lamp + LAMP_DRAWS * k + i);
    const share2 = k === 0 ? 1 : 0.12 + 0.7 * own(0) * own(0);
    const size = 4 + 30 * own(3) * own(3);
    spots.push({
      azimuth: 360 * own(1),
      elevation: 25 + 60 * own(2),
      share: share2,
      sizeAlong: size * (1 + 2 * own(4)),
      sizeAcross: size,
      cast: 0.16 * (own(5) - 0.5)
    });
    sum += share2;
  }
  return spots.map((spot) => ({ ...spot, share: spot.share / sum }));
}
function lampFrom(spot, strength, cos, sin, turn2) {
  const azimuth = spot.azimuth * RAD + turn2;
  const [ce, se] = [Math.cos(spot.elevation * RAD), Math.sin(spot.elevation * RAD)];
  const [wx, wy, wz] = [ce * Math.cos(azimuth), ce * Math.sin(azimuth), se];
  const [x, y, z] = [wx, wy * cos - wz * sin, wy * sin + wz * cos];
  const half = Math.sqrt(Math.max(0.02, 2 + 2 * z));
  const light = strength * spot.share / se;
  const along = spot.sizeAlong * RAD / 4;
  const across = spot.sizeAcross * RAD / 4;
  const sideways = Math.sin(azimuth) * Math.sin(azimuth);
  return {
    x,
    y,
    z,
    light: [light * (1 + spot.cast), light, light * (1 - spot.cast)],
    mirrorX: x / half,
    mirrorY: y / half,
    wideX: along * along * sideways + across * across * (1 - sideways),
    wideY: across * across * sideways + along * along * (1 - sideways)
  };
}
function lightingOf(camera, at3, ground2, cos, sin) {
  const room = camera.lampSpread;
  const hallShare = camera.ambientShare * (1 + room * (1.3 * at3(draw6.share) - 0.6));
  const spots = room > 0 ? roomSpots(at3) : bars;
  const turn2 = room > 0 ? 0 : 0.3 * (at3(3) - 0.5);
  const cast = 0.12 * room * (at3(draw6.cast) - 0.5);
  const direct = 1 - hallShare;
  const lamps = spots.map((spot) => lampFrom(spot, direct, cos, sin, turn2));
  const steep = camera.lightGradient * at3(draw6.slope);
  const towards = 2 * Math.PI * at3(draw6.slopeTo);
  return {
    lamps,
    hall: [hallShare * (1 + cast), hallShare, hallShare * (1 - cast)],
    ground: [0.7 * ground2[0], 0.7 * ground2[1], 0.7 * ground2[2]],
    upY: -sin,
    upZ: cos,
    slopeX: steep * Math.cos(towards),
    slopeY: steep * Math.sin(towards),
    hallAt: Math.floor(4096 * at3(draw6.hall))
  };
}

// sim/senses/visual/shadow.ts
var CELL = 2;
function shadowsOf(size, vertices) {
  const side = Math.ceil(size / CELL);
  const n = side * side;
  return {
    side,
    dark: new Float32Array(n),
    mask: new Uint8Array(n),
    scratch: new Float32Array(n),
    px: new Float32Array(vertices),
    py: new Float32Array(vertices)
  };
}
var CONTACT = 0.75;
var WEAK = 0.28;
function castShadows(geometry, lighting, strength, shadows) {
  const { dark, mask, side } = shadows;
  touch(geometry, CONTACT * strength * lighting.hall[1], shadows);
  const { upY, upZ } = lighting;
  for (const lamp of lighting.lamps) {
    const down = lamp.y * upY + lamp.z * upZ;
    const share2 = strength * lamp.light[1] * down;
    if (share2 < WEAK * strength) continue;
    pressFlat(geometry, lamp, down, shadows);
    fillMask(geometry, shadows);
    for (let i = 0; i < dark.length; i++) dark[i] = dark[i] + share2 * mask[i];
  }
  soften(dark, side, Math.max(1, Math.round(side / 40)), shadows.scratch);
}
function touch({ size, cover }, strength, { dark, side }) {
  for (let y = 0, cell = 0; y < side; y++)
    for (let x = 0; x < side; x++) dark[cell++] = strength * cover[CELL * (y * size + x)];
}
function pressFlat(geometry, lamp, down, { px, py }) {
  const { mesh, projection } = geometry.stage;
  const { wx, wy, wz, cos, sin, perM, middleX, middleY, middleZ, centreX, centreY, distanceM } = projection;
  const alongX = lamp.x / down;
  const alongY = (lamp.y * cos + lamp.z * sin) / down;
  for (let i = 0; i < mesh.vertices; i++) {
    const x = wx[i] - wz[i] * alongX;
    const y = wy[i] - wz[i] * alongY;
    const scale = perM * distanceM / (distanceM - (y * sin - middleZ));
    px[i] = (centreX + (x - middleX) * scale) / CELL;
    py[i] = (centreY + (y * cos - middleY) * scale) / CELL;
  }
}
function fillMask({ stage }, { mask, px, py, side }) {
  const { corners, triangles, twoSided } = stage.mesh;
  mask.fill(0);
  for (let n = 0; n < triangles; n++) {
    const a = corners[3 * n];
    const b = corners[3 * n + 1];
    const c2 = corners[3 * n + 2];
    const ax = px[a];
    const ay = py[a];
    const cx = px[c2];
    const cy = py[c2];
    const bx = px[b];
    const by = py[b];
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area < 1e-6 && !(twoSided && area < -1e-6)) continue;
    const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5)) | 0;
    const y1 = Math.min(side - 1, Math.floor(Math.max(ay, by, cy) - 0.5)) | 0;
    for (let y = y0; y <= y1; y++) {
      const line = y + 0.5;
      let low = 1e9;
      let high = -1e9;
      if (ay > line !== by > line) {
        const x = ax + (line - ay) * (bx - ax) / (by - ay);
        low = x;
        high = x;
      }
      if (by > line !== cy > line) {
        const x = bx + (line - by) * (cx - bx) / (cy - by);
        if (x < low) low = x;
        if (x > high) high = x;
      }
      if (cy > line !== ay > line) {
        const x = cx + (line - cy) * (ax - cx) / (ay - cy);
        if (x < low) low = x;
        if (x > high) high = x;
      }
      const from = Math.max(0, Math.ceil(low - 0.5)) | 0;
      const to = Math.min(side - 1, Math.floor(high - 0.5)) | 0;
      const end = y * side + to;
      for (let at3 = y * side + from; at3 <= end; at3++) mask[at3] = 1;
    }
  }
}
function soften(map, size, radius, scratch) {
  runningMean(map, scratch, size, 1, size, radius);
  runningMean(scratch, map, size, size, 1, radius);
}
function runningMean(from, to, size, step, line, radius) {
  const one = 1 / (2 * radius + 1);
  for (let k = 0; k < size; k++) {
    const start = k * line;
    const last = start + (size - 1) * step;
    let sum = radius * from[start];
    for (let i = 0; i <= radius; i++) sum += from[Math.min(last, start + i * step)];
    for (let i = 0, at3 = start; i < size; i++, at3 += step) {
      to[at3] = sum * one;
      const ahead = at3 + (radius + 1) * step;
      const behind = at3 - radius * step;
      sum += from[ahead > last ? last : ahead] - from[behind < start ? start : behind];
    }
  }
}

// sim/senses/visual/light.ts
var LOBE_END = 8;
var LOBE_STEPS = 256;
var LOBE_LAST = LOBE_END * LOBE_STEPS;
var lobe = Float32Array.from(
  { length: LOBE_LAST + 1 },
  (_, i) => i < LOBE_LAST ? Math.exp(-i / LOBE_STEPS) : 0
);
var WORN_DEG = 12;
var SIGMA = { least: 0.015, most: 0.5 };
function glossSigma(item) {
  const rougher = Math.max(0, Math.log1p(item.roughnessUm) - Math.log1p(item.freshRoughnessUm));
  const wornDeg = WORN_DEG * (rougher + 0.5 * (1 - item.glossLeft));
  const sigma = (item.glossSigmaDeg + wornDeg) * Math.PI / 360;
  return Math.min(SIGMA.most, Math.max(SIGMA.least, sigma));
}
var FIRST_LAMP2 = 10;
var RAY2 = 11;
function raysOf2({ lamps, hall, ground: ground2, upY, upZ, hallAt }, sigma) {
  const values = new Float64Array(FIRST_LAMP2 + RAY2 * lamps.length);
  const sharp = Math.max(0, 1 - sigma / BLURRED);
  values.set([...hall, ...ground2, upY, upZ, hallAt, HALL_CONTRAST * sharp]);
  lamps.forEach((lamp, k) => {
    const [vx, vy] = [sigma * sigma + lamp.wideX, sigma * sigma + lamp.wideY];
    const peak = 1 / (8 * Math.sqrt(vx * vy));
    const narrow = LOBE_STEPS / 2;
    values.set(
      [lamp.x, lamp.y, lamp.z, ...lamp.light, lamp.mirrorX, lamp.mirrorY, narrow / vx, narrow / vy, peak],
      FIRST_LAMP2 + RAY2 * k
    );
  });
  return values;
}
var WALL = 0.02;
var CEILING = 1.5;
var BEHIND_LENS = 0.06;
var HALL_TEXELS = 12;
var HALL_CONTRAST = 2;
var BLURRED = 0.12;
var SHADY = 0.6;
var DEEP = 0.05;
var OPEN2 = 0.9;
function lightGround({ reflectance, tile, columns, offset }, tint, lighting, { white }, { dark, side }, out) {
  const size = columns.length;
  const { slopeX, slopeY } = lighting;
  const red = reflectance * white[0] * tint[0];
  const green = reflectance * white[1] * tint[1];
  const blue = reflectance * white[2] * tint[2];
  const one = 1 / size;
  for (let y = 0, at3 = 0; y < size; y++) {
    const cells = (y / CELL | 0) * side;
    const row = ((offset >> TILE_SHIFT) + columns[y] & TILE_MASK) << TILE_SHIFT;
    let level = 1 + slopeY * (y * one - 0.5) - 0.5 * slopeX;
    for (let x = 0; x < size; x++, at3 += 3, level += slopeX * one) {
      const lit = dark[cells + (x / CELL | 0)];
      const value = tile[row | offset + columns[x] & TILE_MASK] * level * (lit < 0.97 ? 1 - lit : 0.03);
      out[at3] = value * red;
      out[at3 + 1] = value * green;
      out[at3 + 2] = value * blue;
    }
  }
}
function lightItem(geometry, paint, lighting, exposure, seen, out) {
  const { inside, count, cover, size } = geometry;
  const rays = raysOf2(lighting, exposure.sigma);
  const [white0, white1, white2] = exposure.white;
  const { slopeX, slopeY } = lighting;
  const { colour, metal, shine } = paint;
  const light = new Float64Array(7);
  const even = slopeX === 0 && slopeY === 0;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    gather2(geometry, pixel, rays, light);
    const level = even ? 1 : 1 + slopeX * (pixel % size / size - 0.5) + slopeY * (pixel / size / size - 0.5);
    const share2 = cover[pixel] * level;
    const keep3 = 1 - cover[pixel];
    const at3 = 3 * pixel;
    const bare = metal[pixel];
    const fresnel = exposure.fresnel + (1 - exposure.fresnel) * light[6];
    const gloss = fresnel * shine[pixel] * (1 - bare);
    const open = geometry.sky[pixel];
    const shut = open > 0.99 ? 0 : 1 - open;
    const lost = 1 - shut;
    const own0 = colour[at3];
    const own1 = colour[at3 + 1];
    const own2 = colour[at3 + 2];
    const dull = lost * (1 - bare);
    const value0 = own0 * light[0] * dull / (1 - (own0 < 0.95 ? own0 : 0.95) * shut) + (bare * own0 + gloss) * light[3];
    const value1 = own1 * light[1] * dull / (1 - (own1 < 0.95 ? own1 : 0.95) * shut) + (bare * own1 + gloss) * light[4];
    const value2 = own2 * light[2] * dull / (1 - (own2 < 0.95 ? own2 : 0.95) * shut) + (bare * own2 + gloss) * light[5];
    out[at3] = out[at3] * keep3 + (value0 + (seen === null ? 0 : seen[at3])) * share2 * white0;
    out[at3 + 1] = out[at3 + 1] * keep3 + (value1 + (seen === null ? 0 : seen[at3 + 1])) * share2 * white1;
    out[at3 + 2] = out[at3 + 2] * keep3 + (value2 + (seen === null ? 0 : seen[at3 + 2])) * share2 * white2;
  }
}
function gather2({ tiltX, tiltY, sky }, pixel, values, to) {
  const upY = values[6];
  const upZ = values[7];
  const tx = tiltX[pixel];
  const ty = tiltY[pixel];
  const nz = Math.sqrt(1 - tx * tx - ty * ty);
  const over = 0.5 + 0.5 * (ty * upY + nz * upZ);
  const open = sky[pixel];
  const reach = open >= OPEN2 ? 1 : open <= DEEP ? 0 : (open - DEEP) / (OPEN2 - DEEP);
  const under = 1 - over;
  let red = values[0] * over + values[3] * under;
  let green = values[1] * over + values[4] * under;
  let blue = values[2] * over + values[5] * under;
  const ry = 2 * nz * ty;
  const rz = 2 * nz * nz - 1;
  const climb = ry * upY + rz * upZ;
  const texel = (HALL_TEXELS * (1 + ry) << TILE_SHIFT) + (values[8] + HALL_TEXELS * (1 + 2 * nz * tx) | 0);
  const things = 1 + values[9] * (lumps[texel & TEXEL_MASK] - 0.5);
  const lens = rz > 0.93 ? 1 - (1 - BEHIND_LENS) * ((rz - 0.93) / 0.07) : 1;
  const level = open * (climb > 0 ? (WALL + (CEILING - WALL) * climb) * lens * things : SHADY);
  const far = climb > 0 ? 0 : 3;
  let mr = values[far] * level;
  let mg = values[far + 1] * level;
  let mb = values[far + 2] * level;
  for (let at3 = FIRST_LAMP2; at3 < values.length; at3 += RAY2) {
    const facing = tx * values[at3] + ty * values[at3 + 1] + nz * values[at3 + 2];
    const lit = facing > 0 ? facing * reach : 0;
    const dx = tx - values[at3 + 6];
    const dy = ty - values[at3 + 7];
    const place4 = values[at3 + 8] * dx * dx + values[at3 + 9] * dy * dy;
    const image = values[at3 + 10] * lobe[place4 < LOBE_LAST ? place4 | 0 : LOBE_LAST] * reach;
    const r = values[at3 + 3];
    const g = values[at3 + 4];
    const b = values[at3 + 5];
    red += lit * r;
    green += lit * g;
    blue += lit * b;
    mr += image * r;
    mg += image * g;
    mb += image * b;
  }
  to[0] = red;
  to[1] = green;
  to[2] = blue;
  to[3] = mr;
  to[4] = mg;
  to[5] = mb;
  const slant = 1 - nz;
  to[6] = slant * slant * slant * slant * slant;
}

// sim/senses/visual/palette.ts
var PARTS = 6;
var OWN = 0;
var OTHER = 1;
var METAL = 2;
var products2 = {
  none: [0, 0, 0],
  rust: [112, 74, 50],
  white: [176, 178, 178],
  patina: [96, 140, 118],
  tarnish: [84, 66, 52]
};
var stains = {
  none: [0, 0, 0],
  grease: [150, 128, 88],
  drink: [104, 72, 46],
  mould: [74, 82, 70],
  glue: [168, 166, 158],
  dirt: [96, 82, 66]
};
function writeBody(palette, item, weights, itemOptics, at3) {
  const reflected = new Float64Array(31);
  const transmitted = new Float64Array(31);
  itemOptics.layer(item, visibleNm, reflected, transmitted);
  linearRgb(weights, reflected, palette.body, at3);
  linearRgb(weights, transmitted, palette.through, at3);
}
function ageSpots(spots, item, share2) {
  spots.yellowingPerMm = item.yellowingPerMm * share2;
  spots.crackPerMm = item.crackPerMm * share2;
  spots.lignin = Math.max(0, 1 - (1 - item.lignin) * share2);
}
var CLEAR_HAZE = { all: 0.08, none: 0.25 };
var OPAQUE_DEPTH2 = 1;
var HAZE_NM = 550;
var SCATTER_NM = 1300;
function clearScatter(item) {
  const { bodyHaze, scatterPerCm, scatterExponent, thicknessM, visibleScatterScale } = item;
  const clear = (CLEAR_HAZE.none - bodyHaze) / (CLEAR_HAZE.none - CLEAR_HAZE.all);
  const law = scatterPerCm * visibleScatterScale * Math.exp(scatterExponent * Math.log(SCATTER_NM / HAZE_NM));
  const depth = 100 * thicknessM * law;
  if (clear <= 0 || depth > OPAQUE_DEPTH2) return 1;
  const factor = Math.min(1, -Math.log(1 - bodyHaze) / depth);
  const share2 = scatterPerCm / scatteringOf(item).basePerCm;
  return 1 + Math.min(1, clear) * share2 * (factor - 1);
}
function writeSpots(palette, item, weights, itemOptics) {
  const even = item.yellowingPerMm === 0 && item.crackPerMm === 0 && item.lignin === 1;
  const scatter = clearScatter(item);
  if (even && scatter === 1) writeBody(palette, item, weights, itemOptics, 0);
  else {
    const spots = { ...item, visibleScatterScale: scatter * item.visibleScatterScale };
    ageSpots(spots, item, LEAST_AGED);
    writeBody(palette, spots, weights, itemOptics, 0);
    if (!even) {
      ageSpots(spots, item, MOST_AGED);
      writeBody(palette, spots, weights, itemOptics, 3);
      return;
    }
  }
  palette.body.copyWithin(3, 0, 3);
  palette.through.copyWithin(3, 0, 3);
}
var LEAST_AGED = 0.6;
var MOST_AGED = 1.4;
var METAL_GAIN = 1.9;
var BRIGHTEST = 0.92;
var OXIDE_COVER_UM2 = 2;
var BARE = 0.25;
var CREEP_UM = 60;
function oxideCover({ corrosionUm, corrosionKind }) {
  const bare = 1 - Math.exp(-corrosionUm / OXIDE_COVER_UM2);
  if (corrosionKind !== "rust") return bare;
  return BARE * bare - (1 - BARE) * Math.expm1(-corrosionUm / CREEP_UM);
}
var HAZE2 = { black: 0.07, clear: 0.25, grey: 0.8, blind: 0.5 };
function addHaze(palette, haze) {
  for (let i = 0; i < 6; i++) {
    const clear = palette.through[i];
    const r = palette.body[i];
    palette.body[i] = r + haze * (HAZE2.black + HAZE2.clear * clear) * (HAZE2.grey - r);
    palette.through[i] = clear * (1 - HAZE2.blind * haze);
  }
}
var MATT = 0.15;
var matt = /* @__PURE__ */ new Set(["fibre", "flute", "weave", "knit", "grain", "granular", "beads"]);
var tapes = [
  [0.62, 0.44, 0.26],
  [0.75, 0.66, 0.52],
  [0.88, 0.87, 0.84]
];
var linings = [
  [0.78, 0.78, 0.77],
  [0.8, 0.66, 0.36],
  [0.9, 0.9, 0.88]
];
var cartonInside = [
  [0.66, 0.66, 0.67],
  [0.9, 0.89, 0.87]
];
var EDGE_SHADE = 0.62;
function writeParts(palette, item, look, random) {
  const { parts, partKind, metal, body } = palette;
  const set = (part, kind2, colour) => {
    partKind[part] = kind2;
    colour.forEach((value, c2) => {
      parts[3 * part + c2] = decodeSrgb(value);
    });
  };
  const of = (list) => list[Math.floor(random.next() * list.length)];
  partKind.fill(OWN);
  const glass = item.thicknessM > 2e-3 && item.shape === "bottle";
  const cap = printable([item.capRed, item.capGreen, item.capBlue]);
  const tin = glass && random.next() < 0.35;
  set(PART.cap, tin ? METAL : OTHER, tin ? [0.8, 0.79, 0.76] : cap);
  set(PART.tape, OTHER, of(tapes));
  if (metal && item.shape === "can") {
    const lining = of(linings);
    set(PART.inside, lining === linings[2] ? OTHER : METAL, lining);
  }
  if (look.texture === "smooth" && item.shape === "box") set(PART.inside, OTHER, of(cartonInside));
  if (item.shape === "box" && !metal) {
    partKind[PART.edge] = OTHER;
    for (let c2 = 0; c2 < 3; c2++) parts[3 * PART.edge + c2] = EDGE_SHADE * body[c2];
  }
}
var LINER = { brightest: 1.9, white: 0.1, whiteSrgb: [0.86, 0.85, 0.82] };
function lineBoard({ body }, random) {
  const white = random.next() < LINER.white;
  const gain = 1 + (LINER.brightest - 1) * random.next();
  const fresh = body.slice(0, 3);
  for (let i = 0; i < 6; i++) {
    const base2 = white ? decodeSrgb(LINER.whiteSrgb[i % 3]) * (body[i] / fresh[i % 3]) : body[i] * gain;
    body[i] = base2;
  }
}
function paletteOf(item, weights, itemOptics, random) {
  const { look, optics } = materialById(item.materialId);
  const metal = optics.kind === "metal";
  const palette = {
    body: new Float32Array(6),
    through: new Float32Array(6),
    metal,
    soil: new Float32Array(3),
    product: new Float32Array(3),
    stain: Float32Array.from(stains[item.stainKind], (value) => decodeSrgb(value / 255)),
    gloss: matt.has(look.texture) ? MATT : 1,
    partKind: new Uint8Array(PARTS),
    parts: new Float32Array(3 * PARTS),
    soilCover: item.soilGPerM2 > 0 ? soilCover(item.soilGPerM2) : 0,
    productCover: metal ? oxideCover(item) : 0,
    wetCover: item.waterFilmUm > 0 ? wetCover(item.waterFilmUm) : 0
  };
  if (metal) {
    for (let i = 0; i < 6; i++)
      palette.body[i] = Math.min(BRIGHTEST, METAL_GAIN * decodeSrgb(look.baseSrgb[i % 3] / 255));
    for (let c2 = 0; c2 < 3; c2++) palette.product[c2] = decodeSrgb(products2[item.corrosionKind][c2] / 255);
  } else {
    writeSpots(palette, item, weights, itemOptics);
    addHaze(palette, item.haze);
    if (look.texture === "flute") lineBoard(palette, random);
  }
  if (palette.soilCover > 0) linearRgb(weights, soilReflectance(item.soilType, visibleNm), palette.soil);
  writeParts(palette, item, look, random);
  return palette;
}

// sim/senses/visual/paint.ts
function blankPaint(size) {
  const n = size * size;
  return {
    colour: new Float32Array(3 * n),
    shine: new Float32Array(n),
    metal: new Float32Array(n),
    clear: new Float32Array(n),
    columns: Int32Array.from({ length: size }, (_, x) => Math.floor(x * TILE / size))
  };
}
var place3 = { aged: 4133, scuffs: 9001, cracks: 2777, water: 12289 };
var SCUFFED = 0.45;
var RUBBED_EDGE = 0.18;
var SCRATCH = 0.45;
var SCRATCH_GREY = 0.5;
var CRACK = 0.45;
var FULL_NET_PER_MM = 2.5;
var WET_SHINE = 1.5;
function paintBody(paint, geometry, palette, tile) {
  const { body, parts, partKind } = palette;
  const { brightness } = tile;
  const { inside, count, texel: texels, part: partOf } = geometry;
  const { colour, shine, metal, clear } = paint;
  const clearness = palette.metal ? 0 : 0.9 * palette.through[1];
  const [r0, g0, b0] = [body[0], body[1], body[2]];
  const [dr, dg, db] = [body[3] - r0, body[4] - g0, body[5] - b0];
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const texel = texels[pixel];
    const at3 = 3 * pixel;
    const part = partOf[pixel];
    const bright = part === PART.end ? 1 : brightness[texel];
    const kind2 = partKind[part];
    if (kind2 === OWN) {
      const aged = lumps[texel + place3.aged & TEXEL_MASK];
      colour[at3] = (r0 + dr * aged) * bright;
      colour[at3 + 1] = (g0 + dg * aged) * bright;
      colour[at3 + 2] = (b0 + db * aged) * bright;
    } else {
      const shade = part === PART.edge ? bright : 1;
      colour[at3] = parts[3 * part] * shade;
      colour[at3 + 1] = parts[3 * part + 1] * shade;
      colour[at3 + 2] = parts[3 * part + 2] * shade;
    }
    shine[pixel] = kind2 === OWN ? palette.gloss * (1 + clearness) : 1;
    metal[pixel] = kind2 === METAL || kind2 === OWN && palette.metal ? 1 : 0;
    clear[pixel] = kind2 === OWN ? 1 : 0;
  }
}
var WHITENED = 0.85;
var STRAIN = 2.5;
function paintFolds(paint, geometry, whitening) {
  const { inside, count, sky, part } = geometry;
  const { colour, clear, shine } = paint;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const lost = 1 - sky[pixel];
    if (lost < 0.04 || part[pixel] !== PART.body) continue;
    const white = -Math.expm1(-whitening * STRAIN * lost);
    const at3 = 3 * pixel;
    for (let c2 = 0; c2 < 3; c2++) colour[at3 + c2] += white * (WHITENED - colour[at3 + c2]);
    clear[pixel] *= 1 - white;
    shine[pixel] *= 1 - 0.5 * white;
  }
}
function paintPrint(paint, geometry, print, wear) {
  const { cells, inks, middleU, halfU, middleV, halfV, parts, gloss, sheen } = print;
  const { inside, count, u, v, part, texel } = geometry;
  const { colour, shine, metal, clear } = paint;
  const scuffed = SCUFFED * wear;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    if ((parts >> part[pixel] & 1) === 0) continue;
    const a = (u[pixel] - middleU) / halfU;
    if (a < -1 || a > 1) continue;
    const around = v[pixel];
    const b = halfV === 0 ? 2 * (around - Math.round(around)) : foldBack(around, middleV) / halfV;
    if (b < -1 || b > 1) continue;
    const rubbed = (lumps[texel[pixel] + place3.scuffs & TEXEL_MASK] - scuffed) / RUBBED_EDGE + 1;
    if (rubbed <= 0) continue;
    const left = scuffed === 0 || rubbed > 1 ? 1 : rubbed;
    const column = Math.min(PRINT_CELLS - 1, (a + 1) * (PRINT_CELLS / 2) | 0);
    const row = Math.min(PRINT_CELLS - 1, (b + 1) * (PRINT_CELLS / 2) | 0);
    const from = 3 * cells[row * PRINT_CELLS + column];
    if (from === 0) continue;
    const at3 = 3 * pixel;
    for (let c2 = 0; c2 < 3; c2++) colour[at3 + c2] += left * (inks[from + c2] - colour[at3 + c2]);
    shine[pixel] += left * (gloss - shine[pixel]);
    metal[pixel] *= 1 - left * (1 - sheen);
    clear[pixel] *= 1 - left;
  }
}
function foldBack(around, middle) {
  const far = around - middle;
  return far > 0.75 ? far - 1 : far < -0.75 ? far + 1 : far;
}
function paintWear(paint, geometry, item) {
  const scratch = SCRATCH * item.wear;
  const crack = CRACK * Math.min(1, item.crackPerMm / FULL_NET_PER_MM);
  const dull = 1 - 0.5 * item.wear;
  const { inside, count, texel: texels } = geometry;
  const { colour, shine } = paint;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const texel = texels[pixel];
    shine[pixel] = shine[pixel] * dull;
    const line = scratch * scratchLines[texel];
    const net = crack * crackNet[texel + place3.cracks & TEXEL_MASK];
    if (line === 0 && net === 0) continue;
    const at3 = 3 * pixel;
    const keep3 = (1 - line) * (1 - net);
    const add4 = SCRATCH_GREY * line * (1 - net);
    colour[at3] = colour[at3] * keep3 + add4;
    colour[at3 + 1] = colour[at3 + 1] * keep3 + add4;
    colour[at3 + 2] = colour[at3 + 2] * keep3 + add4;
  }
}
var IN_HOLLOWS = 0.35;
function paintPatches(paint, geometry, patch2, how) {
  const { inside, count, texel: texels, sky } = geometry;
  const { colour, shine, metal, clear } = paint;
  const { edge, hides, mottle } = how;
  const level = how.cover * (1 + edge);
  const hollow2 = how.inHollows ? IN_HOLLOWS : 0;
  const [red, green, blue] = [patch2[0], patch2[1], patch2[2]];
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const texel = texels[pixel] + how.shift & TEXEL_MASK;
    const above = level - lumps[texel] + hollow2 * how.cover * (1 - sky[pixel]);
    if (above <= 0) continue;
    const mix2 = above < edge ? hides * above / edge : hides;
    const add4 = mix2 * (1 + mottle * (0.5 * grains[texel] + 0.5 * lumps[3 * texel & TEXEL_MASK] - 0.5));
    const keep3 = 1 - mix2;
    const at3 = 3 * pixel;
    colour[at3] = colour[at3] * keep3 + red * add4;
    colour[at3 + 1] = colour[at3 + 1] * keep3 + green * add4;
    colour[at3 + 2] = colour[at3 + 2] * keep3 + blue * add4;
    shine[pixel] = shine[pixel] * (1 - mix2 * (1 - how.shineLeft));
    metal[pixel] = metal[pixel] * keep3;
    clear[pixel] = clear[pixel] * keep3;
  }
}
function paintWater(paint, geometry, palette) {
  const { colour, shine, metal } = paint;
  for (let i = 0; i < geometry.count; i++) {
    const pixel = geometry.inside[i];
    if (lumps[geometry.texel[pixel] + place3.water & TEXEL_MASK] > palette.wetCover) continue;
    if (metal[pixel] > 0.5) continue;
    for (let at3 = 3 * pixel; at3 < 3 * pixel + 3; at3++) {
      const r = Math.min(1, colour[at3]);
      colour[at3] = 0.49 * r / (1 - 0.475 * r);
    }
    shine[pixel] = WET_SHINE;
  }
}

// sim/senses/visual/sensor.ts
var CODES = 4096;
var WHITE_SHARE = 0.8;
var codesPerWhite = WHITE_SHARE * (CODES - 1);
var tone = Uint8Array.from(
  { length: CODES },
  (_, i) => Math.min(255, Math.round(255 * encodeSrgb(i / (CODES - 1) / WHITE_SHARE)))
);
function sensorPattern(camera) {
  const perPx = camera.sizePx / 64;
  const along = taps(camera.blurPx * perPx);
  const down = taps((camera.blurPx + camera.motionPx) * perPx);
  const step = (CODES - 1) / camera.fullWellE;
  const read = camera.readNoiseE * camera.readNoiseE * step * step;
  return {
    ...gainAndOffset(camera, along.middle * down.middle),
    beside: along.side / along.middle,
    above: down.side / down.middle,
    sd: Float32Array.from({ length: CODES }, (_, code) => Math.sqrt(code * step + read))
  };
}
function gainAndOffset(camera, scale) {
  const { sizePx: size } = camera;
  const random = new Noise(6178049);
  const gain = new Float32Array(size * size * 3);
  const offset = new Float32Array(size * size * 3);
  const veil = 0.05 * camera.lensDirt * codesPerWhite;
  const lamp = [1 - 0.16 * camera.lampAge, 1 - 0.2 * camera.lampAge, 1 - 0.26 * camera.lampAge];
  for (let p2 = 0; p2 < size * size; p2++) {
    const x = (p2 % size + 0.5) / size - 0.5;
    const y = (Math.floor(p2 / size) + 0.5) / size - 0.5;
    const corner = 1 - camera.vignette * 2 * (x * x + y * y);
    const smudge = lumps[Math.floor(p2 / size / size * TILE) * TILE + Math.floor(p2 % size / size * TILE) & TEXEL_MASK];
    const dirt = 1 - 0.7 * camera.lensDirt * Math.min(1, Math.max(0, (camera.lensDirt * 1.3 - smudge) * 3));
    const dead = camera.deadRows.includes(Math.floor(p2 / size)) ? 0 : 1;
    for (let c2 = 0; c2 < 3; c2++) {
      const answer = corner * dirt * dead * lamp[c2] * (1 + camera.prnu * random.gaussian());
      const dark = dead * camera.dsnuE * random.gaussian() * (CODES - 1) / camera.fullWellE;
      gain[3 * p2 + c2] = answer * scale;
      offset[3 * p2 + c2] = dark + answer * veil;
    }
  }
  return { gain, offset };
}
function taps(sigmaPx) {
  const side = 0.5 * (1 - 1 / (1 + sigmaPx * sigmaPx));
  return { side, middle: 1 - 2 * side };
}
function sensorBuffers(size) {
  return { rows: new Float32Array(3 * size * (size + 2)), grain: new Float32Array(3 * size * size) };
}
function blurRows(image, size, beside, rows4) {
  const row = 3 * size;
  const values = row * size;
  for (let at3 = 3, to = row + 3; at3 < values - 3; at3 += 3, to += 3) {
    rows4[to] = image[at3] + beside * (image[at3 - 3] + image[at3 + 3]);
    rows4[to + 1] = image[at3 + 1] + beside * (image[at3 - 2] + image[at3 + 4]);
    rows4[to + 2] = image[at3 + 2] + beside * (image[at3 - 1] + image[at3 + 5]);
  }
  const edge = 1 + 2 * beside;
  for (let from = 0; from < values; from += row) {
    for (let c2 = 0; c2 < 3; c2++) {
      rows4[from + row + c2] = edge * image[from + c2];
      rows4[from + 2 * row - 3 + c2] = edge * image[from + row - 3 + c2];
    }
  }
  rows4.copyWithin(0, row, 2 * row);
  rows4.copyWithin(row * (size + 1), row * size, row * (size + 1));
}
function digitise(light, z, sd) {
  const code = light < 0 ? 0 : light;
  const step = code | 0;
  const whole2 = code + sd[step < CODES ? step : CODES - 1] * z + 0.5 | 0;
  return whole2 < CODES ? tone[whole2 < 0 ? 0 : whole2] : 255;
}
function expose(image, size, pattern, noise2, { rows: rows4, grain }, out) {
  blurRows(image, size, pattern.beside, rows4);
  if (noise2) noise2.fill(grain);
  else grain.fill(0);
  readOut(rows4, grain, size, pattern, out);
}
function readOut(rows4, grain, size, { gain, offset, above, sd }, out) {
  const row = 3 * size;
  const values = row * size;
  for (let at3 = 0, here = row, below = 2 * row; at3 < values; at3 += 3, here += 3, below += 3) {
    const red = rows4[here] + above * (rows4[at3] + rows4[below]);
    const green = rows4[here + 1] + above * (rows4[at3 + 1] + rows4[below + 1]);
    const blue = rows4[here + 2] + above * (rows4[at3 + 2] + rows4[below + 2]);
    out[at3] = digitise(red * gain[at3] + offset[at3], grain[at3], sd);
    out[at3 + 1] = digitise(green * gain[at3 + 1] + offset[at3 + 1], grain[at3 + 1], sd);
    out[at3 + 2] = digitise(blue * gain[at3 + 2] + offset[at3 + 2], grain[at3 + 2], sd);
  }
}

// sim/materials/traces.ts
var data3 = appearance_default.traces;
var known3 = new Map(
  Object.keys(data3).map((mark) => [mark, valuesOf(mark)])
);
function valuesOf(mark) {
  return Object.fromEntries(Object.entries(data3[mark]).map(([trace, cell]) => [trace, cell[0]]));
}
function tracesOf(mark) {
  return known3.get(mark);
}

// sim/senses/visual/traces.ts
var PETALS = { count: 5, from: 0.25, to: 0.85, dark: 0.3 };
var PINCH_REACH = 0.8;
var PINCH_DARK = 0.4;
function lineCover(far, wide, px) {
  const over = (wide / 2 + px / 2 - Math.abs(far)) / px;
  return Math.min(1, wide / px, Math.max(0, over));
}
function darken({ colour, clear }, pixel, share2) {
  const keep3 = 1 - share2;
  for (let at3 = 3 * pixel; at3 < 3 * pixel + 3; at3++) colour[at3] *= keep3;
  clear[pixel] *= keep3;
}
function paintTraces(paint, geometry, item) {
  const traces = tracesOf(item.processMark);
  if (traces.seams + traces.gateMm + traces.pinchMm === 0) return;
  const { inside, count, part, u, v } = geometry;
  const { mesh, projection } = geometry.stage;
  const px = 1 / projection.perM;
  const round = mesh.printT > 1.2 * (item.widthM / 2);
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const across = v[pixel] * mesh.printT;
    if (part[pixel] === PART.body && round) seam(paint, pixel, across, mesh.printT, traces, px);
    else if (part[pixel] === PART.end)
      base(
        paint,
        pixel,
        u[pixel] * mesh.printS,
        across,
        item.widthM / 2,
        traces,
        px,
        item.processMark === "stretch-blown"
      );
  }
}
function seam(paint, pixel, across, half, traces, px) {
  if (traces.seams === 0) return;
  const wide = traces.seamMm / 1e3;
  const far = traces.seams === 1 ? half - Math.abs(across) : Math.min(half - Math.abs(across), Math.abs(across));
  const cover = lineCover(far, wide, px);
  if (cover > 0) darken(paint, pixel, traces.seamContrast * cover);
}
function base(paint, pixel, s, t, radius, traces, px, stretched) {
  const far = Math.sqrt(s * s + t * t);
  if (traces.gateMm > 0) {
    const cover = lineCover(far, 2 * traces.gateMm / 1e3, px);
    if (cover > 0) darken(paint, pixel, traces.gateContrast * cover);
  }
  if (traces.pinchMm > 0 && Math.abs(s) < PINCH_REACH * radius) {
    const cover = lineCover(t, traces.pinchMm / 1e3, px);
    if (cover > 0) darken(paint, pixel, PINCH_DARK * cover);
  }
  if (stretched && far > PETALS.from * radius && far < PETALS.to * radius) {
    const petal = Math.cos(PETALS.count * Math.atan2(t, s));
    if (petal < 0) darken(paint, pixel, -PETALS.dark * petal);
  }
}
var CRACKS = { net: 6421, where: 10007, most: 0.7, dark: 0.75 };
function paintBreaks(paint, geometry, breaks) {
  const open = CRACKS.most * breaks;
  const { inside, count, texel: texels } = geometry;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i];
    const texel = texels[pixel];
    const net = crackNet[texel + CRACKS.net & TEXEL_MASK];
    if (net === 0 || lumps[texel + CRACKS.where & TEXEL_MASK] > open) continue;
    darken(paint, pixel, CRACKS.dark * net);
  }
}

// sim/senses/visual/camera.ts
function workspaceOf2(size) {
  const geometry = geometryBuffer(size);
  return {
    geometry,
    paint: blankPaint(size),
    shadows: shadowsOf(size, geometry.stage.mesh.x.length),
    walls: wallsOf(size, geometry.stage.mesh.x.length),
    image: new Float32Array(3 * size * size),
    seen: new Float32Array(3 * size * size)
  };
}
var HARD = { edge: 0.25, hides: 1, mottle: 0.9 };
var THIN = { edge: 0.9, hides: 0.65, mottle: 0.4 };
var BROWN2 = Float32Array.of(0.12, 0.05, 0.02);
var LEAST_WHITENING = 0.05;
var LEAST_BREAKS = 0.05;
var CLEAR = 0.03;
function whiteOf(camera, look, itemId) {
  const flicker = 0.95 + 0.1 * uniformAt(look, itemId, 2);
  const ev = camera.exposureSpreadEv * normalAt(look, itemId, 4);
  const level = codesPerWhite * camera.exposure * flicker * Math.exp(Math.LN2 * ev);
  const red = 1 + camera.whiteBalanceSpread * normalAt(look, itemId, 5);
  const blue = 1 + camera.whiteBalanceSpread * normalAt(look, itemId, 6);
  return [level * red, level, level * blue];
}
function groundOf(camera, at3) {
  const vary = (index, spread) => 1 + spread * (2 * at3(index) - 1);
  const level = Math.min(1, camera.beltReflectance * vary(0, 1.7 * camera.beltSpread));
  return [
    level,
    camera.beltRed * vary(7, 0.5 * camera.beltSpread),
    1,
    camera.beltBlue * vary(8, 0.7 * camera.beltSpread)
  ];
}
var Camera = class {
  #keys;
  #pose;
  #itemOptics = new ItemOptics();
  #workspaces = /* @__PURE__ */ new Map();
  #sensors = /* @__PURE__ */ new Map();
  #patterns = /* @__PURE__ */ new WeakMap();
  #weights = /* @__PURE__ */ new Map();
  #belts = /* @__PURE__ */ new Map();
  #print = blankPrint();
  /** `seed` names all draws of its looks. */
  constructor(seed2) {
    this.#keys = drawKeys(seed2, 0, "sensing/camera", ["look", "label", "pixels"]);
    this.#pose = poseKey(seed2);
  }
  /**
   * One colour frame of an item, [size, size, 3] 8-bit sRGB, row-major. `noise` false leaves out the pixel noise (for tests of
   * the residual).
   */
  render(item, camera, out, noise2 = true) {
    const { sizePx: size, oversampling } = camera;
    const frame = out ?? new Uint8Array(size * size * 3);
    const workspace = kept(this.#workspaces, size * oversampling, workspaceOf2);
    this.#illuminate(item, camera, workspace);
    if (oversampling === 2) halve(workspace.image, size);
    const grain = noise2 ? noise(this.#keys.pixels, item.itemId) : null;
    const pattern = kept(this.#patterns, camera, sensorPattern);
    const sensor = kept(this.#sensors, size, sensorBuffers);
    expose(workspace.image, size, pattern, grain, sensor, frame);
    develop(frame, camera, sensor.grain);
    return frame;
  }
  /** The light that reaches the sensor, into the image of the workspace. */
  #illuminate(item, camera, workspace) {
    const { geometry, paint, shadows, walls, image, seen } = workspace;
    const { look, label } = this.#keys;
    const at3 = (index) => uniformAt(look, item.itemId, index);
    layOut(geometry, item, this.#pose, viewOf(camera));
    const weights = kept(this.#weights, camera.lightTempK, (tempK) => rgbWeights(blackBodyLight(tempK)));
    const random = noise(label, item.itemId);
    const palette = paletteOf(item, weights, this.#itemOptics, random);
    const [level, red, green, blue] = groundOf(camera, at3);
    const { cos, sin } = geometry.stage.projection;
    const lighting = lightingOf(camera, at3, [level * red, level * green, level * blue], cos, sin);
    const exposure = {
      white: whiteOf(camera, look, item.itemId),
      sigma: glossSigma(item),
      fresnel: surfaceOf(item.visibleIndex).outside
    };
    const tile = kept(this.#belts, camera.beltTexture, beltTile);
    const belt = { reflectance: level, tile, columns: paint.columns, offset: Math.floor(TEXELS * at3(1)) };
    const printed = drawPrint(this.#print, item, materialById(item.materialId).look, random);
    paintItem(item, geometry, palette, paint, printed ? this.#print : null);
    const clearness = palette.metal ? 0 : palette.through[1];
    castShadows(geometry, lighting, shadowOf(item, clearness), shadows);
    lightGround(belt, [red, green, blue], lighting, exposure, shadows, image);
    const clear = !palette.metal && Math.max(palette.through[0], palette.through[1]) > CLEAR;
    if (clear)
      seeThrough(
        { geometry, paint, palette, lighting, walls, sigma: exposure.sigma },
        clearBody(item, exposure.fresnel),
        exposure.white,
        image,
        seen
      );
    lightItem(geometry, paint, lighting, exposure, clear ? seen : null, image);
  }
};
var CLEAR_SHADOW = 0.1;
function shadowOf(item, transmittance) {
  const clear = clearest(surfaceOf(item.visibleIndex).outside, item.wallCount);
  return CLEAR_SHADOW + (1 - CLEAR_SHADOW) * (1 - Math.min(1, transmittance / clear));
}
function clearBody(item, fresnel) {
  const dish = item.shape === "cup" || item.shape === "tray";
  return {
    hollow: item.wallCount > 1 || dish,
    haze: Math.min(1, item.bodyHaze + item.haze),
    thicknessM: item.thicknessM,
    fresnel,
    wallCount: item.wallCount,
    // Cups and trays have an inner and an outer skin, all else one.
    facesPerWall: dish ? 2 : 1
  };
}
function paintItem(item, geometry, palette, paint, print) {
  const tile = surfaceTile(materialById(item.materialId).look.texture);
  paintBody(paint, geometry, palette, tile);
  if (item.foldWhitening > LEAST_WHITENING && item.crumple > 0 && !palette.metal)
    paintFolds(paint, geometry, item.foldWhitening);
  if (print) paintPrint(paint, geometry, print, item.wear);
  paintTraces(paint, geometry, item);
  if (item.breaks > LEAST_BREAKS) paintBreaks(paint, geometry, item.breaks);
  if (item.wear > 0 || item.crackPerMm > 0) paintWear(paint, geometry, item);
  const { product, productCover, soil, soilCover: soilCover2, stain } = palette;
  const rust = { cover: productCover, shift: 7001, shineLeft: 0, inHollows: false, ...HARD };
  if (productCover > 0) paintPatches(paint, geometry, product, rust);
  const dirt = { cover: soilCover2, shift: 1511, shineLeft: 0.1, inHollows: true, ...THIN };
  if (soilCover2 > 0) paintPatches(paint, geometry, soil, dirt);
  const spots = { cover: item.stainCover, shift: 5209, shineLeft: 0.5, inHollows: false, ...THIN };
  if (item.stainCover > 0) paintPatches(paint, geometry, stain, spots);
  const burnt = { cover: item.brownSpots, shift: 3313, shineLeft: 0.6, inHollows: false, ...HARD };
  if (item.brownSpots > 0) paintPatches(paint, geometry, BROWN2, burnt);
  if (palette.wetCover > 0) paintWater(paint, geometry, palette);
}
function halve(image, size) {
  const row = 6 * size;
  for (let y = 0, to = 0; y < size; y++) {
    for (let x = 0; x < size; x++, to += 3) {
      const from = 2 * y * row + 6 * x;
      for (let c2 = 0; c2 < 3; c2++)
        image[to + c2] = 0.25 * (image[from + c2] + image[from + 3 + c2] + image[from + row + c2] + image[from + row + 3 + c2]);
    }
  }
}

// sim/senses/visual/ranges.json
var ranges_default3 = {
  what: "Lowest and highest legal value of each number of the state, in the unit of its name; whole = integers only. Faults are part of the game: the limits keep out what no such instrument is (memory), not what is merely unusual.",
  ranges: {
    sizePx: { least: 16, most: 256, whole: true },
    lightTempK: { least: 2e3, most: 1e4 },
    exposure: { least: 0.05, most: 20 },
    exposureSpreadEv: { least: 0, most: 4 },
    whiteBalanceSpread: { least: 0, most: 1 },
    vignette: { least: 0, most: 1 },
    blurPx: { least: 0, most: 16 },
    motionPx: { least: 0, most: 32 },
    fullWellE: { least: 100, most: 1e6 },
    readNoiseE: { least: 0, most: 1e3 },
    prnu: { least: 0, most: 1 },
    dsnuE: { least: 0, most: 1e3 },
    beltReflectance: { least: 0, most: 1 },
    beltRed: { least: 0, most: 4 },
    beltBlue: { least: 0, most: 4 },
    beltSpread: { least: 0, most: 1 },
    beltTexture: { least: 0, most: 1 },
    uprightShare: { least: 0, most: 1 },
    tiltDeg: { least: 0, most: 75 },
    distanceM: { least: 0.05, most: 100 },
    fill: { least: 0, most: 4 },
    lampSpread: { least: 0, most: 1 },
    ambientShare: { least: 0, most: 1 },
    lightGradient: { least: 0, most: 2 },
    oversampling: { least: 1, most: 2, whole: true },
    sharpening: { least: 0, most: 1 },
    contrast: { least: 0.2, most: 4 },
    saturation: { least: 0, most: 4 },
    jpegQuality: { least: 0, most: 100, whole: true },
    lampAge: { least: 0, most: 1 },
    lensDirt: { least: 0, most: 1 },
    deadRows: { least: 0, most: 255, whole: true },
    misregistration: { least: 0, most: 0.5 },
    lookEnergyJ: { least: 0, most: 1e3 },
    lookTimeUs: { least: 0, most: 6e7 }
  }
};

// sim/senses/visual/state.ts
function defaultCamera() {
  return {
    sizePx: 64,
    lightTempK: 5e3,
    exposure: 1,
    exposureSpreadEv: 0.2,
    whiteBalanceSpread: 0.04,
    vignette: 0.2,
    blurPx: 0.7,
    motionPx: 0.5,
    fullWellE: 1e4,
    readNoiseE: 5,
    prnu: 8e-3,
    dsnuE: 2,
    beltReflectance: 0.16,
    beltRed: 0.94,
    beltBlue: 0.98,
    beltSpread: 0.12,
    beltTexture: 1,
    uprightShare: BELT_VIEW.uprightShare,
    tiltDeg: BELT_VIEW.tiltDeg,
    distanceM: BELT_VIEW.distanceM,
    fill: BELT_VIEW.fill,
    lampSpread: 0,
    ambientShare: 0.35,
    lightGradient: 0,
    oversampling: 1,
    sharpening: 0,
    contrast: 1,
    saturation: 1,
    jpegQuality: 0,
    lampAge: 0,
    lensDirt: 0,
    deadRows: [],
    misregistration: 0,
    lookEnergyJ: 0.5,
    lookTimeUs: 1e4
  };
}
function visualCost(camera) {
  return { energyJ: camera.lookEnergyJ, timeUs: camera.lookTimeUs };
}

// sim/senses/visual/sense.ts
var CAMERA_EUR = 400;
var visual = {
  name: "visual",
  title: "Colour",
  fresh: defaultCamera,
  ranges: ranges_default3.ranges,
  problems: ({ deadRows, sizePx }) => beyondProblems("deadRows", deadRows, sizePx, "rows"),
  cost: visualCost,
  partsEur: () => CAMERA_EUR,
  worn: (state, { dirt, lampAge }) => ({
    ...state,
    lensDirt: Math.min(1, state.lensDirt + dirt),
    lampAge: Math.min(1, state.lampAge + lampAge)
  }),
  tested(condition) {
    const good = defaultCamera();
    return condition === "shifted" ? { ...good, lightTempK: 4e3, exposure: 0.8, lampAge: 0.5, lensDirt: 0.15 } : { ...good, deadRows: [20, 21, 22, 23], misregistration: 0.1 };
  },
  shape: ({ sizePx }) => [sizePx, sizePx, 3],
  input: { kind: "picture", features: 512 },
  drawing: () => ({ kind: "picture" }),
  open(seed2) {
    const camera = new Camera(seed2);
    return { render: (item, state, noise2 = true) => camera.render(item, state, void 0, noise2) };
  }
};

// sim/senses/registry.ts
function senseRegistry(all) {
  const byName = /* @__PURE__ */ new Map();
  for (const sense of all) {
    if (byName.has(sense.name))
      throw new Error(
        `senses: the name '${sense.name}' is used twice (${byName.get(sense.name)?.title} and ${sense.title}). Cure: give each sense its own name`
      );
    byName.set(sense.name, sense);
  }
  const names = [...byName.keys()];
  return {
    all,
    names,
    need(name) {
      const sense = byName.get(name);
      if (sense === void 0)
        throw new Error(`senses: no sense '${name}'. Cure: one of ${names.join(", ")}`);
      return sense;
    }
  };
}
var STANDARD_SENSES = ["visual", "thermal", "spectral"];
var standardPlace = (name) => [...STANDARD_SENSES, name].indexOf(name);
var inOrder = (a, b) => standardPlace(a.name) - standardPlace(b.name) || (a.name < b.name ? -1 : 1);
var SENSES = senseRegistry(Object.values(all_exports).sort(inOrder));

// sim/record/canonical.ts
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

// sim/record/json.ts
function toJson(value) {
  return value;
}

// sim/record/canonical.ts
function pureHasher() {
  const hash2 = sha256.create();
  return {
    update: (data5) => hash2.update(typeof data5 === "string" ? utf8ToBytes(data5) : data5),
    hex: () => bytesToHex(hash2.clone().digest())
  };
}
function sha256Hex(data5) {
  const hasher = pureHasher();
  hasher.update(data5);
  return hasher.hex();
}
function canonicalJson(value) {
  return new CanonicalEncoder().text(toJson(value));
}
var CanonicalEncoder = class {
  /** By first key. */
  #shapes = /* @__PURE__ */ new Map();
  text(value) {
    try {
      return this.#encode(value);
    } catch (error) {
      throw new TypeError(`canonical JSON: ${faultOf(value, "$") ?? String(error)}`);
    }
  }
  #encode(value) {
    if (typeof value === "string") return JSON.stringify(value);
    if (typeof value === "number" && Number.isFinite(value)) return `${value}`;
    if (typeof value === "boolean") return value ? "true" : "false";
    if (value === null) return "null";
    if (typeof value !== "object") throw new TypeError("no plain data");
    return isArray(value) ? this.#list(value) : this.#record(value);
  }
  #list(items) {
    let text2 = "";
    for (const item of items) text2 += text2 === "" ? this.#encode(item) : `,${this.#encode(item)}`;
    return `[${text2}]`;
  }
  #record(record) {
    const keys = Object.keys(record);
    if (keys.length === 0) return "{}";
    let text2 = "";
    for (const { key, before } of this.#shapeOf(keys).sorted) text2 += before + this.#encode(record[key]);
    return `${text2}}`;
  }
  #shapeOf(keys) {
    const [first = ""] = keys;
    let alike = this.#shapes.get(first);
    if (alike === void 0) {
      alike = [];
      this.#shapes.set(first, alike);
    }
    let shape = alike.find((known4) => isSame(known4.keys, keys));
    if (shape === void 0) {
      const sorted = [...keys].sort().map((key, i) => ({ key, before: `${i === 0 ? "{" : ","}${JSON.stringify(key)}:` }));
      shape = { keys, sorted };
      if (alike.length < MOST_SHAPES) alike.push(shape);
    }
    return shape;
  }
};
var MOST_SHAPES = 32;
function isSame(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
function faultOf(value, where) {
  if (typeof value === "number")
    return Number.isFinite(value) ? null : `${where} must be finite, got ${value}`;
  if (value === null || typeof value === "boolean" || typeof value === "string") return null;
  if (typeof value !== "object") return `${where} must be plain data, got ${typeof value}`;
  const inside = isArray(value) ? value.map((item, i) => faultOf(item, `${where}[${i}]`)) : Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, field]) => faultOf(field, `${where}.${key}`));
  return inside.find((fault) => fault !== null) ?? null;
}
function isArray(value) {
  return Array.isArray(value);
}

// sim/senses/sensors.ts
function defaultSensors() {
  const fresh = (name) => [name, SENSES.need(name).fresh()];
  return Object.fromEntries(STANDARD_SENSES.map(fresh));
}
function sensesOf(sensors) {
  return Object.entries(sensors).flatMap(([sense, state]) => state ? [sense] : []);
}
function stateOfSense(sensors, sense) {
  const states = sensors;
  const state = Object.hasOwn(states, sense) ? states[sense] : null;
  if (state) return state;
  const has = sensesOf(sensors).join(", ") || "none";
  throw new Error(
    `sensors: have no sense '${sense}', only ${has}. Cure: add sensors.${sense}, or look without it`
  );
}
function mapStates(sensors, change) {
  const states = sensors;
  return Object.fromEntries(
    Object.entries(states).flatMap(([sense, state]) => state ? [[sense, change(sense, state)]] : [])
  );
}
function sensorKey(sensors) {
  return sha256Hex(canonicalJson(mapStates(sensors, (_, state) => state))).slice(0, 16);
}
function sensorProblems(sensors, registry = SENSES) {
  const states = sensors;
  return Object.entries(states).flatMap(([sense, state]) => {
    const model2 = registry.need(sense);
    return state ? stateProblems(model2, state).map((problem) => ({ sense, ...problem })) : [];
  });
}
function checkSensors(sensors, registry = SENSES) {
  const problems = sensorProblems(sensors, registry);
  if (problems.length === 0) return;
  const words = problems.map(
    ({ sense, key, message, got, cure }) => `sensors.${sense}.${key}: ${message}, got ${JSON.stringify(got)}. ${cure}`
  );
  throw new Error(words.join("\n"));
}

// sim/senses/frames.ts
var Instruments = class {
  #seed;
  #registry;
  #open = /* @__PURE__ */ new Map();
  /** The key of sensors is a hash, and whether they are possible is known by then; both are worked out once an object. */
  #keys = /* @__PURE__ */ new WeakMap();
  constructor(seed2, registry = SENSES) {
    this.#seed = seed2;
    this.#registry = registry;
  }
  /**
   * What the asked senses see of an item: a pure function of its hidden state, the sensors' state and the seed. Every
   * draw is named by (seed, sensor, purpose, item), so the order of looks changes nothing. Throws on impossible sensors, and
   * on a sense that they lack.
   */
  look(item, sensors, senses2) {
    const streams = {};
    const cost = {};
    const key = kept(this.#keys, sensors, () => this.#checkedKey(sensors));
    for (const sense of senses2) {
      const model2 = this.#registry.need(sense);
      const state = stateOfSense(sensors, sense);
      const instrument = kept(this.#open, sense, () => model2.open(this.#seed));
      streams[sense] = { values: instrument.render(item, state), shape: model2.shape(state) };
      cost[sense] = model2.cost(state);
    }
    return { itemId: item.itemId, sensorKey: key, streams, cost };
  }
  #checkedKey(sensors) {
    checkSensors(sensors, this.#registry);
    return sensorKey(sensors);
  }
};

// models/engine/hooks.ts
async function breathe(hooks) {
  await new Promise((resolve2) => setTimeout(resolve2, 0));
  hooks.signal?.throwIfAborted();
}

// models/nets/inputs.ts
var CAMERA = "visual";
function inputOf(inputs, sense) {
  const found = Object.hasOwn(inputs, sense) ? inputs[sense] : void 0;
  if (found) return found;
  const known4 = Object.keys(inputs).join(", ") || "none";
  throw new Error(
    `network: no stream of the sense '${sense}', only ${known4}. Cure: make the data set with that sense.`
  );
}
function inputsOf(inputs, senses2) {
  return Object.fromEntries(
    senses2.map((sense) => {
      const { shape, input } = inputOf(inputs, sense);
      return [sense, { shape, input }];
    })
  );
}
function rowShape({ shape, input }) {
  if (input.kind === "picture") return shape;
  const [first = 0, height = 0, width = 0] = shape;
  if (input.kind === "film") return [height, width, first];
  return [input.variate ? 2 * first : first];
}
function rowSize(input) {
  return sizeOf(rowShape(input));
}
function wordShape(shape) {
  return `[${shape.join(", ")}]`;
}

// models/data/pack.ts
var MAGIC = "LOOPTWN1";
var SEAL_BYTES = 64;
var TYPES = {
  Float32Array,
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array
};
function pack2(header, arrays, hasher = pureHasher()) {
  const names = Object.keys(arrays).sort();
  const directory = names.map((name) => {
    const array = arrays[name];
    return { name, type: array.constructor.name, length: array.length };
  });
  const text2 = new TextEncoder().encode(canonicalJson({ header, directory }));
  const start = padded(MAGIC.length + 4 + text2.length);
  const size = names.reduce((sum, name) => sum + padded(arrays[name].byteLength), start);
  const bytes = new Uint8Array(size + SEAL_BYTES);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(MAGIC.length, text2.length, true);
  bytes.set(text2, MAGIC.length + 4);
  let offset = start;
  for (const name of names) {
    const array = arrays[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += padded(array.byteLength);
  }
  bytes.set(new TextEncoder().encode(sealOf(bytes.subarray(0, size), hasher)), size);
  return bytes;
}
function unpack(bytes, what, hasher = pureHasher()) {
  const text2 = new TextDecoder();
  if (bytes.length < MAGIC.length || text2.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Error(`${what}: not a looptwin file (it must begin with ${MAGIC}). Cure: make it again.`);
  }
  const size = bytes.length - SEAL_BYTES;
  const seal = size > 0 ? text2.decode(bytes.subarray(size)) : "";
  if (size < MAGIC.length + 4 || seal !== sealOf(bytes.subarray(0, size), hasher)) {
    throw new Error(
      `${what}: truncated or altered (the SHA-256 at its end does not match its ${bytes.length} bytes). Cure: make it again.`
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const headerLength = view.getUint32(MAGIC.length, true);
  const { header, directory } = JSON.parse(
    text2.decode(bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + headerLength))
  );
  const arrays = {};
  let offset = padded(MAGIC.length + 4 + headerLength);
  for (const { name, type, length } of directory) {
    const byteLength = length * TYPES[type].BYTES_PER_ELEMENT;
    arrays[name] = new TYPES[type](bytes.slice(offset, offset + byteLength).buffer);
    offset += padded(byteLength);
  }
  return { header, arrays };
}
function sealOf(bytes, hasher) {
  hasher.update(bytes);
  return hasher.hex();
}
function padded(length) {
  return length + 7 & ~7;
}

// models/data/dataset.ts
var SPLITS = ["labelled", "unlabelled", "validation", "calibration", "test"];
function rowsOf(data5, split) {
  const code = SPLITS.indexOf(split);
  const rows4 = [];
  for (let i = 0; i < data5.count; i++) if (data5.split[i] === code) rows4.push(i);
  return Int32Array.from(rows4);
}
function encodeDataset(data5, hasher) {
  const { spec: spec2, labels, count, streams, ...arrays } = data5;
  const values = Object.entries(streams).map(([sense, stream2]) => [streamName(sense), stream2.values]);
  const inputs = inputsOf(streams, Object.keys(streams));
  const header = toJson({ kind: "dataset", spec: spec2, labels, count, inputs });
  return pack2(header, { ...arrays, ...Object.fromEntries(values) }, hasher);
}
function decodeDataset(bytes, what = "data set", hasher) {
  const { header, arrays } = unpack(bytes, what, hasher);
  const { kind: kind2, inputs, ...plain } = header;
  if (kind2 !== "dataset") throw new Error(`${what}: holds a ${String(kind2)}, not a data set.`);
  const taken = inputs;
  const streams = Object.entries(taken).map(([sense, input]) => {
    return [sense, { ...input, values: arrays[streamName(sense)] }];
  });
  const own = Object.entries(arrays).filter(([name]) => !name.startsWith(STREAM));
  return { ...plain, ...Object.fromEntries(own), streams: Object.fromEntries(streams) };
}
var STREAM = "stream/";
function streamName(sense) {
  return `${STREAM}${sense}`;
}

// models/data/image.ts
function shrinkImage(rgb, px, out, start) {
  const side = Math.round(Math.sqrt(rgb.length / 3));
  const factor = side / px;
  if (side * side * 3 !== rgb.length || !Number.isInteger(factor)) {
    throw new Error(`image: a frame of ${rgb.length} bytes (side ${side}) cannot be averaged to ${px} px`);
  }
  if (factor === 1) {
    out.set(rgb, start);
    return;
  }
  const area = factor * factor;
  for (let y = 0; y < px; y++) {
    for (let x = 0; x < px; x++) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy++) {
          const row = (y * factor + dy) * side + x * factor;
          for (let dx = 0; dx < factor; dx++) sum += rgb[(row + dx) * 3 + channel];
        }
        out[start + (y * px + x) * 3 + channel] = Math.floor((sum + area / 2) / area);
      }
    }
  }
}

// models/data/views.ts
var VIEWS = 8;
var tables3 = /* @__PURE__ */ new Map();
function viewIndex(px, view) {
  const key = px * VIEWS + view;
  const known4 = tables3.get(key);
  if (known4) return known4;
  const table2 = new Int32Array(px * px);
  for (let y = 0; y < px; y++) {
    for (let x = 0; x < px; x++) {
      let sourceX = view & 4 ? y : x;
      let sourceY = view & 4 ? x : y;
      if (view & 1) sourceX = px - 1 - sourceX;
      if (view & 2) sourceY = px - 1 - sourceY;
      table2[y * px + x] = sourceY * px + sourceX;
    }
  }
  tables3.set(key, table2);
  return table2;
}

// models/data/input.ts
var IMAGE_ZERO = 128;
var IMAGE_SCALE = 64;
var CENTIKELVIN = 100;
var ZERO_CELSIUS_K = 273.15;
var MIN_SD = 1e-6;
function emptyStream({ shape, input }, count) {
  const length = count * sizeOf(shape);
  if (input.kind === "picture") return new Uint8Array(length);
  return input.kind === "film" ? new Int16Array(length) : new Float32Array(length);
}
function storeFrame({ shape, input }, frame, out, start) {
  if (input.kind === "picture") {
    shrinkImage(frame, shape[0], out, start);
  } else if (input.kind === "vector") {
    out.set(frame, start);
  } else {
    storeFilm(frame, out, start);
  }
}
function storeFilm(frame, out, start) {
  for (let i = 0; i < frame.length; i++) {
    const value = Math.round((frame[i] - ZERO_CELSIUS_K) * CENTIKELVIN);
    out[start + i] = Math.max(-32768, Math.min(32767, value));
  }
}
function inputRow(taken, out, row, values, from, moments2, view = 0) {
  const start = row * rowSize(taken);
  if (taken.input.kind === "picture") {
    imageRow(out, start, values, from, taken.shape[0], view);
  } else if (moments2 === void 0) {
    throw new Error(`input: a ${taken.input.kind} is standardised, and no moments were measured for it`);
  } else if (taken.input.kind === "film") {
    filmRow(out, start, values, from, taken.shape, moments2, view);
  } else {
    vectorRow(out, start, values, from, moments2, taken.input.variate);
  }
}
function imageRow(out, start, rgb, from, px, view) {
  const index = viewIndex(px, view);
  let to = start;
  for (let pixel = 0; pixel < px * px; pixel++) {
    const source = from + index[pixel] * 3;
    for (let channel = 0; channel < 3; channel++) {
      out[to++] = (rgb[source + channel] - IMAGE_ZERO) / IMAGE_SCALE;
    }
  }
}
function beltCentikelvin(centikelvin, from, shape) {
  const [frames = 0, side = 0] = shape;
  const last = from + (frames - 1) * side * side;
  const edge = side - 1;
  let sum = 0;
  for (let i = 0; i < edge; i++) {
    sum += centikelvin[last + i] + centikelvin[last + edge * side + i + 1];
    sum += centikelvin[last + (i + 1) * side] + centikelvin[last + i * side + edge];
  }
  return sum / (4 * edge);
}
function filmRow(out, start, centikelvin, from, shape, moments2, view) {
  const [frames = 0, side = 0] = shape;
  const pixels = side * side;
  const index = viewIndex(side, view);
  const belt = beltCentikelvin(centikelvin, from, shape);
  for (let frame = 0; frame < frames; frame++) {
    const mean3 = belt + moments2.mean[frame] * CENTIKELVIN;
    const scale = 1 / (moments2.sd[frame] * CENTIKELVIN);
    const source = from + frame * pixels;
    for (let pixel = 0; pixel < pixels; pixel++) {
      out[start + pixel * frames + frame] = (centikelvin[source + index[pixel]] - mean3) * scale;
    }
  }
}
function vectorRow(out, start, values, from, moments2, variate) {
  const count = moments2.mean.length;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const value = values[from + i];
    sum += value;
    squares += value * value;
  }
  const mean3 = sum / count;
  const sd = Math.max(Math.sqrt(Math.max(squares / count - mean3 * mean3, 0)), MIN_SD);
  for (let i = 0; i < count; i++) {
    const value = values[from + i];
    out[start + i] = (value - moments2.mean[i]) / moments2.sd[i];
    if (variate) out[start + count + i] = (value - mean3) / sd;
  }
}

// models/data/sensor-inputs.ts
function sensorInputs(sensors, senses2, imagePx, registry = SENSES) {
  const entries = senses2.map((sense) => {
    const { input, shape } = registry.need(sense);
    const own = shape(stateOfSense(sensors, sense));
    return [sense, { input, shape: input.kind === "picture" ? [imagePx, imagePx, 3] : own }];
  });
  return Object.fromEntries(entries);
}

// models/data/build-dataset.ts
var FIRST_ITEM_ID = 2147483648;
var MAX_PER_MATERIAL = 65536;
var MAX_MATERIALS = 128;
var ITEMS_PER_BREATH = 64;
async function buildDataset(spec2, hooks = {}, registry = SENSES) {
  const sensors = spec2.sensors ?? defaultSensors();
  const senses2 = spec2.senses ?? sensesOf(sensors);
  const labels = checkedLabels(spec2);
  const plan = itemPlan(spec2, labels);
  const count = plan.length;
  const streams = emptyStreams(sensorInputs(sensors, senses2, spec2.imagePx, registry), count);
  const data5 = {
    itemId: new Uint32Array(count),
    split: new Uint8Array(count),
    material: new Uint8Array(count),
    state: new Uint8Array(count),
    quality: new Float32Array(count),
    grade: new Uint8Array(count)
  };
  const instruments = new Instruments(spec2.seed, registry);
  const how = { evenDamage: true, lookCoupling: spec2.lookCoupling ?? FULL_COUPLING };
  for (let i = 0; i < count; i++) {
    const { itemId, split, material } = plan[i];
    const item = makeItem({ seed: spec2.seed, itemId, materialId: labels[material], ...how });
    const seen = instruments.look(item, sensors, senses2).streams;
    data5.itemId[i] = itemId;
    data5.split[i] = split;
    data5.material[i] = material;
    data5.state[i] = stateOf(item);
    data5.quality[i] = qualityOf(item);
    data5.grade[i] = grades.indexOf(gradeOf(item));
    for (const [sense, stream2] of Object.entries(streams))
      storeFrame(stream2, seen[sense].values, stream2.values, i * sizeOf(stream2.shape));
    if (i % ITEMS_PER_BREATH === 0) {
      hooks.progress?.({ phase: "data", done: i, total: count });
      await breathe(hooks);
    }
  }
  hooks.progress?.({ phase: "data", done: count, total: count });
  return { spec: spec2, labels, count, streams, ...data5 };
}
function emptyStreams(inputs, count) {
  const streams = Object.entries(inputs).map(([sense, taken]) => {
    return [sense, { ...taken, values: emptyStream(taken, count) }];
  });
  return Object.fromEntries(streams);
}
function itemPlan(spec2, labels) {
  const plan = [];
  SPLITS.forEach((name, split) => {
    const drawn = name === "test" ? split + spec2.testDraw : split;
    for (let material = 0; material < labels.length; material++) {
      const first = FIRST_ITEM_ID + (drawn * MAX_MATERIALS + material) * MAX_PER_MATERIAL;
      for (let i = 0; i < spec2.perMaterial[name]; i++) plan.push({ itemId: first + i, split, material });
    }
  });
  return plan;
}
function checkedLabels(spec2) {
  const labels = [...new Set(spec2.materials)].sort();
  if (labels.length < 2 || labels.length > MAX_MATERIALS) {
    throw new Error(`data set: needs 2 to ${MAX_MATERIALS} different materials, got ${labels.length}`);
  }
  for (const split of SPLITS) {
    const wanted = spec2.perMaterial[split];
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > MAX_PER_MATERIAL) {
      throw new Error(
        `data set: perMaterial.${split} must be an integer in 0..${MAX_PER_MATERIAL}, got ${wanted}`
      );
    }
  }
  if (!Number.isInteger(spec2.testDraw) || spec2.testDraw < 0 || spec2.testDraw > 11) {
    throw new Error(`data set: testDraw must be an integer in 0..11, got ${spec2.testDraw}`);
  }
  return labels;
}

// ../../heads.ts
init_backend();

// models/data/permute.ts
function permutedSensors(data5, rows4, how, seed2) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows4) {
    const group = how === "within" ? data5.material[row] : 0;
    const members = groups.get(group) ?? [];
    members.push(row);
    groups.set(group, members);
  }
  const source = /* @__PURE__ */ new Map();
  const random = stream({ seed: seed2, replication: 0, path: "training", purpose: `permuted ${how}` });
  for (const group of groups.values()) {
    const order = shuffled(group, random);
    order.forEach((row, i) => {
      source.set(row, order[(i + 1) % order.length]);
    });
  }
  return (row, sense) => sense === CAMERA ? row : source.get(row) ?? row;
}
function shuffled(rows4, random) {
  const order = [...rows4];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    const kept2 = order[i];
    order[i] = order[j];
    order[j] = kept2;
  }
  return order;
}

// models/data/relabel.ts
function relabel(data5, labelledPerMaterial) {
  const [labelled2, unlabelled] = [SPLITS.indexOf("labelled"), SPLITS.indexOf("unlabelled")];
  const seen = new Int32Array(data5.labels.length);
  const split = data5.split.slice();
  for (let row = 0; row < data5.count; row++) {
    if (split[row] !== labelled2 && split[row] !== unlabelled) continue;
    const material = data5.material[row];
    split[row] = seen[material] < labelledPerMaterial ? labelled2 : unlabelled;
    seen[material] += 1;
  }
  const fewest = seen.reduce((least, n) => Math.min(least, n), Number.POSITIVE_INFINITY);
  if (labelledPerMaterial < 1 || labelledPerMaterial > fewest) {
    throw new Error(
      `data set: wants ${labelledPerMaterial} labels per material, the pool has ${fewest} items`
    );
  }
  return { ...data5, split };
}

// models/losses/all.ts
var LOSSES = {
  hard: { needs: "labels", load: async () => (await Promise.resolve().then(() => (init_hard(), hard_exports))).hard },
  soft: { needs: "teacher", load: async () => (await Promise.resolve().then(() => (init_soft(), soft_exports))).soft },
  pseudo: { needs: "teacher", load: async () => (await Promise.resolve().then(() => (init_hardPseudoLabels(), hardPseudoLabels_exports))).pseudo },
  standardised: {
    needs: "teacher",
    load: async () => (await Promise.resolve().then(() => (init_logitStandardisation(), logitStandardisation_exports))).standardised
  },
  dist: { needs: "teacher", load: async () => (await Promise.resolve().then(() => (init_dist(), dist_exports))).distTerm },
  decoupled: { needs: "teacher", load: async () => (await Promise.resolve().then(() => (init_decoupled(), decoupled_exports))).decoupledTerm },
  feature: { needs: "teacher", load: async () => (await Promise.resolve().then(() => (init_feature(), feature_exports))).feature },
  relational: { needs: "teacher", load: async () => (await Promise.resolve().then(() => (init_relational(), relational_exports))).relationalTerm },
  attention: {
    needs: "teacher",
    sense: "thermal",
    load: async () => (await Promise.resolve().then(() => (init_attention(), attention_exports))).attention
  },
  visualAttention: {
    needs: "teacher",
    sense: "visual",
    load: async () => (await Promise.resolve().then(() => (init_attention(), attention_exports))).visualAttention
  },
  hint: { needs: "hint", load: async () => (await Promise.resolve().then(() => (init_thermalHint(), thermalHint_exports))).hint }
};
var TERM_NAMES = Object.keys(LOSSES);
async function loadTerms(names) {
  const loaded = names.map(async (name) => [name, await LOSSES[name].load()]);
  return Object.fromEntries(await Promise.all(loaded));
}

// models/nets/model.ts
var ALL_HEADS = ["material", "state", "quality"];

// models/training/methods.ts
var TEACHER_WEIGHT = 3;
var METHODS = {
  soft: { hard: 1, soft: TEACHER_WEIGHT },
  feature: { hard: 1, feature: { share: 0.2 } },
  relational: { hard: 1, relational: { share: 0.2 } },
  attention: { hard: 1, attention: { share: 0.2 } },
  "visual-attention": { hard: 1, visualAttention: { share: 0.2 } },
  hybrid: {
    hard: 1,
    soft: TEACHER_WEIGHT,
    feature: { share: 0.2 },
    relational: { share: 0.1 },
    attention: { share: 0.1 }
  },
  hint: { hard: 1, hint: { share: 0.2 } },
  standardised: { hard: 1, standardised: TEACHER_WEIGHT },
  dist: { hard: 1, dist: TEACHER_WEIGHT },
  decoupled: { hard: 1, decoupled: 0.2 * TEACHER_WEIGHT },
  pseudo: { hard: 1, pseudo: TEACHER_WEIGHT }
};

// models/training/arms.ts
var PLAIN = {
  kind: "student",
  lesson: "none",
  terms: { hard: 1 },
  labels: "few",
  smoothing: 0,
  heads: ALL_HEADS,
  temperatures: [1]
};
var TAUGHT = { ...PLAIN, lesson: "multi", terms: METHODS.soft, temperatures: [1, 3] };
var ARMS = {
  "labels-only": PLAIN,
  "label-smoothing": { ...PLAIN, smoothing: 0.1 },
  "visual-teacher": { ...TAUGHT, lesson: "visual" },
  "multi-sensor-teacher": TAUGHT,
  "permuted-within": { ...TAUGHT, lesson: "within" },
  "permuted-across": { ...TAUGHT, lesson: "across" },
  hybrid: { ...TAUGHT, terms: METHODS.hybrid },
  "pseudo-labels": { ...TAUGHT, terms: METHODS.pseudo, temperatures: [1] },
  "thermal-hint": { ...PLAIN, terms: METHODS.hint },
  oracle: { ...PLAIN, labels: "all" },
  teacher: { kind: "teacher", senses: ["visual", "thermal", "spectral"] },
  "teacher-visual": { kind: "teacher", senses: ["visual"] },
  "visual-ceiling": { kind: "ceiling", steps: 5e3 },
  feature: { ...TAUGHT, terms: METHODS.feature, temperatures: [1] },
  relational: { ...TAUGHT, terms: METHODS.relational, temperatures: [1] },
  attention: { ...TAUGHT, terms: METHODS.attention, temperatures: [1] },
  "visual-attention": { ...TAUGHT, terms: METHODS["visual-attention"], temperatures: [1] },
  standardised: { ...TAUGHT, terms: METHODS.standardised, temperatures: [2] },
  dist: { ...TAUGHT, terms: METHODS.dist, temperatures: [1] },
  decoupled: { ...TAUGHT, terms: METHODS.decoupled, temperatures: [1] },
  "hint-and-soft": {
    ...TAUGHT,
    terms: { ...METHODS.soft, hint: { share: 0.2 } }
  },
  "teacher-ensemble-3": { ...TAUGHT, lesson: "ensemble" },
  "single-task-material": { ...TAUGHT, heads: ["material"] },
  "single-task-state": { ...TAUGHT, heads: ["state"] },
  "single-task-quality": { ...TAUGHT, heads: ["quality"] },
  // The source text's own recipe: no degradation head, T 3, weights 1 (added hard labels), .7, .2, .1.
  paper: {
    ...TAUGHT,
    heads: ["material", "quality"],
    terms: { hard: 1, soft: 0.7, feature: 0.2, relational: 0.1 },
    temperatures: [3]
  }
};
var ARM_NAMES = Object.keys(ARMS);
function asksForHint(terms = {}) {
  return Object.keys(terms).some((name) => LOSSES[name].needs === "hint");
}

// models/data/normaliser.ts
var MIN_SD2 = 1e-3;
function measureNormaliser(data5, senses2) {
  const labelled2 = rowsOf(data5, "labelled");
  if (labelled2.length === 0)
    throw new Error("data set: no labelled items to train on (perMaterial.labelled is 0)");
  const pool = Int32Array.from([...labelled2, ...rowsOf(data5, "unlabelled")]);
  const quality = columnMoments(data5.quality, labelled2, 1);
  const measured = senses2.flatMap((sense) => {
    inputOf(data5.streams, sense);
    const moments2 = momentsOf(data5.streams[sense], pool);
    return moments2 ? [[sense, moments2]] : [];
  });
  return {
    senses: Object.fromEntries(measured),
    qualityMean: quality.mean[0],
    qualitySd: quality.sd[0]
  };
}
function momentsOf(stream2, rows4) {
  if (stream2.input.kind === "picture") return null;
  if (stream2.input.kind === "film") return filmMoments(stream2, rows4);
  return columnMoments(stream2.values, rows4, sizeOf(stream2.shape));
}
function filmMoments({ values: stored, shape }, rows4) {
  const film = stored;
  const [frames = 0, side = 0] = shape;
  const pixels = side * side;
  const size = sizeOf(shape);
  const mean3 = new Float32Array(frames);
  const sd = new Float32Array(frames);
  const belts = Float64Array.from(rows4, (row) => beltCentikelvin(film, row * size, shape));
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    let squares = 0;
    rows4.forEach((row, n) => {
      const start = row * size + frame * pixels;
      for (let i = start; i < start + pixels; i++) {
        const kelvin = (film[i] - belts[n]) / CENTIKELVIN;
        sum += kelvin;
        squares += kelvin * kelvin;
      }
    });
    const values = rows4.length * pixels;
    mean3[frame] = sum / values;
    sd[frame] = Math.max(Math.sqrt(Math.max(squares / values - sum / values * (sum / values), 0)), MIN_SD2);
  }
  return { mean: mean3, sd };
}
function columnMoments(values, rows4, columns) {
  const mean3 = new Float32Array(columns);
  const sd = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    let squares = 0;
    for (const row of rows4) {
      const value = values[row * columns + column];
      sum += value;
      squares += value * value;
    }
    const average = sum / rows4.length;
    mean3[column] = average;
    sd[column] = Math.max(Math.sqrt(Math.max(squares / rows4.length - average * average, 0)), MIN_SD2);
  }
  return { mean: mean3, sd };
}

// models/training/distil.ts
init_backend();

// models/evaluation/infer.ts
init_backend();
init_layers();

// models/nets/student.ts
init_backend();

// models/nets/branch.ts
init_backend();
init_layers();
init_widths();
function branchParameters(sense, taken) {
  const { input } = taken;
  if (input.kind === "vector") {
    return [
      ...denseParameters(`${sense}/hidden`, rowSize(taken), input.hidden),
      ...denseParameters(`${sense}/features`, input.hidden, input.features)
    ];
  }
  const [first, second] = STUDENT_CHANNELS;
  const [, , channels = 0] = rowShape(taken);
  return [
    ...convParameters(`${sense}/conv1`, channels, first),
    ...convParameters(`${sense}/conv2`, first, second),
    ...poolParameters(`${sense}/pool`, second),
    ...denseParameters(`${sense}/features`, second, input.features)
  ];
}
function branchForward(p2, { sense, kind: kind2, x }, pass) {
  return kind2 === "vector" ? { features: denseBranch(p2, sense, x), maps: null } : convBranch(p2, sense, x, pass);
}
function convBranch(p2, sense, x, pass) {
  const maps = convLayer(p2, `${sense}/conv2`, convLayer(p2, `${sense}/conv1`, x, 2, pass), 1, pass);
  const features = tf4.relu(
    denseLayer(p2, `${sense}/features`, poolLayer(p2, `${sense}/pool`, maps, pass))
  );
  return { maps, features };
}
function denseBranch(p2, sense, x) {
  const hidden = tf4.relu(denseLayer(p2, `${sense}/hidden`, x));
  return tf4.relu(denseLayer(p2, `${sense}/features`, hidden));
}

// models/nets/heads.ts
init_backend();
init_layers();
init_widths();
function headParameters(heads, inputs, labels) {
  const widths = { material: labels, state: STATES, quality: 1 };
  return heads.flatMap((head) => denseParameters(head, inputs, widths[head]));
}
function answers(p2, features) {
  const head = (name) => p2[`${name}/weights`] ? denseLayer(p2, name, features) : null;
  const quality = head("quality");
  return {
    material: head("material"),
    state: head("state"),
    quality: quality && tf4.reshape(quality, [-1])
  };
}

// models/nets/student.ts
init_layers();
init_widths();
function studentParameters(senses2, inputs, labels, heads) {
  const [first, second] = STUDENT_CHANNELS;
  const further = furtherSenses(senses2).map((sense) => [sense, furtherInput(inputs, sense)]);
  const width = further.reduce((sum, [, { input }]) => sum + input.features, second);
  return [
    ...convParameters("visual/conv1", 3, first),
    ...convParameters("visual/conv2", first, second),
    ...poolParameters("visual/pool", second),
    ...further.flatMap(([sense, input]) => branchParameters(sense, input)),
    ...denseParameters("features", width, STUDENT_FEATURES),
    ...headParameters(heads, STUDENT_FEATURES, labels)
  ];
}
function furtherSenses(senses2) {
  if (!senses2.includes(CAMERA))
    throw new Error(
      `student: needs the camera, got the senses ${senses2.join(", ") || "none"}. Cure: add ${CAMERA}.`
    );
  return senses2.filter((sense) => sense !== CAMERA);
}
function furtherInput(inputs, sense) {
  const taken = inputOf(inputs, sense);
  if (taken.input.kind === "vector") return taken;
  throw new Error(
    `student: takes vectors beside the camera, and ${sense} is a ${taken.input.kind}. Cure: leave it to a teacher.`
  );
}
function studentForward(p2, images, pass, further = []) {
  return studentHead(p2, studentMaps(p2, images, pass), pass, further);
}
function studentMaps(p2, images, pass) {
  return convLayer(p2, "visual/conv2", convLayer(p2, "visual/conv1", images, 2, pass), 1, pass);
}
function studentHead(p2, maps, pass, further = []) {
  const pooled = poolLayer(p2, "visual/pool", maps, pass);
  const beside = further.map((one) => branchForward(p2, one, pass).features);
  const joined = beside.length === 0 ? pooled : tf4.concat([pooled, ...beside], 1);
  const features = denseLayer(p2, "features", joined);
  return { maps, features, ...answers(p2, tf4.relu(features)) };
}

// models/nets/teacher.ts
init_backend();
init_layers();
init_widths();
var DROPOUT = 0.3;
function teacherParameters(senses2, inputs, labels, heads) {
  const taken = senses2.map((sense) => [sense, inputOf(inputs, sense)]);
  const width = taken.reduce((sum, [, { input }]) => sum + input.features, 0);
  return [
    ...taken.flatMap(([sense, input]) => branchParameters(sense, input)),
    ...denseParameters("fusion", width, FUSION_WIDTH),
    ...headParameters(heads, FUSION_WIDTH, labels)
  ];
}
function teacherForward(p2, shown, pass, dropout = null) {
  const maps = {};
  const parts = shown.map((one) => {
    const branch = branchForward(p2, one, pass);
    if (branch.maps) maps[one.sense] = branch.maps;
    return one.seen ? tf4.mul(branch.features, one.seen) : branch.features;
  });
  const fused = denseLayer(p2, "fusion", parts.length === 1 ? parts[0] : tf4.concat(parts, 1));
  const active = tf4.relu(fused);
  return { fused, maps, ...answers(p2, dropout ? tf4.mul(active, dropout) : active) };
}

// models/nets/weights.ts
init_backend();
function initialWeights(specs, seed2) {
  const weights = {};
  for (const { name, shape, start } of specs) {
    const size = shape.reduce((product, extent) => product * extent, 1);
    const values = new Float32Array(size);
    if (start === "ones") values.fill(1);
    if (start === "he") {
      const sd = Math.sqrt(2 / (size / shape[shape.length - 1]));
      const key = drawKey(seed2, 0, `weights/${name}`, "start");
      for (let i = 0; i < size; i++) values[i] = sd * normalAt(key, i);
    }
    weights[name] = { shape, values };
  }
  return weights;
}
function mount(weights, trainable = () => false) {
  const variables = {};
  for (const [name, { shape, values }] of Object.entries(weights)) {
    const start = tf4.tensor(values, shape);
    variables[name] = tf4.variable(start, trainable(name));
    start.dispose();
  }
  return variables;
}
function readWeights(variables) {
  const weights = {};
  for (const [name, variable] of Object.entries(variables)) {
    weights[name] = { shape: [...variable.shape], values: variable.dataSync().slice() };
  }
  return weights;
}
function unmount(variables) {
  for (const variable of Object.values(variables)) variable.dispose();
}

// models/evaluation/infer.ts
init_widths();
var INFERENCE_BATCH = 32;
function imageTensor(data5, rows4, views) {
  return senseTensor(data5, CAMERA, void 0, rows4, views);
}
function senseTensor(data5, sense, moments2, rows4, views) {
  const taken = inputOf(data5.streams, sense);
  const { values } = data5.streams[sense];
  const size = sizeOf(taken.shape);
  const out = new Float32Array(rows4.length * rowSize(taken));
  for (let i = 0; i < rows4.length; i++) inputRow(taken, out, i, values, rows4[i] * size, moments2, views?.[i]);
  return tf4.tensor(out, [rows4.length, ...rowShape(taken)]);
}
function shownOf(data5, normaliser, senses2, rows4, views, rowOf2 = (row) => row) {
  return senses2.map((sense) => {
    const own = Int32Array.from(rows4, (row) => rowOf2(row, sense));
    const x = senseTensor(data5, sense, normaliser.senses[sense], own, views);
    return { sense, kind: inputOf(data5.streams, sense).input.kind, x, seen: null };
  });
}
function allBut(shown, visible, count) {
  return shown.map(
    (one) => visible.includes(one.sense) ? one : { ...one, seen: tf4.zeros([count, 1]) }
  );
}
function predict(model2, data5, rows4, viewing = {}) {
  checkFits(model2, data5);
  const variables = mount(model2.weights);
  try {
    return predictWith(variables, model2, data5, rows4, viewing);
  } finally {
    unmount(variables);
  }
}
function predictWith(variables, model2, data5, rows4, viewing = {}) {
  return predictInBatches(
    model2,
    rows4,
    (batch) => model2.kind === "student" ? studentOutput(variables, model2, data5, batch) : teacherOutput(variables, model2, data5, batch, viewing)
  );
}
function studentOutput(variables, { senses: senses2, normaliser }, data5, rows4, pass = INFERENCE, views) {
  const further = shownOf(data5, normaliser, furtherSenses(senses2), rows4, views);
  return studentForward(variables, imageTensor(data5, rows4, views), pass, further);
}
function predictInBatches(model2, rows4, answersOf) {
  const classes = model2.labels.length;
  const result = {
    material: new Float32Array(rows4.length * classes),
    state: new Float32Array(rows4.length * STATES),
    quality: new Float32Array(rows4.length)
  };
  for (let start = 0; start < rows4.length; start += INFERENCE_BATCH) {
    const batch = rows4.subarray(start, start + INFERENCE_BATCH);
    tf4.tidy(() => {
      const output = answersOf(batch);
      if (output.material) result.material.set(tf4.softmax(output.material).dataSync(), start * classes);
      if (output.state) result.state.set(tf4.softmax(output.state).dataSync(), start * STATES);
      if (output.quality) {
        const { qualityMean, qualitySd } = model2.normaliser;
        result.quality.set(
          output.quality.dataSync().map((z) => qualityMean + qualitySd * z),
          start
        );
      }
    });
  }
  return result;
}
function teacherOutput(variables, model2, data5, rows4, { visible, rowOf: rowOf2 }) {
  const shown = shownOf(data5, model2.normaliser, model2.senses, rows4, void 0, rowOf2);
  return teacherForward(variables, visible ? allBut(shown, visible, rows4.length) : shown, INFERENCE);
}
function checkFits(model2, data5) {
  const missing = model2.labels.filter((label) => !data5.labels.includes(label));
  const extra2 = data5.labels.filter((label) => !model2.labels.includes(label));
  if (missing.length > 0 || extra2.length > 0) {
    throw new Error(
      `model ${model2.name}: its material list differs from the data set's (only in the model: ${missing.join(", ") || "none"}; only in the data: ${extra2.join(", ") || "none"}). Cure: train on this data set, or make one with the materials of the model.`
    );
  }
  for (const sense of model2.senses) {
    const wanted = inputOf(model2.inputs, sense).shape;
    const got = inputOf(data5.streams, sense).shape;
    if (wordShape(wanted) === wordShape(got)) continue;
    throw new Error(
      `model ${model2.name}: takes ${sense} of ${wordShape(wanted)}, the data set has ${wordShape(got)}. Cure: train on this data set, or make one with the sensors of the model.`
    );
  }
}

// models/training/batches.ts
init_backend();

// models/losses/labelSmoothing.ts
function smoothedTarget(out, row, classes, label, smoothing) {
  const start = row * classes;
  out.fill(smoothing / classes, start, start + classes);
  out[start + label] += 1 - smoothing;
}

// models/losses/ordinal.ts
var WIDTH_STATES = 1;
function ordinalTarget(out, row, states, state) {
  let total = 0;
  for (let s = 0; s < states; s++) {
    const distance = (s - state) / WIDTH_STATES;
    const mass = Math.exp(-0.5 * distance * distance);
    out[row * states + s] = mass;
    total += mass;
  }
  for (let s = 0; s < states; s++) out[row * states + s] /= total;
}

// models/training/batches.ts
init_widths();

// models/training/schedule.ts
var WARM_UP = 0.05;
function learningRateAt(step, steps2, peak) {
  const warm = Math.max(1, Math.round(steps2 * WARM_UP));
  if (step < warm) return peak * (step + 1) / warm;
  return peak * 0.5 * (1 + Math.cos(Math.PI * (step - warm) / Math.max(1, steps2 - warm)));
}
var Shuffled = class {
  /** `purpose` names the draws, so that adding another stream shifts nothing here. */
  constructor(rows4, seed2, purpose) {
    this.rows = Int32Array.from(rows4);
    this.random = stream({ seed: seed2, replication: 0, path: "training", purpose });
    this.at = rows4.length;
  }
  /** The next `count` rows; goes into a new epoch where one ends. */
  take(count) {
    const taken = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      if (this.at === this.rows.length) this.shuffle();
      taken[i] = this.rows[this.at++];
    }
    return taken;
  }
  shuffle() {
    const { rows: rows4 } = this;
    for (let i = rows4.length - 1; i > 0; i--) {
      const j = Math.floor(this.random.next() * (i + 1));
      const kept2 = rows4[i];
      rows4[i] = rows4[j];
      rows4[j] = kept2;
    }
    this.at = 0;
  }
};

// models/training/batches.ts
function batchSource(data5, seed2, batch, onlyLabelled = false) {
  const unlabelledRows = onlyLabelled ? new Int32Array(0) : rowsOf(data5, "unlabelled");
  const labelled2 = new Shuffled(rowsOf(data5, "labelled"), seed2, "labelled");
  const unlabelled = new Shuffled(unlabelledRows, seed2, "unlabelled");
  const fromPool = unlabelledRows.length > 0 ? Math.floor(batch / 2) : 0;
  const viewKey = drawKey(seed2, 0, "training", "views");
  return (step) => {
    const rows4 = new Int32Array(batch);
    rows4.set(labelled2.take(batch - fromPool), 0);
    rows4.set(unlabelled.take(fromPool), batch - fromPool);
    const views = Uint8Array.from(rows4, (_, i) => Math.floor(uniformAt(viewKey, step, i) * VIEWS));
    return { rows: rows4, views };
  };
}
function labelBatch(data5, rows4, { qualityMean, qualitySd }, { smoothing = 0, all = false } = {}) {
  const classes = data5.labels.length;
  const material = new Float32Array(rows4.length * classes);
  const state = new Float32Array(rows4.length * STATES);
  const quality = new Float32Array(rows4.length);
  const labelled2 = new Float32Array(rows4.length);
  const labelledCode = SPLITS.indexOf("labelled");
  rows4.forEach((row, i) => {
    if (!all && data5.split[row] !== labelledCode) return;
    labelled2[i] = 1;
    smoothedTarget(material, i, classes, data5.material[row], smoothing);
    ordinalTarget(state, i, STATES, data5.state[row]);
    quality[i] = (data5.quality[row] - qualityMean) / qualitySd;
  });
  return {
    material: tf4.tensor2d(material, [rows4.length, classes]),
    state: tf4.tensor2d(state, [rows4.length, STATES]),
    quality: tf4.tensor1d(quality),
    labelled: tf4.tensor1d(labelled2),
    labelledCount: labelled2.reduce((sum, one) => sum + one, 0)
  };
}

// models/training/hint.ts
init_backend();
init_thermalHint();
init_layers();

// models/training/targets.ts
init_backend();
init_attention();
init_widths();
var BATCHES_PER_BREATH = 4;
async function teacherTargets(teacher, data5, viewing = {}, hooks = {}) {
  checkFits(teacher, data5);
  const rows4 = poolRows(data5);
  const position = new Int32Array(data5.count).fill(-1);
  rows4.forEach((row, i) => {
    position[row] = i;
  });
  const targets = {
    position,
    material: new Float32Array(rows4.length * teacher.labels.length),
    state: new Float32Array(rows4.length * STATES),
    quality: new Float32Array(rows4.length),
    fused: new Float32Array(rows4.length * FUSION_WIDTH),
    maps: emptyMaps(teacher, rows4.length)
  };
  const variables = mount(teacher.weights);
  try {
    for (let start = 0; start < rows4.length; start += INFERENCE_BATCH) {
      const batch = rows4.subarray(start, start + INFERENCE_BATCH);
      tf4.tidy(() => {
        const output = teacherOutput(variables, teacher, data5, batch, viewing);
        const put = (into, tensor) => {
          if (tensor) into.set(tensor.dataSync(), start * (tensor.size / batch.length));
        };
        put(targets.material, output.material);
        put(targets.state, output.state);
        put(targets.fused, output.fused);
        for (const [sense, maps] of Object.entries(output.maps))
          put(targets.maps[sense].values, attentionMap(maps));
        put(targets.quality, output.quality);
      });
      if (start / INFERENCE_BATCH % BATCHES_PER_BREATH === 0) {
        hooks.progress?.({ phase: "targets", done: start, total: rows4.length });
        await breathe(hooks);
      }
    }
  } finally {
    unmount(variables);
  }
  const { qualityMean, qualitySd } = teacher.normaliser;
  for (let i = 0; i < rows4.length; i++) targets.quality[i] = qualityMean + qualitySd * targets.quality[i];
  return targets;
}
function poolRows(data5) {
  const [labelled2, unlabelled] = [SPLITS.indexOf("labelled"), SPLITS.indexOf("unlabelled")];
  const rows4 = [];
  for (let i = 0; i < data5.count; i++) {
    if (data5.split[i] === labelled2 || data5.split[i] === unlabelled) rows4.push(i);
  }
  return Int32Array.from(rows4);
}
function targetBatch(targets, rows4, views, classes) {
  const gather3 = (from, width) => {
    const values = new Float32Array(rows4.length * width);
    rows4.forEach((row, i) => {
      const at3 = targets.position[row] * width;
      values.set(from.subarray(at3, at3 + width), i * width);
    });
    return values;
  };
  const matrix = (from, width) => tf4.tensor2d(gather3(from, width), [rows4.length, width]);
  const turned2 = ({ side, values }) => turnedMaps(gather3(values, side * side), side, views);
  return {
    material: matrix(targets.material, classes),
    state: matrix(targets.state, STATES),
    quality: tf4.tensor1d(gather3(targets.quality, 1)),
    fused: matrix(targets.fused, FUSION_WIDTH),
    maps: mapped(targets.maps, turned2)
  };
}
function turnedMaps(maps, side, views) {
  const turned2 = new Float32Array(maps.length);
  const pixels = side * side;
  views.forEach((view, i) => {
    const index = viewIndex(side, view);
    for (let p2 = 0; p2 < pixels; p2++) turned2[i * pixels + p2] = maps[i * pixels + index[p2]];
  });
  return tf4.tensor3d(turned2, [views.length, side, side]);
}
function emptyMaps({ senses: senses2, inputs }, count) {
  const maps = {};
  for (const sense of senses2) {
    const taken = inputOf(inputs, sense);
    if (taken.input.kind === "vector") continue;
    const side = Math.ceil(rowShape(taken)[0] / 2);
    maps[sense] = { side, values: new Float32Array(count * side * side) };
  }
  return maps;
}
function mapped(bySense, of) {
  return Object.fromEntries(Object.entries(bySense).map(([sense, one]) => [sense, of(one, sense)]));
}
function ensembleTargets(teachers, classes) {
  const first = teachers[0];
  const mean3 = (of) => of(first).map((_, i) => teachers.reduce((sum, t) => sum + of(t)[i], 0) / teachers.length);
  return {
    ...first,
    material: meanLogits(
      teachers.map((t) => t.material),
      classes
    ),
    state: meanLogits(
      teachers.map((t) => t.state),
      STATES
    ),
    quality: mean3((t) => t.quality),
    maps: mapped(first.maps, ({ side }, sense) => ({ side, values: mean3((t) => t.maps[sense].values) }))
  };
}
function meanLogits(tables4, width) {
  const result = new Float32Array(tables4[0].length);
  for (let start = 0; start < result.length; start += width) {
    for (const table2 of tables4) {
      const row = table2.subarray(start, start + width);
      const top = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const total = row.reduce((sum, z) => sum + Math.exp(z - top), 0);
      row.forEach((z, i) => {
        result[start + i] += Math.exp(z - top) / total / tables4.length;
      });
    }
    for (let i = start; i < start + width; i++) result[i] = Math.log(Math.max(result[i], 1e-12));
  }
  return result;
}

// models/training/hint.ts
var HINT_SIDE = 16;
var ITEM_THRESHOLD_K = 0.3;
function hintTargets(data5, scale) {
  const pixels = HINT_SIDE * HINT_SIDE;
  const target = new Float32Array(data5.count * pixels);
  const mask = new Float32Array(data5.count * pixels);
  let squares = 0;
  let counted = 0;
  for (let row = 0; row < data5.count; row++) {
    const rise2 = riseAboveBelt(data5, row);
    for (let p2 = 0; p2 < pixels; p2++) {
      if (Math.abs(rise2[p2]) <= ITEM_THRESHOLD_K) continue;
      target[row * pixels + p2] = rise2[p2];
      mask[row * pixels + p2] = 1;
      squares += rise2[p2] * rise2[p2];
      counted++;
    }
  }
  const scaleK = scale ?? Math.max(Math.sqrt(squares / Math.max(1, counted)), 1e-3);
  for (let i = 0; i < target.length; i++) target[i] /= scaleK;
  return { side: HINT_SIDE, target, mask, scaleK };
}
function hintBatch(hint2, rows4, views) {
  const gather3 = (from) => {
    const pixels = hint2.side * hint2.side;
    const values = new Float32Array(rows4.length * pixels);
    rows4.forEach((row, i) => {
      values.set(from.subarray(row * pixels, (row + 1) * pixels), i * pixels);
    });
    return turnedMaps(values, hint2.side, views);
  };
  return { target: gather3(hint2.target), mask: gather3(hint2.mask) };
}
function riseAboveBelt(data5, row) {
  const { shape } = inputOf(data5.streams, "thermal");
  const { values } = data5.streams.thermal;
  const [, px = 0] = shape;
  const step = px / HINT_SIDE;
  if (!Number.isInteger(step))
    throw new Error(
      `hint: thermal frames of ${wordShape(shape)} cannot be averaged to ${HINT_SIDE} px. Cure: sides that ${HINT_SIDE} divides.`
    );
  const start = row * sizeOf(shape);
  const at3 = (x, y) => values[start + y * px + x] / CENTIKELVIN;
  const border = [];
  for (let i = 0; i < px; i++) border.push(at3(i, 0), at3(i, px - 1), at3(0, i), at3(px - 1, i));
  border.sort((a, b) => a - b);
  const beltK = border[border.length >> 1];
  const rise2 = new Float32Array(HINT_SIDE * HINT_SIDE);
  for (let y = 0; y < HINT_SIDE; y++) {
    for (let x = 0; x < HINT_SIDE; x++) {
      let sum = 0;
      for (let dy = 0; dy < step; dy++)
        for (let dx = 0; dx < step; dx++) sum += at3(step * x + dx, step * y + dy);
      rise2[y * HINT_SIDE + x] = sum / (step * step) - beltK;
    }
  }
  return rise2;
}

// models/evaluation/calibrate.ts
init_widths();

// models/evaluation/evaluate.ts
init_widths();
function argmax(values, start, count) {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[start + i] > values[start + best]) best = i;
  return best;
}
function medianState(probabilities, start) {
  let below = 0;
  for (let s = 0; s < STATES; s++) {
    below += probabilities[start + s];
    if (below >= 0.5) return s;
  }
  return STATES - 1;
}

// models/evaluation/calibrate.ts
var SHARES = Array.from({ length: 30 }, (_, i) => 0.05 * (i + 1));
var MOST_QUALITY = 1.2;
var BEFOREHAND = 1;
var LEAST = 1e-9;
function beliefOf({ state, quality }, model2, data5, rows4) {
  const prior = priorOf(data5);
  const costs = SHARES.map((share2) => costOf(state, prior, share2, data5, rows4));
  const { qualityMean } = model2.normaliser;
  let [products3, squares] = [0, 0];
  rows4.forEach((row, i) => {
    const deviation = quality[i] - qualityMean;
    products3 += deviation * (data5.quality[row] - qualityMean);
    squares += deviation * deviation;
  });
  const slope = squares > 0 ? products3 / squares : 0;
  return {
    state: SHARES[argmax(costs, 0, costs.length)],
    quality: Math.min(MOST_QUALITY, Math.max(SHARES[0], slope)),
    prior
  };
}
function priorOf(data5) {
  const counts = new Float64Array(STATES).fill(BEFOREHAND);
  for (const row of rowsOf(data5, "labelled")) counts[data5.state[row]] += 1;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}
function costOf(state, prior, share2, data5, rows4) {
  let sum = 0;
  rows4.forEach((row, i) => {
    sum += Math.log(Math.max(LEAST, believed(state, i * STATES, prior, share2)[data5.state[row]]));
  });
  return sum / Math.max(1, rows4.length);
}
function believed(state, start, prior, share2) {
  const mixed = prior.map(
    (p2, s) => Math.exp(share2 * Math.log(Math.max(LEAST, state[start + s])) + (1 - share2) * Math.log(p2))
  );
  const total = mixed.reduce((sum, p2) => sum + p2, 0);
  return mixed.map((p2) => p2 / total);
}
function conditionSkill(predictions, model2, data5, rows4) {
  const belief = beliefOf(predictions, model2, data5, rows4);
  const { qualityMean } = model2.normaliser;
  const median = medianState(belief.prior, 0);
  let [stateError, stateConstant, qualityError, qualityConstant] = [0, 0, 0, 0];
  rows4.forEach((row, i) => {
    const answer = medianState(believed(predictions.state, i * STATES, belief.prior, belief.state), 0);
    stateError += Math.abs(answer - data5.state[row]);
    stateConstant += Math.abs(median - data5.state[row]);
    const deviation = data5.quality[row] - qualityMean;
    qualityError += Math.abs(belief.quality * (predictions.quality[i] - qualityMean) - deviation);
    qualityConstant += Math.abs(deviation);
  });
  const skill = (error, constant) => constant > 0 ? 1 - error / constant : 0;
  const skills = [
    ...model2.heads.includes("state") ? [skill(stateError, stateConstant)] : [],
    ...model2.heads.includes("quality") ? [skill(qualityError, qualityConstant)] : []
  ];
  return skills.reduce((sum, one) => sum + one, 0) / Math.max(1, skills.length);
}
function believing(weights, { state, quality, prior }) {
  const changed = (name, values) => {
    if (name === "state/bias") return values.map((b, s) => state * b + (1 - state) * Math.log(prior[s]));
    if (name === "state/weights") return values.map((w) => state * w);
    return name.startsWith("quality/") ? values.map((w) => quality * w) : values;
  };
  return Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [
      name,
      { ...weight, values: changed(name, weight.values) }
    ])
  );
}

// models/evaluation/quality.ts
init_widths();
var MIN_ITEMS = 10;
function qualityErrors(model2, data5) {
  const errors = new Float32Array(STATES);
  if (!model2.heads.includes("quality")) return errors;
  const rows4 = rowsOf(data5, "validation");
  const { state, quality } = predict(model2, data5, rows4);
  const squares = new Float64Array(STATES);
  const counts = new Float64Array(STATES);
  let total = 0;
  rows4.forEach((row, i) => {
    const error = quality[i] - data5.quality[row];
    const predicted = medianState(state, i * STATES);
    squares[predicted] += error * error;
    counts[predicted] += 1;
    total += error * error;
  });
  for (let s = 0; s < STATES; s++) {
    const known4 = counts[s] >= MIN_ITEMS;
    errors[s] = Math.sqrt(known4 ? squares[s] / counts[s] : total / Math.max(1, rows4.length));
  }
  return errors;
}

// models/training/train.ts
init_hard();

// models/training/dropout.ts
init_backend();
init_widths();
var HIDE_ALL = 0.2;
var HIDE_ONE = 0.25;
var ALONE = {
  thermal: [HIDE_ALL, HIDE_ALL + HIDE_ONE],
  spectral: [HIDE_ALL + HIDE_ONE, HIDE_ALL + 2 * HIDE_ONE]
};
var HIDE_FURTHER = HIDE_ONE / (1 - HIDE_ALL);
function hideSenses(shown, seed2, step, count) {
  if (shown.length < 2) return [...shown];
  const key = drawKey(seed2, 0, "training", "modality dropout");
  return shown.map((one) => {
    if (one.sense === CAMERA) return one;
    const hides = hiding(one.sense, seed2, step);
    const seen = Float32Array.from({ length: count }, (_, i) => hides(uniformAt(key, step, i), i) ? 0 : 1);
    return { ...one, seen: tf4.tensor2d(seen, [count, 1]) };
  });
}
function hiding(sense, seed2, step) {
  const alone = Object.hasOwn(ALONE, sense) ? ALONE[sense] : void 0;
  if (alone !== void 0) return (u) => u < HIDE_ALL || u >= alone[0] && u < alone[1];
  const key = drawKey(seed2, 0, "training", `modality dropout ${sense}`);
  return (u, i) => u < HIDE_ALL || uniformAt(key, step, i) < HIDE_FURTHER;
}
function dropoutMask(seed2, step, count) {
  const key = drawKey(seed2, 0, "training", "dropout");
  const values = new Float32Array(count * FUSION_WIDTH);
  for (let i = 0; i < values.length; i++)
    values[i] = uniformAt(key, step, i) < DROPOUT ? 0 : 1 / (1 - DROPOUT);
  return tf4.tensor2d(values, [count, FUSION_WIDTH]);
}

// models/training/fit.ts
init_backend();
init_ops();
var MOVING = 0.95;
var STEPS_PER_BREATH = 2;
var TrainingError = class extends Error {
  constructor(message, lastGood) {
    super(message);
    this.name = "TrainingError";
    this.lastGood = lastGood;
  }
};
async function fitWeights(plan, hooks) {
  const trainable = new Set(plan.parameters.filter((p2) => p2.trainable).map((p2) => p2.name));
  const variables = mount(plan.start, (name) => trainable.has(name));
  const optimiser = adam(plan.learningRate);
  const curve3 = [];
  let best = { weights: plan.start, score: Number.NEGATIVE_INFINITY, step: 0, validation: 0 };
  try {
    for (let step = 0; step < plan.steps; step++) {
      optimiser.learningRate = learningRateAt(step, plan.steps, plan.learningRate);
      const terms = trainStep(plan, variables, optimiser, step, best.weights);
      const last = step === plan.steps - 1;
      if ((step + 1) % plan.validateEvery === 0 || last) {
        const { accuracy, score } = plan.validate(variables);
        curve3.push({ step: step + 1, terms, validationAccuracy: accuracy });
        if (score >= best.score) {
          best = { weights: readWeights(variables), score, step: step + 1, validation: curve3.length };
        }
        report(plan, hooks, step + 1, terms, accuracy);
        if (curve3.length - best.validation >= plan.patience) break;
      }
      if (step % STEPS_PER_BREATH === 0) {
        report(plan, hooks, step + 1, terms);
        await breathe(hooks);
      }
    }
    return { weights: best.weights, curve: curve3, bestStep: best.step };
  } finally {
    unmount(variables);
    optimiser.dispose();
  }
}
function trainStep(plan, variables, optimiser, step, lastGood) {
  const moments2 = {};
  const kept2 = {};
  const trained2 = Object.values(variables).filter((variable) => variable.trainable);
  const { value, grads } = tf4.variableGrads(() => {
    const terms = plan.loss(variables, { training: true, moments: moments2 }, step);
    for (const [name, term] of Object.entries(terms)) kept2[name] = tf4.keep(term);
    return tf4.addN(Object.values(terms));
  }, trained2);
  const values = {};
  for (const [name, term] of Object.entries(kept2)) {
    values[name] = term.dataSync()[0];
    term.dispose();
  }
  value.dispose();
  const broken = Object.keys(values).find((name) => !Number.isFinite(values[name]));
  if (broken === void 0) {
    optimiser.applyGradients(grads);
    moveMoments(variables, moments2);
  }
  tf4.dispose(grads);
  tf4.dispose(moments2);
  if (broken !== void 0) {
    throw new TrainingError(
      `${plan.phase}: loss term "${broken}" is ${values[broken]} at step ${step + 1}; the weights of the last good validation are kept. Cure: a lower learning rate, or look for NaN in the data set.`,
      lastGood
    );
  }
  return values;
}
function moveMoments(variables, moments2) {
  for (const [layer, { mean: mean3, variance }] of Object.entries(moments2)) {
    for (const [name, batch] of [
      [`${layer}/mean`, mean3],
      [`${layer}/variance`, variance]
    ]) {
      const variable = variables[name];
      const moved = tf4.tidy(() => tf4.add(tf4.mul(variable, MOVING), tf4.mul(batch, 1 - MOVING)));
      variable.assign(moved);
      moved.dispose();
    }
  }
}
function report(plan, hooks, done, terms, validationAccuracy) {
  const record = { phase: plan.phase, done, total: plan.steps, terms };
  hooks.progress?.(validationAccuracy === void 0 ? record : { ...record, validationAccuracy });
}

// models/training/train.ts
async function trainTeacher(engine4, data5, spec2, hooks = {}) {
  const { senses: senses2 } = spec2;
  const normaliser = measureNormaliser(data5, senses2);
  const parameters = teacherParameters(senses2, data5.streams, data5.labels.length, spec2.heads);
  const next = batchSource(data5, spec2.seed, spec2.batch, spec2.labels === "few");
  const fit = {
    parameters,
    start: initialWeights(parameters, spec2.seed),
    loss: (variables, pass, step) => {
      const { rows: rows4, views } = next(step);
      const shown = hideSenses(shownOf(data5, normaliser, senses2, rows4, views), spec2.seed, step, rows4.length);
      const student = teacherForward(variables, shown, pass, dropoutMask(spec2.seed, step, rows4.length));
      const labels = labelBatch(data5, rows4, normaliser, { all: spec2.labels === "all" });
      return { hard: hardTerm({ student, labels }) };
    }
  };
  return trained(engine4, data5, spec2, { kind: "teacher", senses: senses2, normaliser }, fit, hooks);
}
async function trainStudent(engine4, data5, spec2, hooks = {}) {
  const senses2 = spec2.senses ?? [CAMERA];
  const parameters = studentParameters(senses2, data5.streams, data5.labels.length, spec2.heads);
  const normaliser = measureNormaliser(data5, senses2);
  const next = batchSource(data5, spec2.seed, spec2.batch);
  const fit = {
    parameters,
    start: initialWeights(parameters, spec2.seed),
    loss: (variables, pass, step) => {
      const { rows: rows4, views } = next(step);
      const student = studentOutput(variables, { senses: senses2, normaliser }, data5, rows4, pass, views);
      const labels = labelBatch(data5, rows4, normaliser, { ...spec2, all: spec2.labels === "all" });
      return { hard: hardTerm({ student, labels }) };
    }
  };
  return trained(engine4, data5, spec2, { kind: "student", senses: senses2, normaliser }, fit, hooks);
}
async function trained(engine4, data5, spec2, what, fit, hooks) {
  const validate = validator(data5, { ...what, labels: data5.labels, heads: spec2.heads });
  const fitted = await fitWeights({ ...spec2, ...fit, phase: spec2.name, validate }, hooks);
  return finished(engine4, data5, spec2, fitted, what);
}
var CONDITION_WEIGHT = 0.5;
function validator(data5, model2) {
  const rows4 = rowsOf(data5, "validation");
  if (rows4.length === 0) throw new Error("data set: no validation items (perMaterial.validation is 0)");
  const classes = data5.labels.length;
  return (variables) => {
    const predictions = predictWith(variables, model2, data5, rows4);
    let correct = 0;
    rows4.forEach((row, i) => {
      if (argmax(predictions.material, i * classes, classes) === data5.material[row]) correct++;
    });
    const accuracy = correct / rows4.length;
    const skill = CONDITION_WEIGHT * conditionSkill(predictions, model2, data5, rows4);
    return { accuracy, score: accuracy + skill };
  };
}
function finished(engine4, data5, spec2, fitted, what) {
  const isAuxiliary = ([name]) => name.startsWith("auxiliary/");
  const all = Object.entries(fitted.weights);
  const weights = Object.fromEntries(all.filter((entry) => !isAuxiliary(entry)));
  const auxiliary = Object.fromEntries(all.filter(isAuxiliary));
  const model2 = {
    ...what,
    name: spec2.name,
    labels: data5.labels,
    heads: spec2.heads,
    inputs: inputsOf(data5.streams, what.senses),
    qualityErrorByState: new Float32Array(10),
    recipe: { ...spec2, backend: engine4.name, bestStep: fitted.bestStep },
    weights
  };
  const rows4 = rowsOf(data5, "validation");
  const belief = beliefOf(predict(model2, data5, rows4), model2, data5, rows4);
  const believed2 = { ...model2, weights: believing(weights, belief) };
  const calibrated = { ...believed2, qualityErrorByState: qualityErrors(believed2, data5) };
  return { model: calibrated, auxiliary, curve: fitted.curve, bestStep: fitted.bestStep };
}

// models/training/distil.ts
async function distilStudent(engine4, data5, lessons, spec2, hooks = {}) {
  const names = Object.keys(spec2.terms);
  const losses = await loadTerms([.../* @__PURE__ */ new Set(["hard", ...names])]);
  const step = new DistillationStep(data5, lessons, spec2, losses);
  const start = initialWeights(step.parameters, spec2.seed);
  await breathe(hooks);
  const weights = step.calibrate(start);
  const { parameters, normaliser, senses: senses2 } = step;
  const fit = {
    parameters,
    start,
    loss: (variables, pass, index) => step.terms(variables, pass, step.next(index), weights)
  };
  const recipe2 = { ...spec2, weights };
  return trained(engine4, data5, recipe2, { kind: "student", senses: senses2, normaliser }, fit, hooks);
}
var DistillationStep = class {
  constructor(data5, lessons, spec2, losses) {
    this.losses = losses;
    this.data = data5;
    this.lessons = lessons;
    this.spec = spec2;
    this.names = Object.keys(spec2.terms);
    const auxiliary = this.names.flatMap((name) => losses[name].parameters ?? []);
    this.senses = spec2.senses ?? [CAMERA];
    this.parameters = [
      ...studentParameters(this.senses, data5.streams, data5.labels.length, spec2.heads),
      ...auxiliary
    ];
    this.normaliser = measureNormaliser(data5, this.senses);
    this.next = batchSource(data5, spec2.seed, spec2.batch);
  }
  /** Weighted terms of one batch. */
  terms(variables, pass, batch, weights) {
    const student = studentOutput(variables, this, this.data, batch.rows, pass, batch.views);
    const inputs = this.inputs(variables, student, batch);
    const weighted2 = this.names.map((name) => [
      name,
      tf4.mul(this.losses[name].value(inputs), weights[name])
    ]);
    return Object.fromEntries(weighted2);
  }
  /** Turns shares into weights, from the gradients of the first batch at the start weights. */
  calibrate(start) {
    const { terms } = this.spec;
    const weights = {};
    const open = this.names.filter((name) => typeof terms[name] === "object");
    for (const name of this.names) if (!open.includes(name)) weights[name] = terms[name];
    if (open.length === 0) return weights;
    const variables = mount(start);
    const batch = batchSource(this.data, this.spec.seed, this.spec.batch)(0);
    const hard2 = this.gradientNorm(variables, batch, "hard");
    for (const name of open) {
      const { share: share2 } = terms[name];
      const own = this.gradientNorm(variables, batch, name);
      weights[name] = own > 0 ? share2 * hard2 / own : 0;
    }
    unmount(variables);
    return weights;
  }
  /** Length of a term's gradient on the student's maps. */
  gradientNorm(variables, batch, name) {
    return tf4.tidy(() => {
      const pass = { training: true, moments: {} };
      const { data: data5, normaliser, senses: senses2 } = this;
      const maps = studentMaps(variables, imageTensor(data5, batch.rows, batch.views), pass);
      const further = shownOf(data5, normaliser, furtherSenses(senses2), batch.rows, batch.views);
      const ofMaps = (m) => {
        const student = studentHead(variables, m, pass, further);
        return this.losses[name].value(this.inputs(variables, student, batch));
      };
      const norm = Math.sqrt(tf4.sum(tf4.square(tf4.grad(ofMaps)(maps))).dataSync()[0]);
      tf4.dispose(pass.moments);
      return norm;
    });
  }
  inputs(variables, student, { rows: rows4, views }) {
    const { data: data5, lessons, spec: spec2, normaliser } = this;
    const teacher = lessons.teacher ? targetBatch(lessons.teacher, rows4, views, data5.labels.length) : null;
    return {
      student,
      variables,
      labels: labelBatch(data5, rows4, normaliser, { smoothing: spec2.smoothing, all: spec2.labels === "all" }),
      teacher,
      teacherQuality: teacher && tf4.div(tf4.sub(teacher.quality, normaliser.qualityMean), normaliser.qualitySd),
      hint: lessons.hint ? hintBatch(lessons.hint, rows4, views) : null,
      temperature: spec2.temperature
    };
  }
};

// models/training/carry-out.ts
async function carryOut(engine4, items, recipe2, teachers, hooks = {}) {
  const { labelledPerMaterial } = recipe2;
  const data5 = labelledPerMaterial === null ? items : relabel(items, labelledPerMaterial);
  if (recipe2.kind === "teacher") {
    const { kind: _2, labelledPerMaterial: _l2, ...spec3 } = recipe2;
    return trainTeacher(engine4, data5, spec3, hooks);
  }
  const { kind: _, labelledPerMaterial: _l, lesson: _o, terms, temperature = 1, ...spec2 } = recipe2;
  if (terms === void 0) return trainStudent(engine4, data5, spec2, hooks);
  const lessons = await lessonsOf(data5, recipe2, teachers, hooks);
  return distilStudent(engine4, data5, lessons, { ...spec2, terms, temperature }, hooks);
}
async function lessonsOf(data5, recipe2, teachers, hooks) {
  const hint2 = asksForHint(recipe2.terms) ? { hint: hintTargets(data5) } : {};
  if (recipe2.lesson === "none") return hint2;
  const taught2 = [];
  for (const teacher of teachers)
    taught2.push(await teacherTargets(teacher, data5, viewingOf(recipe2, data5), hooks));
  const [first] = taught2;
  if (first === void 0) throw new Error(`${recipe2.name}: the lesson ${recipe2.lesson} has no teacher.`);
  return { ...hint2, teacher: taught2.length > 1 ? ensembleTargets(taught2, data5.labels.length) : first };
}
function viewingOf({ lesson, seed: seed2 }, data5) {
  if (lesson !== "within" && lesson !== "across") return {};
  return { rowOf: permutedSensors(data5, poolRows(data5), lesson, seed2) };
}

// models/evaluation/condition.ts
init_widths();
function judgeCondition(predictions, model2, data5, rows4) {
  const constants = constantsOf(data5, rows4);
  const judged = [...rows4].map((row2, i) => judge(predictions, model2, data5, constants, row2, i));
  const row = (by, name, some) => rowOf(by, name, some, model2.heads);
  const byMaterial = data5.labels.map(
    (label) => row(
      "material",
      label,
      judged.filter(({ material }) => material === label)
    )
  );
  const byState = Array.from(
    { length: STATES },
    (_, state) => row(
      "state",
      String(state),
      judged.filter((one) => one.state === state)
    )
  );
  return [row("all", "all", judged), ...byMaterial, ...byState].filter(({ items }) => items > 0);
}
function constantsOf(data5, rows4) {
  const of = (values, pick) => data5.labels.map((_, label) => {
    const own = [...rows4].filter((row) => data5.material[row] === label).map((row) => values?.[row] ?? 0);
    return own.length > 0 ? pick(own.sort((a, b) => a - b)) : 0;
  });
  const median = (sorted) => sorted[Math.floor(sorted.length / 2)];
  return {
    state: of(data5.state, median),
    quality: of(data5.quality, median),
    grade: of(data5.grade, mostFrequent)
  };
}
function mostFrequent(values) {
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => one[1] > best[1] ? one : best)[0];
}
function judge({ material, state, quality }, model2, data5, constants, row, i) {
  const classes = model2.labels.length;
  const label = data5.material[row];
  const trueState = data5.state[row];
  const trueQuality = data5.quality[row];
  const answered = medianState(state, i * STATES);
  const likeliest = argmax(state, i * STATES, STATES);
  const value = Math.min(1, Math.max(0, quality[i]));
  const named = model2.labels[argmax(material, i * classes, classes)];
  const grade2 = grades.indexOf(gradeBelieved(materialById(named), answered, value));
  const trueGrade = data5.grade?.[row];
  return {
    material: data5.labels[label],
    state: trueState,
    stateError: Math.abs(answered - trueState),
    stateConstant: Math.abs(constants.state[label] - trueState),
    confidence: state[i * STATES + likeliest],
    stateRight: likeliest === trueState ? 1 : 0,
    qualityError: Math.abs(value - trueQuality),
    qualityConstant: Math.abs(constants.quality[label] - trueQuality),
    within: Math.abs(value - trueQuality) <= model2.qualityErrorByState[answered] ? 1 : 0,
    gradeRight: grade2 === trueGrade ? 1 : 0,
    gradeConstant: constants.grade[label] === trueGrade ? 1 : 0
  };
}
function rowOf(by, name, some, heads) {
  const mean3 = (of) => some.reduce((sum, one) => sum + of(one), 0) / Math.max(1, some.length);
  const has = { state: heads.includes("state"), quality: heads.includes("quality") };
  const graded = has.state && has.quality && heads.includes("material");
  return {
    by,
    name,
    items: some.length,
    stateError: has.state ? mean3((one) => one.stateError) : null,
    stateConstant: mean3((one) => one.stateConstant),
    stateConfidence: has.state ? mean3((one) => one.confidence) : null,
    stateRight: has.state ? mean3((one) => one.stateRight) : null,
    qualityError: has.quality ? mean3((one) => one.qualityError) : null,
    qualityConstant: mean3((one) => one.qualityConstant),
    qualityWithin: has.quality ? mean3((one) => one.within) : null,
    gradeRight: graded ? mean3((one) => one.gradeRight) : null,
    gradeConstant: mean3((one) => one.gradeConstant)
  };
}

// models/training/recipe.ts
var TRAINING = {
  name: "training",
  seed: 1,
  steps: 400,
  batch: 32,
  learningRate: 3e-3,
  validateEvery: 100,
  patience: 5,
  heads: ALL_HEADS,
  labels: "few"
};

// ../../heads.ts
import { existsSync, readFileSync as readFileSync2, writeFileSync as writeFileSync2 } from "node:fs";
var quick = ["pet-bottle-clear", "pet-tray-coloured", "pla-cup-clear", "hdpe-bottle-white", "hdpe-bottle-coloured", "pp-bottle-white", "pp-tray-coloured", "pp-cup-white", "ps-cup-white", "pvc-bottle-clear", "aluminium-can", "steel-can", "cardboard", "paper-news", "glass-bottle-clear"];
var obs = ["wood-pine", "copper-pipe", "plywood", "aluminium-can", "pc-sheet-clear", "circuit-board", "pmma-sheet-clear", "pvc-profile-white", "ps-foam-white", "aluminium-foil", "steel-can", "paper-news", "pur-foam", "pvc-pipe-grey", "pulp-tray", "wool", "leather", "beverage-carton"];
var [which = "quick", labelled = "20", steps = "500", senses = "visual,thermal,spectral", kind = "teacher", seed = "1", extra = "{}"] = process.argv.slice(2);
var engine3 = await openBackend();
var path = `/tmp/ds-${which}-${labelled}.bin`;
var data4;
var spec = { materials: which === "quick" ? quick : obs, perMaterial: { labelled: +labelled, unlabelled: which === "quick" ? 200 : 0, validation: 20, calibration: 0, test: 140 }, imagePx: 32, seed: 1, testDraw: 0 };
if (existsSync(path)) data4 = decodeDataset(new Uint8Array(readFileSync2(path)));
else {
  const t = Date.now();
  data4 = await buildDataset(spec);
  writeFileSync2(path, encodeDataset(data4));
  console.log("built", Date.now() - t);
}
var t0 = Date.now();
var recipe = { ...TRAINING, kind, name: "x", seed: +seed, steps: +steps, labelledPerMaterial: null, ...kind === "teacher" ? { senses: senses.split(",") } : { lesson: "none", smoothing: 0 }, ...JSON.parse(extra) };
var { model, curve: curve2, bestStep } = await carryOut(engine3, data4, recipe, []);
var rows3 = rowsOf(data4, "test");
var p = predict(model, data4, rows3);
var c = judgeCondition(p, model, data4, rows3);
var show = (r) => `${r.name.padEnd(22)} state ${r.stateError?.toFixed(3)} / ${r.stateConstant.toFixed(3)} = ${(r.stateError / r.stateConstant).toFixed(3)} conf ${r.stateConfidence?.toFixed(2)} right ${r.stateRight?.toFixed(2)} | q ${r.qualityError?.toFixed(3)} / ${r.qualityConstant.toFixed(3)} = ${(r.qualityError / r.qualityConstant).toFixed(2)} within ${r.qualityWithin?.toFixed(2)} grade ${r.gradeRight?.toFixed(2)}/${r.gradeConstant.toFixed(2)}`;
var ok = 0;
var K2 = data4.labels.length;
rows3.forEach((row, i) => {
  let b = 0;
  for (let k = 1; k < K2; k++) if (p.material[i * K2 + k] > p.material[i * K2 + b]) b = k;
  if (b === data4.material[row]) ok++;
});
console.log(`${which} ${labelled} ${steps} ${senses} ${kind} seed ${seed} ${extra}: material ${(ok / rows3.length * 100).toFixed(1)} best ${bestStep} time ${((Date.now() - t0) / 1e3).toFixed(0)}s`);
console.log(show(c[0]));
if (process.env.V) for (const r of c.slice(1)) console.log(show(r));
console.log(curve2.map((x) => `${x.step}:${x.validationAccuracy.toFixed(3)}:${Object.values(x.terms).map((v) => v.toFixed(2))}`).join(" "));
