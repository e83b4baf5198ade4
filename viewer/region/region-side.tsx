import type { ComponentChildren } from 'preact';
import { regionKeys } from './region-keys.ts';

const tabs = { place: 'Place', years: 'Years', table: 'Table', keys: 'Keys' } as const;
export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as TabName[];

interface Props {
  readonly tab: TabName;
  readonly setTab: (tab: TabName) => void;
  readonly children: ComponentChildren;
}

/** What is told beside the picture, one part at a time. */
export function RegionSide({ tab, setTab, children }: Props) {
  return (
    <aside class="side" aria-label="Details">
      <fieldset class="tabs" aria-label="What is told">
        {tabNames.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            aria-pressed={name === tab}
            onClick={() => setTab(name)}
          >
            {tabs[name]}
          </button>
        ))}
      </fieldset>
      <section
        class="tab-panel"
        aria-label={tabs[tab]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keyboard
        tabIndex={0}
        data-scrolls
      >
        {children}
      </section>
    </aside>
  );
}

/** All keys of the page. */
export function RegionKeys() {
  return (
    <div class="keys">
      <table>
        <caption>Keys</caption>
        <tbody>
          {regionKeys
            .filter(({ does }) => does !== '')
            .map(({ key, shown, does }) => (
              <tr key={key}>
                <th scope="row" class="key-name">
                  <kbd>{shown}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
