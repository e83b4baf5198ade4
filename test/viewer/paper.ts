import type { Page } from 'playwright-core';

/** A4 between margins of a centimetre, at 96 pixels an inch. */
export const PAPER_PX = 718;

/** What should not be on paper: controls, boxes that hide a part of what they hold, dark surfaces. */
export function onPaper(page: Page) {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('#app *')].filter((e) => e.checkVisibility());
    const name = (e: HTMLElement): string => `${e.tagName} ${e.className}`;
    const lightness = (colour: string): number =>
      [...colour.matchAll(/[\d.]+/g)].slice(0, 3).reduce((sum, [n]) => sum + Number(n), 0);
    return {
      shown: seen.filter((e) => e.matches('.transport, .tabs, .share, .theme, input[type=range]')).map(name),
      scrolls: seen
        .filter((e) => e.matches('.side, .tab-panel, .page') && e.scrollHeight > e.clientHeight + 2)
        .map(name),
      dark: seen
        .filter((e) => e.matches('.kpi, .side, .deck'))
        .filter((e) => lightness(getComputedStyle(e).backgroundColor) < 600)
        .map(name),
    };
  });
}
