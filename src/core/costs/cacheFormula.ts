/** How a cache's bytes come about, with the numbers put in. */
import type { Size } from './cacheSizes';
import { num } from './text';

/** `2 (key, value) × 32 layers × 8 × 128 × 2 B = 131,072 B`, equal tensors together. */
export function formulaOf(sizes: readonly Size[], total: number): string {
  const groups = new Map<string, { kinds: Set<string>; count: number; s: Size; layers: number }>();
  for (const s of sizes) {
    const key = `${s.sequences}:${s.dims.join('x')}:${s.bytesPerElement}`;
    const g = groups.get(key) ?? { kinds: new Set<string>(), count: 0, s, layers: 0 };
    g.kinds.add(s.tensor.kind);
    g.count++;
    g.layers += s.layers;
    groups.set(key, g);
  }
  const counts = new Set(sizes.map((s) => s.sequences));
  const said = (count: number) => (count === 1 ? '' : `${num(count)} sequences × `);
  const parts = [...groups.values()].map(({ kinds, s, layers }) => {
    const names = [...kinds].join(', ');
    const per = layers / kinds.size;
    const each = Number.isInteger(per)
      ? `${kinds.size} (${names}) × ${num(per)} layers`
      : `${num(layers)} tensors (${names})`;
    const own = counts.size > 1 ? said(s.sequences) : '';
    return `${own}${each} × ${s.dims.map(told).join(' × ')} × ${s.bytesPerElement}`;
  });
  const sequences = counts.size === 1 ? said([...counts][0]!) : '';
  const joined = parts.length > 1 && sequences !== '' ? `(${parts.join(' + ')})` : parts.join(' + ');
  return `${sequences}${joined} = ${num(total)} B`;
}

/** One token's share of an entry that stands for several: `1/128`. */
function told(size: number): string {
  return size > 0 && size < 1 ? `1/${num(1 / size)}` : num(size);
}
