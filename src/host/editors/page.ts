import * as vscode from 'vscode';

/** A nonce that no file content can guess. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The page's markup: no data in it, only where script and style come from, under a policy that allows nothing else. */
export function pageMarkup(
  webview: vscode.Webview,
  extension: vscode.Uri,
  kind: 'model' | 'comparison',
): string {
  const key = nonce();
  const address = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${key}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.replaceAll(/[^\w-]/g, '')}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('view.css')}">
<title>Model Efficiency</title>
</head>
<body>
<main id="page" data-page="${kind}"></main>
<script nonce="${key}" src="${address('view.js')}"></script>
</body>
</html>`;
}
