import * as vscode from 'vscode';
import type { TextCompletion } from '../../core/views/onnxText/completions';
import type { TextProblem } from '../../core/views/onnxText/problems';
import { engine } from '../engine';
import { say } from './say';
import type { WrittenTexts } from './writtenTexts';

const KINDS: Readonly<Record<TextCompletion['kind'], vscode.CompletionItemKind>> = {
  operator: vscode.CompletionItemKind.Function,
  function: vscode.CompletionItemKind.Method,
  attribute: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Variable,
  type: vscode.CompletionItemKind.TypeParameter,
  field: vscode.CompletionItemKind.Field,
  choice: vscode.CompletionItemKind.EnumMember,
};

type Document = vscode.TextDocument;

/** What an editor offers while somebody writes an ONNX text: completion, signatures, rename, quick fixes. */
export function writingProviders(texts: WrittenTexts): vscode.Disposable {
  const written = { language: 'onnxtxt' };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      written,
      { provideCompletionItems: (document, position) => completions(texts, document, position) },
      ...['.', '(', '<'],
    ),
    vscode.languages.registerSignatureHelpProvider(
      written,
      { provideSignatureHelp: (document, position) => signature(texts, document, position) },
      ...['(', ',', '<'],
    ),
    vscode.languages.registerRenameProvider(written, {
      prepareRename: async (document, position) => {
        const text = await texts.of(document);
        const found = text && (await engine()).renamable(text, document.offsetAt(position));
        if (!found) throw new Error(vscode.l10n.t('Only names of values can be changed here.'));
        return { range: rangeOf(document, found), placeholder: found.name };
      },
      provideRenameEdits: (document, position, name) => rename(texts, document, position, name),
    }),
    vscode.languages.registerCodeActionsProvider(
      written,
      { provideCodeActions: (document, range) => fixes(texts, document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

async function completions(
  texts: WrittenTexts,
  document: Document,
  position: vscode.Position,
): Promise<vscode.CompletionList> {
  const { TEXT_WORDS, textCompletions } = await engine();
  const known = await texts.last(document);
  const source = document.getText();
  const found = textCompletions(source, document.offsetAt(position), known, say(TEXT_WORDS));
  const range = new vscode.Range(document.positionAt(found.start), position);
  const items = found.items.map(({ kind, label, detail, snippet }, i) => {
    const item = new vscode.CompletionItem(detail ? { label, description: detail } : label, KINDS[kind]);
    item.range = range;
    item.insertText = new vscode.SnippetString(snippet);
    item.sortText = String(i).padStart(5, '0');
    return item;
  });
  return new vscode.CompletionList(items, found.isCut);
}

async function signature(
  texts: WrittenTexts,
  document: Document,
  position: vscode.Position,
): Promise<vscode.SignatureHelp | undefined> {
  const { TEXT_WORDS, textSignature } = await engine();
  const known = await texts.last(document);
  const found = textSignature(document.getText(), document.offsetAt(position), known, say(TEXT_WORDS));
  if (!found) return undefined;
  const help = new vscode.SignatureHelp();
  const one = new vscode.SignatureInformation(found.label);
  one.parameters = found.parameters.map(
    ({ start, end, about }) => new vscode.ParameterInformation([start, end], about || undefined),
  );
  help.signatures = [one];
  help.activeSignature = 0;
  help.activeParameter = found.active ?? one.parameters.length;
  return help;
}

async function rename(
  texts: WrittenTexts,
  document: Document,
  position: vscode.Position,
  name: string,
): Promise<vscode.WorkspaceEdit | undefined> {
  const text = await texts.of(document);
  const found = text && (await engine()).renameValue(text, document.offsetAt(position), name);
  if (!found) return undefined;
  if (found.kind === 'refused')
    throw new Error(
      found.why === 'taken'
        ? vscode.l10n.t("There is a value '{0}' already.", found.name)
        : vscode.l10n.t('A value must have a name, in one line.'),
    );
  const edit = new vscode.WorkspaceEdit();
  for (const place of found.places) edit.replace(document.uri, rangeOf(document, place), found.text);
  return edit;
}

function fixes(texts: WrittenTexts, document: Document, range: vscode.Range): vscode.CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return texts.problemsOf(document).flatMap((problem) => {
    if (!problem.fix || problem.start > to || problem.end < from) return [];
    const action = new vscode.CodeAction(titleOf(problem.fix), vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, rangeOf(document, problem.fix), problem.fix.text);
    action.diagnostics = vscode.languages
      .getDiagnostics(document.uri)
      .filter((d) => d.code === problem.code && d.range.isEqual(rangeOf(document, problem)));
    action.isPreferred = true;
    return [action];
  });
}

function titleOf({ kind, text }: NonNullable<TextProblem['fix']>): string {
  switch (kind) {
    case 'replace':
      return vscode.l10n.t("Write '{0}'", text);
    case 'addData':
      return vscode.l10n.t("Store it as a weight: add '= {}'");
    case 'addHead':
      return vscode.l10n.t('Say the opset in a head before the graph');
  }
}

function rangeOf(document: Document, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
