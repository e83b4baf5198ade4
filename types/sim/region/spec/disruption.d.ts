/** Something that goes wrong, or is decreed, for some days. */
export type DisruptionSpec = ClosureSpec | RoadSpec | PriceFloorSpec;
interface Span {
    readonly fromDay: number;
    readonly days: number;
}
/** A place that works nothing and takes nothing in. */
export interface ClosureSpec extends Span {
    readonly kind: 'closure';
    readonly place: string;
}
/** A lane that no lot may leave by. */
export interface RoadSpec extends Span {
    readonly kind: 'road';
    readonly from: string;
    readonly to: string;
}
/** What a buyer pays for is never paid less than this; gate fees stay as they are. */
export interface PriceFloorSpec extends Span {
    readonly kind: 'price-floor';
    readonly place: string;
    readonly eurPerKg: number;
}
export {};
