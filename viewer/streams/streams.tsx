import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
/** Overtones of molecules that name the bands of a near-infrared spectrum, in nm (Workman and Weyer 2012). */
import BANDS from './bands.json' with { type: 'json' };
import { type FramesAnswer, fetchFrames, kelvinOf, rgbaOf } from './frames.ts';
import { coolingCurve, heatColour, heatPicture, rangeOf } from './heat.ts';
import { LineChart } from './line-chart.tsx';

interface PictureProps extends Pick<ImageData, 'width' | 'height'> {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly label: string;
}

function Picture({ rgba, width, height, label }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [rgba, width, height]);
  return <canvas ref={canvas} class="pixels" width={width} height={height} role="img" aria-label={label} />;
}

const colours = Array.from(
  { length: 9 },
  (_, i) =>
    `rgb(${heatColour(1 - i / 8)
      .map(Math.round)
      .join(',')})`,
);
const gradient = `linear-gradient(${colours.join(',')})`;

function ColourBar({ lowK, highK }: { lowK: number; highK: number }) {
  return (
    <div class="colour-bar">
      <i style={{ background: gradient }} />
      <span>{highK.toFixed(1)} K</span>
      <span>{((lowK + highK) / 2).toFixed(1)}</span>
      <span>{lowK.toFixed(1)} K</span>
    </div>
  );
}

function Thermal({ thermal }: { thermal: NonNullable<FramesAnswer['thermal']> }) {
  const [frame, setFrame] = useState(0);
  const { frames, widthPx, heightPx, timesS } = thermal;
  const kelvin = useMemo(() => kelvinOf(thermal.base64), [thermal]);
  const range = useMemo(() => rangeOf(kelvin), [kelvin]);
  const rgba = useMemo(
    () => heatPicture(kelvin, frame, widthPx * heightPx, range),
    [kelvin, frame, range, widthPx, heightPx],
  );
  const seconds = `${(timesS[frame] ?? frame).toFixed(2)} s after the flash`;
  const span = `${range.lowK.toFixed(1)} to ${range.highK.toFixed(1)} K`;
  return (
    <section class="stream">
      <h3>Thermal</h3>
      <div class="thermal">
        <Picture rgba={rgba} width={widthPx} height={heightPx} label={`Thermal picture, ${span}`} />
        <ColourBar {...range} />
      </div>
      <label class="frame">
        <input
          type="range"
          min={0}
          max={frames - 1}
          value={frame}
          onInput={(e) => setFrame(Number(e.currentTarget.value))}
          aria-label="Thermal frame after the flash"
          aria-valuetext={seconds}
        />
        <span>{seconds}</span>
      </label>
    </section>
  );
}

function Cooling({ thermal }: { thermal: NonNullable<FramesAnswer['thermal']> }) {
  const { frames, timesS, base64 } = thermal;
  const curve = useMemo(() => coolingCurve(kelvinOf(base64), frames), [base64, frames]);
  const cools = `from ${curve[0]?.toFixed(1)} to ${curve.at(-1)?.toFixed(1)} K in ${(timesS.at(-1) ?? 0).toFixed(2)} s`;
  return (
    <section class="stream wide">
      <h3>Cooling curve</h3>
      <LineChart
        xs={timesS}
        ys={curve}
        xLabel="s after the flash"
        yLabel="K"
        label={`Cooling curve of the middle of the picture: ${cools}`}
        dots
      />
    </section>
  );
}

function Spectrum({ spectrum }: { spectrum: NonNullable<FramesAnswer['spectrum']> }) {
  const { wavelengthsNm: xs, reflectance: ys } = spectrum;
  const [first = 0, last = first] = [xs[0], xs.at(-1)];
  const within = BANDS.filter((b) => b.from >= first && b.to <= last + 1);
  const lowest = xs[ys.indexOf(Math.min(...ys))] ?? 0;
  const top = Math.max(0.2, Math.ceil(Math.max(...ys) * 5) / 5);
  return (
    <section class="stream wide">
      <h3>Spectrum</h3>
      <LineChart
        xs={xs}
        ys={ys}
        xLabel="nm"
        yLabel="reflectance"
        yRange={[0, top]}
        bands={within}
        label={`Reflectance from ${first} to ${last} nm, lowest at ${lowest.toFixed(0)} nm`}
      />
    </section>
  );
}

/** What the robot's senses get of an item, rendered now from its recorded state. */
export function Streams({ itemId }: { itemId: number }) {
  const [answer, setAnswer] = useState<FramesAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    setAnswer(null);
    setProblem(null);
    fetchFrames(itemId, abort.signal).then(setAnswer, (error: Error) => {
      if (!abort.signal.aborted) setProblem(error.message);
    });
    return () => abort.abort();
  }, [itemId]);
  const rgba = useMemo(() => (answer?.rgb ? rgbaOf(answer.rgb.base64) : null), [answer]);
  if (problem !== null) return <p class="quiet" role="status">{`No streams: ${problem}`}</p>;
  if (answer === null)
    return (
      <p class="quiet" role="status">
        Rendering the three streams ...
      </p>
    );
  return (
    <div class="streams" data-streams={answer.itemId}>
      {answer.rgb && rgba ? (
        <section class="stream">
          <h3>Visual</h3>
          <Picture
            rgba={rgba}
            width={answer.rgb.widthPx}
            height={answer.rgb.heightPx}
            label={`Camera picture of item ${itemId}, ${answer.rgb.widthPx} by ${answer.rgb.heightPx} pixels`}
          />
        </section>
      ) : null}
      {answer.thermal ? <Thermal thermal={answer.thermal} /> : null}
      {answer.thermal ? <Cooling thermal={answer.thermal} /> : null}
      {answer.spectrum ? <Spectrum spectrum={answer.spectrum} /> : null}
      <p class="quiet streams-note">{`Hidden state: degradation ${answer.truth.state} of 9, ${Math.round(answer.truth.quality * 100)} % of its value left, best next use ${answer.truth.grade}.`}</p>
    </div>
  );
}
