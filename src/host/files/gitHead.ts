import * as vscode from 'vscode';

/** Text of a file in the last commit of its repository. */
export interface HeadText {
  /** Undefined where there is no repository, no commit, or the file is new. */
  readonly read: (uri: vscode.Uri) => Promise<string | undefined>;
  /** Fires when some commit, checkout or newly found repository may have changed what `read` says. */
  readonly onDidChange: vscode.Event<void>;
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: vscode.Event<void> };
  readonly show: (ref: string, path: string) => Promise<string>;
}

/** What of the built-in Git extension is used. */
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly getRepository: (uri: vscode.Uri) => Repository | null;
}

/** Asks the built-in Git extension; while that is still starting there is no answer, and `onDidChange` tells of it. */
export class GitHead implements HeadText, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly watching: vscode.Disposable[] = [this.changed];
  private watched: GitApi | undefined;
  private starting: PromiseLike<void> | undefined;

  async read(uri: vscode.Uri): Promise<string | undefined> {
    try {
      return await this.api()?.getRepository(uri)?.show('HEAD', uri.fsPath);
    } catch {
      // Not in HEAD: nothing to compare with.
      return undefined;
    }
  }

  private api(): GitApi | undefined {
    if (this.watched) return this.watched;
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    if (git?.isActive) return (this.watched = this.watchAll(git.exports.getAPI(1)));
    this.starting ??= git?.activate().then(
      () => this.changed.fire(),
      () => undefined,
    );
    return undefined;
  }

  private watchAll(api: GitApi): GitApi {
    this.watching.push(
      api.onDidOpenRepository((repository) => {
        this.watch(repository);
        this.changed.fire();
      }),
    );
    api.repositories.forEach((repository) => this.watch(repository));
    return api;
  }

  private watch({ state }: Repository): void {
    let commit = state.HEAD?.commit;
    this.watching.push(
      state.onDidChange(() => {
        if (state.HEAD?.commit === commit) return;
        commit = state.HEAD?.commit;
        this.changed.fire();
      }),
    );
  }

  dispose(): void {
    this.watching.forEach((d) => void d.dispose());
  }
}
