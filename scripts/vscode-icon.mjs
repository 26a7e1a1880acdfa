// Draws the extension's icon, docs/images/icon.png: a shield with a keyhole on a dark tile. Own drawing, so that it can be changed here.
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const size = 128;
/** Samples per pixel and direction: smooth edges. */
const samples = 4;

const tile = [22, 33, 58];
const shieldTop = [94, 234, 212];
const shieldBottom = [20, 148, 156];

/** Colour at a point of the unit square, or nothing outside the rounded tile. */
function colourAt(x, y) {
  if (!insideRoundedSquare(x, y, 0.2)) return undefined;
  if (!insideShield(x, y) || insideKeyhole(x, y)) return tile;
  const share = (y - 0.15) / 0.7;
  return shieldTop.map((start, index) => start + (shieldBottom[index] - start) * share);
}

function insideRoundedSquare(x, y, radius) {
  const outside = (value) => Math.max(radius - value, value - (1 - radius), 0);
  return Math.hypot(outside(x), outside(y)) <= radius;
}

/** Straight shoulders, then two arcs that meet in the point below. */
function insideShield(x, y) {
  const top = 0.16 + 0.05 * Math.cos((x - 0.5) * Math.PI * 2);
  const halfWidth = y < 0.45 ? 0.3 : 0.3 * Math.sqrt(Math.max(0, 1 - ((y - 0.45) / 0.41) ** 2));
  return y >= top && Math.abs(x - 0.5) <= halfWidth;
}

function insideKeyhole(x, y) {
  const isRound = Math.hypot(x - 0.5, y - 0.42) <= 0.095;
  const isSlot = y > 0.42 && y < 0.66 && Math.abs(x - 0.5) <= 0.035 + 0.04 * ((y - 0.42) / 0.24);
  return isRound || isSlot;
}

/** Red, green, blue, alpha of one pixel: the average of its samples. */
function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let index = 0; index < samples * samples; index++) {
    const x = (column + ((index % samples) + 0.5) / samples) / size;
    const y = (row + (Math.floor(index / samples) + 0.5) / samples) / size;
    const colour = colourAt(x, y);
    if (colour) [...colour, 1].forEach((value, channel) => (sum[channel] += value));
  }
  const covered = sum[3];
  const rgb = sum.slice(0, 3).map((value) => (covered ? Math.round(value / covered) : 0));
  return [...rgb, Math.round((covered / samples ** 2) * 255)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
const rows = Array.from({ length: size }, (_, row) => [0, ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat()]);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(Buffer.from(rows.flat()), { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
writeFileSync(new URL("../docs/images/icon.png", import.meta.url), png);
