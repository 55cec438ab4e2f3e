import assert from 'node:assert/strict';
import { foldEqual, groupByScopes, numbered, scopeOf } from '../../../src/core/costs/blocks';
import { costModel } from '../../../src/core/costs/costModel';
import type { Operator } from '../../../src/core/model/operator';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { blockTree } from '../../../src/core/views/blockTree';
import type { BlockNode } from '../../../src/core/views/blockTree';
import { GraphMaker } from './graph';

function named(name: string, metadata?: Record<string, string>): Operator {
  return {
    type: 'MatMul',
    domain: '',
    name,
    inputs: [],
    outputs: [],
    attributes: {},
    graph: 0,
    block: 0,
    metadata,
  };
}

function lines(node: BlockNode): string[] {
  const own = `${node.name} x${node.repeat} ${node.macs} MACs ${node.parameters} parameters`;
  return [own, ...node.children.flatMap(lines).map((l) => `  ${l}`)];
}

describe('costs: blocks of ONNX graphs', () => {
  it('scopes are read from exporter metadata, else from the node’s path', () => {
    const scopes = `['', 'model', 'model.layers.0', 'model.layers.0.mlp', 'linear_3']`;
    assert.deepEqual(scopeOf(named('n', { 'pkg.torch.onnx.name_scopes': scopes })), [
      'model',
      'layers.0',
      'mlp',
    ]);
    const namespace = ': Main/model: Llama/model.layers.12: Layer/linear_3: aten.linear.default';
    assert.deepEqual(scopeOf(named('n', { namespace })), ['model', 'layers.12']);
    assert.deepEqual(scopeOf(named('/model/layers.0/self_attn/q_proj/MatMul')), [
      'model',
      'layers.0',
      'self_attn',
      'q_proj',
    ]);
    assert.deepEqual(scopeOf(named('bert/encoder/layer_._0/attention/MatMul')), [
      'bert',
      'encoder',
      'layer_._0',
      'attention',
    ]);
    const script = { 'pkg.onnxscript.name_scopes': `['', 'model', 'layers.1', 'self_attn']` };
    assert.deepEqual(scopeOf(named('n', script)), ['model', 'layers.1', 'self_attn']);
    const parts = ': CausalLMModel/model: TextModel/layers.1: DecoderLayer/self_attn: Attention';
    assert.deepEqual(scopeOf(named('n', { namespace: parts })), ['model', 'layers.1', 'self_attn']);
    assert.deepEqual(scopeOf(named('MatMul_117')), []);
  });

  it('numbers belong to the names before them', () => {
    assert.deepEqual(numbered('layers.12'), ['layers', 12]);
    assert.deepEqual(numbered('layer_._0'), ['layer', 0]);
    assert.equal(numbered('self_attn'), undefined);
    assert.equal(numbered('12'), undefined);
  });

  it('equal layers fold into one that repeats, unequal ones stay', () => {
    const g = new GraphMaker();
    let x = g.input([1, 4]);
    const linear = (path: string, width: number, out: number) => {
      x = g.op('MatMul', [x, g.weight([width, out])], [[1, out]]);
      const last = g.operators.length - 1;
      g.operators[last] = { ...g.operators[last]!, name: `/${path}/MatMul` };
    };
    for (let i = 0; i < 3; i++) {
      linear(`model/layers.${i}/mlp/up`, 4, 8);
      linear(`model/layers.${i}/mlp/down`, 8, 4);
    }
    linear('model/layers.3/mlp/up', 4, 16);
    linear('head', 16, 2);
    g.outputs.push(x);
    const model = groupByScopes(g.model());
    assert.deepEqual(lines(blockTree(model, costModel(model), scenarioFor(model))), [
      'test x1 288 MACs 288 parameters',
      '  model x1 256 MACs 256 parameters',
      '    layers x3 192 MACs 192 parameters',
      '      mlp x1 192 MACs 192 parameters',
      '        up x1 96 MACs 96 parameters',
      '        down x1 96 MACs 96 parameters',
      '    layers.3 x1 64 MACs 64 parameters',
      '      mlp x1 64 MACs 64 parameters',
      '        up x1 64 MACs 64 parameters',
      '  head x1 32 MACs 32 parameters',
    ]);
  });

  it('a shared weight belongs to the block that holds its users; no scopes, no change', () => {
    const g = new GraphMaker();
    const w = g.weight([4, 4]);
    let x = g.input([1, 4]);
    for (const part of ['a/x', 'a/y']) {
      x = g.op('MatMul', [x, w], [[1, 4]]);
      const last = g.operators.length - 1;
      g.operators[last] = { ...g.operators[last]!, name: `${part}/MatMul` };
    }
    const model = groupByScopes(g.model());
    assert.equal(model.blocks[model.weights[0]!.block]!.name, 'a');
    const plain = new GraphMaker();
    plain.op('Relu', [plain.input([1])], [[1]]);
    const before = plain.model();
    assert.equal(groupByScopes(before), before);
  });

  it('folding keeps the order and leaves names without numbers alone', () => {
    const nodes = ['in', 'h.0', 'h.1', 'mid', 'h.2', 'out', 'out'].map((name) => ({ name }));
    const folded = foldEqual(
      nodes,
      () => '',
      (base, equal) => ({ name: `${base} x${equal.length}` }),
    );
    assert.deepEqual(
      folded.map((n) => n.name),
      ['in', 'h x3', 'mid', 'out', 'out'],
    );
  });
});
