import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badName } from './new/names.mjs';
import { withUnit } from './new/registry.mjs';
import { siteFiles, siteSteps } from './templates/site.mjs';
import { toolFiles, toolSteps } from './templates/tool.mjs';

// Begins a tool or a site: its file, its test and its line in the registry, all of which pass as they stand.
const USAGE = `  npm run new tool add-thing
  npm run new site acme-desk`;

const KINDS = {
  tool: { registry: 'tools/registry.ts', list: 'EFFECTS', files: toolFiles, steps: toolSteps },
  site: { registry: 'sites/registry.ts', list: 'SITES', files: siteFiles, steps: siteSteps },
};

const root = fileURLToPath(new URL('..', import.meta.url));

function refuse(words) {
  console.error(`${words}\n\n${USAGE}`);
  process.exit(1);
}

const [kindName, name, ...more] = process.argv.slice(2);
if (!Object.hasOwn(KINDS, kindName ?? ''))
  refuse(kindName ? `There is no kind “${kindName}”.` : 'What is it?');
const problem =
  badName(name) ?? (more.length > 0 ? `One name at a time: what is “${more.join(' ')}”?` : null);
if (problem) refuse(problem);

const kind = KINDS[kindName];
const files = kind.files(name);
const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
if (taken) refuse(`There is a ${kindName} ${name} already: ${taken}. Nothing was written.`);

const registry = withUnit(readFileSync(join(root, kind.registry), 'utf8'), kind.list, name);
for (const [path, text] of Object.entries({ ...files, [kind.registry]: registry })) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

// Long names break lines elsewhere than the templates do.
const biome = fileURLToPath(import.meta.resolve('@biomejs/biome/bin/biome'));
const written = [...Object.keys(files), kind.registry].filter((path) => path.endsWith('.ts'));
const tidied = spawnSync(process.execPath, [biome, 'check', '--write', ...written], {
  cwd: root,
  encoding: 'utf8',
});
if (tidied.status !== 0) console.error(`${tidied.stdout}${tidied.stderr}`);

console.log(`Written:\n${[...Object.keys(files), kind.registry].map((path) => `  ${path}`).join('\n')}`);
console.log(
  `\nNow fill in:\n${kind
    .steps(name)
    .map((step) => `  ${step}`)
    .join('\n')}`,
);
