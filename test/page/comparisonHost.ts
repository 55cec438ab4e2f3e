import path from 'node:path';
import { analyseFile } from '../../src/core/analyse';
import { compareModels } from '../../src/core/views/page/comparison';
import { nodeFolder } from '../../src/host/files/nodeSource';
import { PageHost } from './host';

/** Answers the page of a comparison of files, as the editor does. */
export function comparisonHost(files: readonly string[]): PageHost {
  const host = new PageHost(files[0]!);
  host.instead['comparison'] = async () => {
    const compared = await Promise.all(
      files.map(async (file) => ({
        uri: `file://${file}`,
        analysis: await analyseFile(nodeFolder(file), path.basename(file), {
          name: file.split(path.sep).slice(-2).join('/'),
        }),
      })),
    );
    return { ...compareModels(compared, host.wanted), units: 'auto' };
  };
  return host;
}
