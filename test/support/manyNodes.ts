import type { Model } from '../../src/core/model/model';
import type { Shape } from '../../src/core/model/value';
import { ModelOf } from './modelOf';

/** A model of so many nodes: attention-like blocks with the shape arithmetic that exports have between them. */
export function manyNodes(count: number, input: Shape): Model {
  const m = new ModelOf(17).input('x', input);
  m.input('w', [64, 64]).input('b', [64]);
  m.constant('zero', [0], []).constant('one', [1], []).constant('front', [0]);
  m.constant('heads', [4]).constant('rest', [-1]);
  let n = 0;
  let x = 'x';
  const add = (type: string, inputs: readonly string[], attributes = {}): string => {
    const out = `v${n++}`;
    m.node(type, inputs, [out], attributes);
    return out;
  };
  while (n + 20 <= count) {
    let h = add('MatMul', [x, 'w']);
    h = add('Add', [h, 'b']);
    const shape = add('Shape', [h]);
    const batch = add('Unsqueeze', [add('Gather', [shape, 'zero']), 'front']);
    const length = add('Unsqueeze', [add('Gather', [shape, 'one']), 'front']);
    const target = add('Concat', [batch, length, 'heads', 'rest'], { axis: 0 });
    const q = add('Transpose', [add('Reshape', [h, target])], { perm: [0, 2, 1, 3] });
    const k = add('Transpose', [q], { perm: [0, 1, 3, 2] });
    const s = add('Softmax', [add('MatMul', [q, k])]);
    const o = add('Transpose', [add('MatMul', [s, q])], { perm: [0, 2, 1, 3] });
    const back = add('Concat', [batch, length, 'rest'], { axis: 0 });
    const y = add('Add', [add('Reshape', [o, back]), x]);
    x = add('Mul', [y, add('Sigmoid', [y])]);
  }
  return m.model();
}
