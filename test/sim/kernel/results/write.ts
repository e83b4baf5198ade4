import { writeFileSync } from 'node:fs';

/** Stores what a long test measured beside the tests: `npm run test:long` rewrites it, a person reads the difference. */
export function writeResult(name: string, result: object): void {
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
}
