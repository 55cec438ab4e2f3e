import './advice.css';
import type { AdviceView } from '../../../src/core/views/page/adviceCards';
import { formatInteger } from '../../../src/core/views/format';
import { element } from '../dom';
import { ask, remember, remembered } from '../host';
import type { PageState, Section } from '../section';
import { word } from '../words';
import { adviceCard } from './adviceCard';

type Goal = AdviceView['goal'];

/** Advice waits until a slider rests: it runs the engine many times. */
const REST_MS = 200;
/** Cards shown before a person asks for more. */
const FIRST = 6;

/** What would help this model under this scenario; the last answer stays until the next is there. */
export class AdviceSection implements Section {
  readonly element: HTMLElement;
  private readonly goals = element('select', { class: 'goal' });
  private readonly cards = element('div', { class: 'advice-cards' });
  private readonly used = element('div');
  private readonly message = element('p', { class: 'section-message', role: 'status' });
  private goal: Goal | null;
  private all = false;
  private timer: number | undefined;
  private asked = 0;
  private shown: AdviceView | undefined;
  private decodes = true;

  constructor() {
    this.goal = (remembered('goal') as Goal | undefined) ?? null;
    this.goals.setAttribute('aria-label', word('advice.goal'));
    this.goals.addEventListener('change', () => {
      this.goal = this.goals.value === '' ? null : (this.goals.value as Goal);
      remember('goal', this.goal ?? undefined);
      void this.load();
    });
    const list = element('button', { class: 'link', text: word('advice.all') });
    list.addEventListener('click', () => {
      ask('explain', { technique: null }).catch((error: unknown) => this.say((error as Error).message));
    });
    this.element = element(
      'section',
      { class: 'card advice' },
      element(
        'div',
        { class: 'section-head' },
        element('h2', { text: word('advice.title') }),
        this.goals,
        list,
      ),
      this.message,
      this.cards,
      this.used,
    );
  }

  update({ head }: PageState): void {
    this.decodes = head.decodes;
    clearTimeout(this.timer);
    this.element.setAttribute('aria-busy', 'true');
    if (!this.shown) this.say(word('advice.computing'));
    this.timer = window.setTimeout(() => void this.load(), this.shown ? REST_MS : 0);
  }

  private async load(): Promise<void> {
    const mine = ++this.asked;
    try {
      const advice = await ask('advice', { goal: this.goal });
      if (mine !== this.asked) return;
      this.shown = advice;
      this.say('');
      this.draw(advice);
    } catch (error) {
      if (mine === this.asked) this.say((error as Error).message);
    }
    if (mine === this.asked) this.element.removeAttribute('aria-busy');
  }

  /** What a goal is called: a model that does not generate decodes nothing. */
  private nameOf(goal: Goal): string {
    return word(goal === 'speed' && !this.decodes ? 'advice.goal.run' : `advice.goal.${goal}`);
  }

  private say(text: string): void {
    this.message.textContent = text;
  }

  private draw(view: AdviceView): void {
    const auto = element('option', { text: word('advice.goal.auto', this.nameOf(view.goal)) });
    auto.value = '';
    this.goals.replaceChildren(
      auto,
      ...view.goals.map((goal) => {
        const option = element('option', { text: this.nameOf(goal) });
        option.value = goal;
        return option;
      }),
    );
    this.goals.value = this.goal ?? '';
    const shown = this.all ? view.cards : view.cards.slice(0, FIRST);
    this.cards.replaceChildren(...shown.map((card) => adviceCard(card, (text) => this.say(text))));
    if (view.cards.length === 0)
      this.cards.append(
        element('p', { class: 'subtle', text: word('advice.none', formatInteger(view.all)) }),
      );
    if (shown.length < view.cards.length) {
      const more = element('button', {
        class: 'secondary',
        text: word('advice.more', formatInteger(view.cards.length - shown.length)),
      });
      more.addEventListener('click', () => {
        this.all = true;
        this.draw(view);
      });
      this.cards.append(more);
    }
    this.used.replaceChildren(...inUse(view));
  }
}

function inUse(view: AdviceView): Node[] {
  if (view.inUse.length === 0) return [];
  const list = element('ul', { class: 'in-use' });
  for (const { title, statement } of view.inUse)
    list.append(
      element(
        'li',
        {},
        element('strong', { text: title }),
        element('span', { class: 'subtle', text: ` ${statement}` }),
      ),
    );
  return [element('h3', { text: word('advice.inUse') }), list];
}
