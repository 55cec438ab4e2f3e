import type { Analysis } from '../analysis';
import { adapterModel } from '../architectures/adapterModel';
import { costModel } from '../costs/costModel';
import { parametersOf } from '../costs/parameters';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { readAdapter } from '../readers/companions/adapter';
import { modelOfSafetensors } from '../readers/safetensors/modelOfHeader';
import { findCheckpoint, readShards } from './checkpoint';
import type { ModelJson } from './config';
import { MAX_CONFIG_BYTES, analyseDocument, readModelJson } from './config';
import { compareWithDisk, mainType } from './disk';
import type { Folder } from './folder';
import { textIn } from './folder';
import type { FindFolder } from './options';

/**
 * A PEFT adapter: its own parameters and bytes over the base that `base_model_name_or_path` names, where that is a folder
 * at hand; else what its own file of weights stores; else unknown, and the reason why.
 */
export async function analyseAdapter(
  folder: Folder,
  { document }: ModelJson,
  find: FindFolder | undefined,
): Promise<Analysis> {
  const { name, values } = document;
  const adapter = readAdapter(values)!;
  const base = adapter.base === undefined ? undefined : await baseOf(folder, adapter.base, find);
  const files = (await findCheckpoint(folder)).files.filter((f) => f.startsWith('adapter_model'));
  const checkpoint = files.length > 0 ? await readShards(folder, files) : undefined;
  const dtype = checkpoint && mainType(checkpoint.tensors);
  const facts: (readonly [string, string])[] = [['Adapter', `${adapter.type}, rank ${adapter.rank}`]];
  if (base) {
    const build = (changed: Readonly<Record<string, unknown>>) =>
      adapterModel(changed, base.model, name, dtype)!;
    const own = build(values);
    const model: Model = {
      ...own,
      properties: [...facts, ['Base', base.name]],
      problems: [...document.problems, ...own.problems],
    };
    const disk = checkpoint && {
      tensors: checkpoint.tensors,
      files: files.length,
      problems: checkpoint.warnings,
    };
    const parameters = parametersOf(base.model).distinct.value;
    const analysis: Analysis = {
      kind: 'model',
      name,
      model,
      costs: costModel(model),
      config: document,
      rebuild: build,
    };
    return {
      ...(disk ? compareWithDisk(analysis, disk) : analysis),
      ...(parameters === null ? {} : { base: { name: base.name, parameters } }),
    };
  }
  const own = adapter.problems.map(({ message, key }): Problem => ({
    severity: 'warning',
    code: 'adapter.not-counted',
    message,
    origin: { kind: 'keys', keys: [key] },
  }));
  const why: Problem = {
    severity: 'warning',
    code: 'adapter.no-base',
    message: `The base model ${adapter.base === undefined ? 'is not named' : `\`${adapter.base.slice(0, 200)}\` is no folder beside this file or in the workspace`}: ${checkpoint ? 'the tensors are those of the adapter’s own file' : 'the sizes of the adapter’s matrices are unknown'}.`,
    origin: { kind: 'keys', keys: ['base_model_name_or_path', 'peft_type'] },
  };
  const stored = modelOfSafetensors(checkpoint?.tensors ?? [], name, {}, checkpoint?.warnings);
  const model: Model = {
    ...stored,
    format: 'adapter',
    modelType: adapter.type.toLowerCase(),
    properties: facts,
    problems: [...document.problems, ...own, why, ...stored.problems],
  };
  return { kind: 'model', name, model, costs: costModel(model), config: document };
}

/** The base's model by the config in its folder. */
async function baseOf(
  folder: Folder,
  named: string,
  find: FindFolder | undefined,
): Promise<{ readonly name: string; readonly model: Model } | undefined> {
  const inside = /^(?!.*\.\.)[\w./ -]+$/.test(named)
    ? named.replace(/^\.\//, '').replace(/\/$/, '')
    : undefined;
  const own = inside
    ? await textIn(folder, `${inside}/config.json`, MAX_CONFIG_BYTES).catch(() => undefined)
    : undefined;
  const other = own === undefined ? await find?.(named).catch(() => undefined) : undefined;
  const text =
    own ?? (other && (await textIn(other, 'config.json', MAX_CONFIG_BYTES).catch(() => undefined)));
  const json = text === undefined ? undefined : readModelJson(text, named);
  return json?.kind === 'config' ? { name: named, model: analyseDocument(json.document).model } : undefined;
}
