/** Every accuracy is given on three levels: catalogue id, polymer or alloy or fibre, family. */
export interface Levels<T> {
    readonly material: T;
    readonly class: T;
    readonly family: T;
}
export {};
