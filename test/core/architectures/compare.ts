import type { Model } from '../../../src/core/model/model';
import { namesOf } from '../../../src/core/model/names';

/** Names and shapes of every parameter that a declared model has. */
export function parametersOf(model: Model): Map<string, string> {
  const out = new Map<string, string>();
  for (const w of model.weights) {
    if (w.role !== 'parameter') continue;
    for (const name of namesOf(model, w)) out.set(name, out.has(name) ? 'declared twice' : w.shape.join('x'));
  }
  return out;
}

/** What differs between names and shapes, the first few; '' when they are equal. */
export function differences(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): string {
  const wrong: string[] = [];
  for (const [name, shape] of theirs) {
    const got = ours.get(name);
    if (got !== shape)
      wrong.push(got === undefined ? `absent ${name} ${shape}` : `${name} ${got}, is ${shape}`);
  }
  for (const name of ours.keys()) if (!theirs.has(name)) wrong.push(`extra ${name}`);
  return wrong.length === 0 ? '' : `${wrong.length}: ${wrong.slice(0, 2).join('; ')}`;
}
