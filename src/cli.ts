import { runReport } from './cli/report';

/** `dist/cli.js report FILE [options]`: the same report as in the editor. Exit code 0, 1 unreadable, 2 wrong usage. */
async function main(): Promise<number> {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'report') return runReport(rest);
  process.stderr.write(`usage: model-efficiency report FILE [options]; 'report --help' lists them\n`);
  return 2;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`unexpected: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
