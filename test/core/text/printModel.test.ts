import { strict as assert } from 'node:assert';
import { readOnnx } from '../../../src/core/readers/onnx/readOnnx';
import { readText } from '../../../src/core/readers/onnxtxt/readText';
import { costModel } from '../../../src/core/costs/costModel';
import { groupByScopes } from '../../../src/core/costs/blocks';
import { inferShapes } from '../../../src/core/shapes/inferShapes';
import { printModel } from '../../../src/core/text/printModel';
import { TextIndex } from '../../../src/core/text/textIndex';
import { textLenses } from '../../../src/core/views/onnxText/lenses';
import { textFolds, textSymbols } from '../../../src/core/views/onnxText/symbols';
import { chain } from '../../bench/models';
import { memorySource } from '../../../src/core/bytes/byteSource';
import { modelBytes, node, port, tensor } from '../../support/onnxBuilder';

async function modelOfBytes(bytes: Uint8Array) {
  const read = await readOnnx(memorySource(bytes), { name: 'made.onnx' });
  assert.ok(read.kind === 'model');
  return { file: read.model, shaped: groupByScopes(inferShapes(read.model).model) };
}

/** 64 x 64 float32 beginning with these, little endian, as raw_data. */
function floats(...first: number[]): Uint8Array {
  const bytes = new Uint8Array(64 * 64 * 4);
  const view = new DataView(bytes.buffer);
  first.forEach((v, i) => view.setFloat32(4 * i, v, true));
  return bytes;
}

describe('the text of a model', () => {
  it('shows the first values of large weights, and how many there are', async () => {
    const half = new Uint8Array(64 * 64 * 2);
    // 1.5 in float16 is 0x3e00, -2 is 0xc000.
    half.set([0x00, 0x3e, 0x00, 0xc0]);
    const { file, shaped } = await modelOfBytes(
      modelBytes({
        input: [port('x', 1, 2, 64)],
        output: [port('y', 1, 2, 64)],
        initializer: [
          tensor('w', 1, [64, 64], floats(1.5, -2, 0.25, 3)),
          tensor('h', 10, [64, 64], half),
          tensor(
            'b',
            3,
            [16384],
            Uint8Array.from({ length: 16384 }, (_, i) => 256 - i),
          ),
        ],
        node: [node('MatMul', ['x', 'w'], ['y'])],
      }),
    );
    const { text } = printModel(file, shaped);
    assert.ok(text.includes('float[64, 64] w = {1.5, -2.0, 0.25, 3.0},  # ... 4,096 elements, 16,384 B\n'));
    // The syntax writes float16 as bit patterns: what they mean stands in the comment.
    assert.ok(
      text.includes('float16[64, 64] h = {},  # 1.5, -2.0, 0.0, 0.0, ... 4,096 elements, 8,192 B\n'),
      text,
    );
    assert.ok(text.includes('int8[16384] b = {0, -1, -2, -3}  # ... 16,384 elements, 16,384 B\n'), text);
    // A preview is no content: reading the text back, the weight has its size and no values.
    const back = readText(text, 'back');
    assert.ok(back.kind === 'model');
    assert.deepEqual(back.model.problems, []);
    assert.deepEqual(
      back.model.weights.map((w) => [w.name, w.storage?.bytes]),
      [
        ['w', 16384],
        ['h', 8192],
        ['b', 16384],
      ],
    );
  });

  it('says how many operators it leaves out when an editor would take no more, and keeps the rest usable', async () => {
    const { file, shaped } = await modelOfBytes(chain(1000));
    const whole = printModel(file, shaped);
    assert.equal(whole.map.cut, 0);
    const { text, map } = printModel(file, shaped, { mostCharacters: 20_000 });
    const written = [...map.start].filter((at) => at >= 0).length;
    assert.ok(written > 100 && written < 1000);
    assert.equal(map.cut, 1000 - written);
    const left = (1000 - written).toLocaleString('en-US');
    assert.ok(
      text.includes(
        `# ${left} operators of chain are left out here: editors hand extensions no text over 50 MiB.\n`,
      ),
    );
    // One line more than the limit at most, and the closing.
    assert.ok(text.length < 20_000 + 500);
    const index = new TextIndex(text, map, file);
    const analysis = {
      kind: 'model',
      name: 'chain',
      model: shaped,
      costs: costModel(shaped),
      declared: file,
    } as const;
    const [main] = textLenses({ analysis, index });
    assert.ok(main && main.offset === map.graphs[0]!.start);
    assert.equal(textSymbols({ analysis, index })[0]!.end, map.graphs[0]!.end);
    assert.ok(textFolds({ analysis, index }).every((f) => f.start <= f.end && f.end <= text.length));
    // A value that is made in what was left out is found nowhere; one before is.
    assert.equal(index.definitionOf(file.operators[999]!.outputs[0]!), undefined);
    const made = file.operators[0]!.outputs[0]!;
    assert.equal(index.placesOf(made).length, 2);
  });
});
