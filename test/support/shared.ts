import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of reference files beside the project; it may be absent, and the tests over it say so. */
export const SHARED = path.resolve(__dirname, '../../../shared');

/**
 * A suite over the reference files. Where the folder is absent it is counted as not run, and says so by name.
 */
export function describeShared(title: string, folder: string, body: (folder: string) => void): void {
  const at = path.join(SHARED, folder);
  describe(title, () => {
    if (existsSync(at)) body(at);
    else
      it(`not run: there is no ../shared/${folder} beside the project`, function () {
        this.skip();
      });
  });
}
