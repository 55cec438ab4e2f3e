import assert from 'node:assert/strict';
import { symbol } from '../../../src/core/model/expression';
import { evaluate } from '../../../src/core/model/evaluate';
import { printExpression, printShape } from '../../../src/core/model/print';
import { inferShapes } from '../../../src/core/shapes/inferShapes';
import type { ShapedModel } from '../../../src/core/shapes/inferShapes';
import { contentText } from '../../support/inferOne';
import { ModelOf } from '../../support/modelOf';

const n = symbol('n');

function shape(m: ModelOf, shaped: ShapedModel, name: string): string {
  return printShape(shaped.model.values[m.value(name)]!.shape);
}

function content(m: ModelOf, shaped: ShapedModel, name: string): string {
  return contentText(shaped.model.values[m.value(name)]);
}

describe('shapes: contents carried through shape arithmetic', () => {
  it('keeps symbols from Shape to Reshape, as exports split heads', () => {
    const m = new ModelOf(17).input('x', [symbol('batch'), symbol('sequence'), 768]);
    m.constant('0', [0], []).constant('1', [1], []).constant('front', [0]).constant('heads', [12, 64]);
    m.node('Shape', ['x'], ['s']).node('Gather', ['s', '0'], ['b']).node('Gather', ['s', '1'], ['l']);
    m.node('Unsqueeze', ['b', 'front'], ['b1']).node('Unsqueeze', ['l', 'front'], ['l1']);
    m.node('Concat', ['b1', 'l1', 'heads'], ['target'], { axis: 0 }).node('Reshape', ['x', 'target'], ['y']);
    m.node('Mul', ['b', 'l'], ['tokens']).node('Range', ['0', 'tokens', '1'], ['positions']);
    const shaped = inferShapes(m.model());
    assert.equal(content(m, shaped, 'target'), 'batch, sequence, 12, 64');
    assert.equal(shape(m, shaped, 'y'), '[batch, sequence, 12, 64]');
    assert.equal(shape(m, shaped, 'positions'), '[batch*sequence]');
  });

  it("decides Where(Equal(shape, -1), ...) as torch's expand writes it", () => {
    const m = new ModelOf(17).input('x', [n, 1]).constant('minus', [-1, -1]).constant('ones', [1, 1]);
    m.input('y', [n, 4]).node('Shape', ['y'], ['s']).node('Equal', ['s', 'minus'], ['is']);
    m.node('Where', ['is', 'ones', 's'], ['to']).node('Expand', ['x', 'to'], ['z']);
    const shaped = inferShapes(m.model());
    assert.equal(content(m, shaped, 'is'), '0, 0');
    assert.equal(shape(m, shaped, 'z'), '[n, 4]');
  });

  it('follows arithmetic, Cast, Floor, Min, Max, ReduceProd, partly known vectors', () => {
    const m = new ModelOf(17)
      .input('x', [n, 6, 8])
      .input('k', [1], 'int64')
      .constant('half', [0.5], [1], 'float32');
    m.node('Shape', ['x'], ['s']).node('Cast', ['s'], ['f'], { to: 1 }).node('Mul', ['f', 'half'], ['g']);
    m.node('Floor', ['g'], ['fl']).node('Cast', ['fl'], ['i'], { to: 7 });
    m.node('ReduceProd', ['s'], ['p'], { keepdims: 0 }).node('Size', ['x'], ['size']);
    m.node('Concat', ['k', 's'], ['partly'], { axis: 0 }).node('ConstantOfShape', ['partly'], ['made']);
    const shaped = inferShapes(m.model());
    assert.equal(content(m, shaped, 'i'), 'floor(n/2), 3, 4');
    assert.equal(content(m, shaped, 'p'), '48*n');
    assert.equal(content(m, shaped, 'size'), '48*n');
    assert.equal(content(m, shaped, 'partly'), '?, n, 6, 8');
    assert.match(shape(m, shaped, 'made'), /^\[ConstantOfShape_\d+\.0, n, 6, 8\]$/);
  });

  it('names sizes that data decides after the node, and counts with them', () => {
    const m = new ModelOf(17).input('x', [n]).constant('1', [1]);
    m.node('NonZero', ['x'], ['at'])
      .node('Transpose', ['at'], ['rows'])
      .node('GatherND', ['x', 'rows'], ['picked']);
    m.node('Concat', ['picked', 'x'], ['both'], { axis: 0 });
    const shaped = inferShapes(m.model());
    assert.equal(shape(m, shaped, 'picked'), '[NonZero_0.count]');
    assert.equal(shape(m, shaped, 'both'), '[NonZero_0.count + n]');
  });
});

describe('shapes: control flow', () => {
  /** If with branches [n, 2] and [n, 3]. */
  function branches(m: ModelOf, condition: string): ModelOf {
    const yes = m.graph((g) => g.node('Concat', ['x', 'x'], ['a'], { axis: 1 }), ['a']);
    const no = m.graph((g) => g.node('Concat', ['x', 'x', 'x'], ['b'], { axis: 1 }), ['b']);
    return m.node('If', [condition], ['y'], { then_branch: yes, else_branch: no });
  }

  it('takes the branch of a known condition and joins both of an unknown one', () => {
    const known = new ModelOf(17).input('x', [n, 1]).constant('c', [0], [], 'bool');
    assert.equal(shape(known, inferShapes(branches(known, 'c').model()), 'y'), '[n, 3]');
    const open = new ModelOf(17).input('x', [n, 1]).input('c', [], 'bool');
    assert.equal(shape(open, inferShapes(branches(open, 'c').model()), 'y'), '[n, If_2.0.1]');
  });

  function loop(trips: (m: ModelOf) => ModelOf, grow: boolean): { m: ModelOf; shaped: ShapedModel } {
    const m = trips(new ModelOf(17).input('x', [1, 4]).constant('go', [1], [], 'bool'));
    const body = m.graph(
      (g) => {
        g.input('i', [], 'int64').input('c', [], 'bool').input('state', undefined);
        g.node('Identity', ['c'], ['c2']);
        g.node(
          grow ? 'Concat' : 'Relu',
          grow ? ['state', 'x'] : ['state'],
          ['next'],
          grow ? { axis: 0 } : {},
        );
        g.node('Neg', ['x'], ['scan']);
      },
      ['c2', 'next', 'scan'],
    );
    m.node('Loop', ['trips', 'go', 'x'], ['last', 'all'], { body });
    return { m, shaped: inferShapes(m.model()) };
  }

  it('follows few known rounds: a state that grows by a row each time', () => {
    const { m, shaped } = loop((g) => g.constant('trips', [3], []), true);
    assert.equal(shape(m, shaped, 'last'), '[4, 4]');
    assert.equal(shape(m, shaped, 'all'), '[3, 1, 4]');
  });

  it('keeps what holds in every round when the trip count is data', () => {
    const steady = loop((g) => g.input('trips', [], 'int64'), false);
    assert.equal(shape(steady.m, steady.shaped, 'last'), '[1, 4]');
    assert.equal(shape(steady.m, steady.shaped, 'all'), '[Loop_3.trips, 1, 4]');
    const growing = loop((g) => g.input('trips', [], 'int64'), true);
    const last = growing.shaped.model.values[growing.m.value('last')]!.shape!;
    assert.equal(last[1], 4);
    assert.notEqual(typeof last[0], 'number');
  });

  it('scans: slices in, slices stacked out', () => {
    const m = new ModelOf(17).input('start', [2]).input('xs', [n, 2]);
    const body = m.graph(
      (g) =>
        g
          .input('s', undefined)
          .input('x', undefined)
          .node('Add', ['s', 'x'], ['sum'])
          .node('Identity', ['sum'], ['out']),
      ['sum', 'out'],
    );
    m.node('Scan', ['start', 'xs'], ['end', 'sums'], { body, num_scan_inputs: 1, scan_output_axes: [1] });
    const shaped = inferShapes(m.model());
    assert.equal(shape(m, shaped, 'end'), '[2]');
    assert.equal(shape(m, shaped, 'sums'), '[2, n]');
  });

  it('maps sequences element by element, and joins them again', () => {
    const m = new ModelOf(17).input('a', [2, 3]).input('b', [5, 3]);
    const body = m.graph((g) => g.input('e', undefined).node('Transpose', ['e'], ['t']), ['t']);
    m.node('SequenceConstruct', ['a', 'b'], ['s']).node('SequenceMap', ['s'], ['mapped'], { body });
    m.node('ConcatFromSequence', ['mapped'], ['all'], { axis: 1 }).constant('1', [1], []);
    m.node('SequenceAt', ['s', '1'], ['second']).node('SequenceLength', ['s'], ['length']);
    const shaped = inferShapes(m.model());
    assert.equal(shape(m, shaped, 'all'), '[3, 7]');
    assert.equal(shape(m, shaped, 'second'), '[5, 3]');
    assert.equal(content(m, shaped, 'length'), '2');
  });

  it('infers a local function once for each call, and lends each call a body of its own', () => {
    const m = new ModelOf(17).input('x', [n, 4]).input('y', [2, 3]);
    m.localFunction('Double', (g) => g.input('v', undefined).node('Concat', ['v', 'v'], ['w'], { axis: 0 }), [
      'w',
    ]);
    m.node('Double', ['x'], ['x2'], {}, 'local').node('Double', ['y'], ['y2'], {}, 'local');
    const before = m.model();
    const counts = [before.values.length, before.operators.length, before.graphs.length];
    const shaped = inferShapes(before);
    assert.equal(shape(m, shaped, 'x2'), '[2*n, 4]');
    assert.equal(shape(m, shaped, 'y2'), '[4, 3]');
    const bodies = shaped.model.operators.flatMap((op) => {
      const body = op.type === 'Double' ? op.attributes['body'] : undefined;
      return body?.kind === 'graph' ? [shaped.model.graphs[body.value]!] : [];
    });
    assert.deepEqual(
      bodies.map((g) => g.kind),
      ['function', 'function'],
    );
    assert.deepEqual(bodies[0]!.inputs, [m.value('x')]);
    assert.deepEqual(bodies[1]!.outputs, [m.value('y2')]);
    assert.deepEqual([before.values.length, before.operators.length, before.graphs.length], counts);
  });
});

describe('shapes: claims, unknown operators, bindings', () => {
  it('computes over a stale claim and says so', () => {
    const m = new ModelOf(17).input('x', [2, 3]).claim('y', [2, 4]).node('Relu', ['x'], ['y']);
    const shaped = inferShapes(m.model());
    assert.equal(shape(m, shaped, 'y'), '[2, 3]');
    assert.deepEqual(shaped.stale, [m.value('y')]);
    assert.match(shaped.problems[0]!.message, /'y' has shape \[2, 4\]; computed is \[2, 3\]/);
  });

  it('leaves an unknown operator open, goes on, and names its share', () => {
    const m = new ModelOf(17).input('x', [2, 3]).node('Strange', ['x'], ['y'], {}, 'my.domain');
    m.node('Relu', ['x'], ['z']).node('ATen', ['x'], ['w']).node('Relu', ['x'], ['v']);
    const shaped = inferShapes(m.model());
    assert.equal(shape(m, shaped, 'y'), 'unknown');
    assert.equal(shape(m, shaped, 'z'), '[2, 3]');
    assert.deepEqual(
      shaped.unknownOperators.map((u) => [u.domain, u.type, u.count, u.share]),
      [
        ['my.domain', 'Strange', 1, 0.25],
        ['', 'ATen', 1, 0.25],
      ],
    );
  });

  it('binds symbols and whole inputs, and a bound expression is the evaluated one', () => {
    const m = () => {
      const g = new ModelOf(17).input('x', [symbol('batch'), symbol('past + sequence'), undefined]);
      return g.node('Concat', ['x', 'x'], ['y'], { axis: 1 });
    };
    const free = inferShapes(m().model());
    assert.equal(shape(m(), free, 'y'), '[batch, 2*past + 2*sequence, x.2]');
    const dims = { batch: 2, past: 3, sequence: 4 };
    assert.equal(shape(m(), inferShapes(m().model(), { dims }), 'y'), '[2, 14, x.2]');
    assert.equal(shape(m(), inferShapes(m().model(), { inputs: { x: [2, 7, 5] } }), 'y'), '[2, 14, 5]');
    const [, length] = free.model.values[m().value('y')]!.shape!;
    assert.equal(evaluate(length!, dims), 14);
    assert.equal(printExpression(length!), '2*past + 2*sequence');
  });

  it('never throws for what is no valid model', () => {
    const m = new ModelOf(17).input('x', [2, 3]).constant('big', [1e12, 1e12]);
    m.node('Reshape', ['x'], ['a'])
      .node('Transpose', ['x'], ['b'], { perm: [5, 9] })
      .node('Gather', [], ['c']);
    m.node('ConstantOfShape', ['big'], ['d']).node('Expand', ['x', 'big'], ['e']).node('Concat', [], ['f']);
    m.node('If', ['x'], ['g'], { then_branch: { kind: 'graph', value: 77 } }).node('Loop', [], ['h']);
    m.node('Conv', ['x', 'x'], ['i'])
      .node('Einsum', ['x'], ['j'], { equation: 'ijk->z' })
      .node('Tile', ['x', 'x'], ['k']);
    m.node('Pad', ['x', 'big'], ['l'])
      .node('Slice', ['x', 'x', 'x'], ['m'])
      .node('Squeeze', ['x', 'big'], ['n']);
    assert.doesNotThrow(() => inferShapes(m.model()));
  });

  it('stops expressions and loops that grow without end', function () {
    this.timeout(10_000);
    const m = new ModelOf(17)
      .input('x', [n, symbol('k')])
      .constant('go', [1], [], 'bool')
      .constant('many', [61], []);
    m.node('Size', ['x'], ['s0']).node('Add', ['s0', 's0'], ['t']);
    for (let i = 0; i < 200; i++)
      m.node(i % 2 ? 'Mul' : 'Add', [`s${i}`, i % 3 ? `s${i}` : 't'], [`s${i + 1}`]);
    const nested = (depth: number): ReturnType<ModelOf['graph']> =>
      m.graph(
        (g) => {
          g.input(`i${depth}`, [], 'int64').input(`c${depth}`, [], 'bool').input(`v${depth}`, undefined);
          if (depth < 5)
            g.node('Loop', ['many', 'go', `v${depth}`], [`w${depth}`], { body: nested(depth + 1) });
          else g.node('Transpose', [`v${depth}`], [`w${depth}`]);
          g.node('Identity', [`c${depth}`], [`d${depth}`]);
        },
        [`d${depth}`, `w${depth}`],
      );
    m.input('start', [2, 3]).node('Loop', ['many', 'go', 'start'], ['end'], { body: nested(0) });
    const shaped = inferShapes(m.model());
    assert.ok(shaped.problems.some((p) => p.code === 'shapes.too-long'));
    assert.equal(content(m, shaped, 's200'), '');
  });
});
