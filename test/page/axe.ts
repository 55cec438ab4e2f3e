import { createRequire } from 'node:module';
import type { Harness } from './harness';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core finds wrong with the page as it is shown. */
export async function violations(harness: Harness): Promise<string[]> {
  await harness.runTool(axe);
  const found = await harness.page.evaluate<Violation[]>('axe.run().then((results) => results.violations)');
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n  ')}`,
  );
}
