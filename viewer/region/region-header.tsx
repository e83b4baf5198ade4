import type { RunInfo } from '../../sim/record/run-info.ts';
import icon from '../favicon.svg';
import { say } from '../language.ts';
import { type Choices, PageChoices } from '../panels/page-choices.tsx';
import type { RegionStart } from './region-timeline.ts';
import { dateText } from './region-words.ts';

interface Props extends Choices {
  readonly info: RunInfo;
  readonly start: RegionStart;
  readonly day: number;
}

/** Name of the region, what it is, the day, language, light or dark. */
export function RegionHeader({ info, start, day, ...choices }: Props) {
  return (
    <header class="bar">
      <span class="brand">
        <img src={icon} alt="" width="26" height="26" />
        looptwin
      </span>
      <h1>{start.title}</h1>
      <span class="facts">
        <span>{info.name}</span>
        <span>{say('fact.seed', { seed: start.seed })}</span>
      </span>
      <span class="clock" data-day={day}>
        {dateText(day)}
      </span>
      <PageChoices {...choices} />
    </header>
  );
}
