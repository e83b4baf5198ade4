import { clockText } from '../../sim/record/clock-text.ts';
import { type Player, type Playing, SPEEDS } from '../player.ts';
import { type Moment, type MomentKind, momentKinds, seekMoment } from '../recording/moments.ts';
import type { Timeline } from '../recording/timeline.ts';
import { clockSeconds } from '../words.ts';
import { Icon, momentIcons } from './icons.tsx';

interface Props {
  readonly timeline: Timeline;
  readonly player: Player;
  readonly playing: Playing;
  readonly jump: (kind: MomentKind, step: 1 | -1) => void;
}

function Jump({
  kind,
  moments,
  timeUs,
  jump,
}: {
  kind: MomentKind;
  moments: readonly Moment[];
  timeUs: number;
  jump: Props['jump'];
}) {
  const count = moments.filter((m) => m.kind === kind).length;
  const next = seekMoment(moments, kind, timeUs, 1);
  const before = seekMoment(moments, kind, timeUs, -1);
  return (
    <fieldset class={`jump ${kind.replace(' ', '-')}`} aria-label={`${kind}: ${count}`}>
      <button
        type="button"
        disabled={before === null}
        aria-label={`${kind} before`}
        onClick={() => jump(kind, -1)}
      >
        <Icon name="back" size={13} />
      </button>
      <span class="jump-name">
        <Icon name={momentIcons[kind]} size={15} /> {kind} <b>{count}</b>
      </span>
      <button
        type="button"
        disabled={next === null}
        aria-label={`next ${kind}`}
        onClick={() => jump(kind, 1)}
      >
        <Icon name="next" size={13} />
      </button>
    </fieldset>
  );
}

function TimeField({ timeline, player, timeUs }: { timeline: Timeline; player: Player; timeUs: number }) {
  const { startHour } = timeline.site.scene;
  const go = (text: string): void => {
    const seconds = clockSeconds(startHour, text);
    if (seconds !== null) player.seek(seconds * 1e6);
  };
  return (
    <input
      class="time-field"
      aria-label="Time of day, hours:minutes:seconds"
      type="text"
      inputMode="numeric"
      value={clockText(startHour, timeUs)}
      onChange={(event) => go(event.currentTarget.value)}
    />
  );
}

/** Play, step, speed, time and jumps: every control of time in one row. */
export function Transport({ timeline, player, playing, jump }: Props) {
  const { timeUs, speed } = playing;
  return (
    <fieldset class="transport" aria-label="Playback">
      <button type="button" class="round small" aria-label="One second back" onClick={() => player.step(-1)}>
        <Icon name="back" />
      </button>
      <button
        type="button"
        class="round play"
        aria-label={playing.playing ? 'Pause' : 'Play'}
        onClick={() => player.toggle()}
      >
        <Icon name={playing.playing ? 'pause' : 'play'} size={22} />
      </button>
      <button type="button" class="round small" aria-label="One second on" onClick={() => player.step(1)}>
        <Icon name="next" />
      </button>
      <TimeField timeline={timeline} player={player} timeUs={timeUs} />
      <label class="speed">
        <span>Speed</span>
        <select
          value={String(speed)}
          onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
        >
          {SPEEDS.map((s) => (
            <option key={s} value={String(s)}>{`${s.toLocaleString('en')} x`}</option>
          ))}
        </select>
      </label>
      <div class="jumps">
        {momentKinds.map((kind) => (
          <Jump key={kind} kind={kind} moments={timeline.moments} timeUs={timeUs} jump={jump} />
        ))}
      </div>
    </fieldset>
  );
}
