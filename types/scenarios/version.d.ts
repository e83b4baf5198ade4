/** The version of package.json. */
export declare function version(): string;
export {};
