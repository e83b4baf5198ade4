/**
 * Makes the README's picture of a report in a real browser, as much as a page of a README can show of it:
 *   node test/scenarios/report-picture.mjs runs/quickstart-xxxx picture.png [dark|light] [width]
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
const [, , folder, picture, scheme = 'light', width = '1180'] = process.argv;
if (!folder || !picture) {
  process.stderr.write(
    'usage: node test/scenarios/report-picture.mjs RUN_FOLDER PICTURE.png [light|dark] [width]\n',
  );
  process.exit(2);
}
const { default: packaged } = await import('@sparticuz/chromium');
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({
  executablePath: await packaged.executablePath(),
  args: packaged.args,
  headless: true,
});
try {
  const page = await browser.newPage({
    colorScheme: scheme,
    viewport: { width: Number(width), height: 1500 },
  });
  await page.goto(pathToFileURL(resolve(folder, 'report.html')).href);
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
}
