/**
 * `npm run types`: compiles everything, and writes the declarations of the two doors, `looptwin` and `looptwin/kernel`, into `types/`;
 * with `--check` it says whether they are up to date. They are committed, because no script runs when a package is packed.
 *
 * The compiler emits a declaration a source file. Types that are computed (from a schema, from what a function returns) are
 * written out, so that a reader needs neither zod nor the rest of the program; then only what the doors reach is kept.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from './bundle.mjs';

const doors = ['scenarios/index', 'scenarios/kernel'];
const home = join(root, 'types');
/** Where the compiler's own declarations lie meanwhile: below the checkout, so that packages are found. */
const draft = join(root, '.looptwin', `types-${process.pid}`);

const project = ts.parseJsonConfigFileContent(
  JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')),
  ts.sys,
  root,
);

const options = {
  ...project.options,
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  rootDir: root,
  outDir: draft,
};

const isPackage = (file) => file.isDeclarationFile || file.fileName.includes('/node_modules/');
const withJs = (text) => text.replace(/((?:from |import\()['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2');

const checks = process.argv.includes('--check');

const host = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => '\n',
};

/** Throws what is wrong with the sources, in the compiler's words. Declarations of files that no door reaches are nobody's business. */
function requireSound(program, ofDeclarations) {
  const problems = [
    ...project.errors,
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSemanticDiagnostics(),
    ...ofDeclarations,
  ];
  if (problems.length > 0)
    throw new Error(`types: the sources do not compile:\n${ts.formatDiagnostics(problems, host)}`);
}

/**
 * The sources of the doors come first, before the compiler has seen any other: the order in which it meets types is the order in which
 * it writes unions.
 */
function emitDraft() {
  const ambient = join(root, 'scenarios/stats/jstat.d.ts');
  const first = [...doors.map((door) => join(root, `${door}.ts`)), ambient];
  const program = ts.createProgram([...new Set([...first, ...project.fileNames])], options);
  const all = program.getSourceFiles();
  const ofDoors = all
    .slice(0, all.indexOf(program.getSourceFile(ambient)))
    .filter((file) => !isPackage(file));
  for (const file of ofDoors) program.getSemanticDiagnostics(file);
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withJs(text));
  };
  requireSound(
    program,
    ofDoors.flatMap((file) => program.emit(file, write).diagnostics),
  );
}

const doorFiles = () => doors.map((door) => join(draft, `${door}.d.ts`));
const draftProgram = () =>
  ts.createProgram(doorFiles(), { ...options, emitDeclarationOnly: false, noEmit: true, declaration: false });
const isDraft = (file) => file.fileName.startsWith(draft.split(sep).join('/'));

const { NoTruncation, InTypeAlias, MultilineObjectLiterals } = ts.NodeBuilderFlags;
const writtenOut = NoTruncation | InTypeAlias | MultilineObjectLiterals;
const isComputed = (text) => /\btypeof\b|\bReturnType\b|\bz\.\w/.test(text);

/** The checker names modules by their place on this disk. */
function withRelativeImports(text, fileName) {
  return text.replace(/import\("(\/[^"]*|[A-Za-z]:[^"]*)"\)/g, (_, path) => {
    const short = relative(dirname(fileName), path).split(sep).join('/');
    return `import("${short.startsWith('.') ? short : `./${short}`}.js")`;
  });
}

/** Writes the computed types of one file out; those that cannot be said without `typeof` stay. */
function writeOut(file, checker) {
  const printer = ts.createPrinter();
  const edits = [];
  for (const node of file.statements) {
    if (!ts.isTypeAliasDeclaration(node) || node.typeParameters || !isComputed(node.type.getText(file)))
      continue;
    const type = checker.typeToTypeNode(checker.getTypeAtLocation(node.name), node, writtenOut);
    const text =
      type && withRelativeImports(printer.printNode(ts.EmitHint.Unspecified, type, file), file.fileName);
    if (text && !isComputed(text)) edits.push({ from: node.type.getStart(file), to: node.type.end, text });
  }
  return edits
    .reverse()
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), file.text);
}

function writeOutAll() {
  const program = draftProgram();
  const checker = program.getTypeChecker();
  const texts = program
    .getSourceFiles()
    .filter(isDraft)
    .map((file) => [file.fileName, writeOut(file, checker)]);
  for (const [path, text] of texts) writeFileSync(path, withJs(text));
}

/** Statements at the top of a file that the doors reach, by file. */
function reached(program) {
  const checker = program.getTypeChecker();
  const kept = new Set();
  const statementOf = (node) => {
    let at = node;
    while (at.parent && !ts.isSourceFile(at.parent)) at = at.parent;
    return at;
  };
  const need = (symbol) => {
    for (const declaration of symbol.declarations ?? []) {
      if (!isDraft(declaration.getSourceFile())) continue;
      if (ts.isSourceFile(declaration)) for (const one of checker.getExportsOfModule(symbol)) need(one);
      else keep(statementOf(declaration));
    }
    if (symbol.flags & ts.SymbolFlags.Alias) need(checker.getImmediateAliasedSymbol(symbol));
  };
  const keep = (statement) => {
    if (kept.has(statement)) return;
    kept.add(statement);
    const visit = (node) => {
      if (ts.isIdentifier(node)) {
        const symbol = checker.getSymbolAtLocation(node);
        if (symbol) need(symbol);
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
  };
  for (const path of doorFiles())
    for (const statement of program.getSourceFile(path).statements) keep(statement);
  return kept;
}

/** An import with the names that the kept text uses; nothing if it uses none. */
function prunedImport(node, file, used) {
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) {
    const name = clause?.name?.text ?? bindings?.name?.text;
    return name !== undefined && used.has(name) ? node.getText(file) : '';
  }
  const names = bindings.elements
    .filter((one) => used.has(one.name.text))
    .map((one) => one.getText(file).replace(/^type /, ''));
  return names.length === 0
    ? ''
    : `import type { ${names.join(', ')} } from ${node.moduleSpecifier.getText(file)};`;
}

/** A file with what is kept of it. */
function prunedFile(file, kept) {
  const mine = file.statements.filter((node) => !ts.isImportDeclaration(node) && kept.has(node));
  if (mine.length === 0) return undefined;
  const used = new Set(mine.flatMap((node) => node.getFullText(file).match(/[A-Za-z_$][\w$]*/g) ?? []));
  const imports = file.statements
    .filter(ts.isImportDeclaration)
    .map((node) => prunedImport(node, file, used));
  const parts = [
    ...imports.filter((text) => text !== ''),
    ...mine.map((node) => node.getFullText(file).trim()),
  ];
  return `${parts.join('\n')}\nexport {};\n`;
}

/** The declarations by path below `types/`. */
function declarations() {
  try {
    emitDraft();
    writeOutAll();
    const program = draftProgram();
    const kept = reached(program);
    const files = program.getSourceFiles().filter(isDraft);
    const texts = files.map((file) => [
      relative(draft, file.fileName).split(sep).join('/'),
      prunedFile(file, kept),
    ]);
    return new Map(texts.filter(([, text]) => text !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function present() {
  if (!existsSync(home)) return new Map();
  const names = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(
    paths.map((path) => [relative(home, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** The declarations, or the end of this process in the compiler's words. */
function declarationsOrEnd() {
  try {
    return declarations();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const wanted = declarationsOrEnd();
const found = present();
const stale = [...new Set([...wanted.keys(), ...found.keys()])].filter(
  (path) => wanted.get(path) !== found.get(path),
);
if (checks) {
  if (stale.length > 0) {
    process.stderr.write(`types: out of date: ${stale.slice(0, 5).join(', ')}. Run: npm run types\n`);
    process.exitCode = 1;
  }
} else {
  rmSync(home, { recursive: true, force: true });
  for (const [path, text] of wanted) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  process.stdout.write(`types: ${wanted.size} files, ${stale.length} of them new\n`);
}
