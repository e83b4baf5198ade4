/** State of an inductive sensor: an air-cored coil under the belt and the bridge that reads its impedance. */
export interface InductiveState {
    /**
     * Frequencies that the coil is driven at, Hz, one channel each. 5 kHz: a can's steel is about as thick as its skin depth (0.2 mm), so the magnet
     * shows as more inductance, and thick copper and aluminium (1-1.5 mm) show their conductivity. 100 kHz: foils of 6-60 um throw the field
     * back, and steel turns lossy.
     */
    readonly frequenciesHz: readonly number[];
    /** The winding: inner and outer radius and height, m, and its turns. A larger coil reaches farther and sees small things worse. */
    readonly innerRadiusM: number;
    readonly outerRadiusM: number;
    readonly heightM: number;
    readonly turns: number;
    /** Distance from the coil's face to the top of the belt, m: belt 3-5 mm, wear plate and gap (memory). */
    readonly liftOffM: number;
    /** Flutter of the belt and bouncing: things lie higher by the absolute value of a normal number of this spread, m. */
    readonly liftOffSpreadM: number;
    /** How far a thing's centre misses the coil's axis, standard deviation, m: timing and the pitch of a row of coils (estimate). */
    readonly missSpreadM: number;
    /** Noise of the bridge in one look, standard deviation of each value (16 bit resolve 1.5e-5; memory, 1e-5 to 3e-4). */
    readonly noiseShare: number;
    /** How much warmer the coil is than when the bridge was last balanced, K, and its spread between looks. */
    readonly coilDriftK: number;
    readonly driftSpreadK: number;
    /** Magnetic dust and patches of the belt: spread of the reactance, share (memory, 1e-5 to 1e-3). */
    readonly mineralSpread: number;
    /** Distance of the machine's steel frame from the coil, m, and the share of it that balancing left. */
    readonly frameM: number;
    readonly frameResidue: number;
    /** Channels that read nothing, by their place in `frequenciesHz`. */
    readonly deadChannels: readonly number[];
    /** Current at each frequency, A (root mean square), the time of one look, s, and the power of generator, bridge and processor, W. */
    readonly currentA: number;
    readonly integrationS: number;
    readonly electronicsW: number;
}
export {};
