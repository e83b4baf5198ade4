import { keys } from '../keys.ts';

/** All keys, and the switch that turns single-character keys off. */
export function KeysPanel({ single, setSingle }: { single: boolean; setSingle: (on: boolean) => void }) {
  return (
    <div class="keys">
      <table>
        <caption>Keys</caption>
        <tbody>
          {keys
            .filter((k) => k.does !== '')
            .map((k) => (
              <tr key={k.key}>
                <th scope="row" class="key-name">
                  <kbd>{k.shown}</kbd>
                </th>
                <td>{k.does}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <label class="check">
        <input type="checkbox" checked={single} onChange={(e) => setSingle(e.currentTarget.checked)} />
        Keys of a single letter, digit or sign are on
      </label>
      <p class="quiet">
        Drag in the scene to turn it, with the right button to move it, and scroll to come nearer.
      </p>
    </div>
  );
}
