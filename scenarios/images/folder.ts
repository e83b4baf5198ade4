import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { materials } from '../../sim/materials/catalogue.ts';
import { InputError } from '../errors.ts';
import { readText } from '../read-file.ts';
import { didYouMean } from '../schema/reading/nearest.ts';
import { PICTURES } from './photo.ts';

/** Photographs in folders, one a class, and what the catalogue has of each class. */

export interface PhotoClass {
  readonly name: string;
  /** Files in order of their names. */
  readonly files: readonly string[];
  /** Catalogue ids. */
  readonly materials: readonly string[];
}

/** Words of everyday life for families of the catalogue. */
const EVERYDAY: Readonly<Record<string, string>> = {
  plastic: 'polymer',
  plastics: 'polymer',
  cloth: 'textile',
};

/** Least photographs of a class: cross-validation takes three parts. */
const LEAST = 6;

/** Reads the classes of a folder; `map`: text of a YAML or JSON file from folder names to ids, classes or families. */
export function classesOf(folder: string, where: string, map: string | null): PhotoClass[] {
  const given = map === null ? {} : mapFrom(map);
  const names = foldersIn(folder, where);
  const classes = names.map((name) => {
    const path = join(folder, name);
    const files = readdirSync(path)
      .filter((file) => PICTURES.test(file))
      .sort()
      .map((file) => join(path, file));
    if (files.length < LEAST) {
      throw new InputError({
        what: `needs at least ${LEAST} JPEG or PNG files a class`,
        got: `${files.length}`,
        where: join(where, name),
        cure: 'Add photographs or take the folder out',
      });
    }
    const words = given[name] ?? [name];
    return { name, files, materials: [...new Set(words.flatMap((word) => materialsFor(word, name)))].sort() };
  });
  if (classes.length >= 2) return classes;
  throw new InputError({
    what: 'needs at least two folders with photographs, one a class',
    got: names.join(', ') || 'none',
    where,
    cure: 'Lay the photographs out as DIR/glass/1.jpg, DIR/paper/1.jpg ...',
  });
}

function foldersIn(folder: string, where: string): string[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    const isFolder = (name: string) => statSync(join(folder, name)).isDirectory();
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && isFolder(name))
      .sort();
  }
  throw new InputError({ what: 'is not a folder', where, cure: 'Give a folder with one folder a class' });
}

function mapFrom(path: string): Record<string, string[]> {
  const cure = 'Give lines such as: plastic: [pet-bottle-clear, PP]';
  const text = readText(path, { what: 'map', where: path, cure });
  let read: unknown;
  try {
    read = parse(text);
  } catch (error) {
    throw new InputError({ what: 'is not YAML', got: String(error).split('\n')[0], where: path, cure });
  }
  const isList = (value: unknown): value is string[] =>
    Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
  const entries = read !== null && typeof read === 'object' ? Object.entries(read) : [];
  const wrong = entries.find(([, words]) => !isList(words));
  if (entries.length > 0 && wrong === undefined) return Object.fromEntries(entries);
  throw new InputError({
    what: 'must map folder names to lists of materials, classes or families',
    got: wrong === undefined ? 'no entries' : wrong[0],
    where: path,
    cure,
  });
}

/** Materials that a word names: an id, a part of ids, a class or a family. */
function materialsFor(word: string, folder: string): string[] {
  const wanted = EVERYDAY[word.toLowerCase()] ?? word.toLowerCase();
  const named = (id: string, code: string, family: string) =>
    id === wanted || code.toLowerCase() === wanted || family === wanted;
  const exact = materials.filter(({ id, class: code, family }) => named(id, code, family));
  const near = exact.length > 0 ? exact : materials.filter(({ id }) => id.split('-').includes(wanted));
  if (near.length > 0) return near.map(({ id }) => id);
  const known = [...new Set(materials.flatMap(({ class: code, family }) => [code.toLowerCase(), family]))];
  throw new InputError({
    what: `no material, class or family of the catalogue for the folder ${folder}`,
    got: word,
    where: 'validate images',
    cure: `${didYouMean(wanted, known)} Name its materials in a file: --map FILE with the line ${folder}: [ids]`,
  });
}
