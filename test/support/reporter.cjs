'use strict';
const fs = require('node:fs');
const { reporters, Runner } = require('mocha');

/** Mocha's spec reporter that also writes the counts to the file named by MODEL_EFFICIENCY_COUNTS (or its option). */
class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = options?.reporterOptions?.counts ?? process.env.MODEL_EFFICIENCY_COUNTS;
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      if (!file) return;
      const { passes, failures, pending, duration } = this.stats;
      fs.writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, pending, duration }));
    });
  }
}

module.exports = CountingReporter;
