import icon from '../favicon.svg';
import { say } from '../language.ts';
import type { Reading } from '../session.ts';
import { linkQuery } from '../url.ts';
import { percent } from '../words.ts';
import { type Choices, PageChoices } from './page-choices.tsx';

/** What is shown: scenario, its hash, seed, and the perception whose day it is. */
function factsOf({ info, timeline }: Reading, perception: string | undefined): string[] {
  const started = timeline?.started.data;
  const hash = info?.scenarioHash.slice(0, 8) ?? '';
  return [
    info?.scenario ?? '',
    started === undefined ? '' : say('fact.seed', { seed: started.seed }),
    hash === '' ? '' : say('fact.scenario', { hash }),
    perception ?? '',
  ].filter((fact) => fact !== '');
}

function stageOf({ live, complete }: Reading, fetching: boolean) {
  if (live) return 'live';
  if (!complete) return 'reading';
  return fetching ? 'fetching' : 'recorded';
}

/** Where the page of a day lies that another page leads into. */
const BELOW = /\/days\/[\w-]+\/$/;

interface Props extends Choices {
  readonly reading: Reading;
  readonly clock: string;
  /** The events of the instant shown are on their way. */
  readonly fetching: boolean;
  /** Perception whose day is shown. */
  readonly perception?: string;
}

/** Name of the run, what it is, whether it is still being written, the clock, language, light or dark. */
export function Header({ reading, clock, fetching, perception, ...choices }: Props) {
  const { info, live, share } = reading;
  const stage = stageOf(reading, fetching);
  return (
    <header class="bar">
      <span class="brand">
        <img src={icon} alt="" width="26" height="26" />
        looptwin
      </span>
      <h1>{info?.name ?? say('header.run')}</h1>
      <span class="facts" data-perception={perception}>
        {factsOf(reading, perception).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      <span class={live ? 'status live' : 'status'} role="status" data-status={stage}>
        {say(`status.${stage}`, { share: percent(share) })}
      </span>
      <span class="clock" data-clock={clock}>
        {clock}
      </span>
      {BELOW.test(location.pathname) ? (
        <a class="above" href={`../../${linkQuery(location.search)}`}>
          {say('header.above')}
        </a>
      ) : null}
      <PageChoices {...choices} />
    </header>
  );
}
