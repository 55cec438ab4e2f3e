import type { ByteSource } from '../bytes/byteSource';
import type { SliceOptions } from '../slices';
import type { Folder } from './folder';

/** Finds the folder of a model by the path or name that a file has for it; undefined for one that is not at hand. */
export type FindFolder = (named: string) => Promise<Folder | undefined>;

export interface AnalyseOptions extends SliceOptions {
  /** Sizes for symbols of the file, by name (`--dim batch=2`). */
  readonly dims?: Readonly<Record<string, number>>;
  /** Whole shapes for inputs, by name (`--input tokens=2x7`). */
  readonly inputs?: Readonly<Record<string, readonly number[]>>;
  /** Share done, 0 to 1, for sources that are slow to read. */
  readonly onProgress?: (share: number) => void;
  /** Costs of a graph are worked out when they are asked for, not before (`Analysis.costSteps`). */
  readonly laterCosts?: boolean;
  /** Opens an external-data file beside the model; refused paths never reach it. */
  readonly resolveExternal?: (relativePath: string) => Promise<ByteSource | undefined>;
}

export interface FileOptions extends AnalyseOptions {
  /** The name that the analysis shall have; the file's own when absent. */
  readonly name?: string;
  /** Finds a base model beside the folder or in the workspace; nothing else is looked for when absent. */
  readonly findFolder?: FindFolder;
}
