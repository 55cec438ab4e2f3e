import { Lexer, stringContent } from './lexer';
import type { Range } from './names';
import { namesOf } from './names';
import type { TextIndex } from './textIndex';

/** Where something that has a name stands: a value, a function, an attribute of a function. */
export interface NamedPlaces {
  /** Where it is declared; undefined for what the text does not declare. */
  readonly definition: Range | undefined;
  /** Every place that names it, the declaration included, in the order of the text. */
  readonly places: readonly Range[];
}

/** Where the value, function or attribute whose name stands at an offset is declared and named. */
export function placesAt(index: TextIndex, offset: number): NamedPlaces | undefined {
  const found = index.valueAt(offset);
  if (!found) return functionPlacesAt(index, offset);
  return { definition: index.definitionOf(found.value), places: index.placesOf(found.value) };
}

/** A local function's name at its head or at a call, or an attribute of it in its head or behind an `@`. */
function functionPlacesAt(index: TextIndex, offset: number): NamedPlaces | undefined {
  const { model, map, text } = index;
  if (model.functions.length === 0) return undefined;
  const id = index.operatorAt(offset);
  const inside = map.graphs.find((g) => g.start <= offset && offset <= g.end);
  if (id === undefined) {
    const f = model.functions.findIndex((one) => one.graph === inside?.graph);
    if (f < 0) return undefined;
    const head = attributesOf(index, f);
    const attribute = head.find((r) => r.start <= offset && offset <= r.end);
    if (attribute) return attributePlaces(index, f, attribute.name);
    const name = headName(index, f);
    return name && name.start <= offset && offset <= name.end ? callPlaces(index, f) : undefined;
  }
  const { type } = namesOf(text, map.start[id]!, map.end[id]!);
  if (type.start <= offset && offset <= type.end) {
    const op = model.operators[id]!;
    const f = model.functions.findIndex((one) => calls(op, one));
    return f < 0 ? undefined : callPlaces(index, f);
  }
  const f = model.functions.findIndex((one) => {
    const place = map.graphs.find((g) => g.graph === one.graph);
    return !!place && place.start <= offset && offset <= place.end;
  });
  const reference =
    f < 0 ? undefined : references(index, id).find((r) => r.start <= offset && offset <= r.end);
  return reference && attributePlaces(index, f, reference.name);
}

type Called = Pick<TextIndex['model']['functions'][number], 'domain' | 'name' | 'overload'>;

function calls(op: TextIndex['model']['operators'][number], f: Called): boolean {
  return op.type === f.name && op.domain === f.domain && (op.overload ?? '') === f.overload;
}

function callPlaces(index: TextIndex, f: number): NamedPlaces {
  const { model, map, text } = index;
  const definition = headName(index, f);
  const places = definition ? [definition] : [];
  model.operators.forEach((op, id) => {
    if (!calls(op, model.functions[f]!) || map.start[id]! < 0) return;
    places.push(namesOf(text, map.start[id]!, map.end[id]!).type);
  });
  return { definition, places: places.sort((a, b) => a.start - b.start) };
}

function attributePlaces(index: TextIndex, f: number, name: string): NamedPlaces {
  const definition = attributesOf(index, f).find((a) => a.name === name);
  const places: Range[] = definition ? [definition] : [];
  const place = index.map.graphs.find((g) => g.graph === index.model.functions[f]!.graph);
  index.model.operators.forEach((_, id) => {
    const start = index.map.start[id]!;
    // Statements with sub-graphs hold those of the operators inside: each place once.
    if (!place || start < place.start || start > place.end) return;
    for (const r of references(index, id))
      if (r.name === name && !places.some((p) => p.start === r.start)) places.push(r);
  });
  return { definition, places: places.sort((a, b) => a.start - b.start) };
}

interface NamedRange extends Range {
  readonly name: string;
}

/** `@alpha` in a statement: the name without its sign. */
function references({ text, map }: TextIndex, id: number): NamedRange[] {
  const out: NamedRange[] = [];
  const lexer = new Lexer(text, map.start[id], map.end[id]);
  for (; lexer.kind !== 'end'; lexer.next()) {
    if (!lexer.is('@')) continue;
    lexer.next();
    if (lexer.kind === 'name') out.push({ name: lexer.source, start: lexer.start, end: lexer.end });
    else if (lexer.kind === 'string')
      out.push({ name: stringContent(lexer.source), start: lexer.start, end: lexer.end });
  }
  return out;
}

function headName({ text, map, model }: TextIndex, f: number): Range | undefined {
  const place = map.graphs.find((g) => g.graph === model.functions[f]!.graph);
  if (!place) return undefined;
  const lexer = new Lexer(text, place.start, place.body);
  return { start: lexer.start, end: lexer.end };
}

/** The attributes that a function declares in its head: `<alpha, beta: float = 1.0>`. */
function attributesOf({ text, map, model }: TextIndex, f: number): NamedRange[] {
  const place = map.graphs.find((g) => g.graph === model.functions[f]!.graph);
  if (!place) return [];
  const lexer = new Lexer(text, place.start, place.body);
  lexer.next();
  if (!lexer.is('<')) return [];
  const names = new Set(model.functions[f]!.attributes);
  const out: NamedRange[] = [];
  for (lexer.next(); lexer.kind !== 'end' && !lexer.is('('); lexer.next()) {
    const name = lexer.kind === 'string' ? stringContent(lexer.source) : lexer.source;
    if (
      (lexer.kind === 'name' || lexer.kind === 'string') &&
      names.has(name) &&
      !out.some((o) => o.name === name)
    )
      out.push({ name, start: lexer.start, end: lexer.end });
  }
  return out;
}
