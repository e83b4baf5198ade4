import { say, wordOf } from '../language.ts';
import type { ItemDecision, ItemLife, Thought } from '../recording/items.ts';
import { percent } from '../words.ts';
import type { FramesAnswer, OtherThought } from './frames.ts';

/** One perception's thought of an item, under its name; null where its robots did not look at it on their day. */
interface Column {
  readonly name: string;
  readonly thought: Thought | null;
}

/** Name of the perception that a run's students learn from. */
const TEACHER = 'teacher';

/** What the teacher of the run thought of an item, where another perception is shown and it is known. */
export function teacherOf(answer: FramesAnswer | null, robot: string, shown: string): Thought | undefined {
  return answer === null || shown === TEACHER ? undefined : thoughtOf(answer.others, TEACHER, robot);
}

/** What another perception thought at its last look, by the same robot if that one looked. */
function thoughtOf(others: readonly OtherThought[], perception: string, robot: string): Thought | undefined {
  const own = others.filter((other) => other.perception === perception);
  return (own.findLast((other) => other.robot === robot) ?? own.at(-1))?.thought;
}

/** The perceptions beside the own one: the teacher first, also where it did not look, then the others of the run that did. */
export function otherColumns(
  { others, perceptions }: Pick<FramesAnswer, 'others' | 'perceptions'>,
  robot: string,
  shown: string,
): Column[] {
  return [...perceptions]
    .filter((name) => name !== shown)
    .sort((a, b) => Number(b === TEACHER) - Number(a === TEACHER))
    .map((name) => ({ name, thought: thoughtOf(others, name, robot) ?? null }))
    .filter(({ name, thought }) => thought !== null || name === TEACHER);
}

function Likely({ label, sure, right }: { label: string; sure: number; right: boolean }) {
  return (
    <>
      <span class={right ? 'likely right' : 'likely'}>
        {label}
        {right ? <i aria-hidden="true"> {'\u2713'}</i> : null}
        {right ? <span class="hidden">{` (${say('seen.right.one')})`}</span> : null}
      </span>{' '}
      <span class="sure">{percent(sure)}</span>
      <span class="meter" aria-hidden="true">
        <i style={{ width: `${sure * 100}%` }} />
      </span>
    </>
  );
}

/** Condition and next use as they were thought of, as far as they were. */
function conditionText({ state, stateConfidence, quality, grade }: Thought): string {
  const left = percent(quality);
  const condition =
    stateConfidence === 0
      ? say('seen.state.unsaid', { quality: left })
      : say('seen.state', { state, sure: percent(stateConfidence), quality: left });
  return grade === 'untold'
    ? condition
    : say('seen.next', { condition, grade: wordOf(`grade.${grade}`, grade) });
}

function ThoughtColumn({ name, thought, truth }: Column & { readonly truth: string }) {
  if (thought === null)
    return (
      <section class="thought" data-thought={name}>
        <h4>{name}</h4>
        <p class="quiet">{say('seen.unlooked')}</p>
      </section>
    );
  const { label, confidence, next } = thought;
  return (
    <section class="thought" data-thought={name}>
      <h4>{name}</h4>
      <ol>
        {[{ label, confidence }, ...next].map((one) => (
          <li key={one.label}>
            <Likely label={one.label} sure={one.confidence} right={one.label === truth} />
          </li>
        ))}
      </ol>
      <p>{conditionText(thought)}</p>
    </section>
  );
}

interface Props {
  readonly life: ItemLife;
  readonly decision: ItemDecision;
  /** Perception whose day is shown. */
  readonly shown: string;
  readonly answer: FramesAnswer | null;
}

/** The likeliest materials and the condition that perceptions thought of, beside the truth. */
export function Thoughts({ life, decision, shown, answer }: Props) {
  const columns = [
    { name: shown, thought: decision },
    ...(answer === null ? [] : otherColumns(answer, decision.robot, shown)),
  ];
  const [own, first, ...rest] = columns;
  const truth = life.material;
  return (
    <section class="thoughts">
      <h3>{say('seen.thoughts')}</h3>
      <div class="thought-columns">
        <section class="thought truth" data-thought="truth">
          <h4>{say('seen.truth')}</h4>
          <p>
            <b>{truth}</b>
          </p>
          {answer === null ? null : (
            <p>
              {say('seen.truth.state', {
                state: answer.truth.state,
                quality: percent(answer.truth.quality),
                grade: wordOf(`grade.${answer.truth.grade}`, answer.truth.grade),
              })}
            </p>
          )}
        </section>
        {own === undefined ? null : <ThoughtColumn {...own} truth={truth} />}
        {first === undefined ? null : <ThoughtColumn {...first} truth={truth} />}
      </div>
      {rest.length === 0 ? null : (
        <details>
          <summary>{say('seen.others')}</summary>
          <div class="thought-columns">
            {rest.map((column) => (
              <ThoughtColumn key={column.name} {...column} truth={truth} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
