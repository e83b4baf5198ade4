import { decimal, say } from '../../language.ts';
import type { Player } from '../../player.ts';

/** How a speed is said: `20 x` of a day, `100 days a second` of years. */
export type SpeedUnit = 'speed.times' | 'region.deck.speed';

interface Props {
  readonly player: Player;
  readonly speed: number;
  readonly speeds: readonly number[];
  readonly unit: SpeedUnit;
}

/** The speeds that are offered, and the one that plays. */
export function SpeedChoice({ player, speed, speeds, unit }: Props) {
  return (
    <label class="speed">
      <span>{say('speed')}</span>
      <select value={String(speed)} onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}>
        {speeds.map((each) => (
          <option key={each} value={String(each)}>
            {say(unit, { speed: decimal(each, each < 1 ? 1 : 0) })}
          </option>
        ))}
      </select>
    </label>
  );
}
