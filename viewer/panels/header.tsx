import icon from '../favicon.svg';
import type { Reading } from '../session.ts';
import { Icon } from './icons.tsx';
import type { Shown } from './shown.ts';

/** What the recording is: scenario, its hash, seed, perception. */
function factsOf({ info, timeline }: Reading): string[] {
  const started = timeline?.started.data;
  const hash = info?.scenarioHash.slice(0, 8) ?? '';
  return [
    info?.scenario ?? '',
    started === undefined ? '' : `seed ${started.seed}`,
    hash === '' ? '' : `scenario ${hash}`,
    started?.perception ?? '',
  ].filter((fact) => fact !== '');
}

interface Props extends Pick<Shown, 'dark' | 'setDark'> {
  readonly reading: Reading;
  readonly clock: string;
}

/** Name of the run, what it is, whether it is still being written, the clock, light or dark. */
export function Header({ reading, dark, setDark, clock }: Props) {
  const { info, live, share, complete } = reading;
  const status = live ? 'live' : complete ? 'recorded' : `reading ${Math.round(share * 100)} %`;
  return (
    <header class="bar">
      <span class="brand">
        <img src={icon} alt="" width="26" height="26" />
        looptwin
      </span>
      <h1>{info?.name ?? 'run'}</h1>
      <span class="facts">
        {factsOf(reading).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      <span class={live ? 'status live' : 'status'} role="status">
        {status}
      </span>
      <span class="clock" data-clock={clock}>
        {clock}
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
