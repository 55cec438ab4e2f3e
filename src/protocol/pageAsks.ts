import type { AdviceView } from '../core/views/page/adviceCards';
import type { Comparison } from '../core/views/page/comparison';
import type { LayerQuery, LayerRows } from '../core/views/page/layerRows';
import type { PageHead, PartialView } from '../core/views/page/pageView';
import type { PlaceView } from '../core/views/page/figureView';
import type { Found } from '../core/views/page/search';
import type { ViewPart } from '../core/views/page/viewParts';
import type { WantedScenario } from '../core/scenario/checkScenario';

export type { Found } from '../core/views/page/search';

/** The editor's language, before anything is shown in it. */
export interface Words {
  /** BCP 47 tag for numbers on axes; all other numbers come as text. */
  readonly locale: string;
  /** The page's own words by key, as far as they are translated; the page has English for all of them. */
  readonly strings: Readonly<Record<string, string>>;
}

/** What a page shows when it opens: what stays, and what follows the scenario. */
export interface Opened {
  readonly head: PageHead;
  readonly view: PartialView;
  /** How bytes are written: `auto`, `binary` or `decimal`. */
  readonly units: string;
  /** Address of the file: what a page keeps, to be restored with its window. */
  readonly uri: string;
}

/** What the page may ask of the host: arguments and the good answer. The page asks first; the host never sends unasked data. */
export interface PageAsks {
  /** What a page of any kind asks first. */
  readonly words: { readonly args: null; readonly reply: Words };
  /** Everything, read and analysed anew when the file has changed. Progress comes as notices; `cancel` ends it. */
  readonly open: { readonly args: null; readonly reply: Opened };
  /** Ends the reading that is under way; the pending `open` answers with an error. */
  readonly cancel: { readonly args: null; readonly reply: null };
  /** Changes the scenario for all views, or, with null, puts it back to the defaults. */
  readonly scenario: { readonly args: WantedScenario | null; readonly reply: PartialView };
  /** The view under the scenario as it stands (after the notice `scenario`). */
  readonly view: { readonly args: null; readonly reply: PartialView };
  readonly layers: { readonly args: LayerQuery; readonly reply: LayerRows };
  readonly search: { readonly args: { readonly text: string }; readonly reply: readonly Found[] };
  readonly advice: {
    readonly args: { readonly goal: AdviceView['goal'] | null };
    readonly reply: AdviceView;
  };
  /** Opens the diff, or the card, of a technique; `technique` null with `explain` lists all. */
  readonly tryIt: { readonly args: { readonly technique: string }; readonly reply: null };
  readonly explain: { readonly args: { readonly technique: string | null }; readonly reply: null };
  /** Goes to a place in the file's text. */
  readonly reveal: { readonly args: PlaceView; readonly reply: null };
  readonly showReport: { readonly args: null; readonly reply: null };
  /** Saves to a file the person chooses: `content` for pictures made by the page (SVG text, or PNG in base64). */
  readonly save: {
    readonly args: {
      readonly format: 'markdown' | 'json' | 'csv' | 'svg' | 'png';
      readonly name: string;
      readonly content?: string;
    };
    /** False when the person changed their mind. */
    readonly reply: boolean;
  };
  /** Puts text on the clipboard; `command` is this scenario as a command line. */
  readonly copy: {
    readonly args: { readonly text: string } | { readonly what: 'report' | 'command' };
    readonly reply: null;
  };
  /** Lets the person choose further models and opens a page that compares them with this one. */
  readonly compare: { readonly args: null; readonly reply: null };
  /** On a page of comparison: the rows. */
  readonly comparison: {
    readonly args: null;
    readonly reply: Comparison & Pick<Opened, 'units'>;
  };
  /** On a page of comparison: one more model, or one less. */
  readonly compareAdd: { readonly args: null; readonly reply: null };
  readonly compareRemove: { readonly args: { readonly uri: string }; readonly reply: null };
}

export type PageAskName = keyof PageAsks;

/** Page to host. `id` comes back in the reply. */
export interface PageAsk<K extends PageAskName = PageAskName> {
  readonly id: number;
  readonly ask: K;
  readonly args: PageAsks[K]['args'];
  /** Where the answer has a view: the parts it should have, those that are seen; all when it is missing. */
  readonly parts?: readonly ViewPart[];
}

/** Host to page: the answer to one ask. */
export type PageReply<K extends PageAskName = PageAskName> =
  | { readonly id: number; readonly ok: true; readonly value: PageAsks[K]['reply'] }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Host to page, unasked and without data: what should be asked for again, and how far a reading is. */
export type PageNotice =
  | { readonly notice: 'progress'; readonly share: number }
  /** The file has changed: ask `open` again. */
  | { readonly notice: 'changed' }
  /** The scenario was changed elsewhere: ask `view` again. */
  | { readonly notice: 'scenario' }
  /** Another view wants this row shown. */
  | { readonly notice: 'show'; readonly row: string; readonly open: readonly number[] };
