import { inflateSync } from 'node:zlib';
import { MOST_MEGAPIXELS } from '#shared/domain/scans/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';

const MOST_POINTS = MOST_MEGAPIXELS * 1_000_000;
/** What one part of a file may unpack to: the largest picture in three colours, and some. */
const MOST_UNPACKED = MOST_POINTS * 3 + 16 * 1024 ** 2;
/** Old packings say nothing of how large they become; text of a page is smaller than this. */
const MOST_OLD_PACKING = 64 * 1024;

/**
 * Refuses a PDF that would become far larger than it is, before anything takes it apart: every packed part is unpacked
 * with a bound, and every picture asked how large it is. Throws SCAN_TOO_FINE, SCAN_UNREADABLE.
 */
export function checkParts(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const from = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + (file[at + 6] === 0x0d && file[at + 7] !== 0x0a ? 0 : 1);
    const found = file.indexOf('endstream', from);
    const part = file.subarray(from, found < 0 ? file.length : found);
    const head = file.toString('latin1', Math.max(0, file.lastIndexOf('obj', at)), at);
    const packings = head.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g) ?? [];
    if (packings.length > 1) throw new DomainError('SCAN_UNREADABLE');
    if (/LZW|R(?:unLengthDecode|L)\b/.test(packings[0] ?? '') && part.length > MOST_OLD_PACKING)
      throw new DomainError('SCAN_UNREADABLE');
    checkPart(part);
  }
}

function checkPart(part: Buffer): void {
  const [first = 0, second = 0] = part;
  if ((first & 15) === 8 && (first * 256 + second) % 31 === 0) checkPacked(part, MOST_UNPACKED);
  else checkPoints(pointsOf(part));
}

function checkPoints(points: number): void {
  if (points > MOST_POINTS) throw new DomainError('SCAN_TOO_FINE', { limit: MOST_MEGAPIXELS });
}

/** Unpacks with a bound and keeps nothing. What is damaged is for whoever reads it. */
function checkPacked(packed: Uint8Array, most: number): void {
  try {
    inflateSync(packed, { maxOutputLength: most, finishFlush: 2 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new DomainError('SCAN_TOO_FINE', { limit: MOST_MEGAPIXELS });
  }
}

/** How many points a JPEG or JPEG 2000 says it has; 0 for anything else. */
function pointsOf(part: Buffer): number {
  if (part[0] === 0xff && part[1] === 0xd8) return pointsOfJpeg(part);
  const code = part.subarray(0, 400).indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]));
  if (code < 0 || code + 24 > part.length) return 0;
  return part.readUInt32BE(code + 8) * part.readUInt32BE(code + 12);
}

function pointsOfJpeg(part: Buffer): number {
  let most = 0;
  // Every frame counts that anybody could take for the picture's, wherever it stands.
  for (let at = part.indexOf(0xff); at >= 0 && at + 9 < part.length; at = part.indexOf(0xff, at + 1)) {
    const mark = part[at + 1] ?? 0;
    if (mark === 0xda) break;
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      most = Math.max(most, part.readUInt16BE(at + 5) * part.readUInt16BE(at + 7));
  }
  return most;
}

/** Refuses a photo that is too large, or becomes it. Throws SCAN_TOO_FINE, SCAN_UNREADABLE. */
export function checkPhoto(bytes: Uint8Array, form: 'png' | 'jpeg'): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (form === 'jpeg') return checkPoints(pointsOfJpeg(file));
  if (file.length < 33) throw new DomainError('SCAN_UNREADABLE');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  checkPoints(width * height);
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const size = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  // Four colours of two bytes at most, and a byte for each row.
  checkPacked(Buffer.concat(parts), (width * 8 + 1) * height + 1024);
}
