import { useEffect, useRef } from 'preact/hooks';

interface Props extends Pick<ImageData, 'width' | 'height'> {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly label: string;
}

/** Pixels as they are; `label` says in words what they show. */
export function Picture({ rgba, width, height, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [rgba, width, height]);
  return <canvas ref={canvas} class="pixels" width={width} height={height} role="img" aria-label={label} />;
}
