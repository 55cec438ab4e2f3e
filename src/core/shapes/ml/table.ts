/** Operators of `ai.onnx.ml`: classical machine learning, after their documentation in the standard. */
import type { DType } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { plus } from '../dims';

const same: ShapeFunction = (c) => c.like(0);
const sameInFloat: ShapeFunction = (c) => c.tensor(0, 'float32', c.shape(0));

/** Rows of the input: a vector is one row. */
function rows(c: ShapeContext): Dim {
  const shape = c.shape(0);
  return shape?.length === 1 ? 1 : shape?.[0];
}

/** How many entries the first list given has. */
function listed(c: ShapeContext, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const n = c.ints(name)?.length ?? c.strings(name)?.length;
    if (n) return n;
  }
  return undefined;
}

/** A label per row, and a score per row and class. */
function classified(c: ShapeContext, labels: DType, classes: Dim): void {
  c.tensor(0, labels, [rows(c)]);
  c.tensor(1, 'float32', [rows(c), classes]);
}

/** Labels are strings when string labels are listed. */
function labelType(c: ShapeContext, strings: string): DType {
  return c.strings(strings)?.length ? 'string' : 'int64';
}

const linearClassifier: ShapeFunction = (c) => {
  const classes = listed(c, 'classlabels_ints', 'classlabels_strings');
  const scores = c.floats('intercepts')?.length;
  // One score for two classes is told as two.
  classified(c, labelType(c, 'classlabels_strings'), scores === 1 ? 2 : (scores ?? classes));
};

/** Probabilities for each class; without them a vote for each pair of classes. */
const svmClassifier: ShapeFunction = (c) => {
  const classes = listed(c, 'vectors_per_class') ?? listed(c, 'classlabels_ints', 'classlabels_strings');
  const votes = classes === undefined ? undefined : classes > 2 ? (classes * (classes - 1)) / 2 : classes;
  const linear = !c.ints('vectors_per_class')?.length;
  const scores = linear || c.floats('prob_a')?.length ? classes : votes;
  classified(c, labelType(c, 'classlabels_strings'), scores);
};

const treeClassifier: ShapeFunction = (c) =>
  classified(c, labelType(c, 'classlabels_strings'), listed(c, 'classlabels_int64s', 'classlabels_strings'));

const regressor =
  (attribute?: string): ShapeFunction =>
  (c) =>
    c.tensor(0, 'float32', [rows(c), attribute === undefined ? 1 : c.int(attribute, 1)]);

const categories: ShapeFunction = (c) => {
  const from = c.dtype(0);
  c.tensor(0, from === undefined ? undefined : from === 'string' ? 'int64' : 'string', c.shape(0));
};

const labels: ShapeFunction = (c) => {
  if (c.hasAttribute('classes_strings')) return categories(c);
  const to: DType | undefined = c.hasAttribute('values_strings')
    ? 'string'
    : c.hasAttribute('values_floats')
      ? 'float32'
      : c.hasAttribute('values_int64s')
        ? 'int64'
        : c.tensorAttribute('values_tensor')?.dtype;
  c.tensor(0, to, c.shape(0));
};

/** All inputs side by side, as wide as the attribute or the inputs say. */
const features: ShapeFunction = (c) => {
  let width: Dim = 0;
  for (let i = 0; i < c.inputCount; i++) width = plus(width, c.ints('inputdimensions')?.[i] ?? c.dim(i, -1));
  c.tensor(0, 'float32', [rows(c), width]);
};

const extractor: ShapeFunction = (c) => {
  const x = c.shape(0);
  const picked = c.rank(1) === 0 ? 1 : c.dim(1, -1);
  const lead: Shape | undefined = x && (x.length === 1 ? [1] : x.slice(0, -1));
  c.tensor(0, c.dtype(0), lead && [...lead, picked]);
};

const oneHot: ShapeFunction = (c) => {
  const x = c.shape(0);
  c.tensor(0, 'float32', x && [...x, listed(c, 'cats_int64s', 'cats_strings')]);
};

const CAST_TO: Readonly<Record<string, DType>> = {
  TO_FLOAT: 'float32',
  TO_STRING: 'string',
  TO_INT64: 'int64',
};

/** A row of the map's values; a sparse map has as many columns as the attribute says. */
const castMap: ShapeFunction = (c) => {
  const sparse = c.string('map_form', 'DENSE') === 'SPARSE';
  const width = sparse ? c.int('max_map', 1) : c.fresh('entries');
  c.tensor(0, CAST_TO[c.string('cast_to', 'TO_FLOAT')], [1, width]);
};

const dictionary: ShapeFunction = (c) =>
  c.tensor(0, c.input(0)?.element?.dtype, [1, listed(c, 'string_vocabulary', 'int64_vocabulary')]);

/** A map from label to score per row. */
const zipMap: ShapeFunction = (c) =>
  c.set(0, {
    kind: 'sequence',
    element: { kind: 'map', element: { kind: 'tensor', dtype: 'float32', shape: [] } },
  });

/** Shape functions of this domain by operator type. */
export const ml: ShapeTable = {
  ArrayFeatureExtractor: extractor,
  Binarizer: same,
  CastMap: castMap,
  CategoryMapper: categories,
  DictVectorizer: dictionary,
  FeatureVectorizer: features,
  Imputer: same,
  LabelEncoder: labels,
  LinearClassifier: linearClassifier,
  LinearRegressor: regressor('targets'),
  Normalizer: sameInFloat,
  OneHotEncoder: oneHot,
  Scaler: sameInFloat,
  SVMClassifier: svmClassifier,
  SVMRegressor: regressor(),
  TreeEnsemble: (c) => c.tensor(0, c.dtype(0), [c.dim(0, 0), c.int('n_targets')]),
  TreeEnsembleClassifier: treeClassifier,
  TreeEnsembleRegressor: regressor('n_targets'),
  ZipMap: zipMap,
};
