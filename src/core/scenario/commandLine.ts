import type { WantedScenario } from './checkScenario';

/** The options of the command line that hold one value each, by the key of a scenario. */
const OPTIONS = {
  batch: '--batch',
  prompt: '--prompt',
  context: '--context',
  source: '--source',
  weights: '--weights',
  activations: '--activations',
  cache: '--cache',
  device: '--device',
  engine: '--engine',
  tensorParallel: '--tensor-parallel',
  phase: '--phase',
} as const;

/** A scenario as the command that prints the same report, quoted for a POSIX shell. */
export function commandLine(file: string, wanted: Readonly<WantedScenario>): string {
  // A name that begins with a dash is no option.
  const parts = ['model-efficiency', 'report', file.startsWith('-') ? `./${file}` : file];
  for (const [key, option] of Object.entries(OPTIONS)) {
    const value = wanted[key as keyof typeof OPTIONS];
    if (value !== undefined) parts.push(option, String(value));
  }
  for (const [name, size] of Object.entries(wanted.dims ?? {})) {
    // Nor is a dimension's.
    if (name.startsWith('-')) parts.push(`--dim=${name}=${size}`);
    else parts.push('--dim', `${name}=${size}`);
  }
  return parts.map(quote).join(' ');
}

function quote(text: string): string {
  return /^[\w./=:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
