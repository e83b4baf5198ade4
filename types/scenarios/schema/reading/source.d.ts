/** Names of the scenarios that come with looptwin, sorted; of its plans, if their folder is named. */
export declare function builtinNames(folder?: string): string[];
export {};
