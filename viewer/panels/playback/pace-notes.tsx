import { useSubject } from '../../hooks.ts';
import { decimal, say } from '../../language.ts';
import type { Player } from '../../player.ts';
import type { SpeedUnit } from './speed-choice.tsx';

interface Props {
  readonly player: Player;
  readonly unit: SpeedUnit;
  /** What is said after a sleep. */
  readonly slept: 'speed.slept' | 'region.deck.slept';
}

/** Says how fast time really passes where that is slower than asked. */
function TrueSpeed({ player, unit }: Pick<Props, 'player' | 'unit'>) {
  const behind = useSubject(player.pace.behind);
  if (behind === null) return null;
  const speed = say(unit, { speed: decimal(behind, behind < 10 ? 1 : 0) });
  return (
    <span class="true-speed" role="status" title={say('speed.behind', { speed })}>
      {say('speed.true', { speed })}
    </span>
  );
}

/** Says that the page slept, and that nothing was missed. */
function Slept({ player, slept }: Pick<Props, 'player' | 'slept'>) {
  const ms = useSubject(player.pace.slept);
  if (ms === null) return null;
  return (
    <span class="true-speed" role="status" data-slept>
      {say(slept, { minutes: decimal(ms / 60_000, 0) })}
    </span>
  );
}

/** What there is to say of how time passes: slower than asked, or not at all while the page slept. */
export function PaceNotes({ player, unit, slept }: Props) {
  return (
    <>
      <TrueSpeed {...{ player, unit }} />
      <Slept {...{ player, slept }} />
    </>
  );
}
