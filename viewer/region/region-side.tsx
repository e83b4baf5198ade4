import type { ComponentChildren } from 'preact';
import { say } from '../language.ts';
import { regionKeys } from './region-keys.ts';

const tabs = {
  place: 'region.place',
  years: 'region.years',
  table: 'tab.table',
  keys: 'tab.keys',
} as const;
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
    <aside class="side" aria-label={say('tabs')}>
      <fieldset class="tabs" aria-label={say('region.told')}>
        {tabNames.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            aria-pressed={name === tab}
            onClick={() => setTab(name)}
          >
            {say(tabs[name])}
          </button>
        ))}
      </fieldset>
      <section
        class="tab-panel"
        aria-label={say(tabs[tab])}
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
        <caption>{say('tab.keys')}</caption>
        <tbody>
          {regionKeys
            .filter(({ does }) => does !== null)
            .map(({ key, shown, does }) => (
              <tr key={key}>
                <th scope="row" class="key-name">
                  <kbd>{shown}</kbd>
                </th>
                <td>{does === null ? '' : say(does)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
