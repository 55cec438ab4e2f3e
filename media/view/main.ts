import './view.css';
import './frame.css';
import { Compare } from './compare/compare';
import { element } from './dom';
import { renderFacts } from './facts';
import { askFacts, onNotice } from './host';
import { ModelPage } from './modelPage';

const page = document.getElementById('page')!;
let asked = 0;
let shown = false;

/** Asks for the facts and shows them, or the one sentence that says why there are none. A later ask wins. */
async function load(): Promise<void> {
  const mine = ++asked;
  if (!shown) showMessage('Reading the file …', 'status');
  try {
    const facts = await askFacts('facts');
    if (mine === asked) page.replaceChildren(...renderFacts(facts, () => void askFacts('showReport')));
  } catch (error) {
    if (mine === asked) showMessage((error as Error).message, 'alert');
  }
  shown = true;
}

function showMessage(text: string, role: 'status' | 'alert'): void {
  page.replaceChildren(element('p', { class: `message ${role}`, text, role }));
}

function thinPage(): void {
  onNotice((notice) => {
    if (notice.notice === 'changed') void load();
    else if (notice.notice === 'progress' && !shown)
      showMessage(`Reading the file … ${Math.round(100 * notice.share)} %`, 'status');
  });
  void load();
}

/** Which page this is stands in the markup that the host made. */
switch (page.dataset['page']) {
  case 'model':
    void new ModelPage(page).open();
    break;
  case 'comparison': {
    const compare = new Compare();
    page.replaceChildren(compare.element);
    onNotice(() => void compare.load());
    void compare.load();
    break;
  }
  default:
    thinPage();
}
