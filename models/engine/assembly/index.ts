// The exports of the WASM module; all pointers are byte offsets into the heap of TensorFlow.js, which it shares.
export { addTo, pack, product, transpose } from './gemm';
export { transformFilter, transposeFilter, transformFilterBack } from './winograd';
export { convScratchBytes, convForward, convBackward } from './conv';
export { addMoments, normRelu6, addGradientSums, normGradient, averagePool, averagePoolGradient } from './norm';
export { adamStep } from './adam';
