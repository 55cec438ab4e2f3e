/** Plain names that exporters give to symbolic dimensions, and the house symbol each stands for. */

export type HouseSymbol = 'batch' | 'sequence' | 'past' | 'total' | 'source';

const RULES: readonly (readonly [RegExp, HouseSymbol])[] = [
  [/^(batch|batch_?size|batch_?axis|batch_?dim|num_?batch(es)?|bs|n|b)$/, 'batch'],
  [
    /^(past|past_?(key_?)?(values?_?)?(sequence|seq|decoder_sequence)?_?(length|len)?|past_?length|cache_?(length|len)|kv_?(len|length)|past_decoder_sequence_length)$/,
    'past',
  ],
  [
    /^(total|total_?(sequence|seq)?_?(length|len)?|attention_mask_(sequence_)?(length|len)|past_sequence_length_plus_sequence_length)$/,
    'total',
  ],
  [
    /^(source|encoder_?(sequence|seq)_?(length|len)(_out)?|enc_?(seq_?)?(len|length)|src_?(seq_?)?(len|length)|encoder_length)$/,
    'source',
  ],
  [
    /^(sequence|seq|sequence_?(length|len)|seq_?(length|len)|seqlen|tokens|num_?tokens|decoder_?(sequence|seq)_?(length|len)|dec_?(seq_?)?(len|length)|input_?(sequence_)?(length|len)|max_seq_len|time|s|t)$/,
    'sequence',
  ],
];

/** The house symbol that a dimension's name plainly means, or undefined. */
export function houseSymbol(name: string): HouseSymbol | undefined {
  const lower = name.toLowerCase();
  for (const [pattern, symbol] of RULES) if (pattern.test(lower)) return symbol;
  return undefined;
}
