/** What has moved between two places since the first day. */
export interface RouteTotal {
    kg: number;
    /** Vehicles that left, full or not; 0 where things are carried by hand. */
    trips: number;
}
export {};
