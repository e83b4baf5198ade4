/** Which of the many possible days is played: `replication` i of N does not depend on N. */
export interface RunKey {
    readonly seed: number;
    readonly replication: number;
}
export {};
