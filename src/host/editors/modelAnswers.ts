import * as vscode from 'vscode';
import type { PageNotice } from '../../protocol/pageAsks';
import { engine } from '../engine';
import { setting } from '../settings';
import { isText } from '../files/isText';
import type { Served } from './attach';
import { HeldAnalysis } from './heldAnalysis';
import type { PageServices } from './pageServices';
import { ownDevicesFor } from './pageServices';
import { pageWords } from './pageWords';
import { reveal } from './reveal';
import { copyFrom, saveFrom } from './take';
import { FileWatch } from '../files/fileWatch';

/** Serves the page of one model: what it asks is answered from the analysis and the one scenario. */
export function serveModel(
  uri: vscode.Uri,
  services: PageServices,
  tell: (notice: PageNotice) => void,
): Served {
  const { pages, scenarios } = services;
  const held = new HeldAnalysis(uri, (share) => tell({ notice: 'progress', share }));
  const watch = new FileWatch(uri);
  let own = false;
  const end = vscode.Disposable.from(
    held,
    watch,
    { dispose: () => pages.closed(uri, showRow) },
    watch.onDidChange(() => tell({ notice: 'changed' })),
    scenarios.onDidChange(() => {
      // The page that changed it has its answer already.
      if (!own) tell({ notice: 'scenario' });
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const is = (name: string) => event.affectsConfiguration(`modelEfficiency.${name}`, uri);
      if (is('devices') || is('units')) tell({ notice: 'changed' });
    }),
  );
  const answersNow = async (analysing = held.now()) => {
    const [analysis, { answerPage }, own] = await Promise.all([analysing, engine(), ownDevicesFor(uri)]);
    return answerPage(analysis, scenarios.wanted, { ...own, hasText: isText(uri) || (await hasTextForm()) });
  };
  const showRow = (operator: number) =>
    void answersNow().then((answers) => {
      const row = answers.rowOf(operator);
      if (row) tell({ notice: 'show', row: row.id, open: row.open });
    });
  const command = (name: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(name, ...args).then(() => null);
  const technique = (args: unknown) => {
    const { technique: id } = (args ?? {}) as { technique?: unknown };
    return typeof id === 'string' ? id : undefined;
  };
  return {
    end,
    answers: {
      words: pageWords,
      open: async (_args, parts) => {
        const answers = await answersNow(held.anew());
        // Behind the answer, by which the page is drawn.
        setTimeout(() => pages.drawn(uri, showRow), 0);
        return {
          head: answers.head(),
          view: answers.view(parts),
          units: setting('units'),
          uri: uri.toString(),
        };
      },
      cancel: () => {
        held.cancel();
        return Promise.resolve(null);
      },
      scenario: async (args, parts) => {
        own = true;
        try {
          if (args === null) scenarios.reset();
          else scenarios.change(args);
        } finally {
          own = false;
        }
        return (await answersNow()).view(parts);
      },
      view: async (_args, parts) => (await answersNow()).view(parts),
      layers: async (args) => (await answersNow()).layers(args),
      search: async (args) => (await answersNow()).search(args),
      advice: async (args) => (await answersNow()).advice(args),
      tryIt: (args) => Promise.resolve(command('modelEfficiency.tryIt', uri, technique(args))),
      explain: (args) => {
        const id = technique(args);
        return Promise.resolve(
          id === undefined
            ? command('modelEfficiency.showTechniques', uri)
            : command('modelEfficiency.explain', uri, id),
        );
      },
      reveal: (args) => reveal(uri, args),
      showReport: () => Promise.resolve(command('modelEfficiency.showReport', uri)),
      save: async (args) => saveFrom(uri, args, await held.now(), scenarios.wanted),
      copy: async (args) => copyFrom(uri, args, await held.now(), scenarios.wanted),
      compare: () => {
        services.compare([uri]);
        return Promise.resolve(null);
      },
    },
  };
}

/** Whether there is a text form to go to for models that are no texts. */
async function hasTextForm(): Promise<boolean> {
  return (await vscode.commands.getCommands(true)).includes('modelEfficiency.revealInText');
}
