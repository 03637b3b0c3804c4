import { resolveImport } from './graph';
import { ROOMS } from './rooms';
import type { Import, Source } from './source';
import { roomOf, type Tree } from './tree';

/** Who may import whom: rooms, packages, and how an import is written. */
export function checkImports(tree: Tree, path: string, source: Source): string[] {
  return source.imports.flatMap((one) => {
    const words = one.specifier.startsWith('.') ? judgeFile(tree, path, one) : judgePackage(path, one);
    return words === null ? [] : [`${path}:${one.line}: ${words}`];
  });
}

function judgeFile(tree: Tree, path: string, { specifier }: Import): string | null {
  if (/\.tsx?$/.test(specifier)) return `write '${specifier}' without its file extension.`;
  const target = resolveImport(tree, path, specifier);
  if (target === null) return `'${specifier}' leads to no file of a room.`;
  const from = roomOf(path);
  const to = roomOf(target);
  if (from === to) return null;
  const room = ROOMS[from];
  if (!room || !(to in ROOMS)) return `'${specifier}' leads out of the house: ${to} is no room.`;
  const file = target.replace(/(\/index)?\.tsx?$/, '');
  if (room.rooms.includes(to) || room.rooms.includes(file)) return null;
  return `${from} may not import ${file}. ${room.instead}`;
}

function judgePackage(path: string, { specifier }: Import): string | null {
  if (specifier === 'zod/mini') return null;
  if (specifier === 'zod' || specifier.startsWith('zod/'))
    return `import 'zod/mini' instead of '${specifier}'.`;
  if (specifier === '(computed)')
    return 'an import() needs a literal path, so that this check can follow it.';
  if (/^[@~]{1,2}\//.test(specifier)) return `write '${specifier}' as a relative path.`;
  const room = ROOMS[roomOf(path)];
  const allowed = room?.packages ?? [];
  if (allowed.some((name) => (name.endsWith('/') ? specifier.startsWith(name) : specifier === name)))
    return null;
  const homes = Object.keys(ROOMS).filter((name) => ROOMS[name]?.packages.includes(specifier));
  const where = homes.length > 0 ? ` It is for ${homes.join(' and ')} only.` : '';
  return `${roomOf(path)} may not import the package '${specifier}'.${where} ${room?.instead ?? ''}`.trim();
}
