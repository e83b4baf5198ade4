import { oneLine, shellWord } from './printable.ts';

/** What a command line asks for; options that are left out are not said. */
export interface Asked {
  /** Name or path, as the user gave it. */
  readonly source: string;
  readonly options?: Readonly<Record<string, number | string | undefined>>;
  /** Options without a value, such as `quick`. */
  readonly flags?: readonly string[];
  /** `path=value` texts, every one of them. */
  readonly set?: readonly string[];
}

/** The whole command line, ready to be pasted into a POSIX shell. */
export function commandLine(verb: string, { source, options = {}, flags = [], set = [] }: Asked): string {
  const words = [
    ...['looptwin', verb, source],
    ...flags.map((flag) => `--${flag}`),
    ...Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, `${value}`],
    ),
    ...set.flatMap((text) => ['--set', text]),
  ];
  return oneLine(words.map(shellWord).join(' '));
}

/** The same as it is typed where looptwin is installed for one project. */
export const npx = (command: string): string => `npx ${command}`;
