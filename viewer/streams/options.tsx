import { say } from '../language.ts';
import type { ItemDecision } from '../recording/items.ts';
import { actionWord, euros } from '../words.ts';

/** What a robot could have done with an item, what it expected of each in EUR, what it did, and what would have been best. */
export function Options({ decision }: { decision: ItemDecision }) {
  const { options, chosen, chosenEur, best, bestEur } = decision;
  const ranked = [...options].sort((a, b) => b.expectedEur - a.expectedEur);
  const widest = Math.max(1e-9, ...options.map(({ expectedEur }) => Math.abs(expectedEur)));
  return (
    <section class="options">
      <h3>{say('seen.options')}</h3>
      <ul>
        {ranked.map(({ action, expectedEur }) => (
          <li key={action} data-option={action} class={action === chosen ? 'chosen' : ''}>
            <span>{actionWord(action)}</span>
            {action === chosen ? <span class="mark-word">{say('seen.chosen')}</span> : null}
            {action === best ? <span class="mark-word">{say('seen.best.one')}</span> : null}
            <span class="expects">{euros(expectedEur)}</span>
            <span class="meter" aria-hidden="true">
              <i
                class={expectedEur < 0 ? 'loss' : ''}
                style={{ width: `${(100 * Math.abs(expectedEur)) / widest}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {say('seen.worth', { chosen: euros(chosenEur), best: actionWord(best), bestEur: euros(bestEur) })}
      </p>
    </section>
  );
}
