/** How a frame is drawn, as plain data that travels in a recording. Every list has one entry a frame or a value. */
export type Drawing =
  | { readonly kind: 'picture' }
  | { readonly kind: 'film'; readonly timesS: readonly number[]; readonly unit: string }
  | {
      readonly kind: 'curve';
      readonly xs: readonly number[];
      readonly xLabel: string;
      readonly yLabel: string;
    }
  | { readonly kind: 'bars'; readonly labels: readonly string[]; readonly yLabel: string };
