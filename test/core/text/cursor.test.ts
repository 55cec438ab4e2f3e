import { strict as assert } from 'node:assert';
import { atCursor } from '../../../src/core/text/cursor';

const HEAD = '<ir_version: 10, opset_import: ["": 21]>\n';
const GRAPH = `${HEAD}g (float[N] x, float[2] "a b") => (float[N] y)\n<float[2] w = {1, 2}, float[2] h>\n{\n`;

/** What is written at the `|`: in short words, with the word that is begun and the values named before. */
function at(text: string): string {
  const offset = text.indexOf('|');
  const { writing, start, names } = atCursor(text.replace('|', ''), offset);
  const word = text.slice(start, offset);
  const seen = names.length > 0 ? ` [${names.join(', ')}]` : '';
  switch (writing?.kind) {
    case undefined:
      return `nothing${seen}`;
    case 'field':
      return `field '${word}', not ${writing.given.join(', ') || '-'}`;
    case 'input':
      return `input ${writing.at} of ${writing.operator.domain}:${writing.operator.type} '${word}'${seen}`;
    case 'attribute':
      return `attribute of ${writing.operator.type} '${word}', not ${writing.given.join(', ') || '-'}`;
    case 'value':
      return `value of ${writing.name} of ${writing.operator.type}`;
    default:
      return `${writing!.kind} '${word}'${seen}`;
  }
}

describe('what is written at the cursor', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['<|', "field '', not -"],
    ['<ir_version: 10, ops|', "field 'ops', not ir_version"],
    [`${HEAD}g (|`, "type ''"],
    [`${HEAD}g (float[N] x, flo|`, "type 'flo' [x]"],
    [`${HEAD}g (float[N] |`, 'nothing'],
    [`${HEAD}g (float[N] x) => (|`, "type '' [x]"],
    [`${HEAD}g (float[N] x) => (float[N] y) <|`, "type '' [x]"],
    // Behind '=', with its domain; outputs of the graph and of the statement itself are no values yet.
    [`${GRAPH} y = |`, "operator '' [x, a b, w, h]"],
    [`${GRAPH} y = com.microsoft.Ge|`, "operator 'com.microsoft.Ge' [x, a b, w, h]"],
    [`${GRAPH} y = com.|`, "operator 'com.' [x, a b, w, h]"],
    [`${GRAPH} y = Relu |`, 'nothing [x, a b, w, h]'],
    // Inputs, in their place.
    [`${GRAPH} a, b = Split <axis = 0> (x)\n c = Add (a, |`, "input 1 of :Add '' [x, a b, w, h, a, b]"],
    [`${GRAPH} c = local.F:v2 (x|`, "input 0 of local:F 'x' [x, a b, w, h]"],
    // A statement that was never finished ends where the next begins.
    [`${GRAPH} c = Relu\n d = Add (|`, "input 0 of :Add '' [x, a b, w, h, c]"],
    [`${GRAPH} c = \n d = Add (|`, "input 0 of :Add '' [x, a b, w, h, c]"],
    // Attributes before and behind the inputs, and their values.
    [`${GRAPH} c = Softmax <ax|`, "attribute of Softmax 'ax', not -"],
    [`${GRAPH} c = Pad <mode = "edge", |`, "attribute of Pad '', not mode"],
    [`${GRAPH} c = Cast <to = |`, 'value of to of Cast'],
    [`${GRAPH} c = Cast <to: int = |`, 'value of to of Cast'],
    [`${GRAPH} c = Pad <pads = [1, |`, 'nothing [x, a b, w, h]'],
    [`${GRAPH} c = If (x) <|`, "attribute of If '', not -"],
    // Sub-graphs see what is around them, and not one another.
    [
      `${GRAPH} c = If (x) <then_branch = yes () => (o) { i = Relu (x) o = Neg (i) }, |`,
      "attribute of If '', not then_branch",
    ],
    [`${GRAPH} c = If (x) <then_branch = yes (|`, "type '' [x, a b, w, h]"],
    [
      `${GRAPH} c = If (x) <then_branch = yes () => (o) { i = Relu (x) }, else_branch = no () => (o) { o = Neg (|`,
      "input 0 of :Neg '' [x, a b, w, h]",
    ],
    [`${GRAPH} c = Loop (x) <body = b (int64 i) => (o) { k = Neg (|`, "input 0 of :Neg '' [x, a b, w, h, i]"],
    // Functions see their own inputs alone.
    [`${GRAPH} y = Relu (x)\n}\n<domain: "l", |`, "field '', not domain"],
    [
      `${GRAPH} y = Relu (x)\n}\n<domain: "l">\nF <alpha> (p, q) => (r) { s = Add (p, q) r = Mul (s, |`,
      "input 1 of :Mul '' [p, q, s]",
    ],
    // Nothing is offered in comments and texts.
    [`${GRAPH} y = Relu (x) # Add (|`, 'nothing'],
    [`${GRAPH} y = Pad <mode = "ed|`, 'nothing'],
  ];
  for (const [text, expected] of cases)
    it(JSON.stringify(text.slice(-50)), () => assert.equal(at(text), expected));
});
