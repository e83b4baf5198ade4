import { readFileSync } from 'node:fs';

interface PackageFacts {
  readonly version: string;
  readonly engines: { readonly node: string };
}

/** The package.json of this checkout. */
export function packageFacts(): PackageFacts {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as PackageFacts;
}

/** The version of package.json. */
export function version(): string {
  return packageFacts().version;
}
