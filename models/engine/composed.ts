import * as tf from '@tensorflow/tfjs-core';

/**
 * Convolution gradients composed from the forward convolution of a backend.
 *
 * The WASM backend has no Conv2DBackpropFilter and a slow Conv2DBackpropInput (2 GFLOPS against 25 forward).
 * The filter gradient IS a convolution with batch and channel axes swapped, the forward stride becoming a
 * dilation; for stride 1 the input gradient is a convolution with the filter turned by 180 degrees.
 * They are the yardstick of the bench and the second opinion of the contract tests.
 */

type ConvAttrs = {
  strides: number | [number, number];
  pad: 'valid' | 'same' | number | tf.backend_util.ExplicitPadding;
  dataFormat: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
};

type ConvInfo = ReturnType<typeof tf.backend_util.computeConv2DInfo>;

function infoOf(xShape: readonly number[], filterShape: readonly number[], attrs: ConvAttrs): ConvInfo {
  return tf.backend_util.computeConv2DInfo(
    xShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  );
}

/** d(loss)/d(filter) [kh,kw,Cin,Cout] from x [N,H,W,Cin] and dy [N,Ho,Wo,Cout]. */
function composedFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  filterShape: readonly number[],
  attrs: ConvAttrs,
): tf.Tensor4D {
  return tf.tidy(() => {
    const { padInfo, strideHeight, strideWidth, filterHeight, filterWidth, inChannels, outChannels } = infoOf(
      x.shape,
      filterShape,
      attrs,
    );
    const swappedX = tf.transpose(x, [3, 1, 2, 0]);
    const swappedDy = tf.transpose(dy, [1, 2, 0, 3]);
    const pad: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [padInfo.top, padInfo.bottom],
      [padInfo.left, padInfo.right],
      [0, 0],
    ];
    const wide = tf.conv2d(swappedX, swappedDy, 1, pad, 'NHWC', [strideHeight, strideWidth]);
    // Rows that the forward stride never reached leave extra taps at the end: cut them.
    const cut = tf.slice(wide, [0, 0, 0, 0], [inChannels, filterHeight, filterWidth, outChannels]);
    return tf.transpose(cut, [1, 2, 0, 3]);
  });
}

/** d(loss)/d(x) [N,H,W,Cin] for stride 1 from dy [N,Ho,Wo,Cout] and filter [kh,kw,Cin,Cout]. */
function composedInputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  inputShape: readonly number[],
  attrs: ConvAttrs,
): tf.Tensor4D {
  return tf.tidy(() => {
    const { padInfo, filterHeight, filterWidth } = infoOf(inputShape, filter.shape, attrs);
    const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
    const pad: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [filterHeight - 1 - padInfo.top, filterHeight - 1 - padInfo.bottom],
      [filterWidth - 1 - padInfo.left, filterWidth - 1 - padInfo.right],
      [0, 0],
    ];
    return tf.conv2d(dy, turned as tf.Tensor4D, 1, pad);
  });
}

/** The two kernels above; strides other than 1 keep the backend's `own` input gradient. */
export function composedGradients(
  own: (name: string) => tf.KernelFunc | undefined,
): Record<string, tf.KernelFunc> {
  return {
    Conv2DBackpropFilter: ({ inputs, attrs }) => {
      const { filterShape, ...conv } = attrs as ConvAttrs & { filterShape: number[] };
      return composedFilterGradient(inputs.x as tf.Tensor4D, inputs.dy as tf.Tensor4D, filterShape, conv);
    },
    Conv2DBackpropInput: (call) => {
      const { inputShape, ...conv } = call.attrs as ConvAttrs & { inputShape: number[] };
      const [dy, filter] = [call.inputs.dy as tf.Tensor4D, call.inputs.filter as tf.Tensor4D];
      const { strideHeight, strideWidth } = infoOf(inputShape, filter.shape, conv);
      if (strideHeight === 1 && strideWidth === 1) return composedInputGradient(dy, filter, inputShape, conv);
      return own('Conv2DBackpropInput')!(call);
    },
  };
}
