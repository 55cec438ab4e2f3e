import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TECHNIQUES, techniqueOf } from '../../../src/core/advice/catalogue';
import { ruleOf } from '../../../src/core/advice/rules';
import { SURVEYS } from '../../../src/core/advice/surveys';
import { GOALS } from '../../../src/core/advice/technique';
import { describeShared } from '../../support/shared';
import { makeAdviceTables } from '../../support/makeAdviceTables';

const root = path.resolve(__dirname, '../../..');

describe('the catalogue', () => {
  it('has a test for every technique, each id once', () => {
    assert.equal(new Set(TECHNIQUES.map((t) => t.id)).size, TECHNIQUES.length);
    assert.ok(TECHNIQUES.length >= 70);
    assert.deepEqual(
      TECHNIQUES.filter((t) => !ruleOf(t.id)).map((t) => t.id),
      [],
    );
    assert.equal(techniqueOf('no-such-thing'), undefined);
  });

  it('says what each does, what it costs and where it is published', () => {
    for (const t of TECHNIQUES) {
      assert.ok(t.what.length > 40 && t.tradeOff.length > 40, t.id);
      assert.ok(t.references.length > 0, t.id);
      assert.ok(t.goals.length > 0 && t.goals.every((g) => GOALS.includes(g)), t.id);
      for (const r of t.references) {
        if (r.arxiv !== undefined) assert.match(r.arxiv, /^\d{4}\.\d{4,5}$/, t.id);
        assert.ok(r.year >= 2015 && r.year <= 2026, t.id);
      }
    }
  });

  it('names only techniques in conflicts, and none with itself', () => {
    for (const t of TECHNIQUES)
      for (const c of t.conflicts) assert.ok(techniqueOf(c) && c !== t.id, `${t.id}: ${c}`);
  });

  it('reaches every category of the five surveys', () => {
    assert.deepEqual(
      SURVEYS.map((s) => s.arxiv),
      ['2312.00678', '2312.03863', '2401.00625', '2405.10739', '2404.14294'],
    );
    for (const s of SURVEYS)
      for (const c of s.categories) {
        assert.ok(c.techniques.length > 0, c.name);
        for (const id of c.techniques) assert.ok(techniqueOf(id), `${c.name}: ${id}`);
      }
  });

  it('is what docs/techniques.md and docs/survey-coverage.md were made from', () => {
    for (const [file, text] of Object.entries(makeAdviceTables()))
      assert.equal(
        readFileSync(path.join(root, file), 'utf8'),
        text,
        `${file}: run test/support/makeAdviceTables.ts`,
      );
  });
});

describeShared('the catalogue against the survey notes', 'survey', (folder) => {
  const notes = JSON.parse(readFileSync(path.join(folder, 'techniques.json'), 'utf8')) as readonly {
    id: string;
    references: readonly { arxiv?: string; year: number }[];
  }[];

  it('holds every technique with all of its references', () => {
    for (const note of notes) {
      const t = techniqueOf(note.id);
      assert.ok(t, note.id);
      const ids = t.references.map((r) => r.arxiv);
      for (const r of note.references) assert.ok(ids.includes(r.arxiv), `${note.id}: ${r.arxiv}`);
    }
  });

  it('maps every category as the coverage notes do', () => {
    const text = readFileSync(path.join(folder, 'coverage.md'), 'utf8');
    const rows = [...text.matchAll(/^\| (.+?) \| (?:V\*?|M) \| (.+) \|$/gm)];
    const mapped = SURVEYS.flatMap((s) => s.categories);
    assert.equal(rows.length, mapped.length);
    rows.forEach(([, name, ids], i) => {
      assert.equal(mapped[i]!.name, name);
      assert.deepEqual(
        [...mapped[i]!.techniques],
        [...ids!.matchAll(/`([^`]+)`/g)].map((m) => m[1]),
      );
    });
  });
});
