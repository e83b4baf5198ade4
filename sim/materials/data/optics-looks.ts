/**
 * Reflectance at 1300 nm of bodies whose colour does not end at 900 nm, by id of the visible absorption of a look.
 * Medians of USGS splib07 (usgs_subset_colour_lab.csv, column R1300, public domain) where named; others estimated.
 * Looks that are not listed are clear in the near infrared: their bands say what is absorbed there.
 */
export const INFRARED: Readonly<Record<string, number>> = {
  // Bricks GDS347-GDS355: 0.18-0.27 in the anchor table.
  brick: 0.24,
  // Concrete GDS375, WTC01-37A, cinder block GDS356: 0.32-0.55.
  concrete: 0.42,
  // Tar paper and roofing felt: 0.061 new, 0.153 weathered.
  bitumen: 0.07,
  // Glazed porcelain, estimate.
  ceramic: 0.7,
  // Solder mask over copper and glass fabric, estimate (anchor table 0.2-0.4).
  'solder-mask': 0.3,
  // Leather, estimate (anchor table 0.5).
  hide: 0.5,
};
