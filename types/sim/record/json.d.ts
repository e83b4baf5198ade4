/** Plain data that survives a round trip through JSON: what crosses every boundary of the simulator. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: JsonValue;
}
export {};
