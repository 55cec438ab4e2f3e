/**
 * The heavy part, a bundle of its own (`dist/engine.js`) that the host loads on first use: what it needs of the core,
 * and nothing else.
 */
export { analyseConfig, analyseFile, readNeighbours, withNeighbours } from './core/analyse';
export { keyHover } from './core/views/hovers';
export { summaryLens } from './core/views/lenses';
export { escapeMarkdown, reportMarkdown } from './core/views/markdown';
export { WORDS } from './protocol/words';
export { setByteUnits, setLocale } from './core/locale';
export { answerPage } from './core/views/page/answer';
export { compareModels } from './core/views/page/comparison';
export { layersCsv } from './core/views/page/layersCsv';
export { commandLine } from './core/scenario/commandLine';
export { makeReport } from './core/views/report';
export { ownDevices } from './core/hardware/device';
export { adviceLenses } from './core/views/adviceLenses';
export { adviceLine } from './core/views/adviceText';
export { budgetsOf, exceededBudgets } from './core/views/budgets';
export { configProblems } from './core/views/configProblems';
export { allTechniquesMarkdown, techniqueCard } from './core/views/card';
export { adviceSteps } from './core/advice/advise';
export { adviceOnKey, canTry } from './core/views/adviceOnKey';
export { tryText } from './core/views/changedText';
export { differenceLine } from './core/views/difference';
export { analyseOnnxText } from './core/analyse';
export { indexOfText, textSteps } from './core/views/onnxText/open';
export { textHover } from './core/views/onnxText/hovers';
export { textLensSteps } from './core/views/onnxText/lenses';
export { TEXT_WORDS } from './core/views/onnxText/words';
export { textFolds, textSymbols } from './core/views/onnxText/symbols';
export { textCompletions } from './core/views/onnxText/completions';
export { textSignature } from './core/views/onnxText/signatures';
export { renamable, renameValue } from './core/views/onnxText/rename';
export { textProblems } from './core/views/onnxText/problems';
export { placesAt } from './core/text/namedPlaces';
export { findSymbols } from './core/views/onnxText/findSymbols';
