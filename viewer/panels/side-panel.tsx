import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../language.ts';

interface Props<T extends string> {
  readonly tab: T;
  readonly setTab: (tab: T) => void;
  /** All tabs in order, and the word on each. */
  readonly names: readonly T[];
  readonly word: (name: T) => string;
  readonly children: ComponentChildren;
}

/** Tabs after the ARIA pattern: one tab stop, arrows between them. */
export function SidePanel<T extends string>({ tab, setTab, names, word, children }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = names.at((names.indexOf(tab) + step) % names.length) ?? tab;
    setTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <aside class="side" aria-label={say('tabs')}>
      <div class="tabs" role="tablist" aria-label={say('tabs')} ref={list} onKeyDown={onKey}>
        {names.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === tab}
            aria-controls="tab-panel"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {word(name)}
          </button>
        ))}
      </div>
      <div
        id="tab-panel"
        class="tab-panel"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keyboard
        tabIndex={0}
        data-scrolls
      >
        {children}
      </div>
    </aside>
  );
}
