import ts from 'typescript';
import type { SourceFile } from '../architecture/sources.ts';

/** One small fault: `text` in place of the code from `start` to `end` (offsets in the file). */
export interface Mutation {
  readonly operator: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Edit = Pick<Mutation, 'operator' | 'start' | 'end' | 'text'>;
type Operator = (node: ts.Node, ast: ts.SourceFile) => Edit[];

const K = ts.SyntaxKind;

function replaced(operator: string, node: ts.Node, ast: ts.SourceFile, text: string): Edit {
  return { operator, start: node.getStart(ast), end: node.getEnd(), text };
}

const ARITHMETIC = new Map<ts.SyntaxKind, string>([
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
  [K.SlashToken, '*'],
  [K.PercentToken, '*'],
  [K.PlusEqualsToken, '-='],
  [K.MinusEqualsToken, '+='],
  [K.AsteriskEqualsToken, '/='],
  [K.SlashEqualsToken, '*='],
]);
const BOUNDARY = new Map<ts.SyntaxKind, string>([
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
]);
const LOGIC = new Map<ts.SyntaxKind, string>([
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
]);

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

function swap(operator: string, table: ReadonlyMap<ts.SyntaxKind, string>): Operator {
  return (node, ast) => {
    if (!ts.isBinaryExpression(node)) return [];
    const other = table.get(node.operatorToken.kind);
    if (other === undefined || isText(node.left) || isText(node.right)) return [];
    return [replaced(operator, node.operatorToken, ast, other)];
  };
}

/** An operand that a sign or a number would change the meaning of as text: part of a name, an index, a case. */
function isPlainNumber(node: ts.Node): node is ts.NumericLiteral {
  if (!ts.isNumericLiteral(node)) return false;
  const { parent } = node;
  const isIndex = ts.isElementAccessExpression(parent) && parent.argumentExpression === node;
  return !isIndex && !('name' in parent && parent.name === node);
}

function constant(node: ts.Node, ast: ts.SourceFile): Edit[] {
  if (!isPlainNumber(node)) return [];
  const value = Number(node.text);
  if (value === 0) return [replaced('constant', node, ast, '1')];
  return [
    replaced('constant', node, ast, `(10 * ${node.getText(ast)})`),
    replaced('sign', node, ast, `(-${node.getText(ast)})`),
  ];
}

/** The code that decides a branch or a loop, if `node` has one. */
function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) ? node.condition : undefined;
}

function condition(node: ts.Node, ast: ts.SourceFile): Edit[] {
  const decides = conditionOf(node);
  if (decides) return [replaced('condition', decides, ast, `!(${decides.getText(ast)})`)];
  if (!ts.isBinaryExpression(node)) return [];
  const { kind } = node.operatorToken;
  if (kind !== K.EqualsEqualsEqualsToken && kind !== K.ExclamationEqualsEqualsToken) return [];
  if (conditionOf(node.parent) === node) return []; // the negated condition above is the same fault
  return [replaced('condition', node.operatorToken, ast, kind === K.EqualsEqualsEqualsToken ? '!==' : '===')];
}

/** Assignments, calls and early ends; nothing whose absence the compiler would tell. */
function statement(node: ts.Node, ast: ts.SourceFile): Edit[] {
  const isEarlyEnd =
    ts.isContinueStatement(node) ||
    ts.isBreakStatement(node) ||
    (ts.isReturnStatement(node) && !node.expression);
  const inSwitch = ts.isBreakStatement(node) && ts.isCaseOrDefaultClause(node.parent);
  const isWork = ts.isExpressionStatement(node) && !isSuper(node.expression);
  return (isEarlyEnd && !inSwitch) || isWork ? [replaced('statement', node, ast, ';')] : [];
}

function isSuper(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.kind === K.SuperKeyword;
}

/** Whether an index reads as a number: a literal, a sum, or a name that counting uses. */
function isNumeric(node: ts.Expression): boolean {
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isIdentifier(node)) return /^[a-z]$|(index|slot|row|column)$/i.test(node.text);
  return ts.isBinaryExpression(node) && ARITHMETIC.has(node.operatorToken.kind);
}

function index(node: ts.Node, ast: ts.SourceFile): Edit[] {
  if (!ts.isElementAccessExpression(node) || !isNumeric(node.argumentExpression)) return [];
  return [replaced('index', node.argumentExpression, ast, `${node.argumentExpression.getText(ast)} + 1`)];
}

const MATH = new Map([
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['round', 'floor'],
  ['sin', 'cos'],
  ['cos', 'sin'],
  ['abs', ''],
  ['sqrt', ''],
]);

function math(node: ts.Node, ast: ts.SourceFile): Edit[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  if (node.expression.expression.getText(ast) !== 'Math') return [];
  const other = MATH.get(node.expression.name.text);
  if (other === undefined) return [];
  return [replaced('math', node.expression, ast, other && `Math.${other}`)];
}

function flag(node: ts.Node, ast: ts.SourceFile): Edit[] {
  if (node.kind === K.TrueKeyword) return [replaced('flag', node, ast, 'false')];
  return node.kind === K.FalseKeyword ? [replaced('flag', node, ast, 'true')] : [];
}

function sign(node: ts.Node, ast: ts.SourceFile): Edit[] {
  if (!ts.isPrefixUnaryExpression(node)) return [];
  if (node.operator !== K.MinusToken && node.operator !== K.ExclamationToken) return [];
  const operator = node.operator === K.MinusToken ? 'sign' : 'condition';
  if (operator === 'condition' && conditionOf(node.parent) === node) return [];
  return [replaced(operator, node, ast, node.operand.getText(ast))];
}

const OPERATORS: readonly Operator[] = [
  swap('arithmetic', ARITHMETIC),
  swap('boundary', BOUNDARY),
  swap('logic', LOGIC),
  constant,
  condition,
  statement,
  index,
  math,
  flag,
  sign,
];

/** Types are gone at run time, imports hold no world, and the words of an error are not what a mutant should test. */
function isOutside(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node);
}

/** Every fault that the fixed operators can put into a file, in the order of the code. */
export function mutationsOf(file: SourceFile): Mutation[] {
  const found: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    if (isOutside(node)) return;
    for (const operator of OPERATORS)
      for (const edit of operator(node, file.ast)) found.push({ ...edit, path: file.path });
    ts.forEachChild(node, visit);
  };
  visit(file.ast);
  return found;
}

/** The text of a file with the fault in it. */
export function mutated(text: string, { start, end, text: fault }: Mutation): string {
  return text.slice(0, start) + fault + text.slice(end);
}
