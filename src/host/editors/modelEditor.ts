import type * as vscode from 'vscode';
import { attach } from './attach';
import { serveModel } from './modelAnswers';
import type { PageServices } from './pageServices';

/** An opened model file: nothing is read before its page asks. */
class ModelDocument implements vscode.CustomDocument {
  constructor(readonly uri: vscode.Uri) {}
  dispose(): void {}
}

/** Shows a model file (ONNX, GGUF, safetensors) as a read-only page. */
export class ModelEditor implements vscode.CustomReadonlyEditorProvider<ModelDocument> {
  constructor(private readonly services: PageServices) {}

  openCustomDocument(uri: vscode.Uri): ModelDocument {
    return new ModelDocument(uri);
  }

  resolveCustomEditor({ uri }: ModelDocument, panel: vscode.WebviewPanel): void {
    attach(panel, this.services.extension, 'model', (tell) => serveModel(uri, this.services, tell));
  }
}
