import type { RobotStateName } from '../../sim/record/summary.ts';

/** What robots do in a recorded state, and what money is lost to, in the words of the viewer. */

export const stateWords: Readonly<Record<RobotStateName, string>> = {
  OFF: 'off, battery empty',
  SLEEP: 'asleep',
  IDLE: 'waiting',
  SENSE: 'looking',
  INFER: 'thinking',
  MOVE: 'picking',
  FAULT: 'broken',
  SERVICE: 'being serviced',
};

/** Words for causes of regret; one that has none is called by its name. */
export const causeWords: Readonly<Record<string, string>> = {
  regret: 'lost',
  perception: 'seeing wrongly',
  grade: 'condition unseen',
  processing: 'mixed bales, fetching',
  energy: 'empty batteries',
  capacity: 'too slow',
  maintenance: 'wear and service',
  planning: 'planning',
};

const words: Readonly<Record<string, string>> = stateWords;

/** A recorded state of a robot in words; what has none is called by its name. */
export const stateWord = (state: string): string => words[state] ?? state;
export const causeWord = (cause: string): string => causeWords[cause] ?? cause;
