/** Counts the tests of a Vitest run, over all its projects, for the summary of `npm test`. */
import path from 'node:path';
import type { Reporter, TestCase, TestModule, TestRunEndReason } from 'vitest/node';
import { writeTally } from './file';
import { needOf, type Tally } from './tally';

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outside: readonly unknown[], reason: TestRunEndReason): void {
    if (reason === 'interrupted') return;
    const tally: Tally = { passed: 0, failed: outside.length, skipped: [] };
    for (const module of modules) {
      tally.failed += module.errors().length;
      for (const test of module.children.allTests()) count(tally, module, test);
    }
    writeTally('vitest', tally);
  }
}

function count(tally: Tally, module: TestModule, test: TestCase): void {
  const { state } = test.result();
  if (state === 'passed') tally.passed += 1;
  else if (state === 'failed') tally.failed += 1;
  else {
    const titles = [test.name];
    for (let group = test.parent; group.type === 'suite'; group = group.parent) titles.push(group.name);
    const file = path.relative(module.project.config.root, module.moduleId).replaceAll(path.sep, '/');
    tally.skipped.push({ file, title: test.name, why: needOf(titles) });
  }
}
