import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the checkout in a folder of its own: a kill in the midst of a mutant leaves the checkout as it was. */
export interface Tree {
  readonly root: string;
  write(path: string, text: string): void;
  /** Removes what tests left in the temporary folder that they were given. */
  sweep(): void;
  remove(): void;
}

const LEFT_OUT = ['node_modules', '.git', '.looptwin', 'runs', 'coverage'];

export function copyTree(checkout: string): Tree {
  const root = mkdtempSync(join(tmpdir(), 'looptwin-mutation-'));
  for (const name of readdirSync(checkout))
    if (!LEFT_OUT.includes(name)) cpSync(join(checkout, name), join(root, name), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  const temporary = join(root, 'tmp');
  mkdirSync(temporary);
  return {
    root,
    write: (path, text) => writeFileSync(join(root, path), text),
    sweep: () => {
      rmSync(temporary, { recursive: true, force: true });
      mkdirSync(temporary);
      rmSync(join(root, '.looptwin/bundle'), { recursive: true, force: true });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
