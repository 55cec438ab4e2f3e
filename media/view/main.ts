import './view.css';
import './frame.css';
import { Compare } from './compare/compare';
import { element } from './dom';
import { renderFacts } from './facts';
import { askFacts, onNotice } from './host';
import { ModelPage } from './modelPage';

const page = document.getElementById('page')!;
/** How long a reading goes unmentioned. */
const PATIENCE_MILLISECONDS = 200;
let asked = 0;
let shown = false;

/** Asks for the facts and shows them, or the one sentence that says why there are none. A later ask wins. */
async function load(): Promise<void> {
  const mine = ++asked;
  // Most files are there before anybody could read a line about them.
  const timer = shown
    ? undefined
    : setTimeout(() => showReading('Reading the file …'), PATIENCE_MILLISECONDS);
  try {
    const facts = await askFacts('facts');
    if (mine === asked) page.replaceChildren(...renderFacts(facts, () => void askFacts('showReport')));
  } catch (error) {
    if (mine === asked) showMessage((error as Error).message);
  }
  clearTimeout(timer);
  shown = true;
}

/** How far the reading is, with a way to end it; what stands there is changed in place. */
function showReading(text: string): void {
  const line = page.querySelector('.reading');
  if (line) {
    line.textContent = text;
    return;
  }
  const cancel = element('button', { class: 'secondary', text: 'Cancel' });
  cancel.addEventListener('click', () => void askFacts('cancel'));
  const status = element('span', { class: 'reading', role: 'status', text });
  page.replaceChildren(element('p', { class: 'message status' }, status), cancel);
}

function showMessage(text: string): void {
  page.replaceChildren(element('p', { class: 'message alert', text, role: 'alert' }));
}

function thinPage(): void {
  onNotice((notice) => {
    if (notice.notice === 'changed') void load();
    else if (notice.notice === 'progress' && !shown)
      showReading(`Reading the file … ${Math.round(100 * notice.share)} %`);
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
