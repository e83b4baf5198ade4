import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('./golden.json', import.meta.url));

/**
 * The golden fingerprint of a scenario. LOOPTWIN_UPDATE_GOLDEN=1 writes the given one instead of reading:
 * look at the difference before you commit it. A missing golden is an empty text, so that the test fails.
 */
export function golden(scenario: string, fingerprint: string): string {
  const all = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
  if (process.env.LOOPTWIN_UPDATE_GOLDEN !== '1') return all[scenario] ?? '';
  writeFileSync(path, `${JSON.stringify({ ...all, [scenario]: fingerprint }, null, 2)}\n`);
  return fingerprint;
}
