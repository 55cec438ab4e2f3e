import './view.css';
import './frame.css';
import { Compare } from './compare/compare';
import { onNotice } from './host';
import { ModelPage } from './modelPage';
import { wordsAsked } from './words';

const page = document.getElementById('page')!;
/** Which page this is stands in the markup that the host made. */
switch (page.dataset['page']) {
  case 'comparison': {
    void wordsAsked().then(() => {
      const compare = new Compare();
      page.replaceChildren(compare.element);
      onNotice(() => void compare.load());
      void compare.load();
    });
    break;
  }
  default:
    void new ModelPage(page).open();
}
