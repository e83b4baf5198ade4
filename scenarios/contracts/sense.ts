import { materials } from '../../sim/materials/catalogue.ts';
import { makeItem } from '../../sim/materials/item.ts';
import { sizeOf } from '../../sim/record/frames.ts';
import { stateProblems } from '../../sim/senses/interface/problems.ts';
import { type AnySense, SENSES } from '../../sim/senses/registry.ts';
import type { InputProblem } from '../errors.ts';
import { Breaches, textOf } from './breach.ts';

/** Every twelfth material, fresh and worn. */
const items = () =>
  materials
    .filter((_, i) => i % 12 === 0)
    .map(({ id }, i) => makeItem({ seed: 5, itemId: 100 + i, materialId: id, state: (3 * i) % 10 }));

function checkFacts(breaches: Breaches, sense: AnySense): void {
  const { name } = sense;
  breaches.check(
    /^[a-z][a-z0-9-]*$/.test(name),
    'name must be lower-case letters, digits, dashes',
    name,
    'Rename it',
  );
  breaches.check(
    !SENSES.names.includes(name),
    'there is a sense of that name',
    name,
    'Give it a name of its own',
  );
  const [problem] = stateProblems(sense, sense.fresh());
  breaches.check(problem === undefined, 'the fresh state must be legal', problem, problem?.cure ?? '');
  const { energyJ, timeUs } = sense.cost(sense.fresh());
  const isCost = energyJ > 0 && Number.isInteger(timeUs) && timeUs > 0;
  breaches.check(
    isCost,
    'a look must cost energyJ and whole timeUs above 0',
    { energyJ, timeUs },
    'Say what it costs',
  );
  breaches.check(
    sense.partsEur(sense.fresh()) > 0,
    'the parts must have a price',
    sense.partsEur(sense.fresh()),
    'Give EUR',
  );
}

function checkFrames(breaches: Breaches, sense: AnySense): void {
  const state = sense.fresh();
  const size = sizeOf(sense.shape(state));
  const [one, other] = [sense.open(7), sense.open(7)];
  const seen = items().map((item) => one.render(item, state).slice());
  const type = sense.input.kind === 'picture' ? Uint8Array : Float32Array;
  for (const values of seen) {
    breaches.check(values instanceof type, `frames must be a ${type.name}`, values, 'It goes by input.kind');
    breaches.check(
      values.length === size,
      'a frame must have the size of its shape',
      values.length,
      `Give ${size} values`,
    );
    breaches.check(values.every(Number.isFinite), 'all values must be finite', values, 'Mend render');
  }
  const again = items()
    .reverse()
    .map((item) => other.render(item, state).slice())
    .reverse();
  breaches.check(
    textOf(again) === textOf(seen),
    'what is seen of an item must not hang on what was looked at before',
    undefined,
    'Draw random numbers by item (itemStream), and keep nothing between looks',
  );
}

/** What a sense breaks: a legal state, a price, and frames that are a pure function of item, state and seed. */
export function senseProblems(sense: AnySense, where: string): readonly InputProblem[] {
  const breaches = new Breaches(where);
  breaches.tried('the sense', () => checkFacts(breaches, sense));
  if (breaches.problems.length === 0) breaches.tried('render', () => checkFrames(breaches, sense));
  return breaches.problems;
}
