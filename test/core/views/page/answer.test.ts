import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { costModel } from '../../../../src/core/costs/costModel';
import { symbol } from '../../../../src/core/model/expression';
import type { Model } from '../../../../src/core/model/model';
import type { WantedScenario } from '../../../../src/core/scenario/checkScenario';
import { inferShapes } from '../../../../src/core/shapes/inferShapes';
import { answerPage } from '../../../../src/core/views/page/answer';
import type { BlockView } from '../../../../src/core/views/page/blockView';
import { compareModels } from '../../../../src/core/views/page/comparison';
import { manyNodes } from '../../../support/manyNodes';
import { ModelOf } from '../../../support/modelOf';

const root = path.resolve(__dirname, '../../../..');

function sample(name: string): Analysis {
  const file = path.join(root, 'media/samples', name, 'config.json');
  const analysis = analyseConfig(readFileSync(file, 'utf8'), `${name}/config.json`);
  assert.ok(analysis);
  return analysis;
}

function analysisOf(raw: Model): Analysis {
  const model = inferShapes(raw).model;
  return { kind: 'model', name: 'graph.onnx', model, costs: costModel(model) };
}

const asked = (analysis: Analysis, wanted: WantedScenario = {}) => answerPage(analysis, wanted);

// Llama 3.1 8B: vocabulary 128,256, width 4,096, 32 layers, 32 heads of 128, 8 of them keys and values, inner 14,336.
const VOCABULARY = 128256;
const PARAMETERS = 8030261248;
const WEIGHTS = 2 * PARAMETERS;
// 2 (key, value) x 32 layers x 8 heads x 128 x 2 B.
const PER_TOKEN = 131072;
// While the head runs over 1,024 tokens: its input and its output, 2 B each.
const PEAK = 1024 * 4096 * 2 + 1024 * VOCABULARY * 2;
const ROOM = 24 * 2 ** 30;

describe('the page of an 8 B Llama', () => {
  const llama = sample('llama-8b');
  const view = asked(llama, { device: 'rtx-4090' }).view();
  const figures = new Map(view.groups.flatMap((g) => g.figures.map((f) => [f.id, f])));

  it('says what stays under every scenario', () => {
    const head = asked(llama).head();
    assert.equal(head.title, 'llama-8b/config.json');
    assert.equal(head.longest, 131072);
    assert.equal(head.decodes, true);
    assert.equal(head.hasSource, false);
    assert.equal(head.hasText, true);
    assert.ok(head.choices.device.length >= 40);
    assert.equal(head.choices.weights[0]?.id, 'stored');
  });

  it('puts five figures first, each in full with its certainty and formula', () => {
    assert.deepEqual(
      view.headline.map((f) => [f.id, f.value, f.certainty]),
      [
        ['parameters.distinct', PARAMETERS, 'exact'],
        ['weights.scenario', WEIGHTS, 'exact'],
        ['cache.bytesPerToken', PER_TOKEN, 'exact'],
        // 2 FLOPs x (every matrix once, the rotary angles' 64 products, scores and values of 4,096 positions).
        ['decode.matrixFlops', 2 * (VOCABULARY * 4096 + 32 * 218103808 + 64 + 32 * 2 * 4096 * 4096), 'exact'],
        ['memory.total', WEIGHTS + 4096 * PER_TOKEN + PEAK, 'estimated'],
      ],
    );
    const [parameters] = view.headline;
    assert.equal(parameters?.text, '8.03 B');
    assert.equal(parameters?.whole, '8,030,261,248 parameters');
    for (const f of figures.values()) {
      assert.notEqual(f.formula, '', f.id);
      assert.equal(f.reason === '', f.certainty === 'exact', f.id);
    }
  });

  it('tells which keys a figure comes from', () => {
    const keys = figures.get('cache.bytesPerToken')?.places.map((p) => p.label) ?? [];
    assert.ok(keys.includes('num_key_value_heads'));
    assert.ok(keys.includes('num_hidden_layers'));
    assert.ok(!keys.includes('vocab_size'));
    assert.ok(!keys.includes('intermediate_size'));
  });

  it('draws precisions against the device', () => {
    const bars = new Map(view.precisions.map((b) => [b.id, b]));
    assert.equal(bars.get('stored')?.chosen, true);
    assert.equal(bars.get('stored')?.fit, 'fits');
    assert.equal(bars.get('fp32')?.weights.value, 4 * PARAMETERS);
    assert.equal(bars.get('fp32')?.fit, 'does not fit');
    // 4.15625 bits for the matrices of the layers, 16 for embedding, head and norms.
    const matrices = 32 * 218103808;
    assert.equal(bars.get('int4')?.weights.value, (matrices * 4.15625) / 8 + 2 * (PARAMETERS - matrices));
    assert.match(bars.get('int4')?.note ?? '', /embedding/);
  });

  it('finds on the engine up to which context it fits', () => {
    const curve = view.memory;
    assert.equal(curve?.axis, 'context');
    assert.equal(curve.fitsUpTo, Math.floor((ROOM - WEIGHTS - PEAK) / PER_TOKEN));
    assert.equal(curve.points[0]?.at, 1);
    assert.deepEqual(curve.points.at(-1), {
      at: 131072,
      weights: WEIGHTS,
      cache: 131072 * PER_TOKEN,
      state: 0,
      activations: PEAK,
      overhead: 0,
    });
    assert.ok(curve.points.length <= 65);
    assert.ok(curve.points.some((p) => p.at === curve.chosen));
  });

  it('says that nothing fits, and that all fits', () => {
    assert.equal(asked(llama, { device: 'rtx-4090', weights: 'fp32' }).view().memory?.fitsUpTo, null);
    assert.equal(asked(llama, { device: 'mi300x' }).view().memory?.fitsUpTo, undefined);
    assert.equal(asked(llama).view().memory?.device, undefined);
  });

  it('shows what an engine holds beyond the ideal', () => {
    const curve = asked(llama, { engine: 'llama.cpp', context: 100 }).view().memory;
    const here = curve?.points.find((p) => p.at === 100);
    // Cells are padded to 256.
    assert.equal(here?.cache, 100 * PER_TOKEN);
    assert.equal(here.overhead, 156 * PER_TOKEN);
  });

  it('says when the scenario is cut or names what there is not', () => {
    const said = asked(llama, { context: 200000, device: 'none-such' })
      .view()
      .assumptions.map((a) => a.message);
    assert.ok(said.some((m) => m.includes('cut to 131,072')));
    assert.ok(said.some((m) => m.includes('"none-such"')));
  });

  it('maps all blocks, the parts of each adding up to it', () => {
    const check = (block: BlockView) => {
      if (block.children.length === 0) return;
      for (const m of ['parameters', 'weightBytes', 'macs', 'elementOperations'] as const)
        assert.equal(
          block.children.reduce((sum, c) => sum + (c.values[m] ?? 0), 0),
          block.values[m],
          `${block.path} ${m}`,
        );
      block.children.forEach(check);
    };
    check(view.blocks.root);
    assert.equal(view.blocks.root.values.parameters, PARAMETERS);
    const kinds = new Map<string, string>();
    const collect = (b: BlockView) => {
      kinds.set(b.name, b.kind);
      b.children.forEach(collect);
    };
    collect(view.blocks.root);
    assert.equal(kinds.get('q_proj'), 'attention');
    assert.equal(kinds.get('mlp'), 'mlp');
    assert.equal(kinds.get('embed_tokens'), 'embedding');
    assert.equal(kinds.get('lm_head'), 'head');
  });

  it('lists layers as a tree that opens, each with the key that causes it', () => {
    const layers = asked(llama).layers({ mode: 'tree', open: [1, 2, 3, 4] });
    const row = (name: string) => layers.rows.find((r) => r.name === name)!;
    assert.equal(row('layers').repeat, 32);
    assert.equal(row('layers').expandable, true);
    assert.equal(row('layers').place?.label, 'num_hidden_layers');
    assert.equal(row('mlp').place?.label, 'intermediate_size');
    assert.equal(row('k_proj').place?.label, 'num_key_value_heads');
    assert.equal(row('embed_tokens').place?.label, 'vocab_size');
    assert.equal(row('gate_proj').depth, 3);
    // 32 x 4,096 x 14,336.
    assert.equal(row('gate_proj').parameters, '1.88 B');
    assert.equal(row('gate_proj').macs, '1.88 G');
    const { offset } = row('mlp').place!;
    assert.ok(offset !== undefined);
    const text = readFileSync(path.join(root, 'media/samples/llama-8b/config.json'), 'utf8');
    assert.ok(text.slice(offset).startsWith('"intermediate_size"'));
  });

  it('says what a block of attention is', () => {
    const { rows } = asked(llama).layers({ mode: 'tree', filter: 'q_proj' });
    // 32 heads of 4,096 / 32 = 128 over 8 of keys and values.
    assert.deepEqual(
      rows.map((r) => r.type),
      ['', '', 'GQA 32/8 × 128', 'MatMul'],
    );
  });

  it('filters with what holds a match around it, and searches names of all kinds', () => {
    const rows = asked(llama)
      .layers({ mode: 'tree', filter: 'Q_PROJ' })
      .rows.map((r) => r.name);
    assert.deepEqual(rows, ['model', 'layers', 'self_attn', 'q_proj']);
    const found = asked(llama).search({ text: 'lm_head' });
    assert.deepEqual(
      found.map((f) => [f.kind, f.name]),
      [
        ['operator', 'lm_head'],
        ['weight', 'lm_head.weight'],
      ],
    );
    assert.deepEqual(asked(llama).search({ text: '  ' }), []);
    assert.deepEqual(asked(llama).search(null), []);
    assert.deepEqual(
      asked(llama)
        .search({ text: 'batch' })
        .map((f) => f.kind),
      ['symbol'],
    );
  });

  it('sorts what is asked for, unknown last, and answers nonsense with defaults', () => {
    const shares = asked(llama)
      .layers({ mode: 'list', sort: 'macs', descending: true })
      .rows.map((r) => r.share ?? -1);
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => b - a),
    );
    for (const nonsense of [null, 7, { mode: {}, open: 'x', sort: 'constructor', offset: -1, count: 1e9 }])
      assert.equal(asked(llama).layers(nonsense).offset, 0);
  });

  it('times the operators on the chosen device', () => {
    const r = view.roofline;
    // Weights of 32 layers, input and output of one token, 2 B each, at 90 % of 1,008 GB/s.
    const bytes = 32 * 2 * (4096 * 14336 + 4096 + 14336);
    const gate = r?.points.find((p) => p.name === 'gate_proj');
    assert.ok(r && gate);
    assert.equal(gate.seconds, bytes / (0.9 * 1008e9));
    assert.equal(gate.bound, 'memory');
    assert.equal(gate.intensity, (32 * 2 * 4096 * 14336) / bytes);
    assert.ok(r.points.every((p, i, all) => i === 0 || p.seconds <= all[i - 1]!.seconds));
    const time = view.groups.find((g) => g.id === 'time')?.figures;
    assert.deepEqual(
      time?.map((f) => [f.id, f.certainty]),
      [
        ['time.seconds', 'estimated'],
        ['time.tokensPerSecond', 'estimated'],
        ['time.joules', 'estimated'],
      ],
    );
    const all = time?.[0]?.value;
    assert.ok(all && Math.abs(gate.share - gate.seconds / all) < 1e-12);
    assert.ok(Math.abs((view.blocks.root.values.seconds ?? 0) - all) < 1e-12);
    // Its sizes are exact, a time never is.
    assert.deepEqual(view.blocks.root.doubts, { seconds: { certainty: 'estimated' } });
    assert.equal(asked(llama).view().roofline, undefined);
    assert.equal(asked(llama).layers({ mode: 'list' }).rows[0]?.seconds, '');
  });

  it('advises for a goal, with what the technique changes', () => {
    const advice = asked(llama, { device: 'rtx-4090' }).advice({ goal: 'context' });
    assert.equal(advice.goal, 'context');
    assert.ok(advice.cards.length > 0);
    for (const card of advice.cards) {
      assert.ok(card.effects.length > 0, card.technique);
      assert.ok(card.references.length > 0, card.technique);
    }
    // 33 GB of weights do not fit 24 GiB.
    assert.equal(asked(llama, { device: 'rtx-4090', weights: 'fp32' }).advice({}).goal, 'fit');
  });
});

describe('the page of other models', () => {
  it('has no cache, no decode and an axis of its own for an encoder', () => {
    const answers = asked(sample('bert-base'));
    assert.equal(answers.head().decodes, false);
    const view = answers.view();
    assert.deepEqual(
      view.headline.map((f) => f.id),
      ['parameters.distinct', 'weights.scenario', 'prefill.matrixFlops', 'memory.total'],
    );
    assert.equal(view.memory?.axis, 'prompt');
    assert.equal(view.memory.points.at(-1)?.at, 512);
  });

  it('says which dimensions of a graph are free, and what is unknown without them', () => {
    const graph = new ModelOf()
      .input('image', [symbol('batch'), 3, symbol('height'), 8])
      .node('Relu', ['image'], ['y'])
      .model();
    const analysis = analysisOf(graph);
    const open = asked(analysis).view();
    assert.deepEqual(open.dimensions, [{ name: 'height', value: null }]);
    const operations = (v: typeof open) =>
      v.groups.flatMap((g) => g.figures).find((f) => f.id === 'prefill.elementOperations');
    assert.equal(operations(open)?.value, null);
    assert.equal(operations(open)?.text, 'unknown');
    assert.equal(open.blocks.root.values.elementOperations, null);
    assert.equal(open.blocks.root.doubts.elementOperations?.certainty, 'unknown');
    const [row] = asked(analysis).layers({ mode: 'list' }).rows;
    assert.equal(row?.elementOperations, 'unknown');
    assert.deepEqual([row.certainty, row.reason], ['unknown', 'dimension "height" has no value']);
    const set = asked(analysis, { batch: 2, dims: { height: 5 } }).view();
    assert.deepEqual(set.dimensions, [{ name: 'height', value: 5 }]);
    assert.equal(operations(set)?.value, 2 * 3 * 5 * 8);
  });

  it('says that shares are of what is known, where an operator is unknown', () => {
    const graph = (type: string, domain?: string) =>
      new ModelOf()
        .input('x', [4, 8])
        .input('w', [8, 16])
        .node('MatMul', ['x', 'w'], ['y'])
        .node(type, ['y'], ['z'], {}, domain)
        .model();
    const open = asked(analysisOf(graph('Mystery', 'com.example')));
    assert.deepEqual(
      open.view().blocks.ofKnown.filter((m) => m === 'macs'),
      ['macs'],
    );
    const rows = open.layers({ mode: 'list', sort: 'macs', descending: true });
    assert.equal(rows.isOfKnown, true);
    assert.equal(rows.rows[0]!.share, 1);
    assert.equal(open.layers({ mode: 'list', sort: 'parameters' }).isOfKnown, false);
    const whole = asked(analysisOf(graph('Relu')));
    assert.deepEqual(whole.view().blocks.ofKnown, []);
    assert.equal(whole.layers({ mode: 'list', sort: 'macs' }).isOfKnown, false);
  });

  it('pages through a long list and draws no more of it than can be seen', () => {
    const analysis = analysisOf(manyNodes(3000, [symbol('batch'), symbol('sequence'), 64]));
    const all = asked(analysis).layers({ mode: 'list', offset: 0, count: 5000 });
    assert.equal(all.rows.length, 500);
    assert.equal(all.total, analysis.model.operators.length);
    const page = asked(analysis).layers({ mode: 'list', offset: 100, count: 7 });
    assert.deepEqual(page.rows, all.rows.slice(100, 107));
    assert.equal(page.offset, 100);
    const { blocks } = asked(analysis).view();
    assert.ok(blocks.root.children.length <= 48);
    assert.ok(blocks.folded > 1000);
    const drawn = blocks.root.children.reduce((sum, c) => sum + (c.values.macs ?? 0), 0);
    assert.equal(drawn, blocks.root.values.macs);
  });
});

describe('a comparison', () => {
  const models = [sample('llama-8b'), sample('gpt2-small')].map((analysis) => ({
    uri: analysis.name,
    analysis,
  }));

  it('puts what differs first, with how many times it is', () => {
    const { rows } = compareModels(models, {});
    const first = rows.findIndex((r) => !r.differs);
    assert.ok(first < 0 || rows.slice(first).every((r) => !r.differs));
    const parameters = rows.find((r) => r.id === 'parameters.distinct');
    // GPT-2 small: 124,439,808; over 8,030,261,248 it is 0.0155.
    assert.deepEqual(parameters?.ratios, ['', '0.015×']);
    assert.equal(rows.find((r) => r.id === 'layers')?.values.join(), '32,12');
  });

  it('finds nothing between equal models, and says what cannot be read', () => {
    const same = compareModels([models[0]!, models[0]!], {});
    assert.ok(same.rows.every((r) => !r.differs));
    assert.deepEqual(same.rows.find((r) => r.id === 'parameters.distinct')?.ratios, ['', '=']);
    const broken = {
      uri: 'b',
      analysis: { kind: 'unreadable', name: 'b.onnx', message: 'It is empty.' },
    } as const;
    assert.equal(compareModels([models[0]!, broken], {}).models[1]?.problem, 'It is empty.');
  });
});
