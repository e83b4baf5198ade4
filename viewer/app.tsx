import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { must } from '../sim/record/must.ts';
import { clockText } from './clock.ts';
import { commandsOf } from './commands.ts';
import { CompareBar } from './compare/compare-bar.tsx';
import { Stages } from './compare/stages.tsx';
import { Tables } from './compare/tables.tsx';
import { type Compared, useCompared, type Wanted } from './compare/use-compared.ts';
import { prefersLessMotion, useLanguage, useSingleKeys, useSubject, useTheme } from './hooks.ts';
import { type Commands, keys, runKey } from './keys.ts';
import { say } from './language.ts';
import { Announcer } from './panels/announcer.tsx';
import { BatteryChart } from './panels/battery-chart.tsx';
import { DayPanel } from './panels/day/day-panel.tsx';
import { Header } from './panels/header.tsx';
import { ItemPanel } from './panels/item-panel.tsx';
import { KeysPanel } from './panels/keys-panel.tsx';
import { Kpis } from './panels/kpis.tsx';
import { LogPanel } from './panels/log-panel.tsx';
import type { Choices } from './panels/page-choices.tsx';
import { ConfusionPanel } from './panels/plant/confusion-panel.tsx';
import { FlowsPanel } from './panels/plant/flows-panel.tsx';
import { PlantPanel } from './panels/plant/plant-panel.tsx';
import { Scrubber } from './panels/playback/scrubber.tsx';
import { Transport } from './panels/playback/transport.tsx';
import { ProblemPanel } from './panels/problem-panel.tsx';
import type { Shown } from './panels/shown.ts';
import { SidePanel } from './panels/side-panel.tsx';
import { Player, type Playing } from './player.ts';
import type { Timeline } from './recording/timeline.ts';
import { retold } from './retold.ts';
import { usualPicture } from './scene/picture.ts';
import { type Reading, Session } from './session.ts';
import { scenePicture } from './share/scene-picture.ts';
import { ShareBar } from './share/share-bar.tsx';
import { dayStations } from './tour/day-stations.ts';
import { Tour } from './tour/tour.tsx';
import { langOf, readPlace, type TabName, tabNames, type ViewName, writePlace } from './url.ts';
import { percent, robotWord } from './words.ts';

/**
 * The panels follow the picture at this pace: quick enough to read, slow enough to cost nothing. A processor that draws the scene draws
 * the panels too: there they leave it more frames.
 */
const PANELS_MS = usualPicture() === 'simple' ? 300 : 120;

/** Pieces of a recording after which the chart is drawn anew while it is read on: it looks the same for many. */
const CHART_PIECES = 8;

/** Grows when there is more for the chart to show. */
function chartGrowth({ live, complete, pieces }: Reading): number {
  return live || complete ? pieces : Math.ceil(pieces / CHART_PIECES);
}

/** The scene in one sentence, for those who do not see it. */
function sentence(timeline: Timeline, timeUs: number): string {
  const state = timeline.stateAt(timeUs);
  const robots = timeline.site.robots.map(({ id }) => {
    const now = must(state.robots.get(id), 'robot');
    return say('scene.robot', { robot: id, state: robotWord(now.state), soc: percent(now.soc) });
  });
  return say('scene.words', { items: state.items.size, robots: robots.join(', ') });
}

/** With the drawing, not after it: keys are heard as soon as the page can be seen, and not any more once they are turned off. */
function useKeys(commands: Commands, single: boolean): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => runKey(event, keys, commands, single);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands, single]);
}

/** Keeps time and selection in the address, at most four times a second, so that a link shows the same. */
function useAddress(player: Player, tab: TabName, view: ViewName, { arm, beside }: Wanted): void {
  const { timeUs, speed, selected, loop } = useSubject(player.changes, 250);
  const camera = useSubject(player.camera, 250);
  useEffect(() => {
    const lang = langOf(location.search);
    const place = { timeUs, speed, selected, tab, view, loop, camera, arm, beside, lang };
    history.replaceState(null, '', writePlace(place));
  }, [timeUs, speed, selected, tab, view, loop, camera, arm, beside]);
}

interface PlaybackProps extends Pick<Shown, 'timeline' | 'player' | 'following'>, Choices {
  readonly reading: Reading;
  readonly compared: Compared;
}

/** Tab, camera and keys: what the reader chose beside time and item. */
function useChoices(timeline: Timeline, player: Player, wanted: Wanted) {
  const start = useMemo(() => readPlace(location.search), []);
  const [tab, setTab] = useState<TabName>(start.tab);
  const [view, choose] = useState<ViewName>(start.view);
  const setView = useCallback(
    (next: ViewName) => {
      player.camera.next(null);
      choose(next);
    },
    [player],
  );
  const [single, setSingle] = useSingleKeys();
  const [touring, setTouring] = useState(false);
  const commands = useMemo(
    () => commandsOf(timeline, player, setView, setTab, () => setTouring(true)),
    [timeline, player, setView],
  );
  useKeys(commands, single);
  useAddress(player, tab, view, wanted);
  const selected = useSubject(player.changes, PANELS_MS).selected;
  useEffect(() => {
    if (selected !== start.selected) setTab((now) => (now === 'day' && selected !== null ? 'item' : now));
  }, [selected, start]);
  return { tab, setTab, view, setView, single, setSingle, touring, setTouring, commands };
}

interface DetailsProps extends Pick<Shown, 'timeline' | 'player' | 'endUs'> {
  readonly reading: Reading;
  readonly compared: Compared;
  readonly playing: Playing;
  readonly choices: ReturnType<typeof useChoices>;
}

function Details({ timeline, compared, player, playing, choices, endUs, reading }: DetailsProps) {
  const { pair, further } = compared;
  const { tab, setTab, single, setSingle } = choices;
  const { timeUs, selected } = playing;
  const shared = { timeline, player, timeUs };
  return (
    <SidePanel tab={tab} setTab={setTab} names={tabNames} word={(name) => say(`tab.${name}`)}>
      {tab === 'day' ? <DayPanel {...shared} endUs={endUs} result={reading.result} /> : null}
      {tab === 'item' ? <ItemPanel {...{ ...shared, pair, further, selected }} /> : null}
      {tab === 'table' ? <Tables {...{ ...shared, pair, selected }} /> : null}
      {tab === 'plant' ? <PlantPanel {...shared} endUs={endUs} /> : null}
      {tab === 'flows' ? <FlowsPanel {...shared} /> : null}
      {tab === 'errors' ? <ConfusionPanel {...shared} /> : null}
      {tab === 'log' ? <LogPanel {...shared} /> : null}
      {tab === 'keys' ? <KeysPanel {...{ keys, single, setSingle }} mouse={say('keys.mouse')} /> : null}
    </SidePanel>
  );
}

/** Where time ends as far as is known; an address that speaks of a time after it leads there. */
function useEnd(reading: PlaybackProps['reading'], timeline: Timeline, player: Player): number {
  useEffect(() => {
    if (reading.complete && player.now.timeUs > timeline.endUs) player.seek(timeline.endUs);
  }, [reading.complete]);
  if (reading.complete) return timeline.endUs;
  const ahead = reading.live ? timeline.site.scene.durationUs : (reading.index?.endUs ?? 0);
  return Math.max(timeline.endUs, ahead);
}

function Playback({ reading, timeline, compared, player, following, ...page }: PlaybackProps) {
  const { dark } = page;
  const { pair, chosen } = compared;
  const choices = useChoices(timeline, player, compared.wanted);
  const playing = useSubject(player.changes, PANELS_MS);
  const { timeUs } = playing;
  const { scene } = timeline.site;
  const endUs = useEnd(reading, timeline, player);
  useSubject(timeline.events.changes);
  const shared = { timeline, player, timeUs, endUs };
  return (
    <>
      <Header
        reading={reading}
        {...page}
        clock={clockText(scene.startHour, timeUs)}
        fetching={!timeline.events.has(timeUs)}
        perception={timeline.started.data.perception}
      />
      {reading.warning === null ? null : (
        <p class="warning" role="alert">
          {retold('heard', reading.warning)}
        </p>
      )}
      <main class="page">
        <Kpis state={timeline.stateAt(timeUs)} timeline={timeline} result={reading.result} />
        <div class="stage-area">
          <div class="stage-tools">
            <CompareBar {...{ chosen, pair, player, timeUs }} />
            <ShareBar
              {...{ player, tour: choices.commands.tour }}
              picture={scenePicture({ timeline, pair }, player, reading.info?.name ?? '')}
            />
          </div>
          <Stages
            {...{ ...shared, pair, following }}
            view={choices.view}
            setView={choices.setView}
            labelOf={(day) => sentence(day, timeUs)}
          />
        </div>
        <Details {...{ ...shared, reading, compared, playing, choices }} />
        <section class="deck" aria-label={say('time')}>
          <Transport timeline={timeline} player={player} playing={playing} jump={choices.commands.jump} />
          <Scrubber {...shared} moments={timeline.moments} startHour={scene.startHour} loop={playing.loop} />
          <BatteryChart {...shared} pieces={chartGrowth(reading)} dark={dark} />
        </section>
      </main>
      {choices.touring ? (
        <Tour
          stationsOf={() => dayStations({ timeline, player, endUs, result: reading.result }, choices.setTab)}
          end={() => choices.setTouring(false)}
        />
      ) : null}
      <Announcer moments={timeline.moments} timeUs={timeUs} startHour={scene.startHour} />
    </>
  );
}

/** The whole page: reads the recording, then plays it, or says in words why it cannot. */
export function App() {
  const session = useMemo(() => new Session(), []);
  const reading = useSubject(session.changes, 60);
  const [dark, setDark] = useTheme();
  const [language, setLanguage] = useLanguage();
  const compared = useCompared(
    reading,
    useMemo(() => readPlace(location.search), []),
  );
  const player = useMemo(() => {
    const { timeUs, speed, selected, loop, camera } = readPlace(location.search);
    const playing = timeUs === null && !prefersLessMotion();
    const end = () => session.now.timeline?.endUs ?? Number.POSITIVE_INFINITY;
    // A whole recording has an index, which tells how far it will be read.
    const ahead = () => Math.max(end(), session.now.complete ? 0 : (session.now.index?.endUs ?? 0));
    const player = new Player(end, { timeUs: timeUs ?? 0, speed, selected, playing, loop }, ahead);
    player.camera.next(camera);
    return player;
  }, [session]);
  const following = useCallback(() => !session.now.complete, [session]);
  if (reading.problem !== null && reading.timeline === null)
    return (
      <main class="alone">
        <ProblemPanel problem={reading.problem} />
      </main>
    );
  if (compared === null)
    return (
      <main class="alone">
        <h1 class="hidden">{say('viewer')}</h1>
        <p class="loading" role="status">
          {say('reading', { share: percent(reading.share) })}
        </p>
      </main>
    );
  const warning =
    reading.problem === null ? reading.warning : `${reading.problem.what} ${reading.problem.cure}`;
  return (
    <Playback
      reading={{ ...reading, warning }}
      timeline={compared.timeline}
      compared={compared}
      player={player}
      following={following}
      {...{ dark, setDark, language, setLanguage }}
    />
  );
}
