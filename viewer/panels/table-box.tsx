import type { ComponentChildren } from 'preact';

/** A table that scrolls inside where it is wider than the page, with a shadow at the side where more stands. */
export function TableBox({ children }: { readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="table-box" tabIndex={0} data-scrolls>
      {children}
    </div>
  );
}
