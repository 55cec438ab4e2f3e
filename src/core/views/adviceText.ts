import type { Advice, Effect, Outcome } from '../advice/verdict';
import type { Goal } from '../advice/technique';
import { decisive } from '../advice/rank';
import { decimal } from '../locale';
import { formatQuantity } from './format';

/** `Cache at 4,096 tokens 2 GiB → 512 MiB`, `Training tokens at the compute optimum 150 B`. */
export function effectText(e: Effect): string {
  const units = e.kind === 'weights' ? 'decimal' : 'binary';
  if (e.direction === 'fact') return `${e.quantity} ${formatQuantity(e.after, units)}`;
  return `${e.quantity} ${formatQuantity(e.before, units)} → ${formatQuantity(e.after, units)}`;
}

/** One line: what is changed and what it does for the goal. */
export function adviceLine(a: Advice): string {
  const effect = decisive(a.best, a.goal);
  const { fits } = a.best;
  const room = a.goal !== 'fit' || !fits ? '' : fits.after ? ', which fits' : ', still too large';
  return effect ? `${a.title}: ${lower(effectText(effect))}${room}` : a.title;
}

/** The figures of one way, the goal's first; gains and losses alike. */
export function outcomeText(o: Outcome, goal?: Goal): string {
  const first = goal ? decisive(o, goal) : undefined;
  const rest = o.effects.filter((e) => e !== first);
  return [...(first ? [first] : []), ...rest].map(effectText).join(' · ');
}

const MOST_GAINS = 3;
const MOST_LOSSES = 2;

/** What it saves most and what it costs most, each with its share: a line of a list, the rest stands on the card. */
export function briefOutcome(o: Outcome): string {
  const by = (direction: Effect['direction'], most: number) =>
    o.effects
      .filter((e) => e.direction === direction)
      .sort((a, b) => Math.abs(Math.log(b.ratio || 1e-9)) - Math.abs(Math.log(a.ratio || 1e-9)))
      .slice(0, most)
      .map((e) => [effectText(e), ratioText(e)].filter(Boolean).join(', '))
      .join(' · ');
  const saves = by('gain', MOST_GAINS);
  const costs = by('loss', MOST_LOSSES);
  return [by('fact', MOST_GAINS), saves, saves && costs ? `but ${lower(costs)}` : costs]
    .filter(Boolean)
    .join('; ');
}

const EFFORTS = {
  setting: 'a setting of the engine or of training',
  conversion: 'a conversion of the finished model',
  devices: 'more devices, or memory of the host',
  tuning: 'some training of the finished model',
  training: 'training from scratch, or nearly so',
} as const;

const QUALITIES = {
  same: 'the answers stay the same',
  close: 'hardly a loss of quality',
  small: 'a small loss of quality',
  lower: 'a loss of quality',
} as const;

/** `a conversion of the finished model; a small loss of quality`. */
export function effortText(effort: Advice['effort'], quality: Advice['quality']): string {
  return `${EFFORTS[effort]}; ${QUALITIES[quality]}`;
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

/** `4× less`, `1.9× more`, `−12 %`; empty for plain facts. */
export function ratioText(e: Effect): string {
  if (e.direction === 'fact' || e.ratio === undefined) return '';
  const r = e.ratio;
  if (r === 0) return 'none left';
  if (r <= 0.5) return `${round(1 / r)}× less`;
  if (r >= 2) return `${round(r)}× more`;
  return `${r < 1 ? '−' : '+'}${round(100 * Math.abs(r - 1))} %`;
}

function round(n: number): string {
  return decimal(n, n >= 10 ? 0 : n >= 1 ? 2 : 3);
}
