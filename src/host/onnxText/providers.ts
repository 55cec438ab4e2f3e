import * as vscode from 'vscode';
import type { TextSymbol } from '../../core/views/onnxText/symbols';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import type { OnnxTexts } from './onnxTexts';
import { say } from './say';
import { TextLenses } from './textLenses';
import { writingProviders } from './writingProviders';

type Document = vscode.TextDocument;

const KINDS = {
  graph: vscode.SymbolKind.Module,
  section: vscode.SymbolKind.Namespace,
  operator: vscode.SymbolKind.Function,
} as const;

const FOUND = { ...KINDS, weight: vscode.SymbolKind.Constant } as const;

/** Everything an editor offers on an ONNX text: lenses, hovers, outline, folding, definitions, references, highlights. */
export function onnxTextProviders(texts: OnnxTexts, scenarios: Scenarios): vscode.Disposable {
  const language = { language: 'onnxtxt' };
  const range = (document: Document, { start, end }: { start: number; end: number }) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  const named = async (document: Document, position: vscode.Position) => {
    const text = await texts.of(document);
    if (!text) return undefined;
    const { placesAt } = await engine();
    return placesAt(text.index, document.offsetAt(position));
  };
  const lenses = new TextLenses(texts, scenarios);
  return vscode.Disposable.from(
    lenses,
    vscode.languages.registerCodeLensProvider(language, lenses),
    vscode.languages.registerHoverProvider(language, {
      provideHover: async (document, position) => {
        const text = await texts.of(document);
        if (!text) return undefined;
        const { TEXT_WORDS, textHover } = await engine();
        const hover = textHover(text, document.offsetAt(position), scenarios.wanted, say(TEXT_WORDS));
        // Untrusted text: no command links, no HTML.
        return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown));
      },
    }),
    vscode.languages.registerDocumentSymbolProvider(language, {
      provideDocumentSymbols: async (document) => {
        const text = await texts.of(document);
        if (!text) return [];
        const symbol = (s: TextSymbol): vscode.DocumentSymbol => {
          const all = range(document, s);
          const first = new vscode.Range(all.start, all.start);
          const made = new vscode.DocumentSymbol(s.name || '-', s.detail, KINDS[s.kind], all, first);
          made.children = s.children.map(symbol);
          return made;
        };
        return (await engine()).textSymbols(text).map(symbol);
      },
    }),
    vscode.languages.registerFoldingRangeProvider(language, {
      provideFoldingRanges: async (document) => {
        const text = await texts.of(document);
        if (!text) return [];
        return (await engine())
          .textFolds(text)
          .map((fold) => range(document, fold))
          .filter((r) => r.end.line > r.start.line)
          .map((r) => new vscode.FoldingRange(r.start.line, r.end.line));
      },
    }),
    vscode.languages.registerDefinitionProvider(language, {
      provideDefinition: async (document, position) => {
        const at = (await named(document, position))?.definition;
        return at && new vscode.Location(document.uri, range(document, at));
      },
    }),
    vscode.languages.registerReferenceProvider(language, {
      provideReferences: async (document, position, { includeDeclaration }) => {
        const found = await named(document, position);
        return found?.places
          .filter((at) => includeDeclaration || at.start !== found.definition?.start)
          .map((at) => new vscode.Location(document.uri, range(document, at)));
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(language, {
      provideDocumentHighlights: async (document, position) => {
        const found = await named(document, position);
        return found?.places.map(
          (at) =>
            new vscode.DocumentHighlight(
              range(document, at),
              at.start === found.definition?.start
                ? vscode.DocumentHighlightKind.Write
                : vscode.DocumentHighlightKind.Read,
            ),
        );
      },
    }),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (query) => {
        const found: vscode.SymbolInformation[] = [];
        // What is open: an editor's own search over files never sees a text that is no file.
        for (const document of vscode.workspace.textDocuments) {
          if (document.languageId !== 'onnxtxt' || document.isClosed) continue;
          const text = await texts.of(document);
          if (!text) continue;
          const { findSymbols } = await engine();
          for (const { name, detail, kind, ...at } of findSymbols(text, query))
            found.push(
              new vscode.SymbolInformation(
                name,
                FOUND[kind],
                detail,
                new vscode.Location(document.uri, range(document, at)),
              ),
            );
        }
        return found;
      },
    }),
    writingProviders(texts.written),
  );
}
