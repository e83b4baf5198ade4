import type { Fields, RecordOf } from './field.ts';
import { toldGrades } from './item-state.ts';

const option = { action: 'text', expectedEur: 'number' } as const satisfies Fields;

/** One option that was on the table, with what the decider expected of it. */
export type Option = RecordOf<typeof option>;

/** What was known, what was chosen, and what the hidden state says would have been best. */
const decided = <const Seen extends Fields>(seen: Seen) =>
  ({
    /** Who decided: `robot:r1`, `maintenance`. */
    by: 'text',
    seen: { record: seen },
    options: { list: { record: option } },
    chosen: 'text',
    best: { record: { action: 'text', valueEur: 'number' } },
  }) as const;

/** The decisions among the events, by type; they differ in what was seen. */
export const decisions = {
  'item.decided': {
    itemId: 'whole',
    ...decided({
      /** What answered at this look. */
      network: 'text',
      /** How far lens and lamp were worn at it: share of the optics under dirt, age of the lamp, 0..1. */
      dirt: 'number',
      lampAge: 'number',
      label: 'text',
      confidence: 'number',
      /** What was thought most likely after the label, most likely first: at most two. */
      next: { list: { record: { label: 'text', confidence: 'number' } } },
      /** The degradation state, 0..9, that was thought most likely, and how likely. */
      state: 'whole',
      stateConfidence: 'number',
      quality: 'number',
      /** The best next use that follows from what was thought. */
      grade: toldGrades,
      looks: 'whole',
      soc: 'number',
      massKg: 'number',
      waiting: 'whole',
    }),
    /** What the chosen action is worth by the hidden state, as `best.valueEur`. */
    chosenEur: 'number',
  },
  'site.decided': decided({ tonnesPerHour: 'number', itemsPerM: 'number' }),
  'asset.decided': decided({ ageS: 'number', condition: 'number', leadTimeS: 'number' }),
  'lot.decided': decided({ kg: 'number', waitedDays: 'whole' }),
} as const satisfies Readonly<Record<string, Fields>>;
export type DecisionType = keyof typeof decisions;
