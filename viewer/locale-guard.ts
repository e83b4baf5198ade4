import { guardLocale } from './locale.ts';

// Imported before all else: uPlot formats numbers in `navigator.language` as soon as it is loaded.
guardLocale(navigator);
