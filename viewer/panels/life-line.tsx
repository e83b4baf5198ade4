import { colourOf } from '../../sim/record/palette.ts';
import { decimal, say, wordOf } from '../language.ts';
import type { ItemLife } from '../recording/items.ts';
import type { FramesAnswer } from '../streams/frames.ts';

/** A piece of the line: how long, what, and whether it was use, the way to the site, the site, or what comes after. */
export interface Station {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly part: 'made' | 'used' | 'waste' | 'site' | 'next';
  readonly days: number;
}

const DAYS_PER_YEAR = 365.25;

/** `3 days`, `5 months`, `2.4 years`. */
export function durationText(days: number): string {
  if (days < 1) return say('life.hours', { count: decimal(days * 24, 0) });
  if (days < 1.5) return say('life.day');
  if (days < 60) return say('life.days', { count: decimal(days, 0) });
  if (days < 2 * DAYS_PER_YEAR) return say('life.months', { count: decimal((days / DAYS_PER_YEAR) * 12, 0) });
  return say('life.years', { count: decimal(days / DAYS_PER_YEAR, 1) });
}

function placeWord(place: string): string {
  // `life.bin` is the bin of the site.
  return wordOf(place === 'bin' ? 'life.inbin' : `life.${place}`, place);
}

/** What happened on the site so far, in a few words: seen, decided, where it went. */
function siteStations(life: ItemLife, timeUs: number): Station[] {
  const seen = life.decisions.filter((decision) => decision.timeUs <= timeUs);
  const last = seen.at(-1);
  const looked = seen.length === 1 ? 'life.seen.once' : 'life.seen';
  const note =
    last === undefined ? say('life.unseen') : say(looked, { looks: seen.length, label: last.label });
  const belt: Station = { key: 'belt', title: say('life.belt'), note, part: 'site', days: 0 };
  if (life.binnedUs > timeUs) return [belt];
  const by = life.binnedBy === '' ? say('life.nobody') : say('life.by', { robot: life.binnedBy });
  return [belt, { key: 'bin', title: say('life.bin', { bin: life.bin }), note: by, part: 'next', days: 0 }];
}

export function stationsOf(life: ItemLife, answer: FramesAnswer | null, timeUs: number): Station[] {
  const past = (answer?.past ?? []).map(({ place, days, inUse }, i): Station => {
    const part = inUse ? 'used' : i === 0 ? 'made' : 'waste';
    return { key: `${place} ${i}`, title: placeWord(place), note: durationText(days), part, days };
  });
  return [...past, ...siteStations(life, timeUs)];
}

/** A piece of the line has the colour of the places that material goes through at that time. */
const places = {
  made: 'maker',
  used: 'use',
  waste: 'collection',
  site: 'sorting',
  next: 'reprocessor',
} as const;

interface Props {
  readonly life: ItemLife;
  readonly answer: FramesAnswer | null;
  readonly timeUs: number;
}

/** An item's life as a line: made, used and aged, collected, seen, decided on, and where it went; longer times are longer pieces. */
export function LifeLine({ life, answer, timeUs }: Props) {
  return (
    <ol class="life-line" aria-label={say('life')}>
      {stationsOf(life, answer, timeUs).map(({ key, title, note, part, days }) => (
        <li
          key={key}
          data-part={part}
          style={{ flexGrow: 1 + Math.log10(1 + days), borderColor: colourOf('place', places[part]) }}
        >
          <b>{title}</b>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  );
}
