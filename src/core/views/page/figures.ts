/** The estimate's figures as the page groups them; ids are the estimate's own paths. */
import type { Analysis } from '../../analysis';
import type { ComputeEstimate, Estimate } from '../../costs/estimate';
import type { Scenario } from '../../scenario/scenario';
import type { FigureGroup, FigureView } from './figureView';
import { figureOf } from './figureView';
import type { Places } from './places';

/** All figures in groups, in the order to be shown; what says nothing about this model is left out. */
export function figureGroups(
  { model }: Analysis,
  e: Estimate,
  decodes: boolean,
  places: Places,
): readonly FigureGroup[] {
  const { stored, unpacked, distinct, active } = e.parameters;
  const at = places.ofFigure;
  const differs = (q: { value: number | null }) => q.value !== distinct.value;
  const groups: FigureGroup[] = [
    {
      id: 'parameters',
      figures: [
        figureOf('parameters.distinct', distinct, 'decimal', at('parameters.distinct')),
        ...(differs(active) ? [figureOf('parameters.active', active)] : []),
        ...(differs(unpacked) ? [figureOf('parameters.unpacked', unpacked)] : []),
        ...(differs(stored) ? [figureOf('parameters.stored', stored)] : []),
      ],
    },
    {
      id: 'weights',
      figures: [
        figureOf('weights.scenario', e.weights.scenario, 'decimal', at('weights.scenario')),
        ...(e.weights.stored.value === e.weights.scenario.value
          ? []
          : [figureOf('weights.stored', e.weights.stored, 'decimal')]),
      ],
    },
  ];
  if (model.operators.length > 0) {
    groups.push({ id: 'prefill', figures: computeFigures('prefill', e.compute.prefill) });
    if (decodes) groups.push({ id: 'decode', figures: computeFigures('decode', e.compute.decode) });
  }
  if (decodes)
    groups.push({
      id: 'cache',
      figures: [
        figureOf('cache.bytesPerToken', e.cache.bytesPerToken, 'binary', at('cache.bytesPerToken')),
        figureOf('cache.bytesAtContext', e.cache.bytesAtContext, 'binary', at('cache.bytesPerToken')),
        ...(e.cache.stateBytes.value === 0 ? [] : [figureOf('cache.stateBytes', e.cache.stateBytes)]),
      ],
    });
  groups.push({
    id: 'memory',
    figures: [
      figureOf('memory.total', e.memory.total),
      figureOf('memory.peakActivations', e.memory.peakActivations),
    ],
  });
  if (model.format === 'onnx')
    groups.push({
      id: 'graph',
      figures: [
        figureOf('operators.total', e.operators.total),
        figureOf('operators.unknown', e.operators.unknown),
        figureOf('values.total', e.values.total),
        figureOf('values.known', e.values.known),
      ],
    });
  return groups;
}

function computeFigures(phase: Scenario['phase'], c: ComputeEstimate): readonly FigureView[] {
  return [
    figureOf(`${phase}.matrixFlops`, c.matrixFlops),
    figureOf(`${phase}.macs`, c.macs),
    ...(c.usefulMacs.value === c.macs.value ? [] : [figureOf(`${phase}.usefulMacs`, c.usefulMacs)]),
    figureOf(`${phase}.elementOperations`, c.elementOperations),
  ];
}

/** At most five: parameters, weights, cache, compute of the scenario's phase, memory. */
export function headlineOf(
  groups: readonly FigureGroup[],
  phase: Scenario['phase'],
  decodes: boolean,
): readonly FigureView[] {
  const all = new Map(groups.flatMap((g) => g.figures.map((f) => [f.id, f] as const)));
  const perToken = all.get('cache.bytesPerToken');
  // A state that does not grow is the cache of models without attention.
  const cache =
    perToken?.value === 0 && all.has('cache.stateBytes') ? 'cache.stateBytes' : 'cache.bytesPerToken';
  const run = decodes && phase === 'decode' ? 'decode' : 'prefill';
  return ['parameters.distinct', 'weights.scenario', cache, `${run}.matrixFlops`, 'memory.total']
    .map((id) => all.get(id))
    .filter((f) => f !== undefined);
}
