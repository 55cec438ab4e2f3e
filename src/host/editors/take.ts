import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import type { WantedScenario } from '../../core/scenario/checkScenario';
import { engine } from '../engine';
import { nameOf } from '../files/analyseFile';
import { devicesFor } from './pageServices';

/** What a page may hand over at most, characters: a picture of a screen is far below. */
const MAX_CONTENT = 32 * 1024 * 1024;

const ENDINGS = { markdown: 'md', json: 'json', csv: 'csv', svg: 'svg', png: 'png' } as const;
type Format = keyof typeof ENDINGS;

/** Saves what a page asks for to a file that the person chooses; false when they changed their mind. */
export async function saveFrom(
  uri: vscode.Uri,
  args: unknown,
  analysis: Analysis,
  wanted: Readonly<WantedScenario>,
): Promise<boolean> {
  const { format, name, content } = (args ?? {}) as { format?: unknown; name?: unknown; content?: unknown };
  if (typeof format !== 'string' || !Object.hasOwn(ENDINGS, format))
    throw new Error('This format is not known.');
  if (typeof content === 'string' && content.length > MAX_CONTENT)
    throw new Error('The picture is too large.');
  const bytes = await contentOf(format as Format, content, uri, analysis, wanted);
  const part = typeof name === 'string' && name !== '' ? name : 'model';
  // Pictures of two models in one folder do not take each other's place.
  const base = content === undefined ? part : `${stemOf(uri)}-${part}`;
  const file = `${base.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}.${ENDINGS[format as Format]}`;
  const target = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(uri, '..', file) });
  if (!target) return false;
  await vscode.workspace.fs.writeFile(target, bytes);
  return true;
}

/** What a model is called: its file without the ending, its folder for a file that is called as in any other. */
function stemOf(uri: vscode.Uri): string {
  const [folder = '', file = ''] = uri.path.split('/').slice(-2);
  return /\.jsonc?$/i.test(file) && folder !== '' ? folder : file.replace(/\.[^.]+$/, '');
}

async function contentOf(
  format: Format,
  content: unknown,
  uri: vscode.Uri,
  analysis: Analysis,
  wanted: Readonly<WantedScenario>,
): Promise<Uint8Array> {
  const text = (value: string) => new TextEncoder().encode(value);
  const { layersCsv, makeReport, reportMarkdown } = await engine();
  const devices = await devicesFor(uri);
  switch (format) {
    case 'markdown':
      return text(reportMarkdown(makeReport(analysis, wanted, {}, devices)));
    case 'json':
      return text(`${JSON.stringify(makeReport(analysis, wanted, {}, devices), null, 2)}\n`);
    case 'csv':
      return text(layersCsv(analysis, wanted, { devices }));
    case 'svg':
    case 'png':
      if (typeof content !== 'string') throw new Error('The page sent no picture.');
      return format === 'svg' ? text(content) : new Uint8Array(Buffer.from(content, 'base64'));
  }
}

/** Puts a figure's text, the report or this scenario as a command line on the clipboard. */
export async function copyFrom(
  uri: vscode.Uri,
  args: unknown,
  analysis: Analysis,
  wanted: Readonly<WantedScenario>,
): Promise<null> {
  const { text, what } = (args ?? {}) as { text?: unknown; what?: unknown };
  const { commandLine, makeReport, reportMarkdown } = await engine();
  if (what === 'report')
    await vscode.env.clipboard.writeText(
      reportMarkdown(makeReport(analysis, wanted, {}, await devicesFor(uri))),
    );
  else if (what === 'command') await vscode.env.clipboard.writeText(commandLine(nameOf(uri), wanted));
  else if (typeof text === 'string') await vscode.env.clipboard.writeText(text.slice(0, MAX_CONTENT));
  else throw new Error('There is nothing to copy.');
  return null;
}
