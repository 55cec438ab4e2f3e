import assert from 'node:assert/strict';
import { analyseConfig } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { oneTechnique } from '../../../src/core/advice/advise';
import { adviceLenses } from '../../../src/core/views/adviceLenses';
import { budgetsOf, exceededBudgets } from '../../../src/core/views/budgets';
import { allTechniquesMarkdown, techniqueCard } from '../../../src/core/views/card';
import { adviceOnKey } from '../../../src/core/views/adviceOnKey';
import { tryText, withKeys } from '../../../src/core/views/changedText';
import { differenceLine } from '../../../src/core/views/difference';
import { makeReport } from '../../../src/core/views/report';
import { CONFIGS, analysisOf } from '../advice/models';
import type { Known } from '../advice/models';

const textOf = (model: Known) => JSON.stringify(CONFIGS[model], null, 2);

describe('hints over keys', () => {
  it('are at most three, each on a key of its own, in the order of the text', () => {
    for (const model of Object.keys(CONFIGS) as Known[]) {
      const hints = adviceLenses(analysisOf(model), {}, { show: 'top' });
      assert.ok(hints.length >= 1 && hints.length <= 3, `${model}: ${hints.length}`);
      assert.equal(new Set(hints.map((h) => h.key)).size, hints.length);
      for (let i = 1; i < hints.length; i++) assert.ok(hints[i]!.offset > hints[i - 1]!.offset);
      for (const h of hints) assert.ok(textOf(model).slice(h.offset).startsWith(`"${h.key}"`), h.key);
    }
  });

  it('say what is changed and what it does: 8 KV heads, 2 GiB to 512 MiB', () => {
    const hint = adviceLenses(analysisOf('llama2'), {}, { show: 'top' }).find(
      (h) => h.key === 'num_key_value_heads',
    )!;
    assert.equal(hint.title, '8 KV heads instead of 32: cache at 4,096 tokens 2 GiB → 512 MiB');
    assert.match(hint.tooltip, /arXiv 2305\.13245/);
    assert.equal(hint.canTry, true);
  });

  it('follow the setting, and leave out what was hidden', () => {
    const a = analysisOf('llama2');
    assert.deepEqual(adviceLenses(a, {}, { show: 'never' }), []);
    const top = adviceLenses(a, {}, { show: 'top' });
    assert.ok(adviceLenses(a, {}, { show: 'all' }).length > top.length);
    const hidden = [top[0]!.technique];
    assert.ok(!adviceLenses(a, {}, { show: 'all', hidden }).some((h) => h.technique === hidden[0]));
  });
});

describe('the card of a technique', () => {
  it('shows gains and losses, each with its formula, and the sources', () => {
    const card = techniqueCard(analysisOf('llama2'), 'multi-head-latent-attention')!.replaceAll(
      '\u00a0',
      ' ',
    );
    assert.match(card, /\| Cache at 4,096 tokens \| 2 GiB \| 144 MiB \| 14× less \| exact \|/);
    assert.match(card, /\| FLOPs per token at 4,096 tokens \| .* \| \+34 % \| exact \|/);
    assert.match(card, /https:\/\/arxiv\.org\/abs\/2405\.04434/);
    assert.equal(techniqueCard(analysisOf('llama2'), 'no-such-technique'), undefined);
  });

  it('lets no name of a stranger’s file become markup', () => {
    const evil = '<img src=x onerror=alert(1)>[a](command:evil)\n# h';
    const text = JSON.stringify({
      ...CONFIGS.llama2,
      hidden_act: evil,
      quantization_config: { quant_method: evil },
    });
    const a = analyseConfig(text, `${evil}/config.json`)!;
    for (const markdown of [allTechniquesMarkdown(a), techniqueCard(a, 'weight-only-quantization')!]) {
      assert.ok(!/(^|[^\\])<img/.test(markdown), markdown.slice(0, 200));
      assert.ok(!/(^|[^\\])\[a\]\(command/.test(markdown));
      assert.ok(!/^# h/m.test(markdown));
    }
  });

  it('lists every technique once, with a reason where there is no figure', () => {
    const list = allTechniquesMarkdown(analysisOf('bert'));
    assert.equal(list.match(/^- \*\*/gm)!.length, 74);
    for (const line of list.match(/^- .*$/gm)!) assert.ok(line.split('**: ')[1]!.length > 5, line);
  });
});

describe('trying a technique', () => {
  it('changes only its keys, comments and layout kept', () => {
    const text =
      '{\r\n\t// heads\r\n\t"num_key_value_heads": 32,\r\n\t"a": [1, 2],\r\n\t"gone": null\r\n}\r\n';
    const changed = withKeys(text, { num_key_value_heads: 8, gone: undefined, 'inner.new': 1 });
    assert.ok(changed.includes('\t// heads\r\n\t"num_key_value_heads": 8,\r\n\t"a": [1, 2]'));
    assert.ok(!changed.includes('gone') && changed.includes('"inner"'));
    assert.equal(changed.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('gives a config that the engine reads as the card said', () => {
    const tried = tryText(analysisOf('llama2'), textOf('llama2'), 'grouped-multi-query-attention')!;
    assert.equal(tried.title, '8 KV heads instead of 32');
    const after = analyseConfig(tried.text, 'after')!;
    // 6,738,415,616 less 2 × 32 × 4,096 × 24 × 128.
    assert.match(differenceLine(analysisOf('llama2'), after), /^Parameters 6\.74 B → 5\.93 B · /);
    assert.equal(makeReport(after).parameters.distinct.value, 5_933_109_248);
    assert.equal(tryText(analysisOf('llama2'), textOf('llama2'), 'kv-cache-quantization'), undefined);
    assert.equal(tryText(analysisOf('bert'), textOf('bert'), 'grouped-multi-query-attention'), undefined);
  });

  it('tries 4-bit weights as the config of the converted checkpoint says them', () => {
    const tried = tryText(analysisOf('llama2'), textOf('llama2'), 'weight-only-quantization')!;
    // Packed weights and zero points in 4 bits, scales in 16, and the group of each input as an int32.
    const linear = 32 * (4 * 4096 ** 2 + 3 * 4096 * 11008);
    const groups = 32 * 4 * (6 * 4096 + 11008);
    const bytes = (linear * (4 + 20 / 128)) / 8 + groups + 2 * (6_738_415_616 - linear);
    assert.equal(makeReport(analyseConfig(tried.text, 'after')!).weights.stored!.value, bytes);
  });

  it('offers at most what a person can act on: a change to try, a switch, a conversion', () => {
    for (const model of Object.keys(CONFIGS) as Known[])
      for (const device of [undefined, 'rtx-4090']) {
        const hints = adviceLenses(analysisOf(model), device ? { device } : {}, { show: 'top' });
        assert.ok(hints.length >= 1, model);
        for (const h of hints) {
          const { effort } = oneTechnique(h.technique, analysisOf(model))!;
          assert.ok(h.canTry || effort === 'setting' || effort === 'conversion', `${model}: ${h.title}`);
        }
        assert.ok(
          hints.some((h) => h.canTry),
          `${model}: ${hints.map((h) => h.title).join('; ')}`,
        );
      }
    const mixtral = adviceLenses(analysisOf('mixtral'), { device: 'rtx-4090' }, { show: 'top' });
    // 24.65 GB of weights and 0.5 GiB of cache on 24 GiB.
    assert.match(mixtral.map((h) => h.title).join('\n'), /4-bit weights.*23\.69 GiB, which fits/);
  });

  it('offers on a key what acts on it, what can be tried first', () => {
    const [first] = adviceOnKey(analysisOf('llama3'), 'num_hidden_layers');
    assert.equal(first!.best.variant.change.kind, 'config');
    assert.deepEqual(
      adviceOnKey(analysisOf('llama3'), 'rope_theta').map((a) => a.id),
      [],
    );
  });

  it('says nothing where nothing changed', () => {
    assert.equal(differenceLine(analysisOf('llama2'), analysisOf('llama2', { _name_or_path: 'x' })), '');
  });
});

describe('budgets', () => {
  const over = (a: Analysis, value: unknown) => exceededBudgets(a, budgetsOf(value));

  it('name the figure, the limit and the keys', () => {
    const [only, ...rest] = over(analysisOf('llama2'), {
      maxParameters: 5e9,
      maxCacheBytesPerToken: 524_288,
    });
    assert.deepEqual(rest, []);
    assert.equal(only!.message, 'Parameters 6.74 B: over the budget of 5 B.');
    assert.equal(only!.keys[0], 'num_hidden_layers');
  });

  it('check memory at the precision and context they name', () => {
    // 13,476,831,232 B + 2 GiB in 16 bits; 3,889,307,648 B + 2 GiB in 4.
    assert.equal(over(analysisOf('llama2'), { maxMemoryGiB: 8, context: 4096 }).length, 1);
    assert.deepEqual(over(analysisOf('llama2'), { maxMemoryGiB: 8, context: 4096, weights: 'int4' }), []);
  });

  it('take nothing unknown for good', () => {
    const [found] = over(analysisOf('bert'), { maxFlopsPerToken: 1e9 });
    assert.equal(found!.kind, 'unknown');
  });

  it('leave out what is no limit', () => {
    assert.deepEqual(budgetsOf({ maxParameters: -1, maxMemoryGiB: 'x', nonsense: 3, weights: 4 }), {});
    assert.deepEqual(budgetsOf(null), {});
  });
});

describe('the report’s advice', () => {
  it('has before and after for every change, and its sources', () => {
    const { advice } = makeReport(analysisOf('llama2'));
    assert.ok(advice.length >= 5);
    for (const a of advice) {
      assert.ok(a.references.length > 0 && a.changes.length > 0, a.id);
      for (const c of a.changes) assert.notEqual(c.before.value, c.after.value);
    }
  });
});
