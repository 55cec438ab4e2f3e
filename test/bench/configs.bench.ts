/**
 * Analysis of one config, warm: text to model, costs and estimate. Run by `npm run bench`; alone:
 * `npx tsx test/bench/configs.bench.ts`. Prints medians, asserts nothing.
 */
import { performance } from 'node:perf_hooks';
import { analyseConfig } from '../../src/core/analyse';
import { estimate } from '../../src/core/costs/estimate';
import { scenarioFor } from '../../src/core/scenario/scenarioFor';

const RUNS = 60;
/** By kind: dense, mixture with latent attention, streams, hybrid, image-text, encoder-decoder, outline. */
const CONFIGS = [
  { model_type: 'llama', architectures: ['LlamaForCausalLM'] },
  { model_type: 'deepseek_v3', architectures: ['DeepseekV3ForCausalLM'] },
  { model_type: 'deepseek_v4', architectures: ['DeepseekV4ForCausalLM'] },
  { model_type: 'nemotron_h', architectures: ['NemotronHForCausalLM'] },
  { model_type: 'llava', architectures: ['LlavaForConditionalGeneration'] },
  { model_type: 'qwen3_vl_moe', architectures: ['Qwen3VLMoeForConditionalGeneration'] },
  { model_type: 't5', architectures: ['T5ForConditionalGeneration'] },
  { model_type: 'swin', architectures: ['SwinModel'] },
];

function configsBench(): void {
  console.log(`\nanalysis of one config, warm, median and worst of ${RUNS}`);
  for (const config of CONFIGS) {
    const text = JSON.stringify(config);
    const times: number[] = [];
    for (let i = 0; i < RUNS + 10; i++) {
      const start = performance.now();
      const analysis = analyseConfig(text, 'config.json')!;
      estimate(analysis.model, analysis.costs, scenarioFor(analysis.model));
      // The first ten warm up.
      if (i >= 10) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const ms = (t: number) => `${t.toFixed(2)} ms`.padStart(10);
    console.log(`  ${config.model_type.padEnd(14)}${ms(times[RUNS / 2]!)}${ms(times[RUNS - 1]!)}`);
  }
}

configsBench();
