import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/embedded/parts.mjs';

/** Runs a copied command with the program as built, as a shell does in a folder, and gives its report as data. */
export function runCopied(command: string, folder: string): Record<string, unknown> {
  const bin = mkdtempSync(path.join(tmpdir(), 'model-efficiency-bin-'));
  try {
    symlinkSync(path.join(root, 'dist', 'cli.js'), path.join(bin, 'model-efficiency'));
    const PATH = [bin, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);
    const options = { cwd: folder, encoding: 'utf8' as const, env: { ...process.env, PATH } };
    return JSON.parse(execFileSync('sh', ['-c', `${command} --json`], options)) as Record<string, unknown>;
  } finally {
    rmSync(bin, { recursive: true });
  }
}
