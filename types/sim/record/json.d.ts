/** Plain data that survives a round trip through JSON: what crosses every boundary of the simulator. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: JsonValue;
}
/**
 * What a typed record must be so that it is plain data: an interface has no index signature and is no `JsonValue` for the
 * compiler, though all its fields are. A function, a map or a typed array in it does not compile.
 */
export type Plain<T> = unknown extends T ? T : T extends JsonValue | undefined ? T : T extends (...args: never) => unknown ? never : {
    readonly [K in keyof T]: Plain<T[K]>;
};
export {};
