import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** What stands on a page as it is in any language: units, and the name of the program. */
const SAME = /\b(EUR|kgCO2e|CO2e|kg|cm|kJ|MJ|min|looptwin)\b/g;

const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text.replace(SAME, ''));
const hasSpace = (text: string): boolean => text.includes(' ');

/** Attributes of an element that are read out or shown. */
const READ = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-valuetext']);

/** Calls whose text is a name: of a phrase, of elements, of a thing that cannot be missing unless the program is wrong. */
const NAMING = /\b(say|english|wordOf|retold|must|matchMedia|matches|querySelector|querySelectorAll)$/;

/** Nodes whose texts nobody reads: modules, types, names of fields, and attributes such as class and style. */
function isUnread(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isJsxAttribute(node)) return !READ.has(node.name.getText());
  return ts.isStringLiteral(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

/** True for what may stand around a text that is the value of an expression: `a ?? b`, `a ? b : c`, brackets. */
function passesOn(node: ts.Node): boolean {
  if (ts.isConditionalExpression(node) || ts.isParenthesizedExpression(node)) return true;
  const kind = ts.isBinaryExpression(node) ? node.operatorToken.kind : null;
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
}

/** True where a single word is read: between tags, and in an attribute that is read. */
function isShown(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return true;
  let at = node.parent;
  while (passesOn(at)) at = at.parent;
  const inside = ts.isJsxExpression(at) ? at.parent : at;
  return ts.isJsxElement(inside) || ts.isJsxFragment(inside) || ts.isJsxAttribute(inside);
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);

/**
 * The texts of a source that a reader may come to see: those with a word that stand where they are shown, and elsewhere those with a
 * word and a space, since names within the program have none.
 */
export function textsIn(file: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (isUnread(node)) return;
    if (isText(node) && hasWord(node.text) && (hasSpace(node.text) || isShown(node)))
      found.push(node.text.trim());
    if (ts.isCallExpression(node) && NAMING.test(node.expression.getText())) look(node.expression);
    else ts.forEachChild(node, look);
  };
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind));
  return found;
}

/** The same of all sources of the page. */
export function textsOfPage(): string[] {
  return readdirSync('viewer', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
    .flatMap((name) => textsIn(`viewer/${name}`));
}
