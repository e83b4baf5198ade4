import { clockSeconds, clockText } from '../../clock.ts';
import { useSubject } from '../../hooks.ts';
import { say } from '../../language.ts';
import { type Playing, SPEEDS } from '../../player.ts';
import { countMoments, type MomentKind, momentKinds, seekMoment } from '../../recording/moments.ts';
import { Icon, type IconName, momentColour, momentIcons } from '../icons.tsx';
import type { Shown } from '../shown.ts';
import { PaceNotes } from './pace-notes.tsx';
import { PlayButtons } from './play-buttons.tsx';
import { SpeedChoice } from './speed-choice.tsx';

interface Props extends Pick<Shown, 'timeline' | 'player'> {
  readonly playing: Playing;
  readonly jump: (kind: MomentKind, step: 1 | -1) => void;
}

function Jump({ kind, timeline, playing, jump }: Omit<Props, 'player'> & { readonly kind: MomentKind }) {
  const { moments } = timeline;
  const count = countMoments(moments, kind);
  const name = say(`moment.${kind}`);
  const button = (step: 1 | -1, icon: IconName, label: string) => (
    <button
      type="button"
      disabled={seekMoment(moments, kind, playing.timeUs, step) === null}
      aria-label={label}
      onClick={() => jump(kind, step)}
    >
      <Icon name={icon} size={13} />
    </button>
  );
  return (
    <fieldset class="jump" aria-label={`${name}: ${count}`}>
      {button(-1, 'back', say('moment.before', { kind: name }))}
      <span class="jump-name">
        <span style={{ color: momentColour(kind) }}>
          <Icon name={momentIcons[kind]} size={15} />
        </span>{' '}
        {name} <b>{count}</b>
      </span>
      {button(1, 'next', say('moment.next', { kind: name }))}
    </fieldset>
  );
}

function TimeField({ timeline, player, timeUs }: Pick<Shown, 'timeline' | 'player' | 'timeUs'>) {
  const { startHour } = timeline.site.scene;
  const go = (text: string): void => {
    const seconds = clockSeconds(startHour, text);
    if (seconds !== null) player.seek(seconds * 1e6);
  };
  const text = clockText(startHour, timeUs);
  return (
    <input
      class="time-field"
      style={{ width: `${text.length + 4}ch` }}
      aria-label={say('time.field')}
      type="text"
      inputMode="numeric"
      value={text}
      onChange={(event) => go(event.currentTarget.value)}
    />
  );
}

/** One button for a range that is played again and again: it begins, ends, goes. */
function LoopButton({
  player,
  playing,
  startHour,
}: Pick<Shown, 'player' | 'startHour'> & Pick<Props, 'playing'>) {
  const { loop } = playing;
  const open = loop?.toUs === Number.POSITIVE_INFINITY;
  const text = loop === null ? say('loop.from') : open ? say('loop.to') : say('loop.end');
  const clock = (us: number): string => clockText(startHour, us);
  const shown = loop === null || open ? text : `${clock(loop.fromUs)} - ${clock(loop.toUs)}`;
  return (
    <button
      type="button"
      class="loop"
      aria-pressed={loop !== null}
      aria-label={
        loop === null || open
          ? text
          : `${text}: ${say('loop.range', { from: clock(loop.fromUs), to: clock(loop.toUs) })}`
      }
      onClick={() => player.markLoop()}
    >
      <Icon name="loop" size={15} /> {shown}
    </button>
  );
}

/** Says that an instant was asked for that has not been read yet. */
function Goal({ player, timeline }: Pick<Shown, 'player' | 'timeline'>) {
  const goal = useSubject(player.goal);
  if (goal === null) return null;
  return (
    <span class="true-speed" role="status" data-goal>
      {say('reading.goal', { time: clockText(timeline.site.scene.startHour, goal) })}
    </span>
  );
}

/** Play, step, speed, time and jumps: every control of time in one row. */
export function Transport({ timeline, player, playing, jump }: Props) {
  const { timeUs, speed } = playing;
  return (
    <fieldset class="transport" aria-label={say('playback')}>
      <PlayButtons
        playing={playing.playing}
        toggle={() => player.toggle()}
        step={(direction) => player.step(direction)}
        back={say('step.back')}
        on={say('step.on')}
      />
      <TimeField timeline={timeline} player={player} timeUs={timeUs} />
      <SpeedChoice {...{ player, speed }} speeds={SPEEDS} unit="speed.times" />
      <LoopButton player={player} playing={playing} startHour={timeline.site.scene.startHour} />
      <PaceNotes player={player} unit="speed.times" slept="speed.slept" />
      <Goal player={player} timeline={timeline} />
      <div class="jumps">
        {momentKinds.map((kind) => (
          <Jump key={kind} kind={kind} timeline={timeline} playing={playing} jump={jump} />
        ))}
      </div>
    </fieldset>
  );
}
