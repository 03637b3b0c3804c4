import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../scripts/test/report.mjs';
import { type Count, check, countTests, leftOut, runNode } from '../../scripts/test/run.mjs';

const PROJECT = new URL('../..', import.meta.url).pathname;
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'count-'));
  for (const path of ['node_modules', 'scripts']) symlinkSync(join(PROJECT, path), join(root, path));
});
afterAll(() => rmSync(root, { recursive: true }));

/** What is counted when vitest runs these files, for real. */
function count(files: Record<string, string>): Count {
  const folder = mkdtempSync(join(root, 'tests-'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { beforeAll, describe, expect, test } from 'vitest';\n${text}`);
  }
  return countTests(root, 'sample', (args, env) =>
    runNode(root, 'vitest', ['run', '--dir', folder, ...args], { env }),
  );
}

describe('counting a run of tests', { timeout: 60_000 }, () => {
  it('counts what passed, failed and was skipped, and says why', () => {
    const counted = count({
      'a.test.mjs': `
        test('passes', () => expect(1).toBe(1));
        test('fails', () => expect(1).toBe(2));
        test('has no screen', (t) => t.skip('there is no screen here'));
        test.skip('is left out', () => {});
        test.todo('comes later');`,
    });
    expect(counted).toMatchObject({ passed: 1, failed: 1, skipped: 3 });
    expect(counted.problems).toEqual([expect.stringMatching(/a\.test\.mjs › fails$/)]);
    expect(counted.skips.map((skip) => skip.why)).toEqual([
      'there is no screen here',
      'it is marked as skipped, without a reason',
      'it is not written yet',
    ]);
    const json = JSON.parse(readFileSync(join(root, 'test-output/sample.json'), 'utf8'));
    expect(json).toMatchObject({ numPassedTests: 1, numFailedTests: 1 });
  });

  it('a file that does not load and a set-up that throws are failures, though no test of theirs failed', () => {
    const counted = count({
      'broken.test.mjs': "import './nowhere.mjs';\ntest('never', () => {});",
      'file.test.mjs': "beforeAll(() => { throw new Error('no desk'); });\ntest('never', () => {});",
      'group.test.mjs': `
        test('passes', () => {});
        describe('a group', () => { beforeAll(() => { throw new Error('no group'); }); test('never', () => {}); });`,
    });
    expect(counted).toMatchObject({ passed: 1, failed: 3, skipped: 2 });
    expect(counted.problems.join('\n')).toMatch(/nowhere\.mjs[\s\S]*no desk[\s\S]*no group/);
    expect(counted.skips.map((skip) => skip.why)).toEqual(Array(2).fill('what comes before it failed'));
  });

  it('an error outside of any test is a failure', () => {
    const stray = `test('passes', async () => {
      setTimeout(() => { throw new Error('stray'); }, 1);
      await new Promise((done) => setTimeout(done, 50));
    });`;
    expect(count({ 'stray.test.mjs': stray })).toMatchObject({ passed: 1, failed: 1 });
  });

  it('no tests at all are a failure', () => {
    expect(count({})).toMatchObject({ passed: 0, failed: 1 });
  });

  it('a runner that dies without a word is a failure, and an old result is not taken for a new one', () => {
    const counted = countTests(root, 'sample', () => 'ended with SIGKILL');
    expect(counted).toMatchObject({ failed: 1, problems: ['sample: it did not run: ended with SIGKILL'] });
  });

  it('a runner that fails though every test passed is not believed', () => {
    const counted = countTests(root, 'sample', (_, env) => {
      writeFileSync(
        env.COUNTERSIGN_COUNT_FILE ?? '',
        '{"passed":3,"failed":0,"skipped":0,"skips":[],"problems":[]}',
      );
      return 'ended with 1';
    });
    expect(counted).toMatchObject({ passed: 3, failed: 1 });
  });
});

describe('the report', () => {
  const said = (...counts: Count[]) => {
    const lines: string[] = [];
    mkdirSync(join(root, 'test-output'), { recursive: true });
    const steps = counts.map((one, i) => ({ name: `step${i}`, count: one, seconds: 1 }));
    const code = report(root, steps, (line) => lines.push(...line.split('\n')));
    return { code, lines };
  };
  const tests: Count = { passed: 40, failed: 0, skipped: 0, skips: [], problems: [] };

  it('ends with one line of totals, in which a check counts as one', () => {
    const { code, lines } = said(check('types', null), tests, leftOut('live', 'it was not asked for'));
    expect(lines.at(-1)).toBe('41 passed, 0 failed, 1 skipped');
    expect(lines).toContain('  live: it was not asked for');
    expect(code).toBe(0);
  });

  it('a failure is named and makes the whole fail', () => {
    const { code, lines } = said(check('types', 'ended with 2'), tests);
    expect(lines.at(-1)).toBe('40 passed, 1 failed, 0 skipped');
    expect(lines).toContain('  types: ended with 2');
    expect(code).toBe(1);
  });

  it('says a reason once, however many tests it skipped', () => {
    const skips = ['a', 'b', 'c'].map((test) => ({ test, why: 'there is no screen here' }));
    const { lines } = said({ ...tests, skipped: 3, skips });
    expect(lines).toContain('  a and 2 more: there is no screen here');
  });
});

describe('a program', () => {
  it('that ends well has no problem; one that does not says how it ended', () => {
    writeFileSync(join(root, 'end.mjs'), 'process.exit(Number(process.argv[2]));');
    expect(runNode(root, 'end.mjs', ['0'])).toBeNull();
    expect(runNode(root, 'end.mjs', ['3'])).toBe('ended with 3');
    writeFileSync(join(root, 'hang.mjs'), 'setInterval(() => {}, 1000);');
    expect(runNode(root, 'hang.mjs', [], { minutes: 0.005 })).toBe('no end after 0.005 minutes');
  });
});
