import { decodeText } from './decode';

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
