import type { Key } from '../keys.ts';
import { say, wordOf } from '../language.ts';

interface Props<C> {
  readonly keys: readonly Key<C>[];
  readonly single: boolean;
  readonly setSingle: (on: boolean) => void;
  /** What the mouse does. */
  readonly mouse: string;
}

/** What stands on a key in the language of the page. */
function keyName(shown: string): string {
  return wordOf(`keyname.${shown}`, shown);
}

/** All keys of a page, and the switch that turns single-character keys off. */
export function KeysPanel<C>({ keys, single, setSingle, mouse }: Props<C>) {
  return (
    <div class="keys">
      <table>
        <caption>{say('tab.keys')}</caption>
        <tbody>
          {keys.map(({ key, shown, does }) =>
            does === null ? null : (
              <tr key={key}>
                <th scope="row" class="key-name">
                  <kbd>{keyName(shown)}</kbd>
                </th>
                <td>{say(does)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <label class="check">
        <input type="checkbox" checked={single} onChange={(e) => setSingle(e.currentTarget.checked)} />
        {say('keys.single')}
      </label>
      <p class="quiet">{mouse}</p>
    </div>
  );
}
