import { keys } from '../keys.ts';
import { say } from '../language.ts';

/** All keys, and the switch that turns single-character keys off. */
export function KeysPanel({ single, setSingle }: { single: boolean; setSingle: (on: boolean) => void }) {
  return (
    <div class="keys">
      <table>
        <caption>{say('keys')}</caption>
        <tbody>
          {keys.map(({ key, shown, does }) =>
            does === null ? null : (
              <tr key={key}>
                <th scope="row" class="key-name">
                  <kbd>{shown}</kbd>
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
      <p class="quiet">{say('keys.mouse')}</p>
    </div>
  );
}
