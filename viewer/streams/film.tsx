import { useMemo, useState } from 'preact/hooks';
import type { Drawing } from '../../sim/record/drawing.ts';
import { say } from '../language.ts';
import { type StreamAnswer, valuesOf } from './frames.ts';
import { heatColour, heatPicture, middleCurve, rangeOf } from './heat.ts';
import { LineChart } from './line-chart.tsx';
import { Picture } from './picture.tsx';

const colours = Array.from(
  { length: 9 },
  (_, i) =>
    `rgb(${heatColour(1 - i / 8)
      .map(Math.round)
      .join(',')})`,
);
const gradient = `linear-gradient(${colours.join(',')})`;

function ColourBar({ low, high, unit }: ReturnType<typeof rangeOf> & { readonly unit: string }) {
  return (
    <div class="colour-bar">
      <i style={{ background: gradient }} />
      <span>{`${high.toFixed(1)} ${unit}`}</span>
      <span>{((low + high) / 2).toFixed(1)}</span>
      <span>{`${low.toFixed(1)} ${unit}`}</span>
    </div>
  );
}

interface Props {
  readonly stream: StreamAnswer;
  readonly drawing: Extract<Drawing, { readonly kind: 'film' }>;
  readonly heading: string;
}

/** A film: one frame of it at a time, and how the middle of the picture changes. */
export function Film({ stream, drawing, heading }: Props) {
  const [frame, setFrame] = useState(0);
  const { timesS, unit } = drawing;
  const { title, shape } = stream;
  const [frames = 0, height = 0, width = 0] = shape;
  const values = useMemo(() => valuesOf(stream), [stream]);
  const range = useMemo(() => rangeOf(values), [values]);
  const rgba = useMemo(
    () => heatPicture(values, frame, width * height, range),
    [values, frame, range, width, height],
  );
  const curve = useMemo(() => middleCurve(values, shape), [values, shape]);
  const seconds = `${(timesS[frame] ?? frame).toFixed(2)} s`;
  const span = `${range.low.toFixed(1)} to ${range.high.toFixed(1)} ${unit}`;
  const change = `from ${curve[0]?.toFixed(1)} to ${curve.at(-1)?.toFixed(1)} ${unit} in ${(timesS.at(-1) ?? 0).toFixed(2)} s`;
  return (
    <>
      <section class="stream">
        <h3>{heading}</h3>
        <div class="film">
          <Picture rgba={rgba} width={width} height={height} label={`${title}, ${span}`} />
          <ColourBar {...range} unit={unit} />
        </div>
        <label class="frame">
          <input
            type="range"
            min={0}
            max={frames - 1}
            value={frame}
            onInput={(e) => setFrame(Number(e.currentTarget.value))}
            aria-label={`${title}: frame`}
            aria-valuetext={seconds}
          />
          <span>{seconds}</span>
        </label>
      </section>
      <section class="stream wide">
        <h3>{say('seen.middle', { title: heading })}</h3>
        <LineChart
          xs={timesS}
          ys={curve}
          xLabel="s"
          yLabel={unit}
          label={`Middle of the picture: ${change}`}
          dots
        />
      </section>
    </>
  );
}
