/**
 * compressed-tensors: what its own compressors store for a linear weight, by the first group of `config_groups`. Formats
 * and shapes as the package writes them (test/oracle/quantised_layers.py records every preset).
 */
import type { DType } from '../model/dtype';
import type { ConfigReader } from './configReader';
import { groups, words } from './quantisationScheme';
import type { Scheme, Stored } from './quantisationScheme';

/** The scheme of a config; undefined for a format without a rule here. `dtype` is the model's own, which scales have. */
export function compressedTensors(q: ConfigReader, dtype: DType): Scheme | undefined {
  const all = q.raw('config_groups');
  const first = typeof all === 'object' && all !== null ? Object.keys(all)[0] : undefined;
  if (first === undefined) return undefined;
  const group = q.child('config_groups').child(first);
  const w = group.child('weights');
  const bits = w.int('num_bits', 8);
  const format = group.has('format') ? group.string('format') : q.string('format');
  const float = w.string('type', 'int') === 'float';
  const inputs = group.child('input_activations');
  if (/^(float|int|naive)-quantized$|^mxfp8-quantized$/.test(format)) {
    const container: DType = float ? 'float8_e4m3fn' : 'int8';
    const scale: DType = format === 'mxfp8-quantized' ? 'uint8' : dtype;
    const still = inputs.raw('dynamic') === false && inputs.has('num_bits');
    return {
      name: `compressed-${container}`,
      bits: 8,
      packed: false,
      stored: (out, inner) => {
        const scales = scaleShape(w, out, inner);
        return [
          { ending: '.weight', dtype: container, shape: [out, inner] },
          { ending: '.weight_scale', dtype: scale, shape: scales },
          ...some(!float && !w.bool('symmetric', true), {
            ending: '.weight_zero_point',
            dtype: 'int8',
            shape: scales,
          }),
          ...some(still, { ending: '.input_scale', dtype, shape: [1] }),
        ];
      },
    };
  }
  if (format === 'pack-quantized')
    return {
      name: `compressed-int${bits}`,
      bits,
      packed: true,
      stored: (out, inner) => {
        const scales = scaleShape(w, out, inner);
        const zero = [words(out, bits), scales[1] ?? 1];
        const packs = ['group', 'channel'].includes(w.string('strategy'));
        return [
          { ending: '.weight_packed', dtype: 'int32', shape: [out, words(inner, bits)] },
          { ending: '.weight_scale', dtype, shape: scales },
          { ending: '.weight_shape', dtype: 'int64', shape: [2] },
          ...some(packs && !w.bool('symmetric', true), {
            ending: '.weight_zero_point',
            dtype: 'int32',
            shape: zero,
          }),
        ];
      },
    };
  return packedFloat(format, inputs);
}

/** NVFP4, MXFP4 and MXFP6: codes in bytes, a scale per short block, and for NVFP4 one scale over all. */
function packedFloat(format: string, inputs: ConfigReader): Scheme | undefined {
  const found = /^(nvfp4|mxfp4|mxfp6)-pack-quantized$/.exec(format);
  if (!found) return undefined;
  const name = found[1]!;
  const bits = name === 'mxfp6' ? 6 : 4;
  const nv = name === 'nvfp4';
  const whole = (ending: string): Stored => ({ ending, dtype: 'float32', shape: [1] });
  return {
    name: `compressed-${name}`,
    bits,
    packed: true,
    stored: (out, inner) => [
      { ending: '.weight_packed', dtype: 'uint8', shape: [out, Math.ceil((inner * bits) / 8)] },
      {
        ending: '.weight_scale',
        dtype: nv ? 'float8_e4m3fn' : 'uint8',
        shape: [out, Math.ceil(inner / (nv ? 16 : 32))],
      },
      ...some(nv, whole('.weight_global_scale')),
      ...some(nv && inputs.string('strategy') === 'tensor_group', whole('.input_global_scale')),
    ],
  };
}

function scaleShape(w: ConfigReader, out: number, inner: number): readonly number[] {
  const strategy = w.string('strategy', w.has('group_size') ? 'group' : 'tensor');
  if (strategy === 'tensor') return [1];
  if (strategy === 'block') {
    const [rows = 128, columns = 128] = w.ints('block_structure') ?? [];
    return [groups(out, rows), groups(inner, columns)];
  }
  return [out, strategy === 'channel' ? 1 : groups(inner, w.int('group_size', 128))];
}

const some = (there: boolean, tensor: Stored): readonly Stored[] => (there ? [tensor] : []);
