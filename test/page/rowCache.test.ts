import assert from 'node:assert/strict';
import type { LayerQuery, LayerRow, LayerRows } from '../../src/core/views/page/layerRows';
import { RowCache } from '../../media/view/layers/rowCache';
import type { ListQuery } from '../../media/view/layers/rowCache';

const QUERY: ListQuery = { mode: 'list', open: [], sort: 'order', descending: false, filter: '' };

/** A host with so many rows, whose answers come when they are let through. */
class SlowHost {
  readonly asked: LayerQuery[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly total: number) {}

  readonly ask = (query: LayerQuery) => {
    this.asked.push(query);
    const rows = Array.from(
      { length: Math.max(0, Math.min(query.count, this.total - query.offset)) },
      (_, i) => ({
        id: `o${query.offset + i}`,
        name: `${query.filter}${query.offset + i}`,
      }),
    ) as unknown as LayerRow[];
    return new Promise<LayerRows>((resolve) =>
      this.waiting.push(() =>
        resolve({ total: this.total, rows, offset: query.offset, shareOf: 'macs', isOfKnown: false }),
      ),
    );
  };

  /** Answers the asks that wait, the last one first when so wanted. */
  async answer(reverse = false): Promise<void> {
    const all = this.waiting.splice(0);
    for (const one of reverse ? all.reverse() : all) one();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function cacheOver(total: number) {
  const host = new SlowHost(total);
  const events: string[] = [];
  const cache = new RowCache(
    QUERY,
    host.ask,
    () => events.push('arrived'),
    (message) => events.push(message),
  );
  return { host, cache, events };
}

describe('rows of a long list, in chunks', () => {
  it('asks for what is looked at, once', async () => {
    const { host, cache } = cacheOver(100_000);
    void cache.show(QUERY);
    await host.answer();
    assert.equal(cache.total, 100_000);
    assert.equal(cache.at(0)?.id, 'o0');
    assert.equal(cache.at(50_123), undefined);
    assert.equal(cache.at(50_124), undefined);
    await host.answer();
    assert.equal(cache.at(50_123)?.id, 'o50123');
    assert.deepEqual(
      host.asked.map((q) => q.offset),
      [0, 50_000],
    );
  });

  it('keeps the last list until the next one is there', async () => {
    const { host, cache } = cacheOver(10);
    void cache.show(QUERY);
    await host.answer();
    void cache.show({ ...QUERY, filter: 'x' });
    assert.equal(cache.at(3)?.name, '3');
    await host.answer();
    assert.equal(cache.at(3)?.name, 'x3');
    assert.equal(cache.version, 2);
  });

  it('begins a list under another scenario where it is looked at, and shows the rows before until the next are there', async () => {
    const { host, cache } = cacheOver(1000);
    void cache.show(QUERY);
    await host.answer();
    cache.at(450);
    await host.answer();
    void cache.show(QUERY, 450);
    await host.answer();
    assert.deepEqual(
      host.asked.map((q) => q.offset),
      [0, 400, 400],
    );
    // Rows from 0 are the ones before: asked for again as soon as one is looked at, and there meanwhile.
    const before = cache.at(7);
    assert.equal(before?.id, 'o7');
    assert.equal(host.asked.at(-1)?.offset, 0);
    await host.answer();
    assert.equal(cache.at(7)?.id, 'o7');
    assert.notEqual(cache.at(7), before);
    // Another list has none of them.
    void cache.show({ ...QUERY, filter: 'x' }, 450);
    await host.answer();
    assert.equal(cache.at(7), undefined);
  });

  it('lets the last question win when answers come in another order', async () => {
    const { host, cache } = cacheOver(10);
    void cache.show({ ...QUERY, filter: 'a' });
    void cache.show({ ...QUERY, filter: 'b' });
    await host.answer(true);
    assert.equal(cache.list.filter, 'b');
    assert.equal(cache.at(0)?.name, 'b0');
  });

  it('finds a row that has not come yet', async () => {
    const { host, cache } = cacheOver(1_000);
    void cache.show(QUERY);
    await host.answer();
    const found = cache.indexOf('o705');
    for (let i = 0; i < 5; i++) await host.answer();
    assert.equal(await found, 705);
  });

  it('says why when the host cannot answer, and keeps what it has', async () => {
    const { host, cache, events } = cacheOver(10);
    void cache.show(QUERY);
    await host.answer();
    const failing = new RowCache(
      QUERY,
      () => Promise.reject(new Error('The file is not there any more.')),
      () => undefined,
      (message) => events.push(message),
    );
    await failing.show(QUERY);
    assert.ok(events.includes('The file is not there any more.'));
    assert.equal(cache.at(9)?.id, 'o9');
  });
});
