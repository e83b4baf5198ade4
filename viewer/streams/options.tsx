import { say } from '../language.ts';
import type { ItemDecision } from '../recording/items.ts';
import { actionWord, euros } from '../words.ts';

/** What a robot could have done with an item, what it expected of each in EUR, what it did, and what would have been best. */
export function Options({ decision }: { decision: ItemDecision }) {
  const { options, chosen, chosenEur, best, bestEur } = decision;
  const ranked = [...options].sort((a, b) => b.expectedEur - a.expectedEur);
  const widest = Math.max(1e-9, ...options.map(({ expectedEur }) => Math.abs(expectedEur)));
  const marks = (action: string): string[] => [
    ...(action === chosen ? [say('seen.chosen')] : []),
    ...(action === best ? [say('seen.best.one')] : []),
  ];
  return (
    <section class="options">
      <h3>{say('seen.options')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('seen.option')}</th>
            <th scope="col">{say('seen.expected')}</th>
            <th scope="col">
              <span class="hidden">{say('seen.marks')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ action, expectedEur }) => (
            <tr key={action} data-option={action} class={action === chosen ? 'chosen' : ''}>
              <th scope="row">{actionWord(action)}</th>
              <td>
                <span class="amount">{euros(expectedEur)}</span>
                <span class="meter" aria-hidden="true">
                  <i
                    class={expectedEur < 0 ? 'loss' : ''}
                    style={{ width: `${(100 * Math.abs(expectedEur)) / widest}%` }}
                  />
                </span>
              </td>
              <td>
                {marks(action).map((mark) => (
                  <span key={mark} class="mark-word">
                    {mark}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        {say('seen.worth', { chosen: euros(chosenEur), best: actionWord(best), bestEur: euros(bestEur) })}
      </p>
    </section>
  );
}
