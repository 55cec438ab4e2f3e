/**
 * `quantization_config`: what the checkpoint of a quantised model stores instead of each linear weight. Layouts as the
 * schemes' own packers write them: GPTQ and AWQ (int32 words), bitsandbytes, FP8 with block or channel scales, MXFP4,
 * compressed-tensors.
 */
import { bitsOf } from '../model/dtype';
import type { DType } from '../model/dtype';
import type { Weight } from '../model/weight';
import type { Builder } from './builder';
import type { ConfigReader } from './configReader';
import { compressedTensors } from './compressedTensors';
import { otherScheme } from './otherSchemes';
import { groups, words } from './quantisationScheme';
import type { Scheme, Stored } from './quantisationScheme';
import { isLeftAlone } from './quantisedNames';

/** Replaces the weights that the scheme converts, adding scales and zero points. Reports a scheme that is not known. */
export function quantise(b: Builder, c: ConfigReader): void {
  const given = c.raw('quantization_config') ?? c.raw('compression_config');
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return;
  const q = c.child(c.raw('quantization_config') ? 'quantization_config' : 'compression_config');
  const scheme = schemeOf(q, b.dtype ?? 'bfloat16');
  b.facts.quantisation = scheme?.name ?? q.string('quant_method', 'unknown');
  const key = c.raw('quantization_config') ? 'quantization_config' : 'compression_config';
  if (keepsWhole(q)) {
    c.report(
      'assumption',
      'config.whole-weights',
      key,
      `The quantisation \`${b.facts.quantisation.slice(0, 40)}\` keeps whole weights and quantises them when it runs.`,
    );
    return;
  }
  if (!scheme) {
    const name = b.facts.quantisation.slice(0, 40);
    const assumed = `how \`${name}\` stores weights is not known: the bytes are those of unquantised weights, and the checkpoint holds fewer`;
    c.report('warning', 'config.unknown-quantisation', key, capital(`${assumed}.`));
    b.weights.forEach((w, id) => {
      if (w.role === 'parameter' && w.shape.length >= 2)
        b.weights[id] = {
          ...w,
          packing: { shape: w.shape, bits: bitsOf(w.dtype ?? b.dtype ?? 'bfloat16'), scheme: name, assumed },
        };
    });
    return;
  }
  if (scheme.assumed)
    c.report('assumption', 'config.estimated-quantisation', key, capital(`${scheme.assumed}.`));
  const looked = new Set<number>();
  const multiplied = new Map<number, boolean>();
  const last = new Set(b.outputs);
  for (const op of b.operators) {
    if (op.type === 'Gather') mark(b, op.inputs[0], (id) => looked.add(id));
    if (op.type === 'MatMul' || op.type === 'ExpertMatMul')
      mark(b, op.inputs[1], (id) =>
        multiplied.set(
          id,
          op.outputs.some((o) => last.has(o)),
        ),
      );
  }
  const count = b.weights.length;
  for (let id = 0; id < count; id++) {
    const w = b.weights[id]!;
    if (w.role !== 'parameter' || !multiplied.has(id) || looked.has(id) || multiplied.get(id)) continue;
    if (scheme.expertsOnly && w.activeFraction === undefined) continue;
    if (!isLeftAlone(w, b.blocks, q)) convert(b, id, w, scheme);
  }
}

/** Schemes for training, whose checkpoints are not packed. */
function keepsWhole(q: ConfigReader): boolean {
  return (
    q.bool('store_master_weights') ||
    q.bool('keep_master_weights') ||
    q.string('quantization_mode') === 'online'
  );
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function mark(b: Builder, value: number | undefined, then: (weight: number) => void): void {
  const weight = value === undefined ? undefined : b.values[value]?.weight;
  if (weight !== undefined) then(weight);
}

function convert(b: Builder, id: number, w: Weight, s: Scheme): void {
  const dims = w.shape.length;
  if (dims < 2) return;
  const lead = w.shape.slice(0, -2);
  const [out, inner] = w.shape.slice(-2) as [number, number];
  const fused = /gate_up_proj/.test(w.name) && dims === 3 ? 2 : 1;
  const parts = s.stored(out, inner, fused);
  const base = w.name.replace(/\.weight$/, '');
  const bare = base === w.name;
  parts.forEach((part, i) => {
    const name = bare
      ? `${base}${part.ending.replace(/^\.weight$/, '').replace('.', '_')}`
      : base + part.ending;
    const shape = [...lead, ...part.shape];
    if (i > 0)
      b.weights.push({
        name,
        ...(part.open ? { reason: part.open } : { dtype: part.dtype }),
        shape,
        role: 'quantisation',
        block: w.block,
      });
    else
      b.weights[id] = {
        ...w,
        name,
        dtype: part.dtype,
        shape,
        ...(s.packed
          ? {
              packing: {
                shape: w.shape,
                bits: s.bits,
                scheme: s.name,
                ...(s.assumed ? { assumed: s.assumed } : {}),
              },
            }
          : {}),
      };
  });
}

/** The scheme that a quantisation config names; undefined for one not known. */
function schemeOf(q: ConfigReader, dtype: DType): Scheme | undefined {
  const method = q.string(
    'quant_method',
    q.has('load_in_4bit') || q.has('load_in_8bit') ? 'bitsandbytes' : '',
  );
  const bits = q.int('bits', q.int('w_bit', 4));
  const group =
    q.raw('group_size') === -1 || q.raw('q_group_size') === -1
      ? 0
      : q.int('group_size', q.int('q_group_size', 128));
  if (method === 'gptq') return gptq(bits, group);
  if (method === 'awq') return awq(bits, group);
  if (method === 'bitsandbytes' || method === 'bitsandbytes_4bit' || method === 'bitsandbytes_8bit')
    return bitsandbytes(q, dtype);
  if (method === 'fp8') return fp8(q.ints('weight_block_size'), q.string('activation_scheme') === 'static');
  if (method === 'fbgemm_fp8') return channelScaled('fp8', 8, 'float8_e4m3fn', 'float32');
  if (method === 'mxfp4') return mxfp4;
  if (method === 'mxfp8') return mxfp8;
  if (method === 'compressed-tensors') return compressedTensors(q, dtype);
  return otherScheme(method, q, dtype);
}

function gptq(bits: number, group: number): Scheme {
  return {
    name: 'gptq',
    bits,
    packed: true,
    stored: (out, inner) => [
      { ending: '.qweight', dtype: 'int32', shape: [words(inner, bits), out] },
      { ending: '.qzeros', dtype: 'int32', shape: [groups(inner, group), words(out, bits)] },
      { ending: '.scales', dtype: 'float16', shape: [groups(inner, group), out] },
      { ending: '.g_idx', dtype: 'int32', shape: [inner] },
    ],
  };
}

function awq(bits: number, group: number): Scheme {
  return {
    name: 'awq',
    bits,
    packed: true,
    stored: (out, inner) => [
      { ending: '.qweight', dtype: 'int32', shape: [inner, words(out, bits)] },
      { ending: '.qzeros', dtype: 'int32', shape: [groups(inner, group), words(out, bits)] },
      { ending: '.scales', dtype: 'float16', shape: [groups(inner, group), out] },
    ],
  };
}

/** 4 bits: blocks of 64 with one scale each, itself in 8 bits in blocks of 256 when quantised twice. 8 bits: a scale per row. */
function bitsandbytes(q: ConfigReader, dtype: DType): Scheme {
  if (!q.bool('load_in_4bit')) {
    const stored = (out: number, inner: number): readonly Stored[] => [
      { ending: '.weight', dtype: 'int8', shape: [out, inner] },
      { ending: '.SCB', dtype: 'float32', shape: [out] },
      { ending: '.weight_format', dtype: 'uint8', shape: [] },
    ];
    return { name: 'bnb-int8', bits: 8, packed: false, stored };
  }
  const twice = q.bool('bnb_4bit_use_double_quant');
  const kind = q.string('bnb_4bit_quant_type', 'fp4');
  const stored = (out: number, inner: number): readonly Stored[] => {
    const blocks = Math.ceil((out * inner) / 64);
    const absmax = { ending: '.weight.absmax', dtype: twice ? 'uint8' : 'float32', shape: [blocks] } as const;
    const map = { ending: '.weight.quant_map', dtype: 'float32', shape: [16] } as const;
    const nested: readonly Stored[] = [
      { ending: '.weight.nested_absmax', dtype: 'float32', shape: [Math.ceil(blocks / 256)] },
      { ending: '.weight.nested_quant_map', dtype: 'float32', shape: [256] },
    ];
    const container = {
      ending: '.weight',
      dtype: 'uint8',
      shape: [Math.ceil((out * inner) / 2), 1],
    } as const;
    // How it was quantised, as JSON in bytes; doubly quantised with a number of the data in it.
    const told = `{"quant_type": "${kind}", "blocksize": 64, "dtype": "${dtype}", "shape": [${out}, ${inner}]}`;
    const state: Stored = {
      ending: `.weight.quant_state.bitsandbytes__${kind}`,
      dtype: 'uint8',
      shape: twice ? [0] : [told.length],
      ...(twice ? { open: 'state of bitsandbytes, whose length depends on the data' } : {}),
    };
    return [container, absmax, map, ...(twice ? nested : []), state];
  };
  return { name: `bnb-${kind}`, bits: 4, packed: true, stored };
}

/** FP8 with a scale per block of, say, 128 x 128; one for the whole tensor without blocks. */
function fp8(block: readonly number[] | undefined, still: boolean): Scheme {
  const [rows, columns] = block && block[0]! > 0 && block[1]! > 0 ? (block as [number, number]) : [0, 0];
  return {
    name: 'fp8',
    bits: 8,
    packed: false,
    stored: (out, inner, fused) => [
      { ending: '.weight', dtype: 'float8_e4m3fn', shape: [out, inner] },
      rows > 0
        ? {
            ending: '.weight_scale_inv',
            dtype: 'float32',
            shape: [fused * Math.ceil(out / fused / rows), Math.ceil(inner / columns)],
          }
        : { ending: '.weight_scale_inv', dtype: 'float32', shape: fused > 1 ? [fused] : [] },
      ...(still ? [{ ending: '.activation_scale', dtype: 'float32', shape: [] } as const] : []),
    ],
  };
}

function channelScaled(name: string, bits: number, dtype: DType, scale: DType): Scheme {
  return {
    name,
    bits,
    packed: false,
    stored: (out, inner) => [
      { ending: '.weight', dtype, shape: [out, inner] },
      { ending: '.weight_scale', dtype: scale, shape: [out, 1] },
    ],
  };
}

/** FP8 with one 8-bit exponent for each 32 inputs. */
const mxfp8: Scheme = {
  name: 'mxfp8',
  bits: 8,
  packed: false,
  stored: (out, inner) => [
    { ending: '.weight', dtype: 'float8_e4m3fn', shape: [out, inner] },
    { ending: '.weight_scale_inv', dtype: 'uint8', shape: [out, Math.ceil(inner / 32)] },
  ],
};

/** Blocks of 32 in 16 bytes with one 8-bit exponent; experts only. */
const mxfp4: Scheme = {
  name: 'mxfp4',
  bits: 4,
  packed: true,
  expertsOnly: true,
  stored: (inner, out) => [
    { ending: '.blocks', dtype: 'uint8', shape: [out, Math.ceil(inner / 32), 16] },
    { ending: '.scales', dtype: 'uint8', shape: [out, Math.ceil(inner / 32)] },
  ],
};
