// Writes the text of every readable ONNX file of a folder into another, for the oracle: tsx writeTexts.ts FROM TO
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onnxFiles, textOfFile } from './onnxTexts';

async function main(from: string, to: string): Promise<void> {
  for (const name of onnxFiles(from)) {
    const text = await textOfFile(from, name);
    if (!text) continue;
    const target = path.join(to, `${name}txt`);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text.printed.text);
  }
}

void main(process.argv[2]!, process.argv[3]!);
