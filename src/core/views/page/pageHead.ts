import type { Analysis } from '../../analysis';
import type { Problem } from '../../model/problem';
import { printShape } from '../../model/print';
import { modelSymbols } from '../../scenario/bind';
import { houseSymbol } from '../../scenario/symbolNames';
import { formatInteger } from '../format';
import { choicesOf } from './choices';
import { operatorTypes } from './operatorTypes';
import type { PageOptions } from './pageState';
import { pageState } from './pageState';
import type { PageHead, PortView, ProblemView } from './pageView';
import type { Places } from './places';
import { placesOf } from './places';

/** Ports and problems listed at most. */
const MOST = 200;
/** Names that say nothing without their folder. */
const PLAIN_NAME =
  /^(config|params|modules|model_index|genai_config|adapter_config|generation_config|model(\.safetensors\.index)?)\.(json|onnx|gguf|safetensors)$/i;

/** What stays the same under every scenario. */
export function pageHead(analysis: Analysis, options: PageOptions = {}): PageHead {
  const { model, costs, name } = analysis;
  const places = placesOf(analysis);
  const state = pageState(analysis, {}, options);
  const symbols = modelSymbols(model);
  const longest = model.facts.maximumPositions;
  return {
    title: titleOf(name),
    path: name,
    format: model.format,
    subtitle: subtitleOf(analysis),
    properties: [
      ...model.properties,
      ...Object.entries(model.opsets).map(
        ([domain, version]) =>
          [domain === '' ? 'Opset' : `Opset of ${domain}`, formatInteger(version)] as const,
      ),
      ...(analysis.disk ? [['On disk', analysis.disk.sentence] as const] : []),
    ],
    inputs: ports(analysis, 'inputs'),
    outputs: ports(analysis, 'outputs'),
    operatorTypes: operatorTypes(model),
    choices: choicesOf(analysis, options.devices ?? []),
    ...(longest === undefined ? {} : { longest }),
    decodes: state.decodes,
    hasSource:
      model.facts.task === 'encoder-decoder' ||
      symbols.some((s) => (model.format === 'onnx' ? houseSymbol(s) : s) === 'source'),
    hasText: analysis.config !== undefined || options.hasText === true,
    problems: [...(options.problems ?? []), ...model.problems, ...costs.problems]
      .slice(0, MOST)
      .map((p) => problemView(p, places)),
  };
}

/** A problem with its place in the text, where it is about one. */
export function problemView(p: Problem, places: Places): ProblemView {
  const offset = places.offsetOf(p.origin);
  return { severity: p.severity, message: p.message, ...(offset === undefined ? {} : { offset }) };
}

/** The file's name; its folder before it when the name is any model's. */
function titleOf(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '');
  const file = parts.at(-1) ?? path;
  return PLAIN_NAME.test(file) && parts.length > 1 ? parts.slice(-2).join('/') : file;
}

function subtitleOf({ model, disk }: Analysis): string {
  const { architecture } = model.facts;
  const producer = model.properties.find(([name]) => /producer/i.test(name))?.[1];
  const opset = model.opsets[''];
  return [
    architecture ?? (model.format === 'onnx' ? '' : model.modelType),
    producer ?? '',
    opset === undefined ? '' : `opset ${formatInteger(opset)}`,
    disk?.sentence ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function ports({ model }: Analysis, side: 'inputs' | 'outputs'): readonly PortView[] {
  const main = model.graphs.find((graph) => graph.kind === 'main');
  return (main?.[side] ?? []).slice(0, MOST).map((id) => {
    const value = model.values[id];
    const dtype = value?.kind === 'tensor' ? value.dtype : value?.kind;
    return { name: value?.name ?? '', dtype: dtype ?? 'unknown', shape: printShape(value?.shape) };
  });
}
