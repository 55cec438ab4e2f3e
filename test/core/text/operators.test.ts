import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { operatorTypes, signatureOf, signatureText, versionsOf } from '../../../src/core/text/operators';

describe('the operators of the standard', () => {
  it('have their inputs, outputs and attributes by version, as the standard lists them', () => {
    // https://onnx.ai/onnx/operators/onnx__Softmax.html: version 1 flattens at axis 1, version 13 takes the last.
    const axis = (opset: number) => signatureOf('', 'Softmax', opset)!.attributes[0]!;
    assert.deepEqual(axis(11), { name: 'axis', type: 'int', isRequired: false, default: '1' });
    assert.deepEqual(axis(13), { name: 'axis', type: 'int', isRequired: false, default: '-1' });
    // https://onnx.ai/onnx/operators/onnx__Conv.html
    assert.equal(signatureText(signatureOf('', 'Conv')!), 'Conv (X, W, B?) → Y');
    assert.equal(signatureText(signatureOf('', 'Concat')!), 'Concat (inputs...) → concat_result');
    assert.equal(signatureOf('', 'Cast')!.attributes.find((a) => a.name === 'to')!.isRequired, true);
    // https://onnx.ai/onnx/operators/onnx__Squeeze.html: axes became an input in version 13.
    assert.equal(signatureText(signatureOf('', 'Squeeze', 11)!), 'Squeeze (data) → squeezed');
    assert.equal(signatureText(signatureOf('', 'Squeeze', 13)!), 'Squeeze (data, axes?) → squeezed');
    // https://onnx.ai/onnx/operators/onnx__Upsample.html: deprecated since version 10.
    assert.deepEqual(versionsOf('', 'Upsample'), { since: 1, until: 10 });
    assert.equal(signatureOf('', 'Upsample', 10), undefined);
    assert.ok(signatureOf('', 'Upsample', 9));
    // https://onnx.ai/onnx/operators/onnx__Gelu.html
    assert.deepEqual(versionsOf('', 'Gelu'), { since: 20 });
    assert.equal(signatureOf('', 'Gelu', 19), undefined);
    assert.equal(versionsOf('', 'MatMull'), undefined);
  });

  it('are all of the standard’s and of com.microsoft', () => {
    const { domains } = JSON.parse(
      readFileSync(path.resolve(__dirname, '../../fixtures/shapes/operators.json'), 'utf8'),
    ) as { domains: Record<string, Record<string, number[]>> };
    for (const domain of ['', 'ai.onnx.ml', 'com.microsoft'])
      for (const type of Object.keys(domains[domain]!))
        assert.ok(versionsOf(domain, type), `${domain} ${type}`);
    // Withdrawn ones are not offered.
    assert.ok(!operatorTypes('').includes('Upsample') && operatorTypes('').includes('Resize'));
  });
});
