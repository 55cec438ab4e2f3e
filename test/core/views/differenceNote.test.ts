import assert from 'node:assert/strict';
import { differenceNote } from '../../../src/core/views/differenceNote';

const DIFFERENCE = 'Weights 16.06 GB → 5.73 GB · Memory in all 15.71 GiB → 6.09 GiB · Reads 14 GiB → 5 GiB';

describe('the note of a tried change', () => {
  it('stands on the shortest of the changed lines', () => {
    const before = '{\n  "a": 1,\n  "b": 2\n}';
    const after = '{\n  "a": 1,\n  "b": 2,\n  "c": {\n    "d": 4\n  }\n}';
    // Lines 2 to 5 are new or changed; `  }` is the shortest.
    assert.equal(differenceNote(before, after, DIFFERENCE).line, 5);
    assert.equal(differenceNote('{\n"a": 1\n}', '{\n"a": 2\n}', DIFFERENCE).line, 1);
    assert.equal(differenceNote('', '', '').line, 0);
    // One of two equal lines is gone: what differs lies where they part.
    assert.equal(differenceNote('{\n1,\n1,\n2\n}', '{\n1,\n2\n}', DIFFERENCE).line, 2);
  });

  it('leaves out and counts what there is no room for, never the first', () => {
    const note = (line: string) => {
      const { shown, more } = differenceNote(`${line}1`, `${line}2`, DIFFERENCE);
      return [shown.split(' · ').length, more];
    };
    // 70 letters: the first two take 63 and the number of the rest 10, the first 26.
    assert.deepEqual(note(''), [1, 2]);
    assert.deepEqual(note(' '.repeat(200)), [1, 2]);
    const two = differenceNote('1', '2', DIFFERENCE.split(' · ').slice(0, 2).join(' · '));
    assert.deepEqual([two.more, two.shown.length], [0, 63]);
  });
});
