export const root: string;
export function cacheFolder(): string;
export function makeFolders(path: string): string | undefined;
export const machineTag: string;
export function asideOf(path: string): string;
export function sourceFiles(places: readonly string[]): string[];
export function sourceHash(places: readonly string[]): string;
export function bundle(options?: { extraEntries?: readonly string[]; cache?: string }): Promise<string>;
export function builtEntry(
  source: string,
  options?: { extraEntries?: readonly string[]; cache?: string },
): Promise<URL>;
