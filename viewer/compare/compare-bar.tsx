import { useMemo } from 'preact/hooks';
import { clockText } from '../../sim/record/clock-text.ts';
import { decimal, say } from '../language.ts';
import type { Shown } from '../panels/shown.ts';
import { differenceAt, type Pair, partedBy, partingsOf } from '../recording/difference.ts';
import { retold } from '../retold.ts';
import type { Arm } from './arms.ts';

/** Which two perceptions are shown, and how others are chosen; `beside` = null while one is shown alone. */
export interface Chosen {
  readonly arms: readonly Arm[] | null;
  readonly shown: string;
  readonly beside: string | null;
  readonly reading: string | null;
  readonly problem: string | null;
  choose(shown: string, beside: string | null): void;
}

interface PickerProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  pick(value: string): void;
}

function Picker({ label, value, options, pick }: PickerProps) {
  return (
    <label class="arm-picker">
      <span>{label}</span>
      <select value={value} onChange={(event) => pick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Pickers({ arms, shown, beside, choose }: Chosen & { readonly arms: readonly Arm[] }) {
  const names = arms.map(({ perception }) => ({ value: perception, text: perception }));
  const others = names.filter(({ value }) => value !== shown);
  return (
    <div class="arm-pickers">
      <Picker
        label={say('compare.shown')}
        value={shown}
        options={names}
        pick={(name) => choose(name, name === beside ? shown : beside)}
      />
      <Picker
        label={say('compare.beside')}
        value={beside ?? ''}
        options={[{ value: '', text: say('compare.nobody') }, ...others]}
        pick={(name) => choose(shown, name === '' ? null : name)}
      />
    </div>
  );
}

/** An amount with its sign in front, so that ahead and behind are told without colour. */
const signed = (text: string, amount: number): string => `${amount < 0 ? '\u2212' : '+'}${text}`;

const rounded = (amount: number): number => Math.round(amount * 100) / 100;

interface AheadProps extends Pick<Shown, 'player' | 'timeUs'> {
  readonly pair: Pair;
}

/** By how much one is ahead of the other, as a number and as a sentence. */
function Ahead({ pair, player, timeUs }: AheadProps) {
  const partings = useMemo(() => partingsOf(pair), [pair]);
  const { shown, beside } = pair;
  const { eur, co2eKg } = differenceAt(pair, timeUs);
  const names = { shown: shown.started.data.perception, beside: beside.started.data.perception };
  const over = timeUs >= shown.endUs;
  const clock = clockText(shown.site.scene.startHour, timeUs).slice(0, -3);
  const [money, carbon] = [rounded(eur), rounded(co2eKg)];
  const amount = `EUR ${decimal(Math.abs(money), 2)}`;
  const mass = `${decimal(Math.abs(carbon), 2)} kgCO2e`;
  const verb = money > 0 ? 'more' : money < 0 ? 'less' : 'same';
  const parted = partedBy(partings, timeUs);
  const next = partings[parted];
  const go = (): void => {
    if (next === undefined) return;
    player.pause();
    player.seek(next.timeUs);
    player.select(next.itemId);
  };
  return (
    <div class="ahead">
      <strong data-ahead="eur" class={money < 0 ? 'behind' : ''}>
        {money === 0 ? amount : signed(amount, money)}
      </strong>
      <strong data-ahead="co2e" class="lesser">
        {carbon === 0 ? mass : signed(mass, carbon)}
      </strong>
      <p data-ahead="words">
        {`${say(over ? `compare.end.${verb}` : `compare.at.${verb}`, { clock, eur: amount, ...names })} `}
        {say(carbon > 0 ? 'compare.emitted.more' : 'compare.emitted.less', { co2e: mass })}
      </p>
      <p class="parted">
        <span data-parted={parted}>{say('compare.parted', { count: parted, all: partings.length })}</span>{' '}
        <button type="button" class="link" onClick={go} disabled={next === undefined}>
          {say('compare.next')}
        </button>
      </p>
    </div>
  );
}

/** Which two robots live through the day, and by how much one of them is ahead; or why there is nothing to compare. */
export function CompareBar({
  chosen,
  pair,
  player,
  timeUs,
}: { chosen: Chosen; pair: Pair | null } & Pick<Shown, 'player' | 'timeUs'>) {
  const { arms, reading, problem } = chosen;
  return (
    <section class="compare" aria-label={say('compare')}>
      {arms === null ? (
        <p class="quiet">{say('compare.later')}</p>
      ) : arms.length < 2 ? (
        <p class="quiet">{say('compare.alone', { shown: chosen.shown })}</p>
      ) : (
        <Pickers {...chosen} arms={arms} />
      )}
      {reading === null ? null : (
        <p class="quiet" role="status">
          {say('compare.reading', { name: reading })}
        </p>
      )}
      {problem === null ? null : (
        <p class="warning" role="alert">
          {retold('heard', problem)}
        </p>
      )}
      {pair === null ? null : <Ahead {...{ pair, player, timeUs }} />}
    </section>
  );
}
