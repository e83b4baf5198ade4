import { say } from '../language.ts';
import { PaceNotes } from '../panels/playback/pace-notes.tsx';
import { PlayButtons } from '../panels/playback/play-buttons.tsx';
import { SpeedChoice } from '../panels/playback/speed-choice.tsx';
import { type Player, type Playing, SPEEDS } from '../player.ts';
import type { RegionCommands } from './region-keys.ts';
import { type RegionTimeline, US_SHOWN_PER_DAY } from './region-timeline.ts';
import { dateText, type Ways } from './region-words.ts';

interface Props {
  readonly timeline: RegionTimeline;
  /** What the plays differ by. */
  readonly ways: Ways;
  readonly player: Player;
  readonly playing: Playing;
  readonly commands: RegionCommands;
  readonly policy: string;
  readonly setPolicy: (policy: string) => void;
}

/** Slower than a day a second shows nothing, faster than ten thousand shows all at once. */
const speeds = SPEEDS.filter((speed) => speed >= 1 && speed <= 1000);

/** The years as one line, and the day shown dragged along it. */
function Years({ timeline, player, day }: Pick<Props, 'timeline' | 'player'> & { readonly day: number }) {
  return (
    <input
      class="years"
      type="range"
      aria-label={say('region.deck.day')}
      aria-valuetext={dateText(day)}
      min={0}
      max={timeline.days}
      step={1}
      value={day}
      onInput={(event) => player.seek(Number(event.currentTarget.value) * US_SHOWN_PER_DAY)}
    />
  );
}

/** Play, step, speed, policy, and the years as one line. */
export function RegionDeck({ timeline, ways, player, playing, commands, policy, setPolicy }: Props) {
  const { timeUs, speed } = playing;
  const day = timeUs / US_SHOWN_PER_DAY;
  return (
    <section class="deck" aria-label={say('time')}>
      <fieldset class="transport" aria-label={say('playback')}>
        <PlayButtons
          playing={playing.playing}
          toggle={() => commands.toggle()}
          step={(direction) => commands.months(direction)}
          back={say('region.deck.back')}
          on={say('region.deck.forward')}
        />
        <SpeedChoice {...{ player, speed }} speeds={speeds} unit="region.deck.speed" />
        <label class="speed">
          <span>{say(`region.deck.${ways}`)}</span>
          <select value={policy} onChange={(event) => setPolicy(event.currentTarget.value)}>
            {timeline.start.policies.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <PaceNotes player={player} unit="region.deck.speed" slept="region.deck.slept" />
      </fieldset>
      <Years timeline={timeline} player={player} day={day} />
    </section>
  );
}
