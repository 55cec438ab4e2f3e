import type { LayerQuery, LayerRow, LayerRows } from '../../../src/core/views/page/layerRows';

/** Rows asked for at once: a few screens. */
const CHUNK = 200;

/** Everything that says which list is meant; the window into it comes with each ask. */
export type ListQuery = Omit<LayerQuery, 'offset' | 'count'>;

type AskRows = (query: LayerQuery) => Promise<LayerRows>;

/**
 * A window into the list of rows that the host keeps. Rows come in chunks when they are looked at; a new list is shown
 * when its first chunk is there, so that nothing blinks in between.
 */
export class RowCache {
  /** Rows of the list that is shown. */
  total = 0;
  /** Counts the lists shown: a row of another list, or another scenario, is another row. */
  version = 0;
  /** What the rows' shares are of. */
  shareOf: LayerRows['shareOf'] | undefined;
  isOfKnown = false;
  private chunks = new Map<number, readonly LayerRow[] | 'asked'>();
  /** Rows of the same list under the scenario before: seen until theirs are here, so that nothing blinks. */
  private before = new Map<number, readonly LayerRow[]>();
  private generation = 0;

  constructor(
    private query: ListQuery,
    private readonly ask: AskRows,
    private readonly arrived: () => void,
    private readonly failed: (message: string) => void,
  ) {}

  get list(): ListQuery {
    return this.query;
  }

  /** Another list, or the same under another scenario, seen from row `at`. Resolves when it is shown; a later call wins. */
  async show(query: ListQuery, at = 0): Promise<void> {
    const mine = ++this.generation;
    const chunk = Math.floor(Math.max(0, at) / CHUNK);
    try {
      const { total, rows, shareOf, isOfKnown } = await this.ask({
        ...query,
        offset: chunk * CHUNK,
        count: CHUNK,
      });
      if (mine !== this.generation) return;
      const same = total === this.total && JSON.stringify(query) === JSON.stringify(this.query);
      this.before = same ? this.known() : new Map();
      this.query = query;
      this.total = total;
      this.shareOf = shareOf;
      this.isOfKnown = isOfKnown;
      this.chunks = new Map([[chunk, rows]]);
      this.version++;
      this.arrived();
    } catch (error) {
      if (mine === this.generation) this.failed((error as Error).message);
    }
  }

  /** The row at an index; undefined while it is on its way. */
  at(index: number): LayerRow | undefined {
    const number = Math.floor(index / CHUNK);
    const chunk = this.chunks.get(number);
    if (chunk === undefined) void this.fetch(number);
    const rows = chunk === undefined || chunk === 'asked' ? this.before.get(number) : chunk;
    return rows?.[index - number * CHUNK];
  }

  private known(): Map<number, readonly LayerRow[]> {
    const known = new Map(this.before);
    for (const [number, chunk] of this.chunks) if (chunk !== 'asked') known.set(number, chunk);
    return known;
  }

  /** The place of a row in the list that is shown; looks through chunks that are not here yet, in order. */
  async indexOf(id: string): Promise<number | undefined> {
    const { generation } = this;
    for (let number = 0; number * CHUNK < this.total; number++) {
      if (generation !== this.generation) return undefined;
      let chunk = this.chunks.get(number);
      if (chunk === undefined || chunk === 'asked') {
        const { rows } = await this.ask({ ...this.query, offset: number * CHUNK, count: CHUNK });
        if (generation !== this.generation) return undefined;
        this.chunks.set(number, rows);
        chunk = rows;
      }
      const at = chunk.findIndex((row) => row.id === id);
      if (at >= 0) return number * CHUNK + at;
    }
    return undefined;
  }

  private async fetch(number: number): Promise<void> {
    const { chunks, generation } = this;
    chunks.set(number, 'asked');
    try {
      const { rows } = await this.ask({ ...this.query, offset: number * CHUNK, count: CHUNK });
      if (generation !== this.generation) return;
      chunks.set(number, rows);
      this.arrived();
    } catch (error) {
      chunks.delete(number);
      if (generation === this.generation) this.failed((error as Error).message);
    }
  }
}
