import type { BlockView, Measure } from '../../../src/core/views/page/blockView';
import { formatInteger, formatSigned } from '../../../src/core/views/format';
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

/** What a block has of a measure, short, with its unit and the sign of its certainty. */
export function measureText(block: BlockView, measure: Measure): string {
  const value = block.values[measure];
  if (value === undefined || value === null) return word('unknown');
  const certainty = block.doubts[measure]?.certainty ?? 'exact';
  return formatSigned(
    { value, unit: UNITS[measure], certainty },
    measure === 'weightBytes' ? 'decimal' : 'binary',
  );
}

/** The same in full, with what makes it less than exact on a line of its own. */
export function measureTitle(block: BlockView, measure: Measure): string {
  const doubt = block.doubts[measure];
  if (!doubt) return measureText(block, measure);
  return `${measureText(block, measure)}\n${doubt.reason ?? word(`certainty.means.${doubt.certainty}`)}`;
}
