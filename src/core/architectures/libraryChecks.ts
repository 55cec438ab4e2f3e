/**
 * What the modelling library checks of every config when it reads one or builds it, beyond sizes: types of plain values,
 * activations, positions, layer types, data types, padding. Rules and lists: transformers 5.18 (`configuration_utils.py`,
 * `activations.py`, `modeling_rope_utils.py`); what it did is recorded by test/oracle/contradictions.py.
 */
import { isDType } from '../model/dtype';
import type { ConfigReader } from './configReader';
import { defaultsOf, isKnownType } from './defaults';

/** `ACT2FN`. */
const ACTIVATIONS = new Set(
  (
    'gelu gelu_10 gelu_accurate gelu_fast gelu_new gelu_python gelu_python_tanh gelu_pytorch_tanh hardswish laplace ' +
    'leaky_relu linear mish prelu quick_gelu relu relu2 relu6 sigmoid silu sqrtsoftplus swish tanh xielu'
  ).split(' '),
);
/** `ALLOWED_LAYER_TYPES` and the older names that the library still takes. */
const LAYER_TYPES = new Set(
  (
    'full_attention sliding_attention chunked_attention window_attention indexed_attention compressed_sparse_attention ' +
    'heavily_compressed_attention minimax_m3_sparse conv moe hybrid hybrid_sliding linear_attention sparse dense mamba ' +
    'attention deepseek_sparse_attention qwen_sparse_attention'
  ).split(' '),
);
/** Rotary scalings that cannot do without a factor. */
const FACTORED = new Set(['linear', 'dynamic', 'yarn', 'longrope', 'llama3']);
/** Keys that no figure follows from, and that are numbers or switches in every class. */
const NUMBERS = /(_eps|_epsilon|_dropout|_pdrop)$|^(rope_theta|initializer_range)$/;
const SWITCHES = new Set(['use_cache']);
/** Names of PyTorch's types beyond our own. */
const TORCH_TYPES = /^(torch\.)?(auto|half|float|double|bool|long|int|short|cfloat|complex64|complex128)$/;

/** Says something at a key; what has been said there already is not said twice. */
export type Say = (code: string, key: string, rest: string) => void;

export function reportLibraryChecks(c: ConfigReader, top: boolean, say: Say): void {
  const known = defaultsOf(c.modelType).keys;
  if (isKnownType(c.modelType)) for (const key in c.values) checkPlain(key, c.values[key], known[key], say);
  checkActivation(c, known, say);
  checkRotary(c, known, say);
  checkLayerTypes(c, known, say);
  checkPadding(c, known, say);
  if (!top) return;
  checkDataType(c, say);
  const q = c.values['quantization_config'];
  if (q !== undefined && q !== null && (typeof q !== 'object' || Array.isArray(q)))
    say('config.not-an-object', 'quantization_config', 'is no object; the modelling library would refuse it');
  const type = c.values['model_type'];
  const near = typeof type === 'string' ? type.toLowerCase().replaceAll('-', '_') : '';
  if (typeof type === 'string' && !isKnownType(type) && near !== type && isKnownType(near))
    say(
      'config.misspelt-type',
      'model_type',
      `is ${JSON.stringify(type)}, which the modelling library does not know; it knows \`${near}\``,
    );
}

/** A text for a number, or something else than true or false: fields of the library's classes are typed. */
function checkPlain(key: string, value: unknown, standard: unknown, say: Say): void {
  if (SWITCHES.has(key) && typeof value === 'string')
    say(
      'config.not-a-switch',
      key,
      `is the text ${JSON.stringify(value.slice(0, 40))}, not true or false; the modelling library would refuse it`,
    );
  if ((typeof standard === 'number' || NUMBERS.test(key)) && typeof value === 'string')
    say(
      'config.not-a-number',
      key,
      `is the text ${JSON.stringify(value.slice(0, 40))}, not a number; the modelling library would refuse it`,
    );
}

type Known = Readonly<Record<string, unknown>>;

function checkActivation(c: ConfigReader, known: Known, say: Say): void {
  for (const key of ['hidden_act', 'activation_function', 'hidden_activation']) {
    const [value, standard] = [c.values[key], known[key]];
    if (typeof value !== 'string' || typeof standard !== 'string' || !ACTIVATIONS.has(standard)) continue;
    if (!ACTIVATIONS.has(value))
      say(
        'config.unknown-activation',
        key,
        `is ${JSON.stringify(value.slice(0, 40))}, no activation that the modelling library has: it would fail to build`,
      );
  }
}

function checkRotary(c: ConfigReader, known: Known, say: Say): void {
  if (!isKnownType(c.modelType)) return;
  for (const key of ['rope_scaling', 'rope_parameters']) {
    const value = c.values[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'object' || Array.isArray(value)) {
      say('config.not-an-object', key, 'is no object; the modelling library would refuse it');
      continue;
    }
    const { rope_type: now, type: before, factor } = value as Record<string, unknown>;
    const type = now ?? before;
    if (typeof type === 'string' && FACTORED.has(type) && type !== 'longrope' && factor === undefined)
      say(
        'config.no-factor',
        key,
        `is of type ${JSON.stringify(type)} and has no \`factor\`; the modelling library would refuse it`,
      );
  }
  const head = c.values['head_dim'];
  const partial = c.raw('partial_rotary_factor') ?? 1;
  if (
    'head_dim' in known &&
    typeof head === 'number' &&
    Number.isInteger(head) &&
    head % 2 === 1 &&
    partial === 1
  )
    say(
      'config.odd-head',
      'head_dim',
      `is ${head}, and rotary positions turn pairs of dimensions; the modelling library would refuse it`,
    );
}

function checkLayerTypes(c: ConfigReader, known: Known, say: Say): void {
  const types = c.list('layer_types');
  const layers = c.raw('num_hidden_layers');
  if (!types || !isKnownType(c.modelType) || typeof layers !== 'number' || !Number.isInteger(layers)) return;
  if (types.length !== layers && c.values['layer_types'] !== undefined && !('num_layers' in known))
    say(
      'config.list-length',
      'layer_types',
      `has ${types.length} entries for ${layers} layers; the modelling library would refuse it`,
    );
  const odd = types.find((t) => typeof t !== 'string' || !LAYER_TYPES.has(t));
  if (odd !== undefined)
    say(
      'config.unknown-layer-type',
      'layer_types',
      `holds ${String(JSON.stringify(odd)).slice(0, 40)}, no layer type that the modelling library knows: it would refuse it`,
    );
}

/** The embedding of a padding token must exist. */
function checkPadding(c: ConfigReader, known: Known, say: Say): void {
  const [pad, words] = [c.values['pad_token_id'], c.raw('vocab_size')];
  // A class with several vocabularies may pad another one.
  if (Object.keys(known).filter((k) => k.endsWith('vocab_size')).length !== 1) return;
  if (!('vocab_size' in known) || typeof pad !== 'number' || typeof words !== 'number') return;
  if (pad >= words && words > 0)
    say(
      'config.padding-beyond',
      'pad_token_id',
      `${pad} lies beyond the ${words} words of the vocabulary; the modelling library fails to build where its embedding pads`,
    );
}

function checkDataType(c: ConfigReader, say: Say): void {
  for (const key of ['torch_dtype', 'dtype']) {
    const value = c.values[key];
    if (value === undefined || value === null || typeof value === 'object') continue;
    if (typeof value === 'string' && (TORCH_TYPES.test(value) || isDType(value.replace(/^torch\./, ''))))
      continue;
    say(
      'config.unknown-dtype',
      key,
      `is ${JSON.stringify(value).slice(0, 40)}, no type of PyTorch; the modelling library would refuse it. Computed with 16 bits for each weight`,
    );
  }
}
