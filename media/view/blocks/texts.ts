import type { BlockView, Measure } from '../../../src/core/views/page/blockView';
import { formatInteger, formatValue } from '../../../src/core/views/format';
import { word } from '../words';

const UNITS = {
  parameters: 'parameters',
  weightBytes: 'bytes',
  macs: 'MACs',
  elementOperations: 'operations',
  cacheBytes: 'bytes',
  seconds: 'seconds',
} as const;

/** A block's own name with its copies; of what was folded together, how many operators. */
export function nameOf(block: BlockView): string {
  if (block.id < 0) return word('blocks.rest', formatInteger(block.operators));
  const name = block.name === '' ? word('blocks.model') : block.name;
  return block.repeat > 1 ? `${name} × ${formatInteger(block.repeat)}` : name;
}

/** What a block has of a measure, short, with its unit. */
export function measureText(block: BlockView, measure: Measure): string {
  const value = block.values[measure];
  if (value === undefined || value === null) return word('unknown');
  return formatValue(value, UNITS[measure], measure === 'weightBytes' ? 'decimal' : 'binary');
}
