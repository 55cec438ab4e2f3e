import type { Agreement } from './architectures/agreeWithDisk';
import type { Costs } from './costs/costModel';
import type { Model } from './model/model';
import type { TextPlace } from './text/textMap';
import type { ConfigDocument } from './readers/config/readConfig';

/** Everything known of one file, independent of any scenario: evaluate it with `estimate` or `makeReport`. */
export interface Analysis {
  readonly kind: 'model';
  /** File name or path as the caller gave it. */
  readonly name: string;
  readonly model: Model;
  readonly costs: Costs;
  /** Works out costs that nobody has asked for yet, with rests in between; `costs` answers at once when it is through. */
  readonly costSteps?: () => Generator<void, void>;
  /** An ONNX model as its file declares it, before shapes were inferred; ids are those of `model`. */
  readonly declared?: Model;
  /** Where the graphs of a text stand, by graph id, when the source was ONNX text. */
  readonly places?: ReadonlyMap<number, TextPlace>;
  /** The config's text facts (key ranges), when the source was a config. */
  readonly config?: ConfigDocument;
  /** What the checkpoint beside a config says of the estimate; absent where none lies there or nobody has looked. */
  readonly disk?: Agreement;
  /** The model of the same file with other values in its keys: what a key costs is found with it. Absent where no key can say it. */
  readonly rebuild?: (values: Readonly<Record<string, unknown>>) => Model;
  /** The model that an adapter is put over. */
  readonly base?: { readonly name: string; readonly parameters: number };
}

/** A file of which nothing could be read as a model, with one sentence saying why. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly name: string;
  readonly message: string;
}
