import { useMemo, useState } from 'preact/hooks';
import type { WorldEvent } from '../../sim/record/event.ts';
import { clockText } from '../clock.ts';
import { useSubject } from '../hooks.ts';
import { say } from '../language.ts';
import type { EventPages } from '../recording/event-pages.ts';
import { itemIdOf } from '../recording/items.ts';
import { tell } from '../words.ts';
import type { Shown } from './shown.ts';

/** Lines shown: the newest before the instant. */
const LINES = 120;
/** Events looked through for a search, so that typing stays quick on long recordings. */
const SEARCHED = 60_000;

const sorts = ['all', 'items', 'robots', 'plant'] as const;
type Sort = (typeof sorts)[number];

function isOf(sort: Sort, { type }: WorldEvent): boolean {
  if (sort === 'all') return true;
  if (sort === 'items') return type.startsWith('item.');
  if (sort === 'robots') return type.startsWith('robot.');
  return !type.startsWith('item.') && !type.startsWith('robot.');
}

/** The newest events up to an index that fit sort and search, newest first. */
export function newestLines(
  events: Pick<EventPages, 'at'>,
  upTo: number,
  sort: Sort,
  search: string,
): WorldEvent[] {
  const wanted = search.trim().toLowerCase();
  const lines: WorldEvent[] = [];
  for (let i = upTo - 1; i >= upTo - SEARCHED && lines.length < LINES; i--) {
    const event = events.at(i);
    if (event === undefined) break;
    if (isOf(sort, event) && (wanted === '' || tell(event).toLowerCase().includes(wanted))) lines.push(event);
  }
  return lines;
}

/** What happened up to the instant shown, newest first; a line goes to its instant and selects its item. */
export function LogPanel({ timeline, player, timeUs }: Pick<Shown, 'timeline' | 'player' | 'timeUs'>) {
  const [sort, setSort] = useState<Sort>('all');
  const [search, setSearch] = useState('');
  const upTo = timeline.events.until(timeUs);
  const back = useSubject(timeline.events.changes);
  const lines = useMemo(
    () => newestLines(timeline.events, upTo, sort, search),
    [timeline, upTo, sort, search, back],
  );
  const go = (event: WorldEvent): void => {
    player.seek(event.timeUs);
    const itemId = itemIdOf(event);
    if (itemId !== null) player.select(itemId);
  };
  return (
    <div class="log">
      <div class="log-head">
        <input
          type="search"
          placeholder={say('log.search')}
          aria-label={say('log.search.label')}
          value={search}
          onInput={(e) => setSearch(e.currentTarget.value)}
        />
        <select
          aria-label={say('log.sort')}
          value={sort}
          onChange={(e) => setSort(e.currentTarget.value as Sort)}
        >
          {sorts.map((s) => (
            <option key={s} value={s}>
              {say(`log.${s}`)}
            </option>
          ))}
        </select>
      </div>
      <ol class="log-lines">
        {lines.map((event) => (
          <li key={event.seq}>
            <button type="button" class="log-line" onClick={() => go(event)}>
              <time>{clockText(timeline.site.scene.startHour, event.timeUs)}</time>
              <span>{tell(event)}</span>
            </button>
          </li>
        ))}
      </ol>
      {lines.length === 0 ? <p class="quiet">{say('log.none')}</p> : null}
    </div>
  );
}
