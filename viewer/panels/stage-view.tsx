import type { TargetedPointerEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { must } from '../../sim/record/must.ts';
import { useSubject } from '../hooks.ts';
import { say } from '../language.ts';
import type { Player } from '../player.ts';
import { Detail } from '../scene/detail.ts';
import { choosePicture, chosenPicture, isSoftware, type Picture, usualPicture } from '../scene/picture.ts';
import type { Glows } from '../scene/site-scene.ts';
import { Stage } from '../scene/stage.ts';
import { type ViewName, viewNames } from '../url.ts';
import type { Shown } from './shown.ts';

/** What a test or a script may ask the page: what the scene shows, where an item is drawn, and what a picture costs. */
export interface Inspection {
  shown(): Stage['shown'];
  project(itemId: number): { readonly x: number; readonly y: number } | null;
  cost(): Stage['cost'];
  view(name: ViewName): void;
}

declare global {
  interface Window {
    looptwin?: Inspection;
    /** The same of the day beside it. */
    looptwinBeside?: Inspection;
  }
}

/** A camera stands where its link says, to the centimetre. */
const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;

/**
 * What is recorded later than this after an instant changes nothing of its picture, us: a pick is recorded when it ends, and takes
 * seconds.
 */
const PICKS_END_US = 60e6;

/** A press that moves less than this is a click on an item, not a turn of the camera. */
const CLICK_PX = 4;

interface Props extends Pick<Shown, 'timeline' | 'player' | 'following'> {
  /** False for the day beside another, which follows the clock of that one. */
  readonly leads: boolean;
  /** Which items glow. */
  readonly glows: Glows;
  readonly view: ViewName;
  readonly setView: (view: ViewName) => void;
  readonly label: string;
}

/**
 * Runs the frame loop: time passes, and the scene is drawn when anything that it shows has changed. `tooSlow` is called once frames
 * come late with the fewest pixels.
 */
function animate(stage: Stage, canvas: HTMLCanvasElement, props: Props, tooSlow: () => void): () => void {
  const { timeline, player, following, leads } = props;
  const detail = new Detail();
  let last = performance.now();
  let drawn = '';
  let request = 0;
  const frame = (now: number): void => {
    request = requestAnimationFrame(frame);
    if (leads) player.pass(now - last, following());
    const share = detail.after(now - last, player.now.playing);
    if (detail.spent) tooSlow();
    last = now;
    const { timeUs, selected } = player.now;
    const { clientWidth, clientHeight } = canvas;
    const size = `${clientWidth}x${clientHeight}x${window.devicePixelRatio * share}`;
    const shown = player.filter.value;
    const words = `${document.documentElement.lang} ${shown?.truth} ${shown?.said}`;
    const read = timeline.endUs < timeUs + PICKS_END_US ? timeline.events.length : 'enough';
    const key = `${words} ${timeUs} ${selected} ${size} ${read} ${timeline.events.changes.value} ${stage.camera.matrixWorld.elements.join(',')}`;
    if (key === drawn || clientWidth === 0 || clientHeight === 0) return;
    stage.resize(clientWidth, clientHeight, share);
    stage.draw(timeline.stateAt(timeUs), selected, shown);
    drawn = key;
  };
  request = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(request);
}

/** Says that the graphics context was lost, and begins anew once the browser gives it back. */
function watchContext(canvas: HTMLCanvasElement, tell: (problem: string | null) => void, again: () => void) {
  const lost = (event: Event): void => {
    event.preventDefault();
    tell(say('scene.lost'));
  };
  const back = (): void => {
    tell(null);
    again();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', back);
  return (): void => {
    canvas.removeEventListener('webglcontextlost', lost);
    canvas.removeEventListener('webglcontextrestored', back);
  };
}

function useStage(props: Props) {
  const { timeline, player, view, leads, glows } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [lives, setLives] = useState(0);
  const [picture, setPicture] = useState(usualPicture);
  const tooSlow = (): void => {
    // Who asked for everything gets it, however slowly.
    if (chosenPicture() === null) setPicture('simple');
  };
  const choose = (next: Picture): void => {
    choosePicture(next);
    setPicture(next);
  };
  useLayoutEffect(() => {
    document.documentElement.dataset.picture = picture;
  }, [picture]);
  useEffect(() => {
    const element = must(canvas.current, 'canvas of the scene');
    let made: Stage;
    try {
      made = new Stage(element, must(layer.current, 'layer of the labels'), timeline, picture);
    } catch (error) {
      setProblem((error as Error).message);
      return;
    }
    stage.current = made;
    made.glows = glows;
    window[leads ? 'looptwin' : 'looptwinBeside'] = {
      shown: () => made.shown,
      project: (id) => made.project(id),
      cost: () => made.cost,
      view: (name) => made.view(name),
    };
    made.resize(element.clientWidth, element.clientHeight, 1);
    made.view(view);
    made.follow(player.camera.value, (place) => player.camera.next(place.map(toCentimetres)));
    const stop = animate(made, element, props, tooSlow);
    const forget = watchContext(element, setProblem, () => setLives((n) => n + 1));
    return () => {
      stop();
      forget();
      made.dispose();
    };
  }, [timeline, player, lives, picture, glows]);
  const turned = useSubject(player.camera);
  useEffect(() => {
    if (turned === null) stage.current?.view(view);
    else stage.current?.stand(turned);
  }, [view, turned]);
  return { canvas, layer, stage, problem, picture, choose };
}

/** Time goes on without a picture too: the table and the panels stay alive where WebGL2 is missing. */
function useClock(player: Player, following: () => boolean, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      player.pass(now - last, following());
      last = now;
    }, 100);
    return () => clearInterval(timer);
  }, [player, following, active]);
}

/** Says that little is drawn, or much without a graphics processor, and offers the other. */
function PictureChoice({ picture, choose }: { picture: Picture; choose: (next: Picture) => void }) {
  if (picture === 'full' && !isSoftware()) return null;
  const [says, other, offers] =
    picture === 'simple'
      ? ([isSoftware() ? 'scene.simple' : 'scene.simple.slow', 'full', 'scene.full'] as const)
      : (['scene.slow', 'simple', 'scene.simpler'] as const);
  return (
    <p class="simple">
      {say(says)}{' '}
      <button type="button" onClick={() => choose(other)}>
        {say(offers)}
      </button>
    </p>
  );
}

/** The 3D picture of the instant; a click selects an item, a drag turns the camera. */
export function StageView(props: Props) {
  const { player, following, view, setView, label, leads } = props;
  const { canvas, layer, stage, problem, picture, choose } = useStage(props);
  useClock(player, following, leads && problem !== null);
  const down = useRef({ x: 0, y: 0 });
  const press = (event: PointerEvent): void => {
    down.current = { x: event.clientX, y: event.clientY };
  };
  const release = (event: TargetedPointerEvent<HTMLCanvasElement>): void => {
    if (Math.hypot(event.clientX - down.current.x, event.clientY - down.current.y) > CLICK_PX) return;
    const box = event.currentTarget.getBoundingClientRect();
    const itemId = stage.current?.pick(event.clientX - box.left, event.clientY - box.top) ?? null;
    if (event.button === 0) player.select(itemId);
  };
  return (
    <div class="stage">
      <canvas
        key={picture}
        ref={canvas}
        class="scene"
        role="img"
        aria-label={label}
        onPointerDown={press}
        onPointerUp={release}
      />
      <div ref={layer} class="labels" aria-hidden="true" />
      {problem === null ? null : (
        <div class="stage-problem" role="alert">
          <h2>{say('scene.none')}</h2>
          <p>{problem}</p>
          <p>{say('scene.table')}</p>
        </div>
      )}
      {problem === null ? <PictureChoice {...{ picture, choose }} /> : null}
      <fieldset class="views" aria-label={say('camera')}>
        {viewNames.map((name) => (
          <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
            {say(`view.${name}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
