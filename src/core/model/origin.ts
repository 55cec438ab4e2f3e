/**
 * Where something stands in the file it came from; views use it and never ask a reader.
 * `keys`: paths of config keys (`text_config.hidden_size`). `node`: index in a graph's node list.
 * `bytes`: a place in a binary file. `text`: UTF-16 offsets in a text file.
 */
export type Origin =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'node'; readonly graph: number; readonly index: number }
  | { readonly kind: 'bytes'; readonly offset: number; readonly length?: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number };
