import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import { engine } from '../engine';
import type { HeadText } from '../files/gitHead';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import type { ConfigDocuments } from './configDocuments';
import type { FoundLens } from '../keptLenses';
import { ConfigKeptLenses } from './configKeptLenses';

/** Differences follow typing after so long. */
const REST_MS = 60;

/** An earlier state of a document. */
interface Earlier {
  readonly text: string | undefined;
  readonly analysis: Analysis | undefined;
}

/** Over the first line: what the present text changes against the saved file, and against HEAD in a git repository. */
export class ConfigDifferences extends ConfigKeptLenses {
  private readonly saved = new Map<string, Earlier>();
  private readonly heads = new Map<string, Earlier>();
  private readonly forgetting: vscode.Disposable;

  constructor(
    documents: ConfigDocuments,
    private readonly scenarios: Scenarios,
    private readonly head: HeadText,
  ) {
    super(documents, REST_MS, scenarios.onDidChange);
    this.forgetting = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(() => this.forgetThenRenew(this.saved)),
      head.onDidChange(() => this.forgetThenRenew(this.heads)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.saved.delete(uri.toString());
        this.heads.delete(uri.toString());
      }),
    );
  }

  private forgetThenRenew(earlier: Map<string, Earlier>): void {
    earlier.clear();
    this.renew();
  }

  protected isShown(document: vscode.TextDocument): boolean {
    return setting('lens.difference', document) && document.uri.scheme === 'file';
  }

  protected async find(document: vscode.TextDocument, now: Analysis): Promise<readonly FoundLens[]> {
    const { differenceLine } = await engine();
    const rows: readonly (readonly [string, Analysis | undefined])[] = [
      [
        vscode.l10n.t('since saved'),
        document.isDirty ? await this.earlier(document, this.saved, readSaved) : undefined,
      ],
      [vscode.l10n.t('since HEAD'), await this.earlier(document, this.heads, (uri) => this.head.read(uri))],
    ];
    const commands = rows.flatMap(([since, then]) => {
      const line = then && differenceLine(then, now, this.scenarios.wanted);
      return line
        ? [
            {
              command: 'modelEfficiency.showPage',
              title: `${since}: ${line}`,
              arguments: [document.uri],
            },
          ]
        : [];
    });
    return [{ offset: 0, commands }];
  }

  /** The analysis of an earlier text, read and analysed once; undefined where there is none, or it is the present one. */
  private async earlier(
    document: vscode.TextDocument,
    known: Map<string, Earlier>,
    read: (uri: vscode.Uri) => Promise<string | undefined>,
  ): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    const kept = known.get(key);
    if (kept) return kept.text === document.getText() ? undefined : kept.analysis;
    const text = await read(document.uri);
    if (text === undefined) return undefined;
    const { analyseConfig } = await engine();
    const analysis = analyseConfig(text, vscode.workspace.asRelativePath(document.uri));
    known.set(key, { text, analysis });
    return analysis;
  }

  override dispose(): void {
    this.forgetting.dispose();
    super.dispose();
  }
}

async function readSaved(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
