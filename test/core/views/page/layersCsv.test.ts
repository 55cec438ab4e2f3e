import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { costModel } from '../../../../src/core/costs/costModel';
import { inferShapes } from '../../../../src/core/shapes/inferShapes';
import { layersCsv } from '../../../../src/core/views/page/layersCsv';
import { ModelOf } from '../../../support/modelOf';

const root = path.resolve(__dirname, '../../../..');
const FILE = 'media/samples/llama-8b/config.json';
const HEAD =
  'path,name,type,output shape,repeat,parameters,weights (bytes),MACs,element operations,moved (bytes),certainty,reason';

/** Lines of cells, read by RFC 4180. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  let m: RegExpExecArray | null;
  let at = 0;
  while ((m = cell.exec(csv))) {
    at = cell.lastIndex;
    rows.at(-1)!.push(m[1]!.startsWith('"') ? m[1]!.slice(1, -1).replaceAll('""', '"') : m[1]!);
    if (m[2] === '\r\n') rows.push([]);
  }
  assert.equal(at, csv.length);
  return rows.slice(0, -1);
}

describe('layers as CSV', () => {
  const llama = analyseConfig(readFileSync(path.join(root, FILE), 'utf8'), 'config.json')!;
  const [head, ...rows] = parse(layersCsv(llama, { context: 4096 }));
  const at = (name: string) => head!.indexOf(name);

  it('has a heading, and as many cells in every line', () => {
    assert.equal(head!.join(), HEAD);
    assert.ok(rows.length > 20);
    for (const row of rows) assert.equal(row.length, head!.length, row.join());
  });

  it('gives raw numbers of all 32 layers', () => {
    const down = rows.find((r) => r[at('path')] === 'model.layers.mlp.down_proj');
    // 32 x 14,336 x 4,096, 2 B each; as many MACs for one token.
    const size = 32 * 14336 * 4096;
    assert.equal(down?.[at('parameters')], String(size));
    assert.equal(down[at('weights (bytes)')], String(2 * size));
    assert.equal(down[at('MACs')], String(size));
    assert.equal(down[at('certainty')], 'exact');
  });

  it('leaves unknown empty and says so, quotes names, and runs none as a formula', () => {
    const made = new ModelOf()
      .input('x', [2, 4])
      .node('NoSuchOperator', ['x'], ['y'], {}, 'com.example')
      .model();
    const operators = made.operators.map((op) => ({ ...op, name: '=HYPERLINK("x"),"y"' }));
    const model = inferShapes({ ...made, operators }).model;
    const analysis: Analysis = { kind: 'model', name: 'g.onnx', model, costs: costModel(model) };
    const csv = layersCsv(analysis, {});
    const op = parse(csv).at(-1)!;
    assert.equal(op[at('path')], `'=HYPERLINK("x"),"y"`);
    assert.ok(csv.includes('"\'=HYPERLINK(""x""),""y"""'));
    assert.equal(op[at('MACs')], '');
    assert.equal(op[at('certainty')], 'unknown');
    assert.notEqual(op[at('reason')], '');
  });

  it('is what report --csv prints', function () {
    this.timeout(60_000);
    const args = ['--import', 'tsx', 'src/cli.ts', 'report', FILE, '--csv', '--context', '4096'];
    const { stdout, status } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    assert.equal(status, 0);
    assert.equal(stdout, layersCsv(llama, { context: 4096, dims: {} }));
  });
});
