import ts from 'typescript';
import type { SourceFile } from '../architecture/sources.ts';

type Bodied = ts.FunctionLikeDeclaration & { readonly body: ts.Block | ts.Expression };

/** Functions with a body, in the order of the code: a function's number is its place in this list. */
export function functionsOf({ ast }: SourceFile): Bodied[] {
  const found: Bodied[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) found.push(node as Bodied);
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

/** Number of the innermost function around an offset, -1 for code that runs when the module is loaded. */
export function functionAt(file: SourceFile, offset: number): number {
  return functionsOf(file).findLastIndex((one) => one.getStart(file.ast) <= offset && offset < one.getEnd());
}

/**
 * The file with a mark at the beginning of every function: `globalThis.reached[number] = 1`, numbers from `first` on.
 * An array and not a set, because marks stand in the innermost loops of the kernel too.
 */
export function traced(file: SourceFile, first: number): string {
  const edits = functionsOf(file).flatMap(({ body }, number): [number, string][] => {
    const mark = `globalThis.reached && (globalThis.reached[${first + number}] = 1)`;
    if (ts.isBlock(body)) return [[body.getStart(file.ast) + 1, ` ${mark};`]];
    return [
      [body.getStart(file.ast), `(${mark}, `],
      [body.getEnd(), ')'],
    ];
  });
  let text = file.text;
  // From the end, so that offsets stay true; of two at one place the later function is the inner one.
  for (const [at, mark] of edits.reverse().sort(([a], [b]) => b - a))
    text = text.slice(0, at) + mark + text.slice(at);
  return text;
}
