import { useMemo } from 'preact/hooks';
import { useSubject } from '../../hooks.ts';
import { say } from '../../language.ts';
import { confusionUntil, type MixUp } from '../../recording/confusion.ts';
import type { Shown } from '../shown.ts';

type Props = Pick<Shown, 'timeline' | 'player' | 'timeUs'>;

interface CellProps extends MixUp, Pick<Shown, 'player'> {
  readonly count: number;
  /** Items of this truth. */
  readonly total: number;
  readonly pressed: boolean;
}

/** The fullest cell is so dark that its number is still read, in per cent of the accent. */
const DARKEST = 40;

function Cell({ truth, said, count, total, pressed, player }: CellProps) {
  const label = say('confusion.cell', { truth, said, count });
  const share = Math.max(5, Math.round((DARKEST * count) / Math.max(1, total)));
  return (
    <td class={truth === said ? 'right' : ''}>
      {count === 0 ? null : (
        <button
          type="button"
          class="cell"
          style={{ '--share': `${share}%` }}
          title={label}
          aria-label={label}
          aria-pressed={pressed}
          onClick={() => player.filter.next(pressed ? null : { truth, said })}
        >
          {count}
        </button>
      )}
    </td>
  );
}

/** Truths in rows, answers in columns, darker where there are more; a cell shows its items in the scene alone. */
export function ConfusionPanel({ timeline, player, timeUs }: Props) {
  const chosen = useSubject(player.filter);
  const { decided } = timeline.stateAt(timeUs).tally;
  const { names, counts } = useMemo(
    () => confusionUntil(timeline.items, timeUs),
    [timeline, decided, player],
  );
  if (names.length === 0) return <p class="quiet hint">{say('confusion.none')}</p>;
  const totalOf = (truth: string): number =>
    [...(counts.get(truth)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
  return (
    <div class="panel confusion">
      <h3>{say('confusion')}</h3>
      <p class="quiet">{say('confusion.how')}</p>
      {chosen === null ? null : (
        <button type="button" class="all" onClick={() => player.filter.next(null)}>
          {say('confusion.all')}
        </button>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="matrix" tabIndex={0} data-scrolls>
        <table>
          <thead>
            <tr>
              <td />
              {names.map((said) => (
                <th key={said} scope="col">
                  <span>{said}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((truth) => (
              <tr key={truth}>
                <th scope="row">{truth}</th>
                {names.map((said) => (
                  <Cell
                    key={said}
                    {...{ truth, said, player }}
                    count={counts.get(truth)?.get(said) ?? 0}
                    total={totalOf(truth)}
                    pressed={chosen?.truth === truth && chosen.said === said}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
