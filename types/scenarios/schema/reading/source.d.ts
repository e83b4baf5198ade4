/** Names of the scenarios that come with looptwin, sorted. */
export declare function builtinNames(): string[];
export {};
