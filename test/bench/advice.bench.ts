/**
 * Lenses and hovers of a config of 5,000 lines: what a provider answers with at once, what is found when typing rests, and
 * what one slice of the advice keeps the extension host from. Run by `npm run bench`; alone:
 * `npx tsx test/bench/advice.bench.ts`. Prints CPU time, which a busy machine changes less than the clock, and asserts
 * nothing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../src/core/analyse';
import type { Analysis } from '../../src/core/analysis';
import { adviceSteps, allTechniques } from '../../src/core/advice/advise';
import { adviceLenses } from '../../src/core/views/adviceLenses';
import { keyHover } from '../../src/core/views/hovers';
import { mayBeModel } from '../../src/core/files/hint';
import { summaryLens } from '../../src/core/views/lenses';
import { innermostKey } from '../../src/host/text/innermostKey';
import { moved } from '../../src/host/moved';

const ROUNDS = 12;
const KEYS = ['hidden_size', 'num_hidden_layers', 'num_key_value_heads', 'vocab_size'];

/** The sample with labels until it has so many lines; `n` makes each one another text. */
function longConfig(lines: number, n: number): string {
  const file = path.join(__dirname, '../../media/samples/llama-8b/config.json');
  const config = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const labels: Record<string, string> = {};
  const ids: Record<string, number> = {};
  const rest = lines - Object.keys(config).length - 12;
  for (let i = 0; i < Math.floor(rest / 2); i++) {
    labels[String(i)] = `LABEL_${i}`;
    ids[`LABEL_${i}`] = i;
  }
  return JSON.stringify({ ...config, note: n, id2label: labels, label2id: ids }, null, 2);
}

/** Median and least CPU milliseconds of each step, over rounds on a text that is new each time. */
class Times {
  private readonly times = new Map<string, number[]>();

  take<T>(name: string, body: () => T): T {
    const before = process.cpuUsage();
    const value = body();
    const { user, system } = process.cpuUsage(before);
    this.add(name, (user + system) / 1000);
    return value;
  }

  add(name: string, ms: number): void {
    const list = this.times.get(name) ?? [];
    list.push(ms);
    this.times.set(name, list);
  }

  print(): void {
    for (const [name, list] of this.times) {
      const sorted = [...list].sort((a, b) => a - b);
      const [least, median] = [sorted[0]!, sorted[Math.floor(sorted.length / 2)]!];
      console.log(
        `${name.padEnd(58)} first ${list[0]!.toFixed(2).padStart(8)}  median ${median.toFixed(2).padStart(8)}  least ${least.toFixed(2).padStart(8)} ms`,
      );
    }
  }
}

const times = new Times();
console.log(`${longConfig(5000, 0).split('\n').length} lines`);
for (let round = 0; round < ROUNDS; round++) {
  const text = longConfig(5000, round);
  // What a provider does before it answers; all else happens after, and refreshes the lenses.
  times.take('PROVIDER, first look: whether to reserve a line', () => mayBeModel(text));
  const analysis = times.take('behind it: analysis of the text', () =>
    analyseConfig(text, 'config.json'),
  ) as Analysis;
  times.take('behind it: summary lens', () => summaryLens(analysis));
  const steps = adviceSteps(analysis);
  let longest = 0;
  times.take('behind it, in slices: all techniques, first time', () => {
    for (;;) {
      const before = process.cpuUsage();
      if (steps.next().done) return;
      const { user, system } = process.cpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
    }
  });
  times.add('behind it: the longest step of them', longest);
  const hints = times.take('behind it: hints, after the techniques', () =>
    adviceLenses(analysis, {}, { show: 'top' }),
  );
  times.take('PROVIDER, later: kept lenses, moved with an edit', () =>
    hints.map((h) => moved(h.offset, [{ rangeOffset: 5, rangeLength: 0, text: 'x' }])),
  );
  times.take('all techniques again, same scenario', () => allTechniques(analysis));
  times.take('all techniques, another context', () => allTechniques(analysis, { context: 8192 + round }));
  for (const key of KEYS) {
    const offset = analysis.config!.ranges.get(key)!.key.start;
    times.take('PROVIDER: the key under the mouse', () => innermostKey(analysis.config!.ranges, offset));
    times.take(`PROVIDER: hover on ${key}`, () => keyHover(analysis, key));
  }
}
times.print();
