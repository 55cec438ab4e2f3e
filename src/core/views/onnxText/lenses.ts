import { findChains } from '../../advice/graphPatterns';
import { activationBits, heldBytes } from '../../costs/liveness';
import { computeBits } from '../../costs/memory';
import { estimate } from '../../costs/estimate';
import { product } from '../../model/arithmetic';
import { bindScenario } from '../../scenario/bind';
import type { Scenario } from '../../scenario/scenario';
import { formatBytes, formatCount, formatQuantity, formatScaled, formatShare } from '../format';
import type { Lens } from '../lenses';
import type { OnnxText } from './open';
import { runOf } from './run';

/** Operators that get a lens for their share of the MACs, and the least share that deserves one. */
const MOST_OPERATORS = 5;
const LEAST_SHARE = 0.02;
/** Lines that get advice. */
const MOST_ADVICE = 20;

/**
 * Lenses over a text: the whole graph, each section (its parameters, MACs, share of the run and peak of activations), the
 * heaviest operators, and the ends of chains that one operator could stand for. In the order of the text.
 */
export function textLenses({ analysis, index }: OnnxText, wanted: Partial<Scenario> = {}): readonly Lens[] {
  const { model, costs } = analysis;
  const { map } = index;
  const { scenario, figures } = runOf(analysis, wanted);
  const macsOf = (id: number) => figures.macs[id]! * figures.executions[id]!;
  let total = 0;
  for (let id = 0; id < model.operators.length; id++) total += macsOf(id) || 0;
  const out: Lens[] = [];
  const main = map.graphs.find((g) => model.graphs[g.graph]!.kind === 'main');
  if (main) {
    const e = estimate(model, costs, scenario);
    const title = [
      `${formatQuantity(e.parameters.distinct)} parameters`,
      formatQuantity(e.weights.stored, 'decimal'),
      `${formatQuantity(e.compute.prefill.macs)} in one run`,
      `peak ${formatQuantity(e.memory.peakActivations)}`,
    ].join(' · ');
    const reason = e.compute.prefill.macs.reason ?? e.compute.prefill.macs.formula;
    out.push({ offset: main.start, title, tooltip: `MACs: ${reason}` });
  }
  const bits = activationBits(model.dtype, computeBits(model, scenario));
  const held = costs.liveness && heldBytes(model, costs.liveness, bindScenario(model, scenario), bits).bytes;
  for (const { section, graph, start, again } of map.sections) {
    if (again) continue;
    let macs = 0;
    let unknown = 0;
    let peak = Number.NaN;
    const weights = new Set<number>();
    const { operators } = model.graphs[graph]!;
    for (let i = section.first; i <= section.last; i++) {
      const id = operators[i]!;
      const own = macsOf(id);
      if (Number.isNaN(own)) unknown++;
      else macs += own;
      if (held && costs.liveness!.graph === graph && !(peak >= held[i]!)) peak = held[i]!;
      for (const v of model.operators[id]!.inputs) {
        const weight = v < 0 ? undefined : model.values[v]?.weight;
        if (weight !== undefined && model.weights[weight]!.role === 'parameter') weights.add(weight);
      }
    }
    let parameters = 0;
    for (const w of weights) {
      const { packing, shape } = model.weights[w]!;
      parameters += product(packing?.shape ?? shape) as number;
    }
    const parts = [
      `${formatCount(parameters)} parameters`,
      `${unknown > 0 ? 'at least ' : ''}${formatScaled(macs, 'MACs')}`,
      ...(total > 0 ? [formatShare(macs, total)] : []),
      ...(peak >= 0 ? [`peak ${formatBytes(peak)}`] : []),
    ];
    const more = unknown > 0 ? ` ${unknown} operators of unknown MACs.` : '';
    out.push({
      offset: start,
      title: parts.join(' · '),
      tooltip: `Parameters read here, MACs of one run and their share, most activations held while it runs.${more}`,
    });
  }
  const heavy = [...map.start.keys()]
    .filter((id) => map.start[id]! >= 0 && macsOf(id) > 0 && macsOf(id) >= LEAST_SHARE * total)
    .sort((a, b) => macsOf(b) - macsOf(a))
    .slice(0, MOST_OPERATORS);
  for (const id of heavy)
    out.push({
      offset: map.start[id]!,
      title: `${formatShare(macsOf(id), total)} of all MACs · ${formatScaled(macsOf(id), 'MACs')}`,
      tooltip: 'One of the heaviest operators of the run.',
    });
  let told = 0;
  for (const chain of findChains(model))
    for (const id of chain.at) {
      if (told >= MOST_ADVICE || !(map.start[id]! >= 0)) continue;
      told++;
      const each = Math.round(chain.operators / chain.count);
      out.push({
        offset: map.start[id]!,
        title: `${chain.pattern} written out: one operator instead of ${each}`,
        tooltip: `${chain.count} such chains in the graph. A fused operator writes no values between its steps.`,
      });
    }
  return out.sort((a, b) => a.offset - b.offset);
}
