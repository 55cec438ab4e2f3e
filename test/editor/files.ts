import * as vscode from 'vscode';

/** A file of the tests' workspace: `samples/...` are the project's own, `fixtures/...` the broken ones. */
export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
}

/** Opens a text file in an editor. */
export async function openText(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The lenses of a document that run one of our commands; those that open the page by default. Waits while they are found. */
export async function lensesOf(
  document: vscode.TextDocument,
  command = 'modelEfficiency.showPage',
): Promise<vscode.CodeLens[]> {
  let all = await allLenses(document);
  for (const end = Date.now() + 10_000; Date.now() < end && all.some(isReserved);) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    all = await allLenses(document);
  }
  return all.filter((lens) => lens.command?.command.startsWith(command));
}

/** Every lens that is shown at once, reserved lines included. */
export async function allLenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
}

/** A line that is kept free for a lens which is being found. */
export function isReserved(lens: vscode.CodeLens): boolean {
  return lens.command?.command === '';
}

/** What the hovers over the first occurrence of a text say, as Markdown. */
export async function hoverOver(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Asks again until the answer is given, or fails after ten seconds. */
export async function until<T>(what: string, ask: () => T | undefined | false): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const answer = ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come`);
}

/** The same for what is asked for in the background. */
export async function untilAsync(what: string, ask: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come`);
}
