import type { RunInfo } from '../../sim/record/run-info.ts';
import icon from '../favicon.svg';
import { Icon } from '../panels/icons.tsx';
import type { RegionStart } from './region-timeline.ts';
import { dateText } from './region-words.ts';

interface Props {
  readonly info: RunInfo;
  readonly start: RegionStart;
  readonly day: number;
  readonly dark: boolean;
  readonly setDark: (dark: boolean) => void;
}

/** Name of the region, what it is, the day, light or dark. */
export function RegionHeader({ info, start, day, dark, setDark }: Props) {
  return (
    <header class="bar of-region">
      <span class="brand">
        <img src={icon} alt="" width="26" height="26" />
        looptwin
      </span>
      <h1>{start.title}</h1>
      <span class="facts">
        <span>{info.name}</span>
        <span>{`seed ${start.seed}`}</span>
      </span>
      <span class="clock" data-day={day}>
        {dateText(day)}
      </span>
      <button
        type="button"
        class="theme"
        aria-label={dark ? 'Light page' : 'Dark page'}
        onClick={() => setDark(!dark)}
      >
        <Icon name={dark ? 'sun' : 'moon'} />
      </button>
    </header>
  );
}
