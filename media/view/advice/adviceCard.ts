import type { AdviceCard, EffectView } from '../../../src/core/views/page/adviceCards';
import { element } from '../dom';
import { figureText } from '../figures/figureName';
import { ask } from '../host';
import { reworded, word } from '../words';

/** One technique: what exactly, before and after of all that it moves, its price, its papers, two buttons. */
export function adviceCard(card: AdviceCard, failed: (message: string) => void): HTMLElement {
  const act = (title: string, kind: string, work: () => Promise<unknown>) => {
    const button = element('button', { class: kind, text: title });
    button.addEventListener('click', () => {
      work().catch((error: unknown) => failed((error as Error).message));
    });
    return button;
  };
  const { technique } = card;
  return element(
    'article',
    { class: 'advice-card' },
    element('h3', { text: card.title }),
    element('p', { class: 'variant', text: card.variant }),
    effects(card.effects),
    card.fits ? fits(card.fits) : undefined,
    element('p', { class: 'trade-off', text: card.tradeOff }),
    element('p', { class: 'subtle', text: word('advice.takes', card.effort) }),
    element(
      'details',
      { class: 'rests' },
      element('summary', { class: 'subtle', text: word('advice.sources') }),
      card.assumption === ''
        ? undefined
        : element('p', { class: 'subtle', text: word('advice.assumes', card.assumption) }),
      sources(card),
    ),
    element(
      'p',
      { class: 'actions' },
      card.canTry ? act(word('advice.try'), '', () => ask('tryIt', { technique })) : undefined,
      act(word('advice.explain'), 'secondary', () => ask('explain', { technique })),
    ),
  );
}

/** Gains first; what it costs stands as plainly as what it saves. */
function effects(list: readonly EffectView[]): HTMLElement {
  const order = { gain: 0, loss: 1, fact: 2 } as const;
  const rows = [...list].sort((a, b) => order[a.direction] - order[b.direction]);
  const made = element('dl', { class: 'effects' });
  for (const e of rows) {
    const change = element('dd', { title: [e.after.formula, e.after.reason].filter(Boolean).join('\n') });
    if (e.before && e.direction !== 'fact')
      change.append(
        element('s', { text: figureText(e.before) }),
        element('span', { class: 'arrow', text: ' → ' }),
        element('strong', { text: figureText(e.after) }),
      );
    else change.append(element('strong', { text: figureText(e.after) }));
    // A sign before the value says it to the eye; a voice says the word.
    if (e.after.certainty !== 'exact')
      change.append(element('span', { class: 'unseen', text: ` ${word(`certainty.${e.after.certainty}`)}` }));
    made.append(
      element(
        'div',
        { class: e.direction },
        element('dt', { text: reworded('effect', e.quantity) }),
        change,
        element('dd', { class: 'ratio', text: reworded('ratio', e.ratio) }),
      ),
    );
  }
  return made;
}

/** What changes about fitting the device, or that it still does not; what fits before and after is no news. */
function fits({
  before,
  after,
}: {
  readonly before: boolean;
  readonly after: boolean;
}): HTMLElement | undefined {
  if (before && after) return undefined;
  const key = before ? 'advice.fitsNoMore' : after ? 'advice.fitsNow' : 'advice.fitsNot';
  return element('p', { class: after ? 'fit yes' : 'fit no', text: word(key) });
}

function sources(card: AdviceCard): HTMLElement {
  const line = element('p', { class: 'subtle sources', text: card.survey });
  for (const { text, url } of card.references) {
    line.append(line.textContent === '' ? '' : ' · ');
    if (url?.startsWith('https://')) {
      const link = element('a', { text });
      link.href = url;
      line.append(link);
    } else line.append(text);
  }
  return line;
}
