import './scenario.css';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import type { PageHead } from '../../../src/core/views/page/pageView';
import { formatInteger } from '../../../src/core/views/format';
import { copyButton } from '../copyButton';
import { element } from '../dom';
import { changeScenario, onScenarioFailure, resetScenario } from '../following';
import { remember, remembered } from '../host';
import type { PageState, Section } from '../section';
import { reworded, word } from '../words';
import { choiceField } from './choiceField';
import { DEVICE_FIELD } from './deviceHint';
import { DimensionFields } from './dimensionFields';
import { LengthField } from './lengthField';
import { numberField } from './numberField';

const KEYS = ['weights', 'activations', 'cache', 'engine'] as const;
/** What is seen only after a person asks for more. */
const FURTHER = ['activations', 'engine', 'phase', 'source'] as const;

/** The strip that rules everything below: it stays in sight, and each figure follows while a hand still moves. */
export class ScenarioStrip implements Section {
  readonly element: HTMLElement;
  private readonly batch = numberField(word('scenario.batch'), 1, (batch) => changeScenario({ batch }));
  private readonly prompt = numberField(word('scenario.prompt'), 1, (prompt) => changeScenario({ prompt }));
  private readonly source = numberField(word('scenario.source'), 1, (source) => changeScenario({ source }));
  private readonly context = new LengthField(word('scenario.context'), (context) =>
    changeScenario({ context }),
  );
  private readonly length = new LengthField(word('scenario.length'), (prompt) => changeScenario({ prompt }));
  private readonly weights = choiceField(word('scenario.weights'), (weights) => changeScenario({ weights }));
  private readonly activations = choiceField(word('scenario.activations'), (activations) =>
    changeScenario({ activations }),
  );
  private readonly cache = choiceField(word('scenario.cache'), (cache) => changeScenario({ cache }));
  private readonly device = choiceField(word('scenario.device'), (device) => changeScenario({ device }));
  private readonly engine = choiceField(word('scenario.engine'), (engine) =>
    changeScenario({ engine: engine as Scenario['engine'] }),
  );
  private readonly phase = choiceField(word('scenario.phase'), (phase) =>
    changeScenario({ phase: phase as Scenario['phase'] }),
  );
  private readonly dimensions = new DimensionFields();
  private readonly summary = element('button', { class: 'summary' });
  private readonly more = element('button', { class: 'link more' });
  private readonly further: HTMLElement;
  private readonly message = element('p', { class: 'section-message', role: 'alert' });
  private open: boolean | undefined = remembered('moreScenario') as boolean | undefined;
  private head: PageHead | undefined;

  constructor() {
    this.phase.offer(
      (['prefill', 'decode'] as const).map((id) => ({
        id,
        name: word(`scenario.phase.${id}`),
        group: '',
        hint: '',
      })),
    );
    const reset = element('button', { class: 'link reset', text: word('scenario.reset') });
    reset.addEventListener('click', () => {
      // The field that has the focus should follow too.
      reset.focus();
      resetScenario();
    });
    this.more.addEventListener('click', () => this.showMore(!this.open));
    this.summary.setAttribute('aria-expanded', 'false');
    this.summary.addEventListener('click', () => {
      const open = this.element.classList.toggle('open');
      this.summary.setAttribute('aria-expanded', String(open));
    });
    this.further = element(
      'div',
      { class: 'further' },
      element(
        'div',
        { class: 'fields' },
        this.source.element,
        this.activations.element,
        this.engine.element,
        this.phase.element,
      ),
      this.dimensions.element,
    );
    this.element = element(
      'section',
      { class: 'card scenario' },
      this.summary,
      element(
        'div',
        { class: 'strip' },
        element(
          'div',
          { class: 'fields' },
          this.batch.element,
          this.prompt.element,
          this.length.element,
          this.context.element,
          this.weights.element,
          this.cache.element,
          this.device.element,
          element(
            'div',
            { class: 'strip-actions' },
            this.more,
            reset,
            copyButton(word('scenario.command'), () => ({ what: 'command' })),
          ),
        ),
        this.further,
        this.message,
      ),
    );
    this.device.select.classList.add('wide');
    this.device.select.id = DEVICE_FIELD;
    this.showMore(this.open ?? false, false);
    this.element.setAttribute('aria-label', word('scenario.title'));
    onScenarioFailure((message) => (this.message.textContent = message));
  }

  update({ head, view }: PageState): void {
    const { scenario } = view;
    if (head !== this.head) this.offer(head);
    this.batch.show(scenario.batch);
    this.prompt.show(scenario.prompt);
    this.source.show(scenario.source);
    if (head.decodes) this.context.show(scenario.context, head.longest);
    else this.length.show(scenario.prompt, head.longest);
    // A model of images has no length; one that reads text has, whether it names a longest or not.
    this.length.element.hidden = head.decodes || (head.longest === undefined && view.axis !== 'prompt');
    for (const key of KEYS) this[key].show(scenario[key]);
    this.device.show(scenario.device ?? '');
    this.phase.show(scenario.phase);
    this.dimensions.show(view.dimensions);
    // What a person has to know of is not hidden: a size not set, and what is not the default.
    if (this.open === undefined) {
      const told =
        view.dimensions.some(({ value }) => value === null) ||
        FURTHER.some((key) => scenario[key] !== DEFAULT_SCENARIO[key] && key !== 'source' && key !== 'phase');
      this.showMore(told, false);
    }
    this.summary.textContent = summaryOf(head, scenario);
  }

  private offer(head: PageHead): void {
    this.head = head;
    for (const key of KEYS) this[key].offer(head.choices[key]);
    this.device.offer([
      { id: '', name: word('scenario.noDevice'), group: '', hint: '' },
      ...head.choices.device.filter(({ id }) => id !== ''),
    ]);
    this.context.element.hidden = this.prompt.element.hidden = !head.decodes;
    this.cache.element.hidden = this.phase.element.hidden = !head.decodes;
    this.source.element.hidden = !head.hasSource;
    for (const key of KEYS) if (head.choices[key].length === 0) this[key].element.hidden = true;
  }

  private showMore(open: boolean, byHand = true): void {
    if (byHand) {
      this.open = open;
      remember('moreScenario', open);
    }
    this.further.hidden = !open;
    this.more.textContent = word(open ? 'scenario.less' : 'scenario.more');
    this.more.setAttribute('aria-expanded', String(open));
  }
}

/** The scenario in one line, for a pane too narrow for the strip. */
function summaryOf(head: PageHead, scenario: Scenario): string {
  const named = (key: 'weights' | 'device', id: string) =>
    reworded('choice', head.choices[key].find((choice) => choice.id === id)?.name ?? id);
  return [
    `${word('scenario.batch')} ${formatInteger(scenario.batch)}`,
    head.decodes
      ? `${word('scenario.context')} ${formatInteger(scenario.context)}`
      : `${word('scenario.length')} ${formatInteger(scenario.prompt)}`,
    named('weights', scenario.weights),
    ...(scenario.device ? [named('device', scenario.device)] : []),
  ].join(' · ');
}
