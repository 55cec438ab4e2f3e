import './view.css';
import { element } from './dom';
import { renderFacts } from './facts';
import { ask, onNotice } from './host';

const page = document.getElementById('page')!;
let asked = 0;
let shown = false;

/** Asks for the facts and shows them, or the one sentence that says why there are none. A later ask wins. */
async function load(): Promise<void> {
  const mine = ++asked;
  if (!shown) showMessage('Reading the file …', 'status');
  try {
    const facts = await ask('facts');
    if (mine === asked) page.replaceChildren(...renderFacts(facts, () => void ask('showReport')));
  } catch (error) {
    if (mine === asked) showMessage((error as Error).message, 'alert');
  }
  shown = true;
}

function showMessage(text: string, role: 'status' | 'alert'): void {
  page.replaceChildren(element('p', { class: `message ${role}`, text, role }));
}

onNotice((notice) => {
  if (notice.notice === 'changed') void load();
  else if (!shown) showMessage(`Reading the file … ${Math.round(100 * notice.share)} %`, 'status');
});

void load();
