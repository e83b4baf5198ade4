import type { Money } from '../../../sim/accounts/price-table.js';
import type { Picker } from '../../../sim/site/reference.js';
import type { EconomySpec, OutputSpec, ResidueSpec } from '../../../sim/world.js';
/** The same with every price as a number. */
export interface Priced {
    readonly money: Money;
    readonly outputs: readonly OutputSpec[];
    readonly residue: ResidueSpec;
    readonly economy: EconomySpec;
    readonly picker: Picker;
}
export {};
