import { colourOf, varOf } from '../../../sim/record/palette.ts';
import { say } from '../../language.ts';
import { FEED, type Flow, GAIN, LOSS, massFlows, moneyFlows, RIDING, TILL } from '../../recording/flows.ts';
import { retold } from '../../retold.ts';
import { rimHue, robotHue } from '../../scene/forms/palette.ts';
import { euros, kilograms } from '../../words.ts';
import type { Shown } from '../shown.ts';
import { Sankey } from './sankey.tsx';

const PLAIN = colourOf('mark', 'earned');
const GREY = colourOf('grade', 'dispose');

/** Places that have a word of their own; robots and bins are named by the recording, causes of money by the till. */
function nameOf(place: string): string {
  if (place === FEED) return say('flows.feed');
  if (place === RIDING) return say('flows.belt');
  if (place === TILL) return say('flows.cash');
  if (place === GAIN) return say('flows.gain');
  if (place === LOSS) return say('flows.loss');
  return /^(by|bin):/.test(place) ? place.slice(place.indexOf(':') + 1) : retold('booked', place);
}

type Props = Pick<Shown, 'timeline' | 'timeUs'>;

/** Where kilograms went and where euros came from and went, until the instant shown. */
export function FlowsPanel({ timeline, timeUs }: Props) {
  const { robots, bins } = timeline.site;
  const { accounts } = timeline.stateAt(timeUs);
  const toneOf = (place: string): string => {
    const robot = robots.findIndex(({ id }) => place === `by:${id}`);
    if (robot >= 0) return varOf(robotHue(robot));
    const bin = bins.find(({ id }) => place === `bin:${id}`);
    return bin === undefined ? GREY : varOf(rimHue(bin.use));
  };
  const moneyTone = (place: string): string => {
    if (place === LOSS) return colourOf('mark', 'wrong');
    return place === GAIN || place.startsWith('sale ') ? PLAIN : GREY;
  };
  const sentence = (amountOf: (amount: number) => string) => (flow: Flow) =>
    say('flows.sentence', { from: nameOf(flow.from), to: nameOf(flow.to), amount: amountOf(flow.amount) });
  const money = (eur: number): string => euros(eur, 2);
  return (
    <div class="panel">
      <Sankey
        title={say('flows.mass')}
        flows={massFlows(timeline.items, timeUs)}
        {...{ nameOf, amountOf: kilograms, sentenceOf: sentence(kilograms), toneOf }}
      />
      <Sankey
        title={say('flows.money')}
        flows={moneyFlows(accounts.flows)}
        {...{ nameOf, amountOf: money, sentenceOf: sentence(money), toneOf: moneyTone }}
      />
    </div>
  );
}
