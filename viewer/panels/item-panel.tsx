import { useState } from 'preact/hooks';
import { clockText } from '../../sim/record/clock-text.ts';
import type { Pair } from '../compare/difference.ts';
import type { ItemDecision, ItemLife } from '../recording/items.ts';
import { Streams } from '../streams/streams.tsx';
import { actionText, euros, grams, percent } from '../words.ts';
import type { Shown } from './shown.ts';

interface Step {
  readonly timeUs: number;
  readonly text: string;
}

function stepsOf(life: ItemLife): Step[] {
  const steps: Step[] = [{ timeUs: life.arrivedUs, text: 'arrives on the belt' }];
  for (const d of life.decisions)
    steps.push({ timeUs: d.timeUs, text: `${d.robot} decides: ${actionText(d.chosen)}` });
  for (const p of life.picks)
    steps.push({ timeUs: p.gripUs, text: p.ok ? `${p.robot} grips it` : `${p.robot} misses it` });
  if (Number.isFinite(life.binnedUs)) steps.push({ timeUs: life.binnedUs, text: `falls into ${life.bin}` });
  return steps.sort((a, b) => a.timeUs - b.timeUs);
}

/** Why it went as it went, in one sentence, from belief, choice and truth. */
export function explain(life: ItemLife, decision: ItemDecision): string {
  const right = decision.label === life.material;
  const same = decision.chosen === decision.best;
  if (right && same) return `Robot ${decision.robot} identified it correctly and made the best choice.`;
  if (right)
    return `Robot ${decision.robot} identified it correctly, but another choice would have been worth more.`;
  if (same)
    return `Robot ${decision.robot} identified it as ${decision.label}; its choice was still the best one.`;
  return `Robot ${decision.robot} mistook ${life.material} for ${decision.label} and therefore did not make the best choice.`;
}

function Belief({ life, decision }: { life: ItemLife; decision: ItemDecision }) {
  const right = decision.label === life.material;
  return (
    <section class="belief">
      <dl>
        <dt>Believed</dt>
        <dd>
          <b>{decision.label}</b> {percent(decision.confidence)}
          <span class="meter" aria-hidden="true">
            <i style={{ width: `${decision.confidence * 100}%` }} />
          </span>
        </dd>
        <dt>Truth</dt>
        <dd>
          <b>{life.material}</b>{' '}
          <span class={right ? 'verdict right' : 'verdict wrong'}>
            {right ? '\u2713 right' : '\u2717 wrong'}
          </span>
        </dd>
        <dt>Chosen</dt>
        <dd>
          {actionText(decision.chosen)} <em>{euros(decision.chosenEur)}</em>
        </dd>
        <dt>Best choice</dt>
        <dd>
          {actionText(decision.best)} <em>{euros(decision.bestEur)}</em>
        </dd>
      </dl>
      <p class="explain">{explain(life, decision)}</p>
    </section>
  );
}

interface LooksProps {
  readonly decisions: readonly ItemDecision[];
  readonly chosen: number;
  choose(look: number): void;
}

/** Which look at the item is shown, where there were several: of one robot or of many. */
function Looks({ decisions, chosen, choose }: LooksProps) {
  return (
    <label class="frame looks">
      Look
      <select value={chosen} onChange={(e) => choose(Number(e.currentTarget.value))}>
        {decisions.map((d, i) => (
          <option key={`${d.timeUs} ${d.robot}`} value={i}>
            {`${i + 1}: ${d.robot} with ${d.network}`}
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
}: Omit<Props, 'selected' | 'pair'> & { readonly life: ItemLife }) {
  return (
    <ol class="life" aria-label="Its way">
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

type Props = Pick<Shown, 'timeline' | 'player' | 'selected' | 'timeUs'> & { readonly pair: Pair | null };

/** All about one item: its life, and what was believed, chosen and seen at one of the looks at it, by default the last. */
function Item({ life, ...shown }: Omit<Props, 'selected'> & { readonly life: ItemLife }) {
  const [chosen, choose] = useState<number | null>(null);
  const { decisions } = life;
  const look = Math.min(chosen ?? Number.POSITIVE_INFINITY, decisions.length - 1);
  const decision = decisions[look];
  return (
    <div class="item" data-item-panel={life.itemId}>
      <header>
        <i class="swatch big" style={{ background: life.colour }} />
        <div>
          <h2>{`Item ${life.itemId}`}</h2>
          <p>{`${life.material}, ${life.shape}, ${grams(life.massKg)}, ${(life.lengthM * 100).toFixed(0)} x ${(life.widthM * 100).toFixed(0)} cm`}</p>
        </div>
      </header>
      {decisions.length > 1 ? <Looks {...{ decisions, choose, chosen: look }} /> : null}
      {decision === undefined ? (
        <p class="quiet">No robot decided on it.</p>
      ) : (
        <Belief life={life} decision={decision} />
      )}
      <Life {...{ life, ...shown }} />
      <Streams itemId={life.itemId} look={decision === undefined ? null : look} />
    </div>
  );
}

/** The selected item, or how to select one. */
export function ItemPanel({ timeline, player, selected, timeUs, pair }: Props) {
  const life = timeline.items.get(selected ?? -1);
  if (life === undefined)
    return (
      <p class="quiet hint">
        {selected === null
          ? 'Click an item in the scene, or press N, to see what the robot saw and decided.'
          : `Item ${selected} is not in this recording (yet).`}
      </p>
    );
  return <Item key={life.itemId} {...{ life, timeline, player, timeUs, pair }} />;
}
