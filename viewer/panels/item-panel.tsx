import { useState } from 'preact/hooks';
import { clockText } from '../clock.ts';
import { useSubject } from '../hooks.ts';
import { decimal, say, wordOf } from '../language.ts';
import type { Pair } from '../recording/difference.ts';
import type { ItemDecision, ItemLife } from '../recording/items.ts';
import type { Timeline } from '../recording/timeline.ts';
import { Options } from '../streams/options.tsx';
import { sentenceOf } from '../streams/sentence.ts';
import { Streams } from '../streams/streams.tsx';
import { Thoughts, teacherOf } from '../streams/thoughts.tsx';
import { useFrames } from '../streams/use-frames.ts';
import { actionWord, grams } from '../words.ts';
import { LifeLine } from './life-line.tsx';
import type { Shown } from './shown.ts';

interface Step {
  readonly timeUs: number;
  readonly text: string;
}

function stepsOf(life: ItemLife): Step[] {
  const steps: Step[] = [{ timeUs: life.arrivedUs, text: say('seen.way.arrives') }];
  for (const { timeUs, robot, chosen } of life.decisions)
    steps.push({ timeUs, text: say('seen.way.decides', { robot, action: actionWord(chosen) }) });
  for (const { gripUs, ok, robot } of life.picks)
    steps.push({ timeUs: gripUs, text: say(ok ? 'seen.way.grips' : 'seen.way.misses', { robot }) });
  if (Number.isFinite(life.binnedUs))
    steps.push({ timeUs: life.binnedUs, text: say('seen.way.falls', { bin: life.bin }) });
  return steps.sort((a, b) => a.timeUs - b.timeUs);
}

const inCm = (metres: number): string => decimal(metres * 100, 0);

interface LooksProps {
  readonly decisions: readonly ItemDecision[];
  readonly chosen: number;
  choose(look: number): void;
}

/** Which look at the item is shown, where there were several: of one robot or of many. */
function Looks({ decisions, chosen, choose }: LooksProps) {
  return (
    <label class="frame looks">
      {say('seen.look')}
      <select value={chosen} onChange={(e) => choose(Number(e.currentTarget.value))}>
        {decisions.map(({ timeUs, robot, network }, i) => (
          <option key={`${timeUs} ${robot}`} value={i}>
            {say('seen.look.one', { number: i + 1, robot, network })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A life step by step; a click leads to its time. */
function Life({
  life,
  timeline,
  player,
  timeUs,
}: Omit<Props, 'selected' | 'pair' | 'further'> & { life: ItemLife }) {
  return (
    <ol class="life" aria-label={say('seen.way')}>
      {stepsOf(life).map((step) => (
        <li key={`${step.timeUs} ${step.text}`}>
          <button
            type="button"
            class={step.timeUs <= timeUs ? 'life-step past' : 'life-step'}
            onClick={() => player.seek(step.timeUs)}
          >
            <time>{clockText(timeline.site.scene.startHour, step.timeUs)}</time> {step.text}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What became of the item on the day beside this one. */
function Elsewhere({ itemId, day, timeUs }: { itemId: number; day: Timeline; timeUs: number }) {
  const life = day.items.get(itemId);
  const decision = life?.decisions.at(-1);
  if (life === undefined) return null;
  const end =
    life.binnedUs <= timeUs ? say('seen.elsewhere.bin', { bin: life.bin }) : say('seen.elsewhere.still');
  return (
    <section class="elsewhere">
      <h3>{say('seen.elsewhere', { name: day.started.data.perception })}</h3>
      <p>
        {`${decision === undefined ? say('seen.elsewhere.none') : sentenceOf(life, decision, undefined)} ${end}`}
      </p>
    </section>
  );
}

interface Props extends Pick<Shown, 'timeline' | 'player' | 'selected' | 'timeUs'> {
  readonly pair: Pair | null;
  /** Perception whose day is shown, where it is not the main one. */
  readonly further: string | null;
}

/** All about one item: its life, and what was seen, thought, expected and chosen at one of the looks at it, by default the last. */
function Item({ life, pair, further, ...shown }: Omit<Props, 'selected'> & { readonly life: ItemLife }) {
  const [chosen, choose] = useState<number | null>(null);
  const { decisions } = life;
  const { events } = shown.timeline;
  useSubject(events.changes);
  for (const { timeUs } of decisions) events.want(timeUs);
  const look = Math.min(chosen ?? Number.POSITIVE_INFINITY, decisions.length - 1);
  const decision = decisions[look];
  const { perception } = shown.timeline.started.data;
  const seen = useFrames(life.itemId, decision === undefined ? null : look, further);
  const { answer } = seen;
  return (
    <div class="item" data-item-panel={life.itemId}>
      <header>
        <i class="swatch big" style={{ background: life.colour }} />
        <div>
          <h2>{say('seen.item', { id: life.itemId })}</h2>
          <p>{`${life.material}, ${wordOf(`shape.${life.shape}`, life.shape)}, ${grams(life.massKg)}, ${inCm(life.lengthM)} x ${inCm(life.widthM)} cm`}</p>
        </div>
      </header>
      <LifeLine {...{ life, answer }} timeUs={shown.timeUs} />
      {decisions.length > 1 ? <Looks {...{ decisions, choose, chosen: look }} /> : null}
      {decision === undefined ? (
        <p class="quiet">{say('seen.undecided')}</p>
      ) : (
        <section class="belief">
          <p class="explain">{sentenceOf(life, decision, teacherOf(answer, decision.robot, perception))}</p>
          <Thoughts {...{ life, decision, answer, shown: perception }} />
          <Options decision={decision} />
        </section>
      )}
      {pair === null ? null : <Elsewhere itemId={life.itemId} day={pair.beside} timeUs={shown.timeUs} />}
      <Streams seen={seen} worn={decision ?? null} />
      <Life {...{ life, ...shown }} />
    </div>
  );
}

/** The selected item, or how to select one. */
export function ItemPanel({ selected, ...shown }: Props) {
  const life = shown.timeline.items.get(selected ?? -1);
  if (life === undefined)
    return (
      <p class="quiet hint">{selected === null ? say('seen.hint') : say('seen.missing', { id: selected })}</p>
    );
  return <Item key={life.itemId} {...{ ...shown, life }} />;
}
