import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Unit } from '../../src/core/costs/quantity';
import { formatValue } from '../../src/core/views/format';
import { modelBytes, node, port, tensor } from '../support/onnxBuilder';
import { runCopied } from './copied';
import { Harness } from './harness';
import { sample } from './sample';

interface Quantity {
  readonly value: number | null;
  readonly unit: Unit;
}

/** Where the report holds what the page calls by an id. */
function quantityOf(report: Record<string, unknown>, id: string): Quantity {
  const phase = (report['scenario'] as { phase: string }).phase;
  const way = id
    .replace(/^(prefill|decode)\./, 'compute.$1.')
    .replace(/^time\./, `time.${phase}.`)
    .split('.');
  const found = way.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], report);
  assert.ok(found, `the report has no ${id}`);
  return found as Quantity;
}

/** Figures as the page shows them in its list of all: id and the text that its own button copies. */
async function figuresOf(harness: Harness): Promise<readonly (readonly [string, string])[]> {
  const list = harness.page.locator('details.all-figures');
  if (!(await list.evaluate((one: HTMLDetailsElement) => one.open))) await list.locator('> summary').click();
  await harness.settled();
  const { groups } = (await harness.host.answer('view', null)) as {
    groups: { figures: { id: string }[] }[];
  };
  const ids = groups.flatMap(({ figures }) => figures.map(({ id }) => id));
  const buttons = await list.getByRole('button', { name: /^Copy / }).all();
  assert.equal(buttons.length, ids.length);
  const figures: (readonly [string, string])[] = [];
  for (const [i, button] of buttons.entries()) {
    await button.click();
    await harness.settled();
    figures.push([ids[i]!, harness.host.clipboard]);
  }
  return figures;
}

/** A number as the page writes it in full. */
function inFull({ value, unit }: Quantity): string {
  if (value === null) return 'unknown';
  // Times and energies are no whole numbers.
  if (unit === 'seconds' || unit === 'joules' || unit === 'tokens/second') return formatValue(value, unit);
  return `${value.toLocaleString('en-US')} ${unit}`;
}

/** One product over two sizes that only the file names, one with signs that mean something to a shell. */
function productOfSymbols(): Uint8Array {
  return modelBytes({
    input: [port('x', 1, 'rows', "it's $cols", 8)],
    output: [port('y', 1, 'rows', "it's $cols", 16)],
    initializer: [tensor('w', 1, [8, 16], new Uint8Array(512))],
    node: [node('MatMul', ['x', 'w'], ['y'])],
  });
}

type Setting = (harness: Harness) => Promise<unknown>;
const number =
  (name: string, value: number): Setting =>
  ({ page }) =>
    page.getByRole('spinbutton', { name }).fill(String(value));
const choice =
  (name: string, value: string): Setting =>
  ({ page }) =>
    page.getByRole('combobox', { name, exact: true }).selectOption(value);

describe('the command that the page copies', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'model-efficiency-dims-'));
  const dims = path.join(folder, "-it's odd.onnx");
  writeFileSync(dims, productOfSymbols());
  after(() => rmSync(folder, { recursive: true }));

  const cases: readonly { name: string; file: string; set: readonly Setting[]; says: RegExp }[] = [
    {
      name: 'a config as it is',
      file: sample('llama-8b', 'config.json'),
      set: [],
      says: /^model-efficiency report config\.json$/,
    },
    {
      name: 'a config under other precisions, engine, device and context',
      file: sample('llama-8b', 'config.json'),
      set: [
        number('Batch', 4),
        number('Prompt', 500),
        number('Context', 6000),
        choice('Weights', 'int4-g64'),
        choice('Cache', 'fp8'),
        choice('Device', 'rtx-4090'),
        choice('Engine', 'vllm'),
        choice('Activations', 'fp16'),
      ],
      says: /--batch 4 --prompt 500 --context 6000 --weights int4-g64 --activations fp16 --cache fp8 --device rtx-4090 --engine vllm$/,
    },
    {
      name: 'a config in prefill on another device',
      file: sample('gpt2-small', 'config.json'),
      set: [number('Prompt', 77), choice('Phase', 'prefill'), choice('Device', 'h100-sxm')],
      says: /--prompt 77 --device h100-sxm --phase prefill$/,
    },
    {
      name: 'an encoder',
      file: sample('bert-base', 'config.json'),
      set: [number('Sequence', 128), number('Batch', 2), choice('Weights', 'int8')],
      says: /--batch 2 --prompt 128 --weights int8$/,
    },
    {
      name: 'an ONNX file with its own sizes',
      file: dims,
      set: [number('rows (dimension)', 3), number("it's $cols (dimension)", 5)],
      says: /report '\.\/-it.* --dim rows=3 --dim '/,
    },
  ];

  for (const { name, file, set, says } of cases)
    it(`prints the figures of the page: ${name}`, async () => {
      const harness = await (await Harness.open(file, { state: { moreScenario: true } })).shown();
      try {
        for (const one of set) {
          await one(harness);
          await harness.settled();
        }
        const figures = await figuresOf(harness);
        await harness.page.getByRole('button', { name: 'Copy as command' }).click();
        await harness.settled();
        assert.match(harness.host.clipboard, says);
        const report = runCopied(harness.host.clipboard, path.dirname(file));
        assert.ok(figures.length >= 8, String(figures.length));
        for (const [id, text] of figures) {
          const quantity = quantityOf(report, id);
          assert.ok(text.includes(`: ${inFull(quantity)}`), `${id}: ${text}, but ${inFull(quantity)}`);
        }
      } finally {
        await harness.close();
      }
    });
});
