import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { useSingleKeys, useSubject } from '../hooks.ts';
import { runKey } from '../keys.ts';
import { say } from '../language.ts';
import { KeysPanel } from '../panels/keys-panel.tsx';
import type { Choices } from '../panels/page-choices.tsx';
import { SidePanel } from '../panels/side-panel.tsx';
import { Player } from '../player.ts';
import { retold } from '../retold.ts';
import { ShareBar } from '../share/share-bar.tsx';
import { Tour } from '../tour/tour.tsx';
import { langOf } from '../url.ts';
import { FlowMap, scaleOf } from './flow-map.tsx';
import { hasMap, type LayoutName, layoutNames } from './layout.ts';
import { mapPicture } from './map-picture.ts';
import { PlacePanel } from './place-panel.tsx';
import { RegionCharts } from './region-charts.tsx';
import { RegionDeck } from './region-deck.tsx';
import { RegionHeader } from './region-header.tsx';
import { regionCommands, regionKeys } from './region-keys.ts';
import { RegionKpis } from './region-kpis.tsx';
import { RegionLegend } from './region-legend.tsx';
import { regionStations } from './region-stations.ts';
import { RegionTable } from './region-table.tsx';
import { type RegionMonth, type RegionTimeline, US_SHOWN_PER_DAY } from './region-timeline.ts';
import { dateText, euros, waysOf } from './region-words.ts';

interface Props extends Choices {
  readonly info: RunInfo;
  readonly timeline: RegionTimeline;
  readonly warning: string | null;
}

const tabs = { place: 'region.place', years: 'region.years', table: 'tab.table', keys: 'tab.keys' } as const;
type TabName = keyof typeof tabs;
const tabNames = Object.keys(tabs) as TabName[];

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
  const [touring, setTouring] = useState(false);
  const [single, setSingle] = useSingleKeys();
  const commands = useMemo(
    () => regionCommands(timeline, player, setLayout, setPolicy, () => setTouring(true)),
    [timeline, player],
  );
  useClock(player);
  // With the drawing, as on the page of a day.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => runKey(event, regionKeys, commands, single);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands, single]);
  const day = Math.round(playing.timeUs / US_SHOWN_PER_DAY);
  const place = timeline.start.places[playing.selected ?? -1]?.id;
  useEffect(() => {
    const query = new URLSearchParams({ day: String(day), policy, tab, layout, ...(place ? { place } : {}) });
    const timer = setTimeout(() => {
      const lang = langOf(location.search);
      if (lang !== null) query.set('lang', lang);
      history.replaceState(null, '', `?${query}`);
    }, 200);
    return () => clearTimeout(timer);
  }, [day, policy, tab, layout, place]);
  return {
    ...{ player, playing, tab, setTab, layout, setLayout, policy, setPolicy, commands, day },
    ...{ touring, setTouring, single, setSingle },
  };
}

interface StageProps {
  readonly timeline: RegionTimeline;
  readonly month: RegionMonth;
  readonly region: ReturnType<typeof useRegion>;
  readonly name: string;
}

/** The map with its legend, what can be given away of it, and how it is laid out. */
function RegionStage({ timeline, month, region, name }: StageProps) {
  const { start } = timeline;
  const { player, playing, layout, setLayout, policy, commands } = region;
  const scale = useMemo(
    () =>
      scaleOf(
        start,
        start.policies.flatMap((each) => timeline.of(each)),
      ),
    [timeline],
  );
  const latest = useRef('');
  latest.current = say('region.caption', {
    ...{ name, policy, date: dateText(month.day), value: euros(month.soFar.routingEur) },
  });
  const picture = useMemo(() => mapPicture(() => latest.current), []);
  const select = (place: number | null): void => player.select(place);
  return (
    <div class="stage-area">
      <div class="stage-tools">
        <ShareBar {...{ player, picture, tour: commands.tour }} />
      </div>
      <section class="stage flow" aria-label={say('tab.flows')}>
        <FlowMap {...{ start, month, scale, layout, select }} selected={playing.selected} />
        <RegionLegend start={start} month={month} scale={scale} />
        {hasMap(start) ? (
          <fieldset class="views" aria-label={say('region.layout')}>
            {layoutNames.map((each) => (
              <button key={each} type="button" aria-pressed={each === layout} onClick={() => setLayout(each)}>
                {say(`region.${each}`)}
              </button>
            ))}
          </fieldset>
        ) : null}
      </section>
    </div>
  );
}

/** Years of a region: figures, flow map, details, time. */
export function RegionPage({ info, timeline, warning, ...choices }: Props) {
  const region = useRegion(timeline);
  const { player, playing, tab, setTab, policy, setPolicy, commands, day, single, setSingle } = region;
  const { start } = timeline;
  const ways = waysOf(info);
  const month = timeline.at(policy, day);
  const select = (place: number | null): void => player.select(place);
  const seek = (to: number): void => player.seek(to * US_SHOWN_PER_DAY);
  if (month === null) return null;
  const shared = { start, month, selected: playing.selected, select };
  return (
    <>
      <RegionHeader {...{ info, start, day, ...choices }} />
      {warning === null ? null : (
        <p class="warning" role="alert">
          {retold('heard', warning)}
        </p>
      )}
      <main class="page region">
        <RegionKpis timeline={timeline} policy={policy} month={month} />
        <RegionStage {...{ timeline, month, region }} name={info.name} />
        <SidePanel tab={tab} setTab={setTab} names={tabNames} word={(name) => say(tabs[name])}>
          {tab === 'place' ? <PlacePanel {...shared} sites={info.sites} policy={policy} /> : null}
          {tab === 'years' ? <RegionCharts {...{ timeline, ways, policy, month, day, seek }} /> : null}
          {tab === 'table' ? <RegionTable {...shared} /> : null}
          {tab === 'keys' ? (
            <KeysPanel keys={regionKeys} {...{ single, setSingle }} mouse={say('region.mouse')} />
          ) : null}
        </SidePanel>
        <RegionDeck {...{ timeline, ways, player, playing, commands, policy, setPolicy }} />
      </main>
      {region.touring ? (
        <Tour
          stationsOf={() => regionStations(timeline, ways, player, setTab, setPolicy)}
          end={() => region.setTouring(false)}
        />
      ) : null}
    </>
  );
}
