import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { kept } from '../../sim/kernel/core/kept.ts';

/** Everything that some modules run on, themselves included; sorted. */
export interface Closure {
  /** Relative to the checkout, with slashes. */
  readonly files: readonly string[];
  /** Packages with their versions; Node's own modules are left out. */
  readonly packages: readonly string[];
}

/** Imports and exports from a module (not of types alone), imports on demand, and data that lies beside the module. */
const reaching =
  /^(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)|\bnew URL\('(\.[^']+)', import\.meta\.url\)/gm;

/** Where a result is kept, how a file is read and how a mistake is worded decide nothing of it: these belong to no closure. */
const keeping = /^scenarios\/(store|bin)\/|^scenarios\/(errors|printable|read-file|plain-data)\.ts$/;

/**
 * The sources of a checkout and what each of them imports. It is found by reading them, so that a bundle, a test and a
 * checkout in any folder give the same answer. A file is read once.
 */
export class SourceTree {
  private readonly texts = new Map<string, string>();
  private readonly reached = new Map<string, Closure>();
  private readonly versions: Readonly<Record<string, string>>;

  constructor(private readonly root: string) {
    const { dependencies } = JSON.parse(this.text('package.json')) as {
      dependencies: Record<string, string>;
    };
    this.versions = dependencies;
  }

  /** What the modules import, directly or through others, and the data that these read beside themselves. */
  closure(entries: readonly string[]): Closure {
    const files = new Set<string>();
    const packages = new Set<string>();
    const waiting = [...entries];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (files.has(path) || keeping.test(path)) continue;
      files.add(path);
      const next = kept(this.reached, path, () => this.reachedBy(path));
      waiting.push(...next.files);
      for (const name of next.packages) packages.add(name);
    }
    return { files: [...files].sort(), packages: [...packages].sort() };
  }

  /** SHA-256 (hex) over names and texts of a closure, and the versions of its packages. */
  hash(entries: readonly string[]): string {
    const { files, packages } = this.closure(entries);
    const hash = createHash('sha256').update(packages.join('\n'));
    for (const path of files) hash.update(`\0${path}\0`).update(this.text(path));
    return hash.digest('hex');
  }

  private text(path: string): string {
    const text = this.texts.get(path) ?? readFileSync(join(this.root, path), 'utf8');
    this.texts.set(path, text);
    return text;
  }

  /** What a module names itself. */
  private reachedBy(path: string): Closure {
    if (!path.endsWith('.ts')) return { files: [], packages: [] };
    const specifiers = [...this.text(path).matchAll(reaching)].map(
      ([, first, onDemand, data]) => first ?? onDemand ?? data ?? '',
    );
    const beside = specifiers.filter((specifier) => specifier.startsWith('.'));
    const others = specifiers.filter((specifier) => !/^(\.|node:)/.test(specifier));
    return {
      files: beside.flatMap((specifier) => this.filesAt(join(dirname(path), specifier))),
      packages: others.map((specifier) => this.versioned(specifier)),
    };
  }

  /** The file of that path, or all files of the folder. */
  private filesAt(path: string): string[] {
    const full = join(this.root, path);
    if (!existsSync(full)) return [];
    if (statSync(full).isDirectory())
      return readdirSync(full).flatMap((name) => this.filesAt(join(path, name)));
    return [relative(this.root, full).split(sep).join('/')];
  }

  private versioned(specifier: string): string {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    return `${name}@${this.versions[name] ?? ''}`;
  }
}
