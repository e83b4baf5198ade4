import icon from '../favicon.svg';
import { type Language, languages, say } from '../language.ts';
import type { Reading } from '../session.ts';
import { percent } from '../words.ts';
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

/** The languages in their own words. */
const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

function stageOf({ live, complete }: Reading, fetching: boolean) {
  if (live) return 'live';
  if (!complete) return 'reading';
  return fetching ? 'fetching' : 'recorded';
}

interface Props extends Pick<Shown, 'dark' | 'setDark' | 'language' | 'setLanguage'> {
  readonly reading: Reading;
  readonly clock: string;
  /** The events of the instant shown are on their way. */
  readonly fetching: boolean;
}

/** Name of the run, what it is, whether it is still being written, the clock, language, light or dark. */
export function Header({ reading, fetching, dark, setDark, language, setLanguage, clock }: Props) {
  const { info, live, share } = reading;
  const stage = stageOf(reading, fetching);
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
      <span class={live ? 'status live' : 'status'} role="status" data-status={stage}>
        {say(`status.${stage}`, { share: percent(share) })}
      </span>
      <span class="clock" data-clock={clock}>
        {clock}
      </span>
      <select
        class="language"
        aria-label={say('language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {names[one]}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="theme"
        aria-label={say(dark ? 'theme.light' : 'theme.dark')}
        onClick={() => setDark(!dark)}
      >
        <Icon name={dark ? 'sun' : 'moon'} />
      </button>
    </header>
  );
}
