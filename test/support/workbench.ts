import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findBrowser } from './embedded/browser.mjs';
import { root } from './embedded/parts.mjs';
import { editorAddress, startServer, writeSettings } from './embedded/server.mjs';

/** The four kinds of colour theme that VS Code has, each by one of its own themes. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

export interface WorkbenchOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  readonly theme?: Theme;
  /** Absolute path of a second extension, that only tests have. */
  readonly helper?: string;
  /** The display language, as a language pack would set it; only what extensions bring is there in it. */
  readonly language?: 'de';
  /** User settings beyond those of every embedded editor. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly width?: number;
  readonly height?: number;
}

/** Milliseconds that anything on the page may take to appear. */
const patience = 20_000;

let browser: Promise<Browser> | undefined;
const openOnes = new Set<Workbench>();

/** The one browser that all workbenches of this process share. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= findBrowser().then((options) => chromium.launch(options));
  return browser;
}

/** Ends the shared browser; the suites call it once, when all are through. */
export async function closeBrowser(): Promise<void> {
  const open = browser;
  browser = undefined;
  await (await open)?.close();
}

/** Pictures of all open workbenches, for a test that failed; gives their paths. */
export async function photograph(name: string): Promise<string[]> {
  const files: string[] = [];
  for (const workbench of openOnes) {
    const file = path.join(root, 'out', 'failures', `${name.replaceAll(/[^\w]+/g, '-')}-${files.length}.png`);
    await workbench.screenshot(file);
    files.push(path.relative(root, file));
  }
  return files;
}

/** The embedded VS Code on a folder with the extension loaded, driven the way a person would. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly known: string,
    private readonly end: () => Promise<void>,
  ) {}

  /** Starts a VS Code of its own (user data included) and waits until its Explorer shows the folder. */
  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'model-efficiency-page-'));
    writeSettings(dataFolder, {
      'workbench.colorTheme': themes[options.theme ?? 'dark'],
      'window.autoDetectColorScheme': false,
      'editor.minimap.enabled': false,
      'explorer.compactFolders': false,
      ...options.settings,
    });
    // Installed, not under development: there can be only one such extension.
    if (options.helper)
      cpSync(options.helper, path.join(dataFolder, 'extensions', path.basename(options.helper)), {
        recursive: true,
      });
    const server = await startServer({ dataFolder });
    const context = await (
      await sharedBrowser()
    ).newContext({ viewport: { width: options.width ?? 1280, height: options.height ?? 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    // What the texts of a language pack say when they are loaded.
    if (options.language)
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)}`);
    const workbench: Workbench = new Workbench(page, knownBy[options.language ?? 'en'], async () => {
      await context.close();
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
    });
    try {
      openOnes.add(workbench);
      await page.goto(editorAddress({ port: server.port, folder: options.folder, extension: root }));
      await workbench.started();
      // On a busy machine the web workbench keeps its own default for a while: then the theme is picked by hand.
      const theme = options.theme ?? 'dark';
      if ((await page.locator(themeClasses[theme]).count()) === 0) await workbench.setTheme(theme);
    } catch (error) {
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  async close(): Promise<void> {
    openOnes.delete(this);
    await this.end();
  }

  /** Waits until the Explorer shows the folder and the extension is there. */
  private async started(): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await this.untilCommand(this.known);
  }

  /** Loads the window again, as a person does: what was open comes back by itself. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.run('Developer: Reload Window');
    await loaded;
    await this.started();
  }

  /** Opens a file by double-clicking through the Explorer; `file` is relative to the folder, with slashes. */
  async openFile(file: string): Promise<void> {
    const names = file.split('/');
    let parent = -1;
    for (const [depth, name] of names.entries()) {
      const row = await this.explorerRow(name, depth + 1, parent);
      parent = Number(await row.getAttribute('data-index'));
      if (depth === names.length - 1) await row.dblclick();
      else await this.expand(row);
    }
    await this.page
      .locator('.tab.active')
      .filter({ hasText: names.at(-1)! })
      .waitFor();
  }

  /** Opens a folder of the Explorer. A click on a tree that is being drawn may only choose it: the arrow key then opens it. */
  private async expand(row: Locator): Promise<void> {
    const isOpen = async () => (await row.getAttribute('aria-expanded')) === 'true';
    if (await isOpen()) return;
    await row.click();
    for (const end = Date.now() + patience; Date.now() < end;) {
      for (let tries = 0; tries < 20; tries++) {
        if (await isOpen()) return;
        await this.page.waitForTimeout(50);
      }
      await this.page.keyboard.press('ArrowRight');
    }
  }

  /** The Explorer's row of this name and level inside the folder whose row is `parent`. */
  private async explorerRow(name: string, level: number, parent: number): Promise<Locator> {
    const rows = this.page.locator('.explorer-folders-view .monaco-list-row');
    for (const end = Date.now() + patience; Date.now() < end; await this.page.waitForTimeout(50)) {
      const all = await rows.evaluateAll((found) =>
        found.map((row) => ({
          index: Number(row.getAttribute('data-index')),
          level: Number(row.getAttribute('aria-level')),
          name: row.querySelector('.label-name')?.textContent,
        })),
      );
      const below = all.filter((row) => row.index > parent).sort((a, b) => a.index - b.index);
      const after = below.findIndex((row) => row.level < level);
      const inside = after < 0 ? below : below.slice(0, after);
      const found = inside.find((row) => row.level === level && row.name === name);
      if (found)
        return this.page.locator(`.explorer-folders-view .monaco-list-row[data-index="${found.index}"]`);
    }
    throw new Error(`The Explorer does not show ${name}.`);
  }

  /** The text of the lenses now shown, top to bottom; waits until there is at least one. */
  async lenses(): Promise<string[]> {
    const lenses = this.page.locator('.codelens-decoration:visible');
    await lenses.first().waitFor();
    for (let tries = 0; ; tries++) {
      const texts = (await lenses.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
      // What holds a line for figures that are being found is none yet.
      if (texts.some((text) => text !== '') && !texts.some((text) => text.includes('Model Efficiency …')))
        return texts;
      if (tries >= 300) throw new Error(`no lens has figures after 30 s: ${texts.join(' | ')}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Waits until hints stand over keys, which come a moment after the first lens. */
  async hints(): Promise<void> {
    await this.page
      .locator('.codelens-decoration a:visible')
      .filter({ hasText: /^Try it$/ })
      .first()
      .waitFor();
  }

  /** The lenses after the editor has had time to show some: for files that must get none. */
  async lensesAfter(milliseconds: number): Promise<string[]> {
    await this.page.locator('.view-line:visible').first().waitFor();
    await this.page.waitForTimeout(milliseconds);
    return this.page.locator('.codelens-decoration:visible').allInnerTexts();
  }

  /** Moves the mouse over the first line part that holds the text and gives what the hover says. */
  async hover(text: string): Promise<string> {
    const token = this.page.locator('.view-line span span:visible').filter({ hasText: text }).first();
    await token.waitFor();
    await this.page.mouse.move(5, 5);
    await token.hover();
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    await hover.waitFor();
    await this.page.waitForTimeout(300);
    return (await this.page.locator('.monaco-hover:not(.hidden) .hover-contents').allInnerTexts())
      .join('\n')
      .trim();
  }

  /** The frame that holds the active webview's content, once its body has text. */
  async webview(): Promise<Frame> {
    const until = Date.now() + patience;
    while (Date.now() < until) {
      for (const frame of this.page.frames().filter((candidate) => candidate.url().includes('fake.html'))) {
        const shown = await frame
          .evaluate(() => document.body.innerText.trim().length > 0)
          .catch(() => false);
        const element = shown
          ? await frame
              .parentFrame()
              ?.frameElement()
              .catch(() => undefined)
          : undefined;
        if (!(await element?.isVisible().catch(() => false))) continue;
        // The tests' own functions carry a helper of their transpiler that a page does not know.
        await frame.evaluate('globalThis.__name ??= (target) => target');
        return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error('No webview showed any text.');
  }

  /** Waits until the command palette knows a command: before that the extension's editors are not registered. */
  private async untilCommand(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    for (const end = Date.now() + patience; Date.now() < end;) {
      await this.page.keyboard.press('F1');
      const input = this.page.locator('.quick-input-widget input').first();
      // A key pressed while the window still loads is lost.
      const opened = await input.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (!opened) continue;
      await input.fill(`>${title}`);
      const known = await row.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      );
      await this.page.keyboard.press('Escape');
      await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      if (known) return;
    }
    throw new Error(`The command palette does not know ${title}.`);
  }

  /** Runs a command by its full title (`Category: Title`) from the command palette. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    await row.waitFor();
    await row.click();
  }

  /** Changes the colour theme as a person does, and waits until the workbench wears it. */
  async setTheme(theme: Theme): Promise<void> {
    await this.run('Preferences: Color Theme');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(themeLabels[theme]);
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.getByText(themeLabels[theme], { exact: true }) })
      .first()
      .click();
    await this.page.locator(themeClasses[theme]).first().waitFor();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The text of the active text editor's visible lines. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-lines');
    await lines.first().waitFor();
    return (await lines.first().innerText()).replaceAll('\u00a0', ' ');
  }

  /** A picture of the whole window; the folder is made when missing. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }
}

/** The command by which the extension is known to be there, as the palette shows it. */
const knownBy = { en: 'Model Efficiency: Show Report', de: 'Model Efficiency: Bericht zeigen' };

/** What the theme picker calls each theme. */
const themeLabels: Record<Theme, string> = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Dark High Contrast',
  'high-contrast-light': 'Light High Contrast',
};

/** The class VS Code puts on the workbench for each theme: named after the theme's own file. */
const themeClasses: Record<Theme, string> = {
  light: '.monaco-workbench[class*="light_modern"]',
  dark: '.monaco-workbench[class*="dark_modern"]',
  'high-contrast': '.monaco-workbench[class*="hc_black"]',
  'high-contrast-light': '.monaco-workbench[class*="hc_light"]',
};
