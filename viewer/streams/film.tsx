import { useMemo, useState } from 'preact/hooks';
import type { Drawing } from '../../sim/record/drawing.ts';
import { decimal, say } from '../language.ts';
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
      <span>{`${decimal(high, 1)} ${unit}`}</span>
      <span>{decimal((low + high) / 2, 1)}</span>
      <span>{`${decimal(low, 1)} ${unit}`}</span>
    </div>
  );
}

interface Props {
  readonly stream: StreamAnswer;
  readonly drawing: Extract<Drawing, { readonly kind: 'film' }>;
  readonly title: string;
  readonly heading: string;
}

/** A film: one frame of it at a time, and how the middle of the picture changes. */
export function Film({ stream, drawing, title, heading }: Props) {
  const [frame, setFrame] = useState(0);
  const { timesS, unit } = drawing;
  const { shape } = stream;
  const [frames = 0, height = 0, width = 0] = shape;
  const values = useMemo(() => valuesOf(stream), [stream]);
  const range = useMemo(() => rangeOf(values), [values]);
  const rgba = useMemo(
    () => heatPicture(values, frame, width * height, range),
    [values, frame, range, width, height],
  );
  const curve = useMemo(() => middleCurve(values, shape), [values, shape]);
  const seconds = `${decimal(timesS[frame] ?? frame, 2)} s`;
  const [low, high] = [decimal(range.low, 1), `${decimal(range.high, 1)} ${unit}`];
  const change = say('film.middle', {
    ...{ first: decimal(curve[0] ?? 0, 1), last: decimal(curve.at(-1) ?? 0, 1), unit },
    seconds: decimal(timesS.at(-1) ?? 0, 2),
  });
  return (
    <>
      <section class="stream">
        <h3>{heading}</h3>
        <div class="film">
          <Picture
            rgba={rgba}
            width={width}
            height={height}
            label={`${title}, ${say('region.chart.range', { low, high })}`}
          />
          <ColourBar {...range} unit={unit} />
        </div>
        <label class="frame">
          <input
            type="range"
            min={0}
            max={frames - 1}
            value={frame}
            onInput={(e) => setFrame(Number(e.currentTarget.value))}
            aria-label={say('film.frame', { title })}
            aria-valuetext={seconds}
          />
          <span>{seconds}</span>
        </label>
      </section>
      <section class="stream wide">
        <h3>{say('seen.middle', { title: heading })}</h3>
        <LineChart xs={timesS} ys={curve} xLabel="s" yLabel={unit} label={change} dots />
      </section>
    </>
  );
}
