import ts from 'typescript';
import { lineOf, type SourceFile, walk } from './sources.ts';

/** Module-level state that is admitted, as `path name`, with the reason. */
const admitted: Readonly<Record<string, string>> = {
  'sim/kernel/random/threefry.ts threefryLo':
    'the second word of a result, read at once by the caller: a record a draw would cost more than the draw',
};

/** Methods that change what they are called on. */
const changing = new Set([
  ...['set', 'add', 'delete', 'clear', 'push', 'pop', 'shift', 'unshift'],
  ...['splice', 'fill', 'copyWithin', 'sort', 'reverse'],
]);

/**
 * State between calls in a module of `sim`: a variable, an object that exists to be written to (an empty buffer or map, an
 * instance of a class), or a write to a constant of the module. What must be remembered belongs to an object that its user
 * makes; a table that is complete when the module is loaded is no state. What a function writes to a constant that it is
 * handed is not seen.
 */
export function stateBreaches(file: SourceFile): string[] {
  if (!file.path.startsWith('sim/')) return [];
  const found: string[] = [];
  const say = (node: ts.Node, name: string, what: string) => {
    if (!(`${file.path} ${name}` in admitted))
      found.push(`${file.path}:${lineOf(file, node)} ${name} ${what}`);
  };
  const constants = new Set<string>();
  for (const { list, declaration } of declarationsOf(file)) {
    const name = declaration.name.getText(file.ast);
    if (!(list.flags & ts.NodeFlags.Const)) say(declaration, name, 'is a variable of the module');
    constants.add(name);
    for (const what of madeToBeWritten(declaration)) say(declaration, name, what);
  }
  walk(file.ast, (node) => {
    const name = writtenBy(node);
    if (name && constants.has(name.text) && !isShadowed(name))
      say(node, name.text, 'is a constant of the module and is written to');
  });
  return found;
}

function declarationsOf({ ast }: SourceFile) {
  return ast.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList: list }) => list.declarations.map((declaration) => ({ list, declaration })));
}

/** What in the value of a declaration, outside of functions, can only be meant to be written to later. */
function madeToBeWritten({ initializer, type }: ts.VariableDeclaration): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isNewExpression(node)) {
      const made = node.expression.getText();
      const filled = (node.arguments?.length ?? 0) > 0 && /^(Map|Set)$/.test(made);
      if (!filled) found.push(`holds a new ${made}, which can only be meant to be written to`);
      else if (node === initializer && !type?.getText().startsWith(`Readonly${made}<`))
        found.push(`is a ${made} that anyone may write to; declare it a Readonly${made}`);
    }
    ts.forEachChild(node, visit);
  };
  if (initializer) visit(initializer);
  return found;
}

/** The name at the root of what an assignment, an increment or a changing method writes to: `x` of `x.a[3] = 1`. */
function writtenBy(node: ts.Node): ts.Identifier | null {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) return rootOf(node.left, 1);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const counts = [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator);
    return counts ? rootOf(node.operand, 1) : null;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  return changing.has(node.expression.name.text) ? rootOf(node.expression.expression, 0) : null;
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** The root of a chain of at least `steps` accesses. */
function rootOf(node: ts.Node, steps: number): ts.Identifier | null {
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node))
    return rootOf(node.expression, steps);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return rootOf(node.expression, steps - 1);
  return ts.isIdentifier(node) && steps <= 0 ? node : null;
}

/** Whether a function or block around a name declares it anew. */
function isShadowed(name: ts.Identifier): boolean {
  for (let at: ts.Node = name.parent; !ts.isSourceFile(at); at = at.parent) {
    let declared = false;
    const look = (node: ts.Node): void => {
      if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && namesOf(node.name).includes(name.text))
        declared = true;
      if (!ts.isBlock(node)) ts.forEachChild(node, look);
    };
    if (ts.isFunctionLike(at) || ts.isBlock(at) || ts.isForStatement(at) || ts.isForOfStatement(at))
      ts.forEachChild(at, look);
    if (declared) return true;
  }
  return false;
}

function namesOf(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
}
