import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Counts real test results. With LOOPTWIN_COUNT=FILE the numbers are also written there as JSON,
 * so that `.ci/run` can add its own checks before it prints the total.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const before = passed + failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        if (state === 'failed') failed++;
      }
      // A file that broke before its first test counts as one failure, or it would vanish from the sum.
      if (module.state() === 'failed' && passed + failed === before) failed++;
    }
    const file = process.env.LOOPTWIN_COUNT;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
    else process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
