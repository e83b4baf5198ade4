import type { Page } from 'playwright-core';

/** Texts that are cut, stand outside of the page, or lie over others; empty where all is well. */
export const badTexts = (page: Page): Promise<string[]> => page.evaluate(badTextsHere);

/** Runs in the page. */
function badTextsHere(): string[] {
  const texts: { text: string; box: DOMRect; parent: Element; inside: boolean }[] = [];
  const bad: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const scrolls = (element: Element | null): boolean =>
    element !== null && element.closest('[data-scrolls], .scrolls, select, option, noscript') !== null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement!;
    const text = node.textContent!.trim();
    if (
      text === '' ||
      parent.closest('.hidden, [hidden]') !== null ||
      !parent.checkVisibility({ visibilityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      texts.push({ text, box, parent, inside: scrolls(parent) });
      const aside = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
      const inner = parent.closest('.matrix, .hours ul, .table-box, .scroll, .plot') !== null;
      if (aside && !inner) bad.push(`aside: ${text}`);
    }
    for (let e: Element | null = parent; e !== null && e !== document.body; e = e.parentElement) {
      const { overflowX } = getComputedStyle(e);
      if (overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1)
        bad.push(`cut: ${text} in ${e.className}`);
    }
  }
  // From above: what begins below the end of a text cannot lie over it.
  texts.sort((a, b) => a.box.top - b.box.top);
  for (const [i, a] of texts.entries())
    for (let k = i + 1; k < texts.length && texts[k]!.box.top < a.box.bottom; k++) {
      const b = texts[k]!;
      if (a.parent === b.parent || a.inside !== b.inside) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (wide > 1.5 && high > 3) bad.push(`over: ${a.text} | ${b.text}`);
    }
  return [...new Set(bad)];
}
