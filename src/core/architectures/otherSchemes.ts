/**
 * The schemes of `quantization_config` beyond the common ones. Those whose layers stand in the modelling library itself are
 * exact (transformers 5.18, `integrations/`); AQLM's as its own package builds them. The others are an estimate: bits and
 * groups as the config tells them, 16 bits of scale for each group.
 */
import type { DType } from '../model/dtype';
import type { ConfigReader } from './configReader';
import { groups } from './quantisationScheme';
import type { Scheme, Stored } from './quantisationScheme';

/** The scheme that a method names; undefined for one that nobody knows. `dtype` is the model's own. */
export function otherScheme(method: string, q: ConfigReader, dtype: DType): Scheme | undefined {
  const exact = Object.hasOwn(EXACT, method) ? EXACT[method]!(q, dtype) : undefined;
  if (exact) return exact;
  const told = Object.hasOwn(TOLD, method) ? TOLD[method]!(q) : undefined;
  return told && estimated(method, told);
}

type Rule = (q: ConfigReader, dtype: DType) => Scheme | undefined;

const EXACT: Readonly<Record<string, Rule>> = {
  // EetqLinear: int8 [in, out], a scale for each output.
  eetq: () => ({
    name: 'eetq-int8',
    bits: 8,
    packed: false,
    stored: (out, inner) => [
      { ending: '.weight', dtype: 'int8', shape: [inner, out] },
      { ending: '.weight_scales', dtype: 'float16', shape: [out] },
    ],
  }),
  // BitLinear: four ternary weights in a byte, one scale. Trained online, the weights are stored whole.
  bitnet: (q, dtype) =>
    q.string('quantization_mode', 'offline') === 'online'
      ? undefined
      : {
          name: 'bitnet',
          bits: 2,
          packed: true,
          stored: (out, inner) => [
            { ending: '.weight', dtype: 'uint8', shape: [Math.floor(out / 4), inner] },
            { ending: '.weight_scale', dtype, shape: [1] },
          ],
        },
  // HiggsLinear: codes in 16-bit words, a scale for each group, two tables.
  higgs: (q, dtype) => {
    const bits = q.int('bits', 4);
    const group = q.int('group_size', 256);
    return {
      name: `higgs-${bits}bit`,
      bits,
      packed: true,
      stored: (out, inner) => [
        { ending: '.weight', dtype: 'int16', shape: [Math.floor((out * bits) / 16), inner] },
        { ending: '.scales', dtype, shape: [out, Math.floor(inner / Math.max(1, group))] },
        { ending: '.tables', dtype, shape: [2 ** Math.min(bits, 16)] },
        { ending: '.tables2', dtype, shape: [2 ** Math.min(bits, 16), 2 ** Math.min(bits, 16), 2] },
      ],
    };
  },
  // MetalLinear: affine codes in 32-bit words.
  metal: (q) => {
    const bits = q.int('bits', 4);
    const group = q.int('group_size', 64);
    return {
      name: `metal-int${bits}`,
      bits,
      packed: true,
      stored: (out, inner) => {
        const scales = [out, Math.floor(inner / Math.max(1, group))];
        return [
          { ending: '.weight', dtype: 'uint32', shape: [out, Math.floor((inner * bits) / 32)] },
          { ending: '.scales', dtype: 'float32', shape: scales },
          { ending: '.qbiases', dtype: 'float32', shape: scales },
        ];
      },
    };
  },
  // aqlm's QuantizedLinear: codes of groups of inputs, codebooks, a scale for each group of outputs.
  aqlm: (q) => {
    const [inGroup, outGroup] = [q.int('in_group_size', 8), q.int('out_group_size', 1)];
    const [books, bits] = [q.int('num_codebooks', 1), q.int('nbits_per_codebook', 16)];
    if (inGroup < 1 || outGroup < 1 || bits > 16) return undefined;
    return {
      name: `aqlm-${books}x${bits}`,
      bits: (books * bits) / (inGroup * outGroup),
      packed: true,
      stored: (out, inner) => {
        const rows = Math.floor(out / outGroup);
        return [
          {
            ending: '.codes',
            dtype: bits <= 8 ? 'int8' : 'int16',
            shape: [rows, Math.floor(inner / inGroup), books],
          },
          { ending: '.codebooks', dtype: 'float16', shape: [books, 2 ** bits, outGroup, inGroup] },
          { ending: '.scales', dtype: 'float16', shape: [rows, 1, 1, 1] },
        ];
      },
    };
  },
};

/** What a config tells of a scheme: bits of a weight, and how many share a scale (0: a row). */
interface Told {
  readonly bits: number;
  readonly group: number;
}

const NVFP4: Told = { bits: 4, group: 32 };

const TOLD: Readonly<Record<string, (q: ConfigReader) => Told | undefined>> = {
  hqq: (q) => {
    const own = q.child('quant_config').child('weight_quant_params');
    return sized(own.has('nbits') ? own : q, 'nbits', 64, 2);
  },
  sinq: (q) => sized(q, 'nbits', 64, 2),
  quanto: (q) => bitsIn(q.string('weights', 'int8')),
  spqr: (q) => sized(q, 'bits', 16),
  'auto-round': (q) => sized(q, 'bits', 128),
  intel: (q) => sized(q, 'bits', 128),
  gemma: (q) => sized(q, 'num_bits', 0),
  exl2: (q) => sized(q, 'bits', 0),
  torchao: (q) => bitsIn(JSON.stringify(q.raw('quant_type') ?? '')),
  quark: (q) => bitsIn(JSON.stringify(q.raw('global_quant_config') ?? '')),
  fp_quant: (q) => (q.bool('store_master_weights') ? undefined : bitsIn(q.string('forward_dtype', 'nvfp4'))),
  fouroversix: (q) => (q.bool('keep_master_weights') ? undefined : bitsIn(q.string('dtype', 'nvfp4'))),
  nvfp4: () => NVFP4,
  modelopt: (q) => bitsIn(q.string('quant_algo').toLowerCase()),
  vptq: (q) => {
    const layers = q.raw('config_for_layers');
    const first = typeof layers === 'object' && layers !== null ? Object.keys(layers)[0] : undefined;
    if (first === undefined) return undefined;
    const layer = q.child('config_for_layers').child(first);
    const last = (key: string) => layer.ints(key)?.at(-1) ?? -1;
    const length = last('vector_lens');
    if (length < 1) return undefined;
    const index = (centroids: number) => (centroids > 1 ? Math.log2(centroids) / length : 0);
    const bits = index(last('num_centroids')) + index(last('num_res_centroids'));
    return bits > 0 && bits <= 16 ? { bits, group: 0 } : undefined;
  },
};

/** Bits and group of a config; `numbers` are those of 16 bits that each group has. */
function sized(q: ConfigReader, key: string, group: number, numbers = 1): Told | undefined {
  const raw = q.raw(key);
  const bits = raw === undefined ? 4 : raw;
  if (typeof bits !== 'number' || !(bits > 0 && bits <= 16)) return undefined;
  const size = q.raw('group_size');
  const own = typeof size === 'number' && Number.isInteger(size) && size > 0 ? size : group;
  // Scale and zero point of a group are as one number for half of it.
  return { bits, group: own / numbers };
}

/** `int4`, `Int8WeightOnlyConfig`, `fp8_e4m3`, `nvfp4`: the bits in a name. */
function bitsIn(text: string): Told | undefined {
  if (/nvfp4/i.test(text)) return NVFP4;
  const found = /(?:u?int|float|fp|mxfp|uint)_?(\d)(?!\d)/i.exec(text);
  const bits = found ? Number(found[1]) : 0;
  return bits >= 1 && bits <= 8 ? { bits, group: bits === 8 ? 0 : 128 } : undefined;
}

function estimated(method: string, { bits, group }: Told): Scheme {
  const of = group > 0 ? `${group} weights` : 'row';
  return {
    name: method,
    bits,
    packed: true,
    assumed: `how ${method} packs is not known here: ${Math.round(bits * 1000) / 1000} bits a weight as the config tells and 16 for each ${of} are taken`,
    stored: (out, inner): readonly Stored[] => [
      { ending: '.weight', dtype: 'uint8', shape: [Math.ceil((out * inner * bits) / 8)] },
      { ending: '.scales', dtype: 'float16', shape: [out, groups(inner, group)] },
    ],
  };
}
