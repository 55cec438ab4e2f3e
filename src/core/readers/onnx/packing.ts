import { product } from '../../model/arithmetic';
import { bitsOf } from '../../model/dtype';
import type { Packing, Weight } from '../../model/weight';
import type { Use } from './uses';

/** Inputs of QMoE that hold packed experts. */
const MOE_EXPERTS = [2, 5, 8];

/**
 * The matrix that a packed container stands for, from the operator that unpacks it; undefined for what is stored plain,
 * and where the attributes promise more elements than the container holds.
 */
export function packingOf(w: Weight, uses: readonly Use[]): Packing | undefined {
  for (const { op, input } of uses) {
    const int = (name: string) => {
      const a = op.attributes[name];
      return a?.kind === 'int' ? a.value : undefined;
    };
    let packing: Packing | undefined;
    if ((op.type === 'MatMulNBits' || op.type === 'MatMulBnb4') && input === 1) {
      const [k = 0, n = 0] = [int('K'), int('N')];
      packing = { shape: [n, k], bits: op.type === 'MatMulBnb4' ? 4 : (int('bits') ?? 4), scheme: op.type };
    } else if (op.type === 'GatherBlockQuantized' && input === 0 && w.dtype === 'uint8')
      packing = unpackedRows(w, int('bits') ?? 4, op.type);
    else if (op.type === 'QMoE' && MOE_EXPERTS.includes(input))
      packing = unpackedRows(w, int('expert_weight_bits') ?? 4, op.type);
    else if (
      op.type === 'DequantizeLinear' &&
      input === 0 &&
      w.shape.length > 1 &&
      w.dtype &&
      bitsOf(w.dtype) <= 8
    )
      // Quantise-dequantise keeps the shape; narrow types are stored packed already.
      packing = { shape: w.shape, bits: bitsOf(w.dtype), scheme: 'QDQ' };
    if (packing && fits(packing, w)) return packing;
  }
  return undefined;
}

/** Elements of a row side by side in each byte. */
function unpackedRows(w: Weight, bits: number, scheme: string): Packing {
  return { shape: [...w.shape.slice(0, -1), ((w.shape.at(-1) ?? 0) * 8) / bits], bits, scheme };
}

function fits({ shape, bits }: Packing, w: Weight): boolean {
  const unpacked = product(shape) as number;
  const room = (product(w.shape) as number) * (w.dtype ? bitsOf(w.dtype) : 0);
  return (
    [1, 2, 4, 8].includes(bits) &&
    shape.every((d) => Number.isSafeInteger(d) && d > 0) &&
    unpacked * bits <= room
  );
}
