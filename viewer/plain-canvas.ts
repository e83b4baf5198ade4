/**
 * What `make` makes, with canvases that the processor draws itself. The library of the chart cannot be told so; and where there is no
 * graphics processor, a browser that plays one takes seconds for lines of a day, which the processor draws in milliseconds.
 */
export function withPlainCanvas<T>(make: () => T): T {
  const { prototype } = HTMLCanvasElement;
  const { getContext } = prototype;
  prototype.getContext = function (this: HTMLCanvasElement, kind: string, settings?: object) {
    return Reflect.apply(getContext, this, [kind, { willReadFrequently: true, ...settings }]);
  } as typeof getContext;
  try {
    return make();
  } finally {
    prototype.getContext = getContext;
  }
}
