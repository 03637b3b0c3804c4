import { parseSync } from 'vite';

/** One import, export-from or `import()` of a file. */
export interface Import {
  specifier: string;
  /** Erased by the compiler: it draws nothing into the bundle. */
  typeOnly: boolean;
  line: number;
}

/** A node of the syntax tree, as far as the checks look into it. */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

export interface Source {
  imports: Import[];
  /** Every node, parents before children. */
  nodes: Node[];
  comments: { value: string; start: number }[];
  lineOf(start: number): number;
}

/** Reads a file as the compiler would. Throws when it is no TypeScript, which `tsc` says better. */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const [problem] = parsed.errors;
  if (problem) throw new Error(`${path} cannot be read: ${problem.message}`);
  const lineOf = (start: number) => text.slice(0, start).split('\n').length;
  const nodes = collect(parsed.program as unknown as Node);
  const imports = nodes.flatMap((node) => importOf(node, lineOf));
  return { imports, nodes, comments: parsed.comments, lineOf };
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function collect(root: Node): Node[] {
  const nodes: Node[] = [];
  const walk = (node: Node) => {
    nodes.push(node);
    for (const child of Object.values(node).flat()) if (isNode(child)) walk(child);
  };
  walk(root);
  return nodes;
}

const STATIC = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'];

function importOf(node: Node, lineOf: (start: number) => number): Import[] {
  const source = node.source;
  if (!isNode(source)) return [];
  const line = lineOf(node.start);
  if (STATIC.includes(node.type)) {
    return [{ specifier: String(source.value), typeOnly: isTypeOnly(node), line }];
  }
  if (node.type === 'TSImportType') return [{ specifier: String(source.value), typeOnly: true, line }];
  if (node.type !== 'ImportExpression') return [];
  // An address that is put together at run time could lead anywhere.
  const specifier = source.type === 'Literal' ? String(source.value) : '(computed)';
  return [{ specifier, typeOnly: false, line }];
}

/** `import {type A}` alone stays an import of the file under verbatimModuleSyntax, so it counts as one. */
function isTypeOnly(node: Node): boolean {
  return node.importKind === 'type' || node.exportKind === 'type';
}
