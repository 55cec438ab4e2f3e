import { decodeEntry, decodeText } from './decode';

/** Fields of a node that onnx-proto's schema of ONNX 1.10 does not know. */
export interface NewerFields {
  /** Overload of a model-local function. */
  readonly overload: string;
  /** metadata_props, and the devices a node is placed on as `device_configuration`. */
  readonly metadata: Readonly<Record<string, string>>;
}

const NONE: NewerFields = { overload: '', metadata: {} };
const OVERLOAD = 8;
const METADATA = 9;
const DEVICES = 10;

/** Reads `overload`, `metadata_props` and `device_configurations` from a node's bytes, which were decoded once already. */
export function newerFields(bytes: Uint8Array): NewerFields {
  let found: { overload: string; metadata: Record<string, string> } | undefined;
  eachBytesField(bytes, (number, content) => {
    if (number < OVERLOAD || number > DEVICES) return;
    found ??= { overload: '', metadata: {} };
    if (number === OVERLOAD) found.overload = decodeText(content);
    else if (number === METADATA) {
      const [key, value] = decodeEntry(content);
      found.metadata[key] = value;
    } else found.metadata['device_configuration'] = firstText(content);
  });
  return found ?? NONE;
}

/** The first length-delimited field of a message as text: NodeDeviceConfigurationProto's configuration_id. */
export function firstText(bytes: Uint8Array): string {
  let text = '';
  eachBytesField(bytes, (number, content) => {
    if (number === 1 && text === '') text = decodeText(content);
  });
  return text;
}

/** Calls back for every length-delimited field of a well-formed message; stops quietly where the bytes end early. */
function eachBytesField(bytes: Uint8Array, found: (number: number, content: Uint8Array) => void): void {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; at < bytes.length; scale *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else {
      const length = varint();
      found(Math.floor(tag / 8), bytes.subarray(at, at + length));
      at += length;
    }
  }
}
