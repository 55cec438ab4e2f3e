import path from 'node:path';
import type { Analysis } from '../../src/core/analysis';
import type { Words } from '../../src/protocol/pageAsks';
import { analyseFile } from '../../src/core/analyse';
import { changeScenario } from '../../src/core/scenario/checkScenario';
import { commandLine } from '../../src/core/scenario/commandLine';
import type { WantedScenario } from '../../src/core/scenario/checkScenario';
import { answerPage } from '../../src/core/views/page/answer';
import { nodeFolder } from '../../src/host/files/nodeSource';

/** One ask as the page sent it. */
export interface Asked {
  readonly ask: string;
  readonly args: unknown;
  /** Parts of the view that were asked for with it. */
  readonly parts: unknown;
}

type Answer = (args: unknown) => unknown;

/**
 * Answers a page as the editor does, from a file and the core's own answers, and keeps what was asked. What needs an editor
 * (clipboard, dialogs, diffs) is answered with nothing and can be read from `asked`.
 */
export class PageHost {
  readonly asked: Asked[] = [];
  /** How long each answer took. */
  readonly times: { readonly ask: string; readonly milliseconds: number }[] = [];
  wanted: WantedScenario = {};
  /** What was copied last: a text, or the scenario as a command. */
  clipboard = '';
  /** The language of the page. */
  words: Words = { locale: 'en', strings: {} };
  /** Answers that a test puts in the place of the usual ones. */
  readonly instead: Record<string, Answer> = {};
  private analysis: Analysis | undefined;

  /** A host for a file by its path, or for an analysis that a test has made. */
  constructor(private readonly source: string | Analysis) {}

  /** The answer to an ask; rejects with the one sentence of an error. */
  async answer(ask: string, args: unknown, parts?: unknown): Promise<unknown> {
    const start = performance.now();
    try {
      return await this.answerOf(ask, args, parts);
    } finally {
      this.times.push({ ask, milliseconds: performance.now() - start });
    }
  }

  private async answerOf(ask: string, args: unknown, parts: unknown): Promise<unknown> {
    this.asked.push({ ask, args, parts });
    const instead = this.instead[ask];
    if (instead) return instead(args);
    if (ask === 'words') return this.words;
    if (ask === 'open') {
      this.analysis = await this.read();
      const page = this.page();
      return { head: page.head(), view: page.view(parts), units: 'auto' };
    }
    if (ask === 'scenario') {
      this.wanted = args === null ? {} : changeScenario(this.wanted, args);
      return this.page().view(parts);
    }
    const page = this.analysis && this.page();
    switch (ask) {
      case 'view':
        return page?.view(parts);
      case 'layers':
        return page?.layers(args);
      case 'search':
        return page?.search(args);
      case 'advice':
        return page?.advice(args);
      case 'save':
        return true;
      case 'copy':
        this.copy(args as { text?: string; what?: string });
        return null;
      default:
        return null;
    }
  }

  private copy({ text, what }: { text?: string; what?: string }): void {
    const file = typeof this.source === 'string' ? path.basename(this.source) : '';
    this.clipboard = what === 'command' ? commandLine(file, this.wanted) : (text ?? '');
  }

  /** What was asked by a name, oldest first. */
  argsOf(ask: string): unknown[] {
    return this.asked.filter((one) => one.ask === ask).map(({ args }) => args);
  }

  private page() {
    return answerPage(this.analysis!, this.wanted, {});
  }

  private async read(): Promise<Analysis> {
    if (typeof this.source !== 'string') return this.source;
    const analysis = await analyseFile(nodeFolder(this.source), path.basename(this.source), {
      name: this.source.split(path.sep).slice(-2).join('/'),
    });
    if (analysis.kind === 'unreadable') throw new Error(analysis.message);
    return analysis;
  }
}
