/** Difference in material accuracy of two networks on the same test items, in points, with its 95 % interval. */
export interface NetworkComparison {
    readonly network: string;
    readonly than: string;
    readonly items: number;
    readonly points: number;
    readonly lo: number;
    readonly hi: number;
}
export {};
