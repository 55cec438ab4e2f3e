import { requireFreshBuild } from './freshBuild.mjs';
import { closeBrowser, photograph } from './workbench';

// What is tested is what was built.
before(() => requireFreshBuild());

// A failed page test leaves a picture of what was shown.
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  for (const file of await photograph(this.currentTest.fullTitle())) console.log(`      picture: ${file}`);
});

after(closeBrowser);
