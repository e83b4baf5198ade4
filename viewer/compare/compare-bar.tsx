import { useMemo } from 'preact/hooks';
import { say } from '../language.ts';
import type { Shown } from '../panels/shown.ts';
import { type Pair, partedBy, partingsOf } from '../recording/difference.ts';
import { retold } from '../retold.ts';
import { aheadAt } from './ahead.ts';
import type { Arm, Unshown } from './arms.ts';

/** Which two perceptions are shown, and how others are chosen; `beside` = null while one is shown alone. */
export interface Chosen {
  readonly arms: readonly Arm[] | null;
  readonly unshown: readonly Unshown[];
  readonly shown: string;
  readonly beside: string | null;
  readonly reading: string | null;
  /** What there is to say of the recordings of the two. */
  readonly said: readonly string[];
  choose(shown: string, beside: string | null): void;
}

interface Option {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

interface PickerProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  pick(value: string): void;
}

function Picker({ label, value, options, pick }: PickerProps) {
  return (
    <label class="arm-picker">
      <span>{label}</span>
      <select value={value} onChange={(event) => pick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A perception that cannot be chosen, with the reason. */
const reasonOf = ({ perception, why }: Unshown): string => say(`compare.${why}`, { name: perception });

function Pickers({ arms, unshown, shown, beside, choose }: Chosen & { readonly arms: readonly Arm[] }) {
  const names: Option[] = [
    ...arms.map(({ perception }) => ({ value: perception, text: perception })),
    ...unshown.map((one) => ({ value: one.perception, text: reasonOf(one), disabled: true })),
  ];
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

interface AheadProps extends Pick<Shown, 'player' | 'timeUs'> {
  readonly pair: Pair;
}

/** By how much one is ahead of the other, as a number and as a sentence. */
function Ahead({ pair, player, timeUs }: AheadProps) {
  const partings = useMemo(() => partingsOf(pair), [pair]);
  const { eur, money, carbon, earned, emitted } = aheadAt(pair, timeUs);
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
      <strong data-ahead="eur" class={eur < 0 ? 'behind' : ''}>
        {money}
      </strong>
      <strong data-ahead="co2e" class="lesser">
        {carbon}
      </strong>
      <p data-ahead="words">{`${earned} ${emitted}`}</p>
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
  const { arms, unshown, reading, said } = chosen;
  return (
    <section class="compare" aria-label={say('compare')}>
      {arms === null ? (
        <p class="quiet">{say('compare.later')}</p>
      ) : arms.length < 2 ? (
        <p class="quiet">
          {say('compare.alone', { shown: chosen.shown })}
          {unshown.length === 0
            ? null
            : ` ${say('compare.cannot', { names: unshown.map(reasonOf).join(', ') })}`}
        </p>
      ) : (
        <Pickers {...chosen} arms={arms} />
      )}
      {reading === null ? null : (
        <p class="quiet" role="status">
          {say('compare.reading', { name: reading })}
        </p>
      )}
      {said.map((words) => (
        <p key={words} class="warning" role="alert">
          {retold('heard', words)}
        </p>
      ))}
      {pair === null ? null : <Ahead {...{ pair, player, timeUs }} />}
    </section>
  );
}
