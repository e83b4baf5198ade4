/** What a terminal obeys instead of showing: control characters (C0, DEL, C1), breaks of lines, marks of text direction. */
const obeyed = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Text as it may be printed: whatever came in from files, names or arguments can move no cursor and turn no text around.
 * Lines and tabs are kept; the escapes are those of JSON, so a JSON document still says the same.
 */
export function printable(text: string): string {
  return text.replace(obeyed, (c) => (c === '\n' || c === '\t' ? c : escaped(c)));
}

/** The same for what must stay on one line. */
export function oneLine(text: string): string {
  return text.replace(obeyed, escaped);
}

/** One word of a POSIX shell: in single quotes unless it needs none. */
export function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
