import { colourOf } from '../../sim/record/palette.ts';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { decimal, say } from '../language.ts';

/** Kinds of places in the order in which material goes through them. */
export const kindNames = [
  'maker',
  'use',
  'collection',
  'sorting',
  'workshop',
  'reprocessor',
  'market',
  'recovery',
  'landfill',
] as const;
export type KindName = (typeof kindNames)[number];

const isKind = (kind: string): kind is KindName => kindNames.some((name) => name === kind);

/** Colour of a kind of place; that of the text for one that this version does not know. */
export const kindColour = (kind: string): string => colourOf('place', kind);
export const kindWord = (kind: string): string => (isKind(kind) ? say(`region.${kind}`) : kind);

/** What the plays of a region differ by: where sites send what they have, or what their robots see with. */
export type Ways = 'routing' | 'perception';

/** That of a run: plays that are named after what the robots of a measured site see with differ by it. */
export const waysOf = ({ sites }: Pick<RunInfo, 'sites'>): Ways =>
  sites.some(({ arm, perception }) => arm.startsWith(perception)) ? 'perception' : 'routing';

/** A number with thousands marked: whole from 100 on, else with a tenth where it has one. */
export function amount(value: number): string {
  const whole = Math.abs(value) >= 100 || Number.isInteger(value);
  return decimal(whole ? Math.round(value) || 0 : value, whole ? 0 : 1);
}

export const perKg = (eur: number): string => `EUR ${decimal(eur, 3)}/kg`;

/** An amount of money, as much of it as one remembers. */
export const euros = (eur: number): string => `EUR ${eur < 0 ? '-' : ''}${roughly(Math.abs(eur))}`;

/** `1.2 million`, `34,500`, `67`: as much as one remembers. */
export function roughly(value: number): string {
  return Math.abs(value) >= 1e6
    ? say('region.million', { value: decimal(value / 1e6, 1) })
    : decimal(Math.round(value) || 0, 0);
}

/** Kilograms as kg or tonnes. */
export const mass = (kg: number): string =>
  Math.abs(kg) < 10_000 ? `${amount(kg)} kg` : `${amount(kg / 1000)} t`;

export const DAYS_PER_YEAR = 365;

/** `year 3, day 120`, counted from 1: the day that is over when so many whole days are. */
export function dateText(day: number): string {
  const last = Math.max(0, day - 1);
  const year = Math.floor(last / DAYS_PER_YEAR);
  return say('region.date', { year: year + 1, day: Math.floor(last - year * DAYS_PER_YEAR) + 1 });
}
