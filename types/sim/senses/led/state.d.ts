/**
 * State of a board of LEDs around one photodiode, and what is wrong with this unit. Four lists have one entry an LED. Figures
 * of the default board are in board.json; all others are typical of such boards, from memory, unless marked.
 */
export interface LedState {
    /** Peak wavelength of each LED as its label says, nm, ascending. */
    readonly centresNm: readonly number[];
    /** Full width at half maximum of each LED's spectrum, nm. */
    readonly widthsNm: readonly number[];
    /** Radiant power of each LED while it is lit, mW. */
    readonly powersMw: readonly number[];
    /** Current of each LED while it is lit, mA. */
    readonly currentsMa: readonly number[];
    /**
     * Shape of every LED's spectrum: share of the full width on the short-wave side of the peak. The spectrum is Gaussian on the
     * wavelength, with its own width on either side; 0.5 = symmetric. Emission above a band gap falls more slowly towards short
     * waves, so a little more than half (memory: 0.5-0.6).
     */
    readonly shortSideShare: number;
    /** Responsivity of the photodiode by wavelength, nm and A/W; it begins and ends where nothing is answered. */
    readonly responsivityNm: readonly number[];
    readonly responsivityAPerW: readonly number[];
    /** Light-sensitive area of the photodiode, mm2. */
    readonly photodiodeMm2: number;
    /** From the board to the white reference and to the nearest item, mm, and how much farther away items are: mm times |z|. */
    readonly distanceMm: number;
    readonly distanceSpreadMm: number;
    /** Radius of the lit spot, mm: light falls with distance as 1 / (d^2 + r^2). */
    readonly spotRadiusMm: number;
    /** Every LED lights from its own place: spread of ln of its light on one item, from LED to LED and look to look. */
    readonly placeSpread: number;
    /** Reflectance of what lies behind the item: lowest and highest. */
    readonly backing: readonly [number, number];
    /** Highest glint, in reflectance, and highest share of the spot that misses the item. */
    readonly specularMax: number;
    readonly spillMax: number;
    /** How much warmer the LEDs are than when the white reference was taken, K, and its spread from look to look, K. */
    readonly warmerK: number;
    readonly temperatureSpreadK: number;
    /** Shift of the peak, nm/K, of an LED at 1000 nm; others in proportion to their peak (memory: 0.3 at 850, 0.6 at 1650). */
    readonly centreDriftNmPerK: number;
    /** Relative change of power, 1/K (an application note on infrared emitters says -0.9 %/K). */
    readonly powerDriftPerK: number;
    /** Number of this unit: its LEDs' errors are drawn from it; 0 = a board that is as its labels say. */
    readonly unit: number;
    /** Spread of the LEDs of a unit: peak, nm, and relative power (memory: labels hold to 5-20 nm). */
    readonly centreSpreadNm: number;
    readonly powerSpread: number;
    /** One pulse, us, and as long a pause for the dark reading; pulses of each LED in a look; before the first pulse, us. */
    readonly pulseUs: number;
    readonly averages: number;
    readonly settleUs: number;
    /** Supply of the LEDs, V (linear drivers: all of it is spent), and power of the electronics during a look, W. */
    readonly supplyV: number;
    readonly electronicsW: number;
    /** Noise current of the amplifier, pA per square root of hertz. */
    readonly ampNoisePaPerRtHz: number;
    /** Photocurrent at which the converter is full, uA, and its bits. */
    readonly fullScaleUa: number;
    readonly adcBits: number;
    /** Relative spread of an LED's power from look to look (driver). */
    readonly driveSpread: number;
    /** Photocurrent of ambient light from a white surface, uA: highest value; share that the subtraction of the pause leaves. */
    readonly ambientUa: number;
    readonly ambientLeft: number;
    /** Temperature of the ambient light, K: sun 5800, halogen 2900. */
    readonly ambientTempK: number;
    /** Drift of the dark reading since the dark reference, uA. */
    readonly darkDriftUa: number;
    /** Share of its light that the white reference has lost since it was calibrated: readings come out too high. */
    readonly whiteLoss: number;
    /** Share of the window covered, 0..1: takes signal and adds a flat haze of 0.05 where all is covered (choice). */
    readonly windowDirt: number;
    /** Age of the LEDs since the white reference, 0..1; share of its power that one loses until 1, and its spread between LEDs. */
    readonly ledAge: number;
    readonly ageLoss: number;
    readonly ageSpread: number;
    /** LEDs that no longer light (index). */
    readonly deadLeds: readonly number[];
}
export {};
