/** What the amounts of a scenario are worth: euros at the prices of a country and year. */
export interface Money {
    readonly country: string;
    readonly year: number;
    /** Currency of the table, and what one of it is in EUR: amounts of a scenario are EUR. */
    readonly currency: string;
    readonly eurPerUnit: number;
    readonly vat: 'excluded' | 'included';
}
export {};
