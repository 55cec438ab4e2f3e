import type { Storage } from '../../model/weight';
import type { RawTensor } from './raw';

/** Where a tensor's bytes lie: in the model's file, or as its external_data says. Nothing is opened or checked here. */
export function storageOf(t: RawTensor): Storage {
  if (t.external) {
    const { location = '', offset, length } = t.external;
    // NaN marks what is no whole number, for the check against the real file.
    const at = offset === undefined || offset === '' ? 0 : (wholeNumber(offset) ?? NaN);
    return { bytes: wholeNumber(length) ?? NaN, offset: at, file: location };
  }
  if (t.elided !== undefined) return { bytes: t.elided };
  if (!t.payload) return { bytes: 0 };
  const { bytes, offset } = t.payload;
  return offset === undefined ? { bytes } : { bytes, offset };
}

/** A count written as text; undefined when it is none. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
