import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Rules of axe-core that a page, or a part of it, breaks, each with what breaks it. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script);
  return page.evaluate(async (at) => {
    // Put there by the script: no type knows it.
    const { axe } = window as unknown as {
      axe: { run(at: string, how: object): Promise<{ violations: Violation[] }> };
    };
    // Every rule is run; what keeps to it is not written out, which takes longer than to find it.
    const found = (await axe.run(at, { resultTypes: ['violations'] })).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }, part);
}
