import { decimal } from '../../language.ts';

/** A bar from one amount to another on the common scale of its list; `tone` = its colour, `strong` = the one in question. */
export interface AmountBar {
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What is written beside it. */
  readonly amount: number;
  readonly tone: string;
  readonly strong?: boolean;
}

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly bars: readonly AmountBar[];
}

/** Amounts of money side by side on one scale with its zero: text and number stand beside every bar. */
export function AmountBars({ title, note, bars }: Props) {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const span = Math.max(1e-9, Math.max(0, ...ends) - low);
  const at = (eur: number): string => `${(100 * (eur - low)) / span}%`;
  return (
    <section class="amounts">
      <h3>{title}</h3>
      {note === undefined ? null : <p class="quiet">{note}</p>}
      <ul>
        {bars.map(({ key, name, from, to, amount, tone, strong }) => (
          <li key={key} class={strong ? 'amount strong' : 'amount'} data-amount={key}>
            <span class="amount-name">{name}</span>
            <span class="amount-bar" aria-hidden="true">
              <i class="zero" style={{ left: at(0) }} />
              <i
                class="fill"
                style={{
                  left: at(Math.min(from, to)),
                  width: `${(100 * Math.abs(to - from)) / span}%`,
                  background: tone,
                }}
              />
            </span>
            <span class="amount-eur">{decimal(amount, 2)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
