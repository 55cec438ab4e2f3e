import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { modelBytes, node, port, tensor } from '../support/onnxBuilder';
import { openSamples } from './samples';

const PICTURES = ['precisions', 'memory', 'blocks', 'roofline'] as const;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Names that a spreadsheet would run, that break rows, and that are markup. */
const HOSTILE = ['=1+1', '+1+cmd', '-1+cmd', '@SUM(1)', 'a,"b"', 'two\nlines', '<img src=x>'];

/** A chain of products whose operators have hostile names. */
function hostileModel(): Uint8Array {
  return modelBytes({
    input: [port('x', 1, 2, 4)],
    output: [port(`y${HOSTILE.length - 1}`, 1, 2, 4)],
    initializer: [tensor('w', 1, [4, 4], new Uint8Array(64))],
    node: HOSTILE.map((name, i) => ({
      ...node('MatMul', [i === 0 ? 'x' : `y${i - 1}`, 'w'], [`y${i}`]),
      name,
    })),
  });
}

/** The rows of a CSV file (RFC 4180). */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe('what is saved from the page', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  let frame: Frame;
  before(async () => {
    samples = await openSamples({ width: 1800, height: 1000 });
    writeFileSync(path.join(samples.folder, 'samples', 'hostile.onnx'), hostileModel());
    frame = await shown('text-encoder.onnx');
    await frame.getByRole('combobox', { name: 'Device' }).selectOption('rtx-4090');
    await frame.locator('.roofline.chart-card svg').first().waitFor();
  });
  after(() => samples.close());

  async function shown(file: string): Promise<Frame> {
    await samples.workbench.openFile(`samples/${file}`);
    const opened = await samples.workbench.webview();
    await opened.getByRole('heading', { name: file }).waitFor();
    return opened;
  }

  const saved = (name: string) => path.join(samples.folder, 'samples', name);

  /** Takes what the editor's own dialog offers, by keyboard, and gives what lies in the file then. */
  async function take(name: string): Promise<Buffer> {
    const { page } = samples.workbench;
    const input = page.locator('.quick-input-widget input').first();
    await input.waitFor();
    for (let i = 0; i < 100 && (await input.inputValue()) !== saved(name); i++) await page.waitForTimeout(50);
    assert.equal(await input.inputValue(), saved(name));
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    for (let i = 0; i < 100 && !existsSync(saved(name)); i++) await page.waitForTimeout(50);
    await page.waitForTimeout(100);
    return readFileSync(saved(name));
  }

  async function report(item: string): Promise<void> {
    await frame.getByRole('button', { name: 'Export' }).click();
    await frame.getByRole('menuitem', { name: item }).click();
  }

  it('is nothing when a person changes their mind', async () => {
    const before = readdirSync(saved('.'));
    await report('Report as Markdown');
    await samples.workbench.page.locator('.quick-input-widget input').first().waitFor();
    await samples.workbench.page.keyboard.press('Escape');
    await samples.workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.deepEqual(readdirSync(saved('.')), before);
    assert.equal(await frame.getByRole('alert').filter({ hasText: /./ }).count(), 0);
  });

  it('is the report, as Markdown and as JSON', async () => {
    await report('Report as Markdown');
    const text = (await take('text-encoder.onnx.md')).toString('utf8');
    assert.match(text, /^# samples\/text-encoder\.onnx\n/);
    // 81,984 parameters of four bytes, and 12 bytes of shapes and indices beside them.
    for (const part of ['81,984', '327,996', 'NVIDIA GeForce RTX 4090']) assert.ok(text.includes(part), part);
    await report('Report as JSON');
    const json = JSON.parse((await take('text-encoder.onnx.json')).toString('utf8')) as {
      file: string;
      scenario: { device: string };
      parameters: { distinct: { value: number; certainty: string } };
    };
    assert.equal(json.file, 'samples/text-encoder.onnx');
    assert.equal(json.scenario.device, 'rtx-4090');
    assert.equal(json.parameters.distinct.value, 81_984);
    assert.equal(json.parameters.distinct.certainty, 'exact');
  });

  for (const kind of PICTURES)
    it(`is the picture of ${kind}, as SVG that stands alone and as PNG`, async () => {
      const card = frame.locator(`.${kind}.chart-card`);
      const drawn = (await card.locator('svg').first().boundingBox())!;
      const save = async (item: string) => {
        await card.getByRole('button', { name: /^Save/ }).click();
        await card.getByRole('menuitem', { name: item }).click();
      };
      await save('As SVG');
      const svg = (await take(`text-encoder-${kind}.svg`)).toString('utf8');
      const found = await frame.page().evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        const all = [...parsed.querySelectorAll('*')];
        return {
          root: parsed.documentElement.tagName,
          names: [...new Set(all.map(({ tagName }) => tagName))].sort(),
          attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
          colours: [...new Set(all.flatMap((one) => [one.getAttribute('fill'), one.getAttribute('stroke')]))],
          words: parsed.documentElement.textContent!.trim().length,
        };
      }, svg);
      assert.equal(found.root, 'svg');
      for (const name of found.names) assert.match(name, /^(svg|g|rect|line|path|circle|text|tspan|title)$/);
      for (const name of found.attributes)
        assert.doesNotMatch(name, /^(on|class|style|href|xlink|aria|data)/);
      for (const colour of found.colours) assert.match(colour ?? 'none', /^(none|rgb\(\d+, \d+, \d+\))$/);
      assert.ok(found.colours.length > 2 && found.words > 20);
      await save('As PNG');
      const png = await take(`text-encoder-${kind}.png`);
      assert.deepEqual([...png.subarray(0, 8)], PNG);
      // The header's sizes are twice those on the page.
      assert.ok(Math.abs(png.readUInt32BE(16) - 2 * drawn.width) <= 2);
      assert.ok(Math.abs(png.readUInt32BE(20) - 2 * drawn.height) <= 2);
    });

  it('is the table of layers as CSV, whose names are quoted and no formulas', async () => {
    frame = await shown('hostile.onnx');
    await report('Layers as CSV');
    const text = (await take('hostile.onnx.csv')).toString('utf8');
    const [head, ...rows] = rowsOf(text);
    assert.equal(head![0], 'path');
    const name = head!.indexOf('name');
    const macs = head!.indexOf('MACs');
    for (const row of rows) {
      assert.equal(row.length, head!.length, row.join('|'));
      for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    }
    const operators = rows.filter((row) => row[head!.indexOf('type')] === 'MatMul');
    const shownAs = HOSTILE.map((one) => (/^[=+\-@]/.test(one) ? `'${one}` : one));
    assert.deepEqual(
      operators.map((row) => row[name]),
      shownAs,
    );
    // x [2, 4] times w [4, 4].
    for (const row of operators) assert.equal(row[macs], '32');
    assert.ok(text.includes('"a,""b"""'));
  });
});
