// Pictures that tests make, and what is in those that the page shows.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A whole number, the high byte first. */
export const number = (value, bytes = 4) => { const buffer = Buffer.alloc(bytes); buffer.writeUIntBE(value, 0, bytes); return buffer; };

/** A chunk of a PNG. */
export const chunk = (name, body = Buffer.alloc(0)) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  return Buffer.concat([number(body.length), named, number(crc32(named))]);
};

/** A PNG whose columns have the colours that `colour` says; `more` are chunks before the pixels. */
export function png(width, height, colour = () => [200, 30, 60], more = []) {
  const row = Buffer.from([0, ...Array.from({ length: width }, (_, x) => colour(x)).flat()]);
  const head = Buffer.concat([number(width), number(height), Buffer.from([8, 2, 0, 0, 0])]);
  const pixels = deflateSync(Buffer.concat(Array(height).fill(row)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...more, chunk('IDAT', pixels), chunk('IEND')]);
}

/** The size of what an `image` in the page shows, and its colours at `points`: parts of its width and height, from 0 to below 1. */
export const colours = (image, points) => image.evaluate(async (image, points) => {
  const picture = new Image();
  picture.src = image.getAttribute('href');
  await picture.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: picture.naturalWidth, height: picture.naturalHeight });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  const at = ([x, y]) => [...context.getImageData(Math.floor(canvas.width * x), Math.floor(canvas.height * y), 1, 1).data.slice(0, 3)];
  return { size: [canvas.width, canvas.height], colours: points.map(at) };
}, points);
