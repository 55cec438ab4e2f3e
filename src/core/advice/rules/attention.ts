import type { Case } from '../case';
import type { ConfigShape } from '../shape';
import type { Model } from '../../model/model';
import { NO_CACHE, NO_CONFIG, NO_SOFTMAX, applies, count, inUse, no, noFigure } from '../rule';
import type { Rules } from '../rule';
import type { Variant, Verdict } from '../verdict';
import { withAbsorbedLatents } from '../../costs/absorbed';
import { withCacheOwners, withoutPositions } from '../transforms';
import { plural } from '../../costs/text';

/** What a smaller cache changes; the prompt is still read in full. */
const HELD = ['cache', 'decode', 'reads'] as const;

/** A decoder's config with softmax attention, or why not. */
function decoder(c: Case): ConfigShape | string {
  if (!c.shape) return NO_CONFIG;
  if (c.softmax.length === 0) return NO_SOFTMAX;
  return c.isDecoder ? c.shape : NO_CACHE;
}

function groupedHeads(c: Case): Verdict {
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  if (c.softmax.some((a) => a.kind === 'MLA')) return no('the model caches a latent (MLA), not heads');
  const { heads, kvHeads } = s;
  const key = s.path('num_key_value_heads');
  const kvOf = (m: Model) => m.facts.attention?.find((a) => /^(MHA|GQA|MQA)$/.test(a.kind))?.kvHeads;
  const to = (kv: number): Variant => ({
    title: `${kv} KV head${kv === 1 ? '' : 's'} instead of ${kvHeads}`,
    change: { kind: 'config', set: { [key]: kv } },
    took: (m) => kvOf(m) === kv,
  });
  if (kvHeads < heads)
    return inUse(
      `already uses ${kvHeads === 1 ? 'MQA' : 'GQA'}: ${count(heads / kvHeads)}× less cache than MHA (${kvHeads} KV heads for ${heads} query heads)`,
      { ...to(heads), title: `With ${heads} KV heads it would be` },
    );
  if (heads < 8) return no(`there are only ${heads} heads`);
  if (c.model.modelType === 'gpt2')
    return applies({
      ...to(1),
      quality: 'lower',
      change: {
        kind: 'config',
        set: {
          model_type: 'gpt_bigcode',
          architectures: ['GPTBigCodeForCausalLM'],
          multi_query: true,
        },
      },
      assumption: 'GPT-2 with one key and value head is GPTBigCode, which has no grouping in between',
    });
  const groups = [8, heads / 4, heads / 2, 4].filter((g) => g < heads && heads % g === 0);
  return applies(groups[0] === undefined ? undefined : to(groups[0]), to(1));
}

function latent(c: Case): Verdict {
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  if (c.softmax.some((a) => a.kind === 'MLA')) {
    const a = c.softmax.find((x) => x.kind === 'MLA')!;
    return inUse(`already uses MLA: one latent per token and layer for ${a.heads} heads`);
  }
  if (s.kvHeads <= 2) return no(`${s.kvHeads} KV heads already cache less than a latent would`);
  if (!/^(llama|mistral|qwen2|qwen3)$/.test(c.model.modelType))
    return noFigure('the layers of this family have no published counterpart with MLA');
  const [rank, rope] = [4 * s.headDim, s.headDim / 2];
  return applies({
    title: `a latent of ${rank} + ${rope} instead of ${s.kvHeads} KV heads`,
    change: {
      kind: 'config',
      set: {
        model_type: 'deepseek_v3',
        architectures: ['DeepseekV3ForCausalLM'],
        kv_lora_rank: rank,
        q_lora_rank: 12 * s.headDim,
        qk_rope_head_dim: rope,
        qk_nope_head_dim: s.headDim,
        v_head_dim: s.headDim,
        num_key_value_heads: s.heads,
        head_dim: undefined,
        first_k_dense_replace: s.layers,
        num_nextn_predict_layers: 0,
        max_position_embeddings: c.model.facts.maximumPositions,
      },
    },
    took: (m) =>
      m.facts.attention?.some((a) => a.kind === 'MLA') === true && !m.weights.some((w) => w.activeFraction),
    decodeWith: withAbsorbedLatents,
    assumption: 'decoding folds the expansion into queries and outputs, as serving engines do',
  });
}

function crossLayer(c: Case): Verdict {
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  if (Number(s.raw('num_kv_shared_layers')) > 0)
    return inUse(
      `already shares its cache: ${String(s.raw('num_kv_shared_layers'))} layers have none of their own`,
    );
  if (s.layers < 8) return no(`there are only ${s.layers} layers`);
  return applies({
    title: 'one cache for every two layers',
    change: {
      kind: 'model',
      how: 'Every second layer keeps keys and values of its own.',
      apply: (m) => withCacheOwners(m, 2),
    },
    assumption:
      'the key and value projections of the layers that read along are kept in the count of parameters',
  });
}

function window(c: Case): Verdict {
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  const windowed = c.model.facts.attention?.filter((a) => a.window !== undefined) ?? [];
  if (windowed.length > 0) {
    const layers = windowed.reduce((n, a) => n + a.layers, 0);
    return inUse(
      `already uses windows: ${layers} of ${s.layers} layers see ${count(windowed[0]!.window!)} tokens`,
    );
  }
  const context = c.scenario.context;
  const size = context > 4096 ? 4096 : 2 ** Math.floor(Math.log2(Math.max(1, context / 2)));
  if (size < 256) return no(`the context of ${count(context)} tokens is short`);
  const set: Record<string, unknown> = { [s.path('sliding_window')]: size };
  if (c.model.modelType === 'llama')
    Object.assign(set, { model_type: 'mistral', architectures: ['MistralForCausalLM'] });
  else if (/^qwen/.test(c.model.modelType))
    Object.assign(set, { [s.path('use_sliding_window')]: true, [s.path('max_window_layers')]: 0 });
  const took = (m: Model) => m.facts.attention?.some((a) => a.window === size) === true;
  return applies({
    title: `a window of ${count(size)} tokens in every layer`,
    change: { kind: 'config', set },
    took,
  });
}

function flash(c: Case): Verdict {
  if (c.isOnnx) {
    const fused = c.model.operators.filter((o) => /Attention/.test(o.type)).length;
    if (fused > 0) return inUse(`already fused: ${plural(fused, 'attention operator')}`);
    return noFigure(
      'what the fused operator keeps depends on the runtime; the chains are counted under fusion',
    );
  }
  if (c.softmax.length === 0) return no(NO_SOFTMAX);
  const set = String(c.config?.['_attn_implementation'] ?? c.config?.['attn_implementation'] ?? '');
  if (/sdpa|flash/.test(set)) return inUse(`already chosen: \`${set}\``);
  return noFigure(
    'the result and the FLOPs stay the same, and the engine counts attention as one operator whose score matrix is never kept; in training see activation checkpointing',
  );
}

function sparse(c: Case): Verdict {
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  if (/sparse/.test(String(s.raw('attention_type') ?? ''))) return inUse('already uses a sparse pattern');
  const longest = c.model.facts.maximumPositions ?? 0;
  if (longest < 8192) return no(`the model's longest sequence is ${count(longest)} tokens`);
  const keep = 2048;
  if (c.scenario.context <= keep) return no(`the context of ${count(c.scenario.context)} tokens is short`);
  const full = c.before.compute.decode.macs.value;
  return full === null
    ? noFigure('decoding has no known cost')
    : noFigure(
        `a query that picks ${count(keep)} of ${count(c.scenario.context)} tokens reads less, but which pages it picks is data`,
      );
}

function linear(c: Case): Verdict {
  if (c.model.facts.attention?.some((a) => a.kind === 'linear'))
    return inUse('already has linear-attention layers');
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  if ((c.model.facts.maximumPositions ?? 0) < 8192) return no('sequences are short');
  return noFigure('no family with softmax layers of this shape has a linear twin to build');
}

function mixers(c: Case): Verdict {
  const kinds = c.model.facts.attention ?? [];
  const other = kinds
    .filter((a) => a.kind === 'state-space' || a.kind === 'linear')
    .reduce((n, a) => n + a.layers, 0);
  const attention = c.softmax.reduce((n, a) => n + a.layers, 0);
  if (other > 0)
    return inUse(
      attention > 0
        ? `already a hybrid: ${attention} of ${attention + other} layers keep a growing cache`
        : 'already free of attention',
    );
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  if ((c.model.facts.maximumPositions ?? 0) < 8192) return no('sequences are short');
  if (c.model.facts.experts)
    return noFigure('a mixture keeps its experts; no family without attention has the same ones');
  return applies({
    title: `Mamba layers of the same width, ${2 * s.layers} instead of ${s.layers} attention and feed-forward pairs`,
    change: {
      kind: 'config',
      set: {
        model_type: 'mamba',
        architectures: ['MambaForCausalLM'],
        hidden_size: s.hidden,
        num_hidden_layers: 2 * s.layers,
        state_size: 16,
        conv_kernel: 4,
        expand: 2,
        intermediate_size: 2 * s.hidden,
        time_step_rank: Math.ceil(s.hidden / 16),
        vocab_size: s.vocabulary,
        tie_word_embeddings: c.model.facts.tiedEmbeddings === true,
      },
    },
    took: (m) => m.facts.attention?.some((a) => a.kind === 'state-space') === true,
    assumption: 'a Mamba block takes the place of attention and of the feed-forward part each',
  });
}

function rope(c: Case): Verdict {
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  const scaling = s.raw('rope_scaling');
  if (typeof scaling === 'object' && scaling !== null) {
    const factor = (scaling as Record<string, unknown>)['factor'];
    return inUse(`already scaled${typeof factor === 'number' ? ` by ${factor}` : ''}`);
  }
  const longest = c.model.facts.maximumPositions;
  const key = s.path('max_position_embeddings');
  if (longest === undefined || !c.model.operators.some((o) => o.type === 'RotaryEmbedding'))
    return no('the positions are not rotary, or the longest sequence is not known');
  const set = {
    [key]: 4 * longest,
    [s.path('rope_scaling')]: { rope_type: 'yarn', factor: 4, original_max_position_embeddings: longest },
  };
  return applies({
    title: `${count(4 * longest)} tokens instead of ${count(longest)}`,
    change: { kind: 'config', set, scenario: { context: 4 * longest } },
    took: (m) => m.facts.maximumPositions === 4 * longest,
  });
}

function positions(c: Case): Verdict {
  const table = c.model.weights.findIndex(
    (w) => /(wpe|position_embeddings|embed_positions|pos_embed)/.test(w.name) && w.shape.length >= 2,
  );
  if (table < 0) return no('no table of positions is stored');
  return applies({
    title: 'no table of positions',
    change: {
      kind: 'model',
      how: 'The table of positions is removed.',
      sameCosts: true,
      apply: (m) => withoutPositions(m, table),
    },
  });
}

/** Attention and positions. */
export const attentionRules: Rules = {
  'grouped-multi-query-attention': { effort: 'tuning', quality: 'small', judge: groupedHeads },
  'multi-head-latent-attention': { effort: 'training', quality: 'small', judge: latent },
  'cross-layer-kv-sharing': { effort: 'training', quality: 'lower', judge: crossLayer },
  'flash-attention': { effort: 'setting', quality: 'same', judge: flash },
  'sliding-window-attention': { effort: 'training', quality: 'lower', judge: window },
  'sparse-attention-patterns': { effort: 'training', quality: 'lower', judge: sparse },
  'linear-low-rank-attention': { effort: 'training', quality: 'lower', judge: linear },
  'attention-free-and-hybrid-mixers': { effort: 'training', quality: 'lower', judge: mixers },
  'recurrent-and-retrieval-memory': { effort: 'training', quality: 'lower', judge: memory },
  'rope-context-extension': { effort: 'tuning', quality: 'small', judge: rope },
  'parameter-free-positional-encoding': { effort: 'training', quality: 'small', judge: positions },
};

function memory(c: Case): Verdict {
  const s = decoder(c);
  if (typeof s === 'string') return no(s);
  const kept = 2048 + 1024;
  if (c.scenario.context <= kept)
    return no(
      `the context of ${count(c.scenario.context)} tokens is no longer than a segment and its memory (${count(kept)})`,
    );
  return applies({
    title: `segments of 2,048 tokens with a memory of 1,024 at ${count(c.scenario.context)} tokens`,
    change: { kind: 'scenario', set: { context: kept } },
    only: HELD,
    assumption: 'the memory lies on the device, and one segment is read at a time',
  });
}
