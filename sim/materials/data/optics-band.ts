/** One Gaussian absorption band: centre nm, height 1/cm of solid substance, sigma nm. */
export type Band = readonly [centreNm: number, heightPerCm: number, sigmaNm: number];

/** The absorption of a pure substance: alpha(l) = sum height exp(-(l - centre)^2 / 2 sigma^2), and where it comes from. */
export interface Absorber {
  readonly bands: readonly Band[];
  readonly source: string;
}
