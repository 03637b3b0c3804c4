import { isNode, type Node, type Source } from './source';

/** Where `any` is deliberate, by one named alias each. */
const ANY_ALLOWED = [
  // A registry holds tools of every input, and each parses its own.
  'core/tool.ts',
  // What a page's own editor library hands out has no types here; each use is guarded.
  'page/world/adapter.ts',
];

/** What no file of the house may hold. */
export function checkCode(path: string, source: Source): string[] {
  const found: { start: number; words: string }[] = [];
  for (const node of source.nodes) {
    const words = judge(path, node);
    if (words !== null) found.push({ start: node.start, words });
  }
  for (const comment of source.comments) {
    if (/@ts-(ignore|nocheck|expect-error)/.test(comment.value))
      found.push({
        start: comment.start,
        words: 'let the compiler speak: mend the type instead of hiding it.',
      });
    if (/\b(TODO|FIXME|XXX)\b/.test(comment.value))
      found.push({
        start: comment.start,
        words: 'finish it or leave it out: notes to oneself stay out of the code.',
      });
  }
  return found.map(({ start, words }) => `${path}:${source.lineOf(start)}: ${words}`);
}

function judge(path: string, node: Node): string | null {
  switch (node.type) {
    case 'TSAnyKeyword':
      return ANY_ALLOWED.includes(path) ? null : 'no `any`: say what it is, or `unknown` and parse it.';
    case 'TSNonNullExpression':
      return 'no `!`: handle the case in which it is not there.';
    case 'CatchClause':
      return isEmptyBlock(node.body)
        ? 'an empty catch hides a failure: return a refusal, or let it fly.'
        : null;
    case 'CallExpression':
      return catchesQuietly(node) ? 'an empty .catch() hides a failure: answer it, or let it fly.' : null;
    case 'MemberExpression':
      return judgeZod(node);
    default:
      return null;
  }
}

function judgeZod({ object, property }: Node): string | null {
  if (!isNode(object) || object.name !== 'z' || !isNode(property)) return null;
  if (property.name === 'object') return 'z.object drops unknown keys in silence; use z.strictObject.';
  if (property.name === 'coerce') return 'z.coerce turns anything into something; parse the real type.';
  if (property.name === 'any') return 'z.any checks nothing; use z.unknown and parse it where it is used.';
  return null;
}

/** `.catch(() => {})`, `.catch(function () {})`. */
function catchesQuietly({ callee, arguments: given }: Node): boolean {
  if (!isNode(callee) || !isNode(callee.property) || callee.property.name !== 'catch') return false;
  const [handler] = given as Node[];
  return handler !== undefined && isEmptyBlock(handler.body);
}

function isEmptyBlock(body: unknown): boolean {
  return isNode(body) && body.type === 'BlockStatement' && (body.body as Node[]).length === 0;
}
