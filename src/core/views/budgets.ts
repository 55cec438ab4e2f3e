import type { Analysis } from '../analysis';
import { estimate } from '../costs/estimate';
import type { Quantity } from '../costs/quantity';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { formatBytes, formatCount, formatInteger, formatQuantity } from './format';

/** Limits a team sets itself; what is absent is not checked. Memory is checked at a precision and a context. */
export interface Budgets {
  readonly maxParameters?: number;
  readonly maxActiveParameters?: number;
  readonly maxWeightGB?: number;
  readonly maxMemoryGiB?: number;
  readonly maxCacheBytesPerToken?: number;
  readonly maxFlopsPerToken?: number;
  readonly weights?: string;
  readonly cache?: string;
  readonly context?: number;
  readonly batch?: number;
}

/** A limit that is exceeded, or that cannot be checked because the figure is unknown. */
export interface Exceeded {
  readonly budget: string;
  readonly kind: 'exceeded' | 'unknown';
  /** `Parameters 8.03 B are over the budget of 7 B.` */
  readonly message: string;
  /** Keys that decide the figure, the first that the file has is marked. */
  readonly keys: readonly string[];
}

const SIZES = ['num_hidden_layers', 'n_layer', 'num_layers', 'hidden_size', 'n_embd', 'd_model'];
const CACHE = ['num_key_value_heads', 'kv_lora_rank', 'num_attention_heads', 'n_head', 'head_dim', ...SIZES];

const LIMITS = [
  'maxParameters',
  'maxActiveParameters',
  'maxWeightGB',
  'maxMemoryGiB',
  'maxCacheBytesPerToken',
  'maxFlopsPerToken',
] as const;

/** Reads limits from a setting or a file: numbers above 0 and names; everything else is left out. */
export function budgetsOf(value: unknown): Budgets {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const numbers = [...LIMITS, 'context', 'batch'].filter(
    (k) => typeof given[k] === 'number' && (given[k] as number) > 0,
  );
  const names = ['weights', 'cache'].filter((k) => typeof given[k] === 'string');
  return Object.fromEntries([...numbers, ...names].map((k) => [k, given[k]]));
}

/** Whether there is anything to check. */
export function hasLimits(budgets: Budgets): boolean {
  return LIMITS.some((k) => budgets[k] !== undefined);
}

/** The limits that a model breaks under the budget's own scenario; an unknown figure is said, never taken for good. */
export function exceededBudgets(
  analysis: Analysis,
  budgets: Budgets,
  wanted: Partial<Scenario> = {},
): readonly Exceeded[] {
  const { weights, cache, context, batch } = budgets;
  const own = {
    ...(weights ? { weights } : {}),
    ...(cache ? { cache } : {}),
    ...(context ? { context } : {}),
    ...(batch ? { batch } : {}),
  };
  const s = scenarioFor(analysis.model, { ...wanted, ...own });
  const e = estimate(analysis.model, analysis.costs, s);
  const precision = s.weights === 'stored' ? 'as stored' : `in ${s.weights}`;
  const at = `at ${formatInteger(s.context)} tokens`;
  const rows: readonly (readonly [
    keyof Budgets,
    string,
    Quantity,
    number | undefined,
    string,
    readonly string[],
  ])[] = [
    [
      'maxParameters',
      'Parameters',
      e.parameters.distinct,
      budgets.maxParameters,
      formatCount(budgets.maxParameters ?? 0),
      SIZES,
    ],
    [
      'maxActiveParameters',
      'Active parameters',
      e.parameters.active,
      budgets.maxActiveParameters,
      formatCount(budgets.maxActiveParameters ?? 0),
      ['num_experts_per_tok', ...SIZES],
    ],
    [
      'maxWeightGB',
      `Weights ${precision}`,
      e.weights.scenario,
      scaled(budgets.maxWeightGB, 1e9),
      `${budgets.maxWeightGB} GB`,
      ['torch_dtype', 'dtype', ...SIZES],
    ],
    [
      'maxMemoryGiB',
      `Memory ${precision} ${at}`,
      e.memory.total,
      scaled(budgets.maxMemoryGiB, 2 ** 30),
      `${budgets.maxMemoryGiB} GiB`,
      SIZES,
    ],
    [
      'maxCacheBytesPerToken',
      'Cache per token',
      e.cache.bytesPerToken,
      budgets.maxCacheBytesPerToken,
      formatBytes(budgets.maxCacheBytesPerToken ?? 0),
      CACHE,
    ],
    [
      'maxFlopsPerToken',
      `FLOPs per token ${at}`,
      e.compute.decode.matrixFlops,
      budgets.maxFlopsPerToken,
      `${(budgets.maxFlopsPerToken ?? 0) / 1e9} GFLOPs`,
      SIZES,
    ],
  ];
  const found: Exceeded[] = [];
  for (const [budget, name, q, limit, text, keys] of rows) {
    if (limit === undefined) continue;
    if (q.value === null)
      found.push({
        budget,
        kind: 'unknown',
        message: `${name}: unknown, so the budget of ${text} cannot be checked (${q.reason ?? 'no reason given'}).`,
        keys,
      });
    else if (q.value > limit)
      found.push({
        budget,
        kind: 'exceeded',
        message: `${name} ${formatQuantity(q, budget === 'maxWeightGB' ? 'decimal' : 'binary')}: over the budget of ${text}.`,
        keys,
      });
  }
  return found;
}

function scaled(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value * by;
}
