// `node --import tsx test/support/captureThemes.ts` writes down which colours VS Code gives a page in each of its four kinds of theme
// (test/page/themes.json), so that most page tests need only a browser. To be run again when the embedded VS Code changes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './embedded/parts.mjs';
import { report } from './embedded/plain.mjs';
import { Workbench, closeBrowser, themes } from './workbench';
import type { Theme } from './workbench';

async function main() {
  const captured: Record<string, { readonly kind: string; readonly variables: Record<string, string> }> = {};
  const workbench = await Workbench.open({ folder: path.join(root, 'media', 'samples') });
  for (const theme of Object.keys(themes) as Theme[]) {
    await workbench.setTheme(theme);
    await workbench.openFile('digits-cnn.onnx');
    const frame = await workbench.webview();
    await workbench.page.waitForTimeout(500);
    captured[theme] = await frame.evaluate(() => {
      const { style } = document.documentElement;
      const variables: Record<string, string> = {};
      for (const name of style)
        if (name.startsWith('--vscode-')) variables[name] = style.getPropertyValue(name).trim();
      return { kind: document.body.dataset['vscodeThemeKind'] ?? '', variables };
    });
    await workbench.run('View: Close All Editors');
  }
  await workbench.close();
  await closeBrowser();
  writeFileSync(path.join(root, 'test', 'page', 'themes.json'), `${JSON.stringify(captured, null, 2)}\n`);
}

main().catch(async (error) => {
  await closeBrowser();
  process.exit(report(error));
});
