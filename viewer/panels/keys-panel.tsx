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
        Enable single-character shortcuts
      </label>
      <p class="quiet">
        Drag to rotate the scene, drag with the right button to move it, and scroll to zoom.
      </p>
    </div>
  );
}
