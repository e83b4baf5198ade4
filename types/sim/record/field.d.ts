/** `number` is finite, `whole` an integer from 0, `colour` a `#rrggbb`; a list of words stands for one of them. */
interface Leaf {
    readonly number: number;
    readonly whole: number;
    readonly text: string;
    readonly flag: boolean;
    readonly colour: string;
}
export type ValueOf<F> = F extends keyof Leaf ? Leaf[F] : F extends readonly string[] ? F[number] : F extends {
    readonly list: infer G;
} ? readonly ValueOf<G>[] : F extends {
    readonly record: infer R;
} ? RecordOf<R> : F extends {
    readonly oneOf: infer O;
} ? {
    readonly [K in keyof O]: {
        readonly kind: K;
    } & RecordOf<O[K]>;
}[keyof O] : never;
export type RecordOf<R> = {
    readonly [K in keyof R]: ValueOf<R[K]>;
};
export {};
