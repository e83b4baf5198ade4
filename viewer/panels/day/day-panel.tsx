import { must } from '../../../sim/record/must.ts';
import { colourOf, huesOf, varOf } from '../../../sim/record/palette.ts';
import { clockText, minuteText } from '../../clock.ts';
import { say } from '../../language.ts';
import type { Judged } from '../../recording/judged.ts';
import type { PerceptionResult, RunResult } from '../../recording/result.ts';
import type { AccountsNow } from '../../recording/state.ts';
import { actionWord, carbon, causeName, euros, joules } from '../../words.ts';
import type { Shown } from '../shown.ts';
import { type AmountBar, AmountBars } from './amount-bars.tsx';
import { ValueCurve } from './value-curve.tsx';

type Props = Pick<Shown, 'timeline' | 'player' | 'timeUs' | 'endUs'> & {
  readonly result: RunResult | null;
};

function comparedBars(result: RunResult, shown: string): AmountBar[] {
  // In the order of the run, as its report has them: perceptions without a hue of their own take the same ones there.
  const hues = huesOf(
    'perception',
    result.perceptions.map(({ name }) => name),
  );
  const bars = result.perceptions.map(
    ({ name, valueEur }, i): AmountBar => ({
      ...{ key: name, from: 0, to: valueEur, amount: valueEur, strong: name === shown },
      name: name === shown ? say('day.shown', { name }) : name,
      tone: varOf(must(hues[i], 'hue')),
    }),
  );
  const { boundEur } = result;
  const bound = { key: 'bound', name: say('day.bound'), from: 0, to: boundEur, amount: boundEur };
  return [...bars.sort((a, b) => a.amount - b.amount), { ...bound, tone: colourOf('mark', 'bound') }];
}

/** Less is written as 0.00: no bar of its own. */
const SHOWN_EUR = 0.005;

/** From what is possible down to the value, a step a cause. */
function lostBars({ boundEur }: RunResult, row: PerceptionResult): AmountBar[] {
  const { freeBoundEur } = row;
  const mostEur = freeBoundEur ?? boundEur;
  let at = mostEur;
  const steps = row.lost
    .filter(({ eur }) => Math.abs(eur) >= SHOWN_EUR)
    .map(({ cause, eur }): AmountBar => {
      const from = at;
      at -= eur;
      return {
        key: cause,
        name: causeName(cause),
        ...{ from, to: at, amount: -eur, tone: colourOf('cause', cause) },
      };
    });
  const whole = (key: string, name: string, to: number, mark: string): AmountBar => {
    return { key, name, from: 0, to, amount: to, tone: colourOf('mark', mark), strong: true };
  };
  return [
    whole(
      'possible',
      say(freeBoundEur === undefined ? 'day.possible' : 'day.possible.free'),
      mostEur,
      'bound',
    ),
    ...steps,
    whole('value', say('day.value'), row.valueEur, 'earned'),
  ];
}

/** What the bars mean, and the command that tells one bar apart into causes. */
function lostNote({ regret }: RunResult, { freeBoundEur }: PerceptionResult): string {
  if (freeBoundEur !== undefined) return say('day.lost.causes');
  const refused = regret === 'none' || regret === 'kept' ? '' : `${say(`regret.${regret}`)} `;
  return `${say('day.lost.so')} ${refused}${say('day.lost.command')}`;
}

function Counters({ accounts }: { accounts: AccountsNow }) {
  const { revenueEur, costEur, co2eKg, energyJ } = accounts;
  const counters = [
    ['revenue', say('day.revenue'), euros(revenueEur, 2)],
    ['cost', say('day.cost'), euros(costEur, 2)],
    ['carbon', say('day.carbon'), carbon(co2eKg)],
    ['energy', say('day.energy'), joules(energyJ)],
  ] as const;
  return (
    <dl class="counters" aria-label={say('day.counters')}>
      {counters.map(([key, name, value]) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd data-counter={key}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface DecisionProps extends Pick<Shown, 'timeline' | 'player'> {
  readonly title: string;
  readonly judged: Judged | undefined;
}

/** One decision; a click goes to its instant and shows the item. */
function Decision({ title, judged, timeline, player }: DecisionProps) {
  if (judged === undefined)
    return (
      <div class="judged">
        <h3>{title}</h3>
        <p class="quiet">{say('day.none')}</p>
      </div>
    );
  const { timeUs, itemId, robot, label, chosen, best, eur } = judged;
  const material = timeline.items.get(itemId)?.material ?? '';
  const bin = chosen.slice(chosen.indexOf(':') + 1);
  const did = chosen.startsWith('pick:') ? 'day.judged.right' : 'day.judged.pass';
  const show = (): void => {
    player.pause();
    player.seek(timeUs);
    player.select(itemId);
  };
  return (
    <button type="button" class="judged" onClick={show}>
      <h3>{title}</h3>
      <b>{euros(eur)}</b> <time>{clockText(timeline.site.scene.startHour, timeUs)}</time>
      <span>{say(did, { robot, label, bin })}</span>
      <span class="quiet">{say('day.judged.true', { material, best: actionWord(best) })}</span>
    </button>
  );
}

/** What the day stands at, or earned, and against what. */
function Headline({
  timeline,
  timeUs,
  result,
  accounts,
}: Omit<Props, 'player' | 'endUs'> & { accounts: AccountsNow }) {
  const over = timeline.ended && timeUs >= timeline.endUs;
  const { startHour } = timeline.site.scene;
  const clock = minuteText(startHour, timeUs);
  const { perception } = timeline.started.data;
  const row = result?.perceptions.find(({ name }) => name === perception);
  return (
    <header class="earned">
      <p>{over ? say('day.whole') : say('day.sofar', { clock })}</p>
      <strong class={accounts.valueEur < 0 ? 'negative' : ''} data-counter="value">
        {euros(accounts.valueEur, 2)}
      </strong>
      <p>
        {row === undefined || over ? null : `${say('day.ends', { value: euros(row.valueEur, 2) })} `}
        {result === null
          ? say('day.waits')
          : row === undefined
            ? null
            : say('day.against', {
                bound: euros(result.boundEur, 2),
                regret: euros(result.boundEur - row.valueEur, 2),
              })}
      </p>
    </header>
  );
}

/** The day in money: what it earned, against what, and why; there from the start, complete when the run has ended. */
export function DayPanel(props: Props) {
  const { timeline, player, timeUs, endUs, result } = props;
  const { accounts } = timeline.stateAt(timeUs);
  const { perception } = timeline.started.data;
  const row = result?.perceptions.find(({ name }) => name === perception);
  const { best, worst } = timeline.judgements.until(timeUs);
  const shared = { timeline, player };
  const over = timeline.ended && timeUs >= timeline.endUs;
  return (
    <div class="day">
      <Headline {...props} accounts={accounts} />
      {over && result !== null ? (
        <section class="finding">
          <h3>{say('day.finding')}</h3>
          <p lang="en">{result.finding}</p>
        </section>
      ) : null}
      <ValueCurve timeline={timeline} timeUs={timeUs} endUs={endUs} nowEur={accounts.valueEur} />
      <Counters accounts={accounts} />
      {result === null || row === undefined || row.lost.length === 0 ? null : (
        <AmountBars title={say('day.lost')} note={lostNote(result, row)} bars={lostBars(result, row)} />
      )}
      {result === null ? null : (
        <AmountBars title={say('day.compared')} bars={comparedBars(result, perception)} />
      )}
      <div class="judgements">
        <Decision title={say('day.best')} judged={best} {...shared} />
        <Decision title={say('day.worst')} judged={worst} {...shared} />
      </div>
    </div>
  );
}
