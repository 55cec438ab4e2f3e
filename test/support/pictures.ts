// `npm run pictures` photographs the embedded editor: lenses, hover, ONNX page, report, each in light, dark and both high
// contrast themes, into out/pictures; those that the README shows go to media/pictures.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './embedded/parts.mjs';
import { report } from './embedded/plain.mjs';
import type { Theme } from './workbench';
import { Workbench, closeBrowser, themes } from './workbench';

const folder = path.join(root, 'out', 'pictures');
const shown = path.join(root, 'media', 'pictures');

/** What the README shows. */
const inReadme = [
  'hover-dark',
  'onnx-light',
  'lenses-light',
  'page-dark',
  'overview-dark',
  'text-light',
  'tried-light',
];

/** A page beside a text wants a wide window. */
const sizes: Record<string, { width: number; height: number }> = {
  page: { width: 1800, height: 1060 },
  overview: { width: 1560, height: 1480 },
  tried: { width: 1600, height: 640 },
};

/** The scenes: what is open when the picture is taken. */
const scenes: Record<string, (workbench: Workbench) => Promise<void>> = {
  text: async (workbench) => {
    await workbench.openFile('digits-cnn.onnx');
    await (await workbench.webview()).locator('header').first().waitFor();
    await workbench.run('Model Efficiency: Open as Text');
    await workbench.lenses();
    await workbench.hover('Gemm');
  },
  page: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.lenses();
    await workbench.run('Model Efficiency: Show Model Page');
    const page = await workbench.webview();
    await page.getByRole('combobox', { name: 'Device' }).selectOption('rtx-4090');
    await page.getByText('fits up to').first().waitFor();
  },
  overview: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.lenses();
    await workbench.run('Model Efficiency: Show Model Page');
    await workbench.webview();
    await workbench.run('View: Close Editor');
    const page = await workbench.webview();
    await page.getByRole('combobox', { name: 'Device' }).selectOption('rtx-4090');
    await page.getByText('fits up to').first().waitFor();
    await page.locator('.roofline svg').waitFor();
  },
  lenses: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.hints();
  },
  tried: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.hints();
    await workbench.page
      .locator('.codelens-decoration a:visible')
      .filter({ hasText: /^Try it$/ })
      .first()
      .click();
    await workbench.page.locator('.monaco-diff-editor').first().waitFor();
    await workbench.page.waitForTimeout(1500);
  },
  card: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.hints();
    await workbench.page
      .locator('.codelens-decoration a:visible')
      .filter({ hasText: /4-bit/ })
      .first()
      .click();
    await (await workbench.webview()).getByText('arXiv').first().waitFor();
  },
  techniques: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.hints();
    await workbench.run('Model Efficiency: Show All Techniques');
    await (await workbench.webview()).locator('li').first().waitFor();
  },
  hover: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.lenses();
    await workbench.hover('num_key_value_heads');
  },
  onnx: async (workbench) => {
    await workbench.openFile('text-encoder.onnx');
    await (await workbench.webview()).locator('header').waitFor();
  },
  report: async (workbench) => {
    await workbench.openFile('llama-8b/config.json');
    await workbench.lenses();
    await workbench.run('Model Efficiency: Show Report');
    await (await workbench.webview()).getByText('Parameters').first().waitFor();
  },
};

async function main() {
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
  mkdirSync(folder, { recursive: true });
  mkdirSync(shown, { recursive: true });
  const asked = process.argv.slice(2);
  for (const theme of Object.keys(themes) as Theme[]) {
    const workbench = await Workbench.open({ folder: path.join(root, 'media', 'samples') });
    try {
      await workbench.setTheme(theme);
      for (const [scene, play] of Object.entries(scenes)) {
        if (asked.length > 0 && !asked.includes(scene)) continue;
        await workbench.page.setViewportSize(sizes[scene] ?? { width: 1280, height: 800 });
        await play(workbench);
        await workbench.page.waitForTimeout(500);
        const file = path.join(folder, `${scene}-${theme}.png`);
        await workbench.screenshot(file);
        if (inReadme.includes(`${scene}-${theme}`)) copyFileSync(file, path.join(shown, path.basename(file)));
        console.log(path.relative(root, file));
        await workbench.run('View: Close All Editors');
      }
    } finally {
      await workbench.close();
    }
  }
  await closeBrowser();
}

main().catch(async (error) => {
  await closeBrowser();
  process.exit(report(error));
});
