import type { ByteSource } from '../../bytes/byteSource';

/** Something in the header that is not what the format says; the message is a whole sentence. */
export class GgufError extends Error {}

const PAGE_BYTES = 256 * 1024;

/**
 * Numbers and texts of a GGUF header, read forward through pages. What is skipped is not read. Every length is checked
 * against what the file still has before anything is allocated.
 */
export class GgufBytes {
  position = 0;
  littleEndian = true;
  /** Version 1 has lengths of four bytes, later ones of eight. */
  wide = true;
  private page = new DataView(new ArrayBuffer(0));
  private start = 0;

  constructor(private readonly source: ByteSource) {}

  /** Bytes from here to the end. */
  get left(): number {
    return this.source.size - this.position;
  }

  private async need(count: number): Promise<number> {
    if (count > this.left) throw new GgufError('The file ends inside its header.');
    const inside = this.position >= this.start && this.position + count <= this.start + this.page.byteLength;
    if (!inside) {
      const bytes = new Uint8Array(Math.min(Math.max(PAGE_BYTES, count), this.left));
      const got = await this.source.read(this.position, bytes);
      if (got < count) throw new GgufError('The file ends inside its header.');
      this.page = new DataView(bytes.buffer, 0, got);
      this.start = this.position;
    }
    const at = this.position - this.start;
    this.position += count;
    return at;
  }

  async u8(): Promise<number> {
    const at = await this.need(1);
    return this.page.getUint8(at);
  }

  async u32(): Promise<number> {
    const at = await this.need(4);
    return this.page.getUint32(at, this.littleEndian);
  }

  /** A length or count; one that no double holds exactly is refused. */
  async count(): Promise<number> {
    if (!this.wide) return this.u32();
    const at = await this.need(8);
    const n = this.page.getBigUint64(at, this.littleEndian);
    if (n > BigInt(Number.MAX_SAFE_INTEGER))
      throw new GgufError('The header holds a length that no file can have.');
    return Number(n);
  }

  /** A text of at most `most` bytes; a longer one is skipped and told as `undefined`. */
  async text(most: number): Promise<string | undefined> {
    const length = await this.count();
    if (length > this.left) throw new GgufError('A text in the header is longer than the file.');
    if (length > most) {
      this.skip(length);
      return undefined;
    }
    const at = await this.need(length);
    return new TextDecoder().decode(new Uint8Array(this.page.buffer, this.page.byteOffset + at, length));
  }

  /** A scalar of the format's value types 0 to 7 and 10 to 12. */
  async scalar(type: number): Promise<number | boolean> {
    const width = SCALAR_BYTES[type];
    if (!width)
      throw new GgufError(`The header holds a value of type ${type}, which the format does not have.`);
    const at = await this.need(width);
    const [v, le] = [this.page, this.littleEndian];
    switch (type) {
      case 0:
        return v.getUint8(at);
      case 1:
        return v.getInt8(at);
      case 2:
        return v.getUint16(at, le);
      case 3:
        return v.getInt16(at, le);
      case 4:
        return v.getUint32(at, le);
      case 5:
        return v.getInt32(at, le);
      case 6:
        return v.getFloat32(at, le);
      case 7:
        return v.getUint8(at) !== 0;
      case 10:
        return Number(v.getBigUint64(at, le));
      case 11:
        return Number(v.getBigInt64(at, le));
      default:
        return v.getFloat64(at, le);
    }
  }

  skip(count: number): void {
    if (count > this.left) throw new GgufError('A list in the header is longer than the file.');
    this.position += count;
  }
}

/** Bytes of the scalar value types; texts (8) and lists (9) are none. */
export const SCALAR_BYTES: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
