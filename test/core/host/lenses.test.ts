import assert from 'node:assert/strict';
import { inSlices } from '../../../src/host/inSlices';
import { moved } from '../../../src/host/moved';

describe('a kept lens', () => {
  const edit = (rangeOffset: number, rangeLength: number, text: string) => ({
    rangeOffset,
    rangeLength,
    text,
  });

  it('moves by what is written or taken away before it, and by nothing behind it', () => {
    assert.equal(moved(10, [edit(0, 0, 'abc')]), 13);
    assert.equal(moved(10, [edit(2, 4, '')]), 6);
    assert.equal(moved(10, [edit(10, 0, 'ab')]), 12);
    assert.equal(moved(10, [edit(11, 3, 'abc')]), 10);
    assert.equal(moved(10, []), 10);
  });

  it('takes several edits by their places in the text before', () => {
    // Two cursors: one character more at 1 and at 5.
    assert.equal(moved(10, [edit(5, 0, 'x'), edit(1, 0, 'x')]), 12);
    assert.equal(moved(10, [edit(20, 0, 'x'), edit(1, 1, '')]), 9);
  });

  it('goes to the edit that is written over its place', () => {
    assert.equal(moved(10, [edit(8, 6, 'abc')]), 8);
    assert.equal(moved(10, [edit(0, 100, '')]), 0);
  });
});

describe('work in slices', () => {
  /** Steps of so many milliseconds each. */
  function* steps(n: number, ms: number): Generator<void, void> {
    for (let i = 0; i < n; i++) {
      for (const end = performance.now() + ms; performance.now() < end;);
      yield;
    }
  }

  it('lets other things run while it works', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    assert.equal(await inSlices(steps(20, 5), () => false), true);
    clearInterval(timer);
    assert.ok(ticks >= 3, String(ticks));
  });

  it('ends early when nobody wants it any more', async () => {
    let taken = 0;
    function* counted(): Generator<void, void> {
      for (const step of steps(50, 5)) {
        taken++;
        yield step;
      }
    }
    assert.equal(await inSlices(counted(), () => true), false);
    assert.ok(taken < 10, String(taken));
  });
});
