import { useMemo } from 'preact/hooks';
import type { Drawing } from '../../sim/record/drawing.ts';
import { decimal, say, wordOf } from '../language.ts';
import { retold } from '../retold.ts';
import { figure, percent } from '../words.ts';
/** Overtones of molecules that name the bands of a near-infrared axis, in nm (Workman and Weyer 2012). */
import BANDS from './bands.json' with { type: 'json' };
import { BarChart } from './bar-chart.tsx';
import { Film } from './film.tsx';
import { rgbaOf, type StreamAnswer, valuesOf } from './frames.ts';
import { LineChart } from './line-chart.tsx';
import { Picture } from './picture.tsx';
import type { Seen } from './use-frames.ts';

type Of<K extends Drawing['kind']> = Extract<Drawing, { readonly kind: K }>;

function Still({ stream, title, heading }: { stream: StreamAnswer; title: string; heading: string }) {
  const rgba = useMemo(() => rgbaOf(valuesOf(stream)), [stream]);
  const [height = 0, width = 0] = stream.shape;
  return (
    <section class="stream">
      <h3>{heading}</h3>
      <Picture
        rgba={rgba}
        width={width}
        height={height}
        label={say('picture.size', { title, width, height })}
      />
    </section>
  );
}

interface CurveProps {
  readonly stream: StreamAnswer;
  readonly drawing: Of<'curve'>;
  readonly heading: string;
}

function Curve({ stream, drawing, heading }: CurveProps) {
  const { xs, xLabel } = drawing;
  const yLabel = retold('axis', drawing.yLabel);
  const ys = useMemo(() => [...valuesOf(stream)], [stream]);
  const [first = 0, last = first] = [xs[0], xs.at(-1)];
  const within = xLabel === 'nm' ? BANDS.filter((b) => b.from >= first && b.to <= last + 1) : [];
  const least = Math.min(...ys);
  const lowest = xs[ys.indexOf(least)] ?? 0;
  const words = say('curve.words', {
    ...{ what: yLabel, unit: xLabel, lowest: decimal(lowest, 0) },
    ...{ first: decimal(first, 0), last: decimal(last, 0) },
  });
  const top = Math.max(0.2, Math.ceil(Math.max(...ys) * 5) / 5);
  return (
    <section class="stream wide">
      <h3>{heading}</h3>
      <LineChart
        {...{ xs, ys, xLabel, yLabel }}
        yRange={[Math.min(0, least), top]}
        bands={within.map((band) => ({ ...band, name: wordOf(`band.${band.name}`, band.name) }))}
        label={words}
      />
    </section>
  );
}

interface BarsProps {
  readonly stream: StreamAnswer;
  readonly drawing: Of<'bars'>;
  readonly heading: string;
}

function Bars({ stream, drawing, heading }: BarsProps) {
  const { labels } = drawing;
  const yLabel = retold('axis', drawing.yLabel);
  const values = useMemo(() => [...valuesOf(stream)], [stream]);
  const told = labels.map((name, i) => `${name} ${figure(values[i] ?? 0)}`).join(', ');
  return (
    <section class="stream wide">
      <h3>{heading}</h3>
      <BarChart {...{ labels, values, yLabel }} label={`${yLabel}: ${told}`} />
    </section>
  );
}

/** A stream by the kind of its drawing; a new kind does not compile until it stands here. */
function Stream({ stream }: { stream: StreamAnswer }) {
  const { drawing, used } = stream;
  const title = wordOf(`sense.${stream.sense}`, stream.title);
  const heading = used ? title : say('seen.unused', { title });
  switch (drawing.kind) {
    case 'picture':
      return <Still {...{ stream, title, heading }} />;
    case 'film':
      return <Film {...{ stream, drawing, title, heading }} />;
    case 'curve':
      return <Curve {...{ stream, drawing, heading }} />;
    case 'bars':
      return <Bars {...{ stream, drawing, heading }} />;
  }
}

interface Props {
  readonly seen: Seen;
  /** How far lens and lamp were worn at the look; null where nobody decided. */
  readonly worn: Worn | null;
}

/** Share of the optics under dirt, age of the lamp, 0..1. */
export interface Worn {
  readonly dirt: number;
  readonly lampAge: number;
}

function wornWords(worn: Worn | null): string {
  if (worn === null) return '';
  const { dirt, lampAge } = worn;
  if (dirt === 0 && lampAge === 0) return say('seen.clean');
  return say('seen.worn', { dirt: percent(dirt), lamp: percent(lampAge) });
}

/** What a robot's senses got of an item at one look, rendered now from its recorded state. */
export function Streams({ seen: { answer, problem }, worn }: Props) {
  if (problem !== null)
    return (
      <p class="quiet" role="status">
        {say('seen.nothing', { why: retold('heard', problem) })}
      </p>
    );
  if (answer === null)
    return (
      <p class="quiet" role="status">
        {say('seen.rendering')}
      </p>
    );
  const { robot, network, streams, own } = answer;
  const words = wornWords(worn);
  return (
    <div class="streams" data-streams={answer.itemId} data-robot={robot}>
      <p class="quiet streams-note">
        {network === null
          ? say('seen.would', { robot, worn: words })
          : say('seen.by', { robot, network, worn: words })}
      </p>
      {own.length > 0 && <p class="quiet streams-note">{say('seen.own', { senses: own.join(', ') })}</p>}
      {[...streams]
        .sort((a, b) => Number(b.used) - Number(a.used))
        .map((stream) => (
          <Stream key={stream.sense} stream={stream} />
        ))}
    </div>
  );
}
