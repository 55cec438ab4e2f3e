import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { PageAsk } from '../../src/protocol/pageAsks';
import { root } from '../support/embedded/parts.mjs';
import { sharedBrowser } from '../support/workbench';
import type { Theme } from '../support/workbench';
import { PageHost } from './host';

/** What VS Code gives a page in each kind of theme, as captured from it (`test/support/captureThemes.ts`). */
const themes: Record<Theme, { readonly kind: string; readonly variables: Record<string, string> }> =
  JSON.parse(readFileSync(path.join(root, 'test', 'page', 'themes.json'), 'utf8'));

export interface HarnessOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Device pixels for each of the page: 2 is what a zoom of 200 % gives in half the width. */
  readonly scale?: number;
  /** What the page kept of itself before it was hidden. */
  readonly state?: unknown;
  readonly reducedMotion?: boolean;
  /** Which page: `model` or `comparison`. */
  readonly kind?: string;
  /** A script that runs in the page before its own. */
  readonly whenMade?: string;
}

const address = 'http://page.test/';
/** The policy under which the page runs in the editor, with the same strictness. */
const policy = "default-src 'none'; style-src 'self'; script-src 'self'";

function markup(kind: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="default.css"><link rel="stylesheet" href="view.css"><title>Model Efficiency</title></head>
<body><main id="page" data-page="${kind}"></main><script src="stub.js"></script><script src="view.js"></script></body></html>`;
}

/**
 * What the editor's own frame is to a page: messages go out to the test and its answers come in as events. Both ways they
 * go as JSON, as the editor sends them between its processes; the driver's own way of sending objects is many times slower.
 */
const stub = `(() => {
  let state = window.keptState;
  let waiting = 0;
  window.idle = true;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => {
      waiting++;
      window.idle = false;
      window.toHost(JSON.stringify(message)).then((reply) => {
        waiting--;
        window.postMessage(JSON.parse(reply), '*');
        setTimeout(() => (window.idle = waiting === 0), 40);
      });
    },
    getState: () => state,
    setState: (next) => { state = next; window.keptState = next; },
  });
})();`;

function defaultStyle(theme: Theme): string {
  const variables = Object.entries(themes[theme].variables).map(([name, value]) => `${name}: ${value};`);
  return `:root { ${variables.join(' ')} }
body { background-color: var(--vscode-editor-background); overscroll-behavior-x: none; }`;
}

/** The page as built, in a plain browser with the editor's colours: what most tests of the page need. */
export class Harness {
  private constructor(
    readonly page: Page,
    readonly host: PageHost,
    readonly problems: string[],
    private readonly context: BrowserContext,
  ) {}

  /** Opens the page of a file and waits until it shows a model or a message. */
  static async open(
    source: ConstructorParameters<typeof PageHost>[0] | PageHost,
    options: HarnessOptions = {},
  ) {
    const host = source instanceof PageHost ? source : new PageHost(source);
    const theme = options.theme ?? 'dark';
    const context = await (
      await sharedBrowser()
    ).newContext({
      viewport: { width: options.width ?? 1200, height: options.height ?? 900 },
      deviceScaleFactor: options.scale ?? 1,
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.exposeFunction('toHost', async (message: string) => {
      const { id, ask, args, parts } = JSON.parse(message) as PageAsk;
      try {
        return JSON.stringify({ id, ok: true, value: await host.answer(ask, args, parts) });
      } catch (error) {
        return JSON.stringify({ id, ok: false, message: (error as Error).message });
      }
    });
    await page.addInitScript(
      `globalThis.__name ??= (target) => target; window.keptState = ${JSON.stringify(options.state) ?? 'undefined'};
document.addEventListener('DOMContentLoaded', () => { document.body.dataset.vscodeThemeKind = '${themes[theme].kind}'; document.body.className = '${themes[theme].kind}'; });`,
    );
    if (options.whenMade) await page.addInitScript(options.whenMade);
    await page.route(`${address}**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      if (name === '')
        return route.fulfill({ contentType: 'text/html', body: markup(options.kind ?? 'model') });
      if (name === 'default.css') return route.fulfill({ contentType: type, body: defaultStyle(theme) });
      if (name === 'stub.js') return route.fulfill({ contentType: type, body: stub });
      const file = path.join(root, 'dist', path.basename(name));
      return existsSync(file)
        ? route.fulfill({ contentType: type, path: file })
        : route.fulfill({ status: 404 });
    });
    await page.goto(address);
    return new Harness(page, host, problems, context);
  }

  /** Says something to the page unasked, as the host does. */
  notice(message: unknown): Promise<void> {
    return this.page.evaluate((said) => window.postMessage(said, '*'), message);
  }

  /** Waits until the page shows the model. */
  async shown(): Promise<this> {
    await this.page.locator('.page-head h1').waitFor();
    await this.settled();
    return this;
  }

  /** Waits until all that was asked is answered and drawn. */
  async settled(): Promise<void> {
    await this.frames();
    for (const end = Date.now() + 20_000; Date.now() < end;)
      if (await this.page.evaluate<boolean>("window.idle && !document.querySelector('[data-behind]')")) break;
      else await this.page.waitForTimeout(10);
    await this.frames();
  }

  /** Waits until what a hand did has been taken up: a change goes out with the next frame. */
  private async frames(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))),
    );
  }

  /** Runs a test tool's script in the page, beside the page's own policy. */
  async runTool(file: string): Promise<void> {
    await this.page.evaluate(readFileSync(file, 'utf8'));
  }

  async screenshot(file: string, fullPage = true): Promise<void> {
    await this.page.screenshot({ path: file, fullPage });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
