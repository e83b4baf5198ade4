/** The compiled loops in base64. */
export function compileLoops(): Promise<string>;
