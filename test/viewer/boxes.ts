import type { Page } from 'playwright-core';

/**
 * Texts of a page that are cut or stick out: beyond the window, or beyond the box of an element that hides what does not fit.
 * What lies in a part that scrolls sideways by itself does not count.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      /(auto|scroll)/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;
    const shown = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return box.width > 2 && box.height > 2 && style.visibility !== 'hidden' && style.clipPath === 'none';
    };
    const above = (element: Element): Element[] =>
      element.parentElement === null ? [] : [element.parentElement, ...above(element.parentElement)];
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || !shown(element)) continue;
      const parents = [element, ...above(element)];
      if (parents.some((one) => one.matches('.hidden, option, select, script, .labels') || scrolls(one)))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      const frames = parents.filter((one) => getComputedStyle(one).overflowX !== 'visible');
      const limits = [{ left: 0, right: innerWidth }, ...frames.map((one) => one.getBoundingClientRect())];
      if (limits.some((limit) => left < limit.left - 1 || right > limit.right + 1))
        found.push(`${text} (${Math.round(left)} to ${Math.round(right)})`);
    }
    return found;
  });
}
