import type { PageHead, PageView, PartialView } from '../../src/core/views/page/pageView';
import { VIEW_PARTS } from '../../src/core/views/page/viewParts';
import type { ViewPart } from '../../src/core/views/page/viewParts';
import { afterPaint, soon } from './afterPaint';
import type { Section } from './section';
import { Sight } from './sight';

/** What is on the page, and when it has to be drawn. */
export interface Scene {
  readonly make: () => Section;
  /** Drawn with every state, whether it is seen or not. */
  readonly first?: boolean;
  /** Parts of the view that it draws. */
  readonly follows?: readonly ViewPart[];
  /** Parts that it looks things up in that are alike under every scenario. */
  readonly knows?: readonly ViewPart[];
}

interface Place extends Scene {
  section?: Section;
  /** Number of the state it shows; 0 for none. */
  drawn: number;
}

/** What the stage asks of the page around it. */
export interface Backstage {
  /** More parts of the view under the scenario as it stands. */
  more(parts: readonly ViewPart[]): Promise<PartialView>;
  /** True while a newer state is on its way: what is out of sight waits for that. */
  changing(): boolean;
}

/**
 * Draws the sections of a state: the headline and what a person sees in one frame, the rest piece by piece when that frame is
 * painted, from parts of the view that are asked for then. While it is behind, the page says so in `data-behind`.
 */
export class Stage {
  private readonly places: Place[];
  private readonly sight = new Sight(() => this.catchUpSoon());
  private readonly held = new Map<ViewPart, number>();
  private head: PageHead | undefined;
  private view: Partial<PageView> = {};
  /** States are counted; `file` is the first one of the file as it is now. */
  private state = 0;
  private file = 0;
  private asked: readonly ViewPart[] = [];
  private waiting: (() => void)[] = [];
  private ended = false;

  constructor(
    private readonly page: HTMLElement,
    scenes: readonly Scene[],
    private readonly backstage: Backstage,
  ) {
    this.places = scenes.map((scene) => ({ ...scene, drawn: 0 }));
  }

  /** The parts of the view that a person sees now. */
  seen(): readonly ViewPart[] {
    const parts = this.places.filter((place) => this.isSeen(place)).flatMap(({ follows }) => follows ?? []);
    return VIEW_PARTS.filter((part) => parts.includes(part));
  }

  /** Shows a state: with `whole` all of it at once, where its parts are there. */
  show(head: PageHead, answer: PartialView, whole = false): void {
    this.state++;
    this.asked = [];
    if (head !== this.head) {
      this.head = head;
      this.file = this.state;
    }
    this.take(answer);
    const building = this.places.some(({ section }) => !section);
    this.page.dataset['behind'] = building ? 'building' : 'following';
    // While the first screen is drawn and painted, the host makes the rest.
    if (building && !whole) this.askFor(this.missing());
    for (const place of this.places)
      if ((whole || place.first === true || this.isSeen(place)) && this.isReady(place)) this.draw(place);
    this.catchUpSoon();
  }

  /** Resolves when every section shows the state that the page has. */
  settled(): Promise<void> {
    return this.isBehind() ? new Promise((done) => this.waiting.push(done)) : Promise.resolve();
  }

  /** The page shows something else: nothing further is drawn. */
  end(): void {
    this.ended = true;
    this.sight.end();
    delete this.page.dataset['behind'];
  }

  private take(answer: PartialView): void {
    const { parts, ...some } = answer;
    // What the model does not have is not in the answer at all, a part by its name only.
    const { precisions, memory, blocks, roofline } = this.view;
    const none = Object.fromEntries(parts.map((part) => [part, undefined]));
    this.view = { precisions, memory, blocks, roofline, ...none, ...some } as Partial<PageView>;
    for (const part of parts) this.held.set(part, this.state);
  }

  private isSeen({ section }: Place): boolean {
    return section !== undefined && this.sight.sees(section.element);
  }

  private isReady(place: Place): boolean {
    return this.lacks(place).length === 0;
  }

  private lacks({ follows = [], knows = [] }: Place): readonly ViewPart[] {
    return [
      ...follows.filter((part) => this.held.get(part) !== this.state),
      ...knows.filter((part) => (this.held.get(part) ?? 0) < this.file),
    ];
  }

  private isBehind(): boolean {
    return this.places.some(({ drawn }) => drawn !== this.state);
  }

  private missing(): readonly ViewPart[] {
    const parts = this.places
      .filter(({ drawn }) => drawn !== this.state)
      .flatMap((place) => this.lacks(place));
    return VIEW_PARTS.filter((part) => parts.includes(part));
  }

  private draw(place: Place): void {
    if (!place.section) {
      place.section = place.make();
      const after = this.places.slice(this.places.indexOf(place) + 1).find(({ section }) => section);
      this.page.insertBefore(place.section.element, after?.section?.element ?? null);
      this.sight.watch(place.section.element);
    }
    // What a section needs was looked at before: nothing of the view is missing that it reads.
    place.section.update({ head: this.head!, view: this.view as PageView });
    place.drawn = this.state;
  }

  private catchUpSoon(): void {
    const mine = this.state;
    afterPaint(() => this.catchUp(mine));
  }

  /** Draws one section that is behind, those in sight first, and comes back for the next; or asks for what is missing. */
  private catchUp(mine: number): void {
    if (mine !== this.state || this.ended || this.backstage.changing()) return;
    const behind = this.places.filter(({ drawn }) => drawn !== mine);
    if (behind.length === 0) return this.settle();
    const made = behind.filter(({ section }) => section);
    const ready = made.filter((place) => this.isReady(place));
    // Sections are made from the top down: what is below does not jump.
    const next =
      ready.find((place) => this.isSeen(place)) ?? ready[0] ?? behind.find(({ section }) => !section);
    if (next && this.isReady(next)) {
      this.draw(next);
      soon(() => this.catchUp(mine));
    } else this.askFor(this.missing());
  }

  private askFor(parts: readonly ViewPart[]): void {
    const mine = this.state;
    const wanted = parts.filter((part) => !this.asked.includes(part));
    if (wanted.length === 0) return;
    this.asked = [...this.asked, ...wanted];
    this.backstage.more(wanted).then(
      (answer) => {
        if (mine !== this.state || this.ended) return;
        this.take(answer);
        this.catchUp(mine);
      },
      // What can't be had stays as it was, until the next state.
      () => {
        if (mine === this.state) this.settle();
      },
    );
  }

  private settle(): void {
    delete this.page.dataset['behind'];
    for (const done of this.waiting.splice(0)) done();
  }
}
