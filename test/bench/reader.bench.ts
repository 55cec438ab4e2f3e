// `npm run bench`, or alone with a size in MiB: the structural reader, onnx-proto on the whole file and, where there is one, Python's onnx.load.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { chain, writeLarge } from './models';

const MIB = 1024 * 1024;
const size = Number(process.argv[2] ?? 2016);
const runs = 3;

interface Figures {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  /** The best of some further readings in the same process. */
  readonly warmMilliseconds: number;
  readonly bytesRead: number;
  readonly peakBytes: number;
  readonly nodes: number;
}

const python = [process.env['PYTHON'], 'python3'].find(
  (one) => one && spawnSync(one, ['-c', 'import onnx, resource'], { stdio: 'ignore' }).status === 0,
);
const PYTHON_ONE = `
import json, os, resource, sys, time, onnx
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
idle, cpu = peak(), time.process_time()
def timed():
  start = time.perf_counter()
  m = onnx.load(sys.argv[1])
  return len(m.graph.node), (time.perf_counter() - start) * 1e3
nodes, first = timed()
figures = dict(milliseconds=first, cpuMilliseconds=(time.process_time() - cpu) * 1e3,
  bytesRead=sum(os.path.getsize(os.path.join(os.path.dirname(sys.argv[1]), f)) for f in sys.argv[2:]), peakBytes=peak() - idle, nodes=nodes)
print(json.dumps(dict(figures, warmMilliseconds=min(first, timed()[1]))))
`;

const folder = mkdtempSync(path.join(tmpdir(), 'onnx-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const { bavail, bsize } = statfsSync(folder);
if (bavail * bsize < (2 * size + 1024) * MIB) {
  console.log(`not run: the temporary folder has less than ${2 * size + 1024} MiB free`);
  process.exit(0);
}
const one = path.join(folder, 'one.cjs');
buildSync({
  entryPoints: [path.join(__dirname, 'one.ts')],
  bundle: true,
  platform: 'node',
  outfile: one,
  logLevel: 'error',
});

const files = ['inside.onnx', 'external.onnx', 'chain-100000.onnx', 'chain-200000.onnx'].map((name) =>
  path.join(folder, name),
);
writeLarge(files[0]!, size / 8);
writeLarge(files[1]!, size / 8, { file: path.join(folder, 'weights.bin'), name: 'weights.bin' });
writeFileSync(files[2]!, chain(100_000));
writeFileSync(files[3]!, chain(200_000));

/** The best of some runs, each in a new process; a busy machine can only slow a run down. */
function best(command: string, args: readonly string[]): Figures | string {
  const all: Figures[] = [];
  for (let i = 0; i < runs; i++) {
    try {
      all.push(
        JSON.parse(
          execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
        ) as Figures,
      );
    } catch (error) {
      return `failed: ${error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)}`;
    }
  }
  const first = all.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
  return { ...first, warmMilliseconds: Math.min(...all.map((f) => f.warmMilliseconds)) };
}

const line = (way: string, f: Figures | string) =>
  console.log(
    typeof f === 'string'
      ? `  ${way.padEnd(22)} ${f}`
      : `  ${way.padEnd(22)} first ${f.milliseconds.toFixed(1).padStart(7)} ms (${f.cpuMilliseconds.toFixed(0)} ms of processor), then ${f.warmMilliseconds.toFixed(1).padStart(7)} ms, ${(f.bytesRead / 1024).toFixed(0).padStart(9)} KiB read, peak +${(f.peakBytes / MIB).toFixed(1)} MiB, ${f.nodes} nodes`,
  );

for (const file of files) {
  console.log(
    `${path.basename(file)}: ${(statSync(file).size / MIB).toFixed(1)} MiB, best of ${runs}, file cache warm`,
  );
  const reader = best(process.execPath, [one, 'reader', file, '60']);
  line('this reader', reader);
  const whole = best(process.execPath, [one, 'onnx-proto', file, '1']);
  line('onnx-proto, whole file', whole);
  const names = [path.basename(file), ...(file.includes('external') ? ['weights.bin'] : [])];
  const load = python
    ? best(python, ['-c', PYTHON_ONE, file, ...names])
    : 'not run: no Python with onnx (PYTHON names one)';
  line('onnx.load', load);
  const times = (other: Figures | string, which: 'milliseconds' | 'warmMilliseconds') =>
    typeof reader === 'string' || typeof other === 'string' ? '?' : (other[which] / reader[which]).toFixed(0);
  for (const [when, which] of [
    ['in a new process', 'milliseconds'],
    ['later in it', 'warmMilliseconds'],
  ] as const)
    console.log(
      `  ${when} this reader is ${times(whole, which)} x faster than onnx-proto, ${times(load, which)} x than onnx.load`,
    );
}
