import { say } from '../../language.ts';
import { Icon } from '../icons.tsx';

interface Props {
  readonly playing: boolean;
  readonly toggle: () => void;
  /** One step back (-1) or on (1). */
  readonly step: (direction: -1 | 1) => void;
  /** Names of the two steps for those who do not see the arrows. */
  readonly back: string;
  readonly on: string;
}

/** Step back, play or pause, step on. */
export function PlayButtons({ playing, toggle, step, back, on }: Props) {
  return (
    <>
      <button type="button" class="round small" aria-label={back} onClick={() => step(-1)}>
        <Icon name="back" />
      </button>
      <button type="button" class="round play" aria-label={say(playing ? 'pause' : 'play')} onClick={toggle}>
        <Icon name={playing ? 'pause' : 'play'} size={22} />
      </button>
      <button type="button" class="round small" aria-label={on} onClick={() => step(1)}>
        <Icon name="next" />
      </button>
    </>
  );
}
