import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { useSubject } from '../hooks.ts';
import { runKey } from '../keys.ts';
import { say } from '../language.ts';
import { Player } from '../player.ts';
import { FlowMap, scaleOf } from './flow-map.tsx';
import { hasMap, type LayoutName, layoutNames } from './layout.ts';
import { PlacePanel } from './place-panel.tsx';
import { RegionCharts } from './region-charts.tsx';
import { RegionDeck } from './region-deck.tsx';
import { RegionHeader } from './region-header.tsx';
import { regionCommands, regionKeys } from './region-keys.ts';
import { RegionKpis } from './region-kpis.tsx';
import { RegionLegend } from './region-legend.tsx';
import { RegionKeys, RegionSide, type TabName, tabNames } from './region-side.tsx';
import { RegionTable } from './region-table.tsx';
import { type RegionTimeline, US_SHOWN_PER_DAY } from './region-timeline.ts';

interface Props {
  readonly info: RunInfo;
  readonly timeline: RegionTimeline;
  readonly warning: string | null;
  readonly dark: boolean;
  readonly setDark: (dark: boolean) => void;
}

/** What a link to a region carries: `?day=&policy=&place=&tab=&layout=`; what makes no sense counts as missing. */
function readPlace({ start, days, best }: RegionTimeline) {
  const query = new URLSearchParams(location.search);
  const day = Number.parseFloat(query.get('day') ?? '');
  const named = <T extends string>(names: readonly T[], value: string | null, otherwise: T): T =>
    names.find((name) => name === value) ?? otherwise;
  const place = start.places.findIndex(({ id }) => id === query.get('place'));
  return {
    day: day >= 0 ? Math.min(day, days) : days,
    policy: named(start.policies, query.get('policy'), best),
    place: place < 0 ? null : place,
    tab: named(tabNames, query.get('tab'), 'years'),
    layout: named(layoutNames, query.get('layout'), 'chain'),
  };
}

/** Lets time pass while the player plays; the days move at most ten times a second. */
function useClock(player: Player): void {
  useEffect(() => {
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      player.pass(now - last, false);
      last = now;
    }, 60);
    return () => clearInterval(timer);
  }, [player]);
}

function useRegion(timeline: RegionTimeline) {
  const first = useMemo(() => readPlace(timeline), [timeline]);
  const player = useMemo(() => {
    const start = { timeUs: first.day * US_SHOWN_PER_DAY, speed: 100, selected: first.place, playing: false };
    return new Player(() => timeline.days * US_SHOWN_PER_DAY, start);
  }, [timeline]);
  const [tab, setTab] = useState<TabName>(first.tab);
  const [layout, setLayout] = useState<LayoutName>(first.layout);
  const [policy, setPolicy] = useState(first.policy);
  const playing = useSubject(player.changes, 60);
  const commands = useMemo(() => regionCommands(timeline, player, setLayout, setPolicy), [timeline, player]);
  useClock(player);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => runKey(event, regionKeys, commands, true);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands]);
  const day = Math.round(playing.timeUs / US_SHOWN_PER_DAY);
  const place = timeline.start.places[playing.selected ?? -1]?.id;
  useEffect(() => {
    const query = new URLSearchParams({ day: String(day), policy, tab, layout, ...(place ? { place } : {}) });
    const timer = setTimeout(() => history.replaceState(null, '', `?${query}`), 200);
    return () => clearTimeout(timer);
  }, [day, policy, tab, layout, place]);
  return { player, playing, tab, setTab, layout, setLayout, policy, setPolicy, commands, day };
}

/** Years of a region: figures, flow map, details, time. */
export function RegionPage({ info, timeline, warning, dark, setDark }: Props) {
  const region = useRegion(timeline);
  const { player, playing, tab, setTab, layout, setLayout, policy, setPolicy, commands, day } = region;
  const { start } = timeline;
  const month = timeline.at(policy, day);
  const scale = useMemo(
    () =>
      scaleOf(
        start,
        start.policies.flatMap((name) => timeline.of(name)),
      ),
    [timeline],
  );
  const select = (place: number | null): void => player.select(place);
  const seek = (to: number): void => player.seek(to * US_SHOWN_PER_DAY);
  if (month === null) return null;
  const shared = { start, month, selected: playing.selected, select };
  return (
    <>
      <RegionHeader {...{ info, start, day, dark, setDark }} />
      {warning === null ? null : (
        <p class="warning" role="alert">
          {warning}
        </p>
      )}
      <main class="page region">
        <RegionKpis timeline={timeline} policy={policy} month={month} />
        <section class="stage flow" aria-label={say('region.flows')}>
          <FlowMap {...shared} scale={scale} layout={layout} />
          <RegionLegend start={start} month={month} scale={scale} />
          {hasMap(start) ? (
            <fieldset class="views" aria-label={say('region.layout')}>
              {layoutNames.map((name) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={name === layout}
                  onClick={() => setLayout(name)}
                >
                  {say(`region.${name}`)}
                </button>
              ))}
            </fieldset>
          ) : null}
        </section>
        <RegionSide tab={tab} setTab={setTab}>
          {tab === 'place' ? <PlacePanel {...shared} /> : null}
          {tab === 'years' ? <RegionCharts {...{ timeline, policy, month, day, seek }} /> : null}
          {tab === 'table' ? <RegionTable {...shared} /> : null}
          {tab === 'keys' ? <RegionKeys /> : null}
        </RegionSide>
        <RegionDeck {...{ timeline, player, playing, commands, policy, setPolicy }} />
      </main>
    </>
  );
}
