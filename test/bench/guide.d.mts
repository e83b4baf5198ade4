/** The guide with the table of these reports of `npm run bench -- kernel --json` between its marks. */
export function filled(guide: string, reports: readonly unknown[]): string;
