/** Draws how time grows: both scales logarithmic, so that straight growth is a straight line as steep as the dashed one. */

const [width, height, margin] = [720, 400, { left: 60, right: 150, top: 20, bottom: 40 }];
const colors = ["#c0392b", "#2471a3", "#1e8449", "#7d3c98"];
const dashes = ["none", "6 3", "2 3", "8 3 2 3"];

/**
 * @param lines named lists of points, size and milliseconds.
 * @returns {string} an SVG that reads on light and dark ground.
 */
export function plot(lines) {
  const points = lines.flatMap(({ points }) => points);
  const x = scale(
    points.map(([size]) => size),
    margin.left,
    width - margin.right,
  );
  const y = scale(
    points.map(([, time]) => time),
    height - margin.bottom,
    margin.top,
  );
  const label = (left, top, text, anchor = "middle") => `<text x="${left}" y="${top}" text-anchor="${anchor}">${text}</text>`;
  const grid = [
    ...x.decades.map((value) => `<path d="M${x.of(value)} ${margin.top}V${height - margin.bottom}"/>`),
    ...y.decades.map((value) => `<path d="M${margin.left} ${y.of(value)}H${width - margin.right}"/>`),
  ];
  const words = [
    ...x.decades.map((value) => label(x.of(value), height - margin.bottom + 16, value)),
    ...y.decades.map((value) => label(margin.left - 6, y.of(value) + 4, `${value} ms`, "end")),
  ];
  const drawn = lines.map(({ what, points: own }, index) => {
    const path = own.map(([size, time], step) => `${step === 0 ? "M" : "L"}${x.of(size).toFixed(1)} ${y.of(time).toFixed(1)}`).join("");
    const [lastSize, lastTime] = own.at(-1);
    return (
      `<path d="${path}" fill="none" stroke="${colors[index]}" stroke-width="2" stroke-dasharray="${dashes[index]}"/>` +
      `<text x="${Math.max(x.of(lastSize) + 8, width - margin.right + 8)}" y="${y.of(lastTime) + 4}" fill="${colors[index]}">${what}</text>`
    );
  });
  const [first, last] = [x.decades[0], x.decades.at(-1)];
  const straight = `<path d="M${x.of(first)} ${y.of(y.decades[0])}L${x.of(last)} ${y.of((y.decades[0] * last) / first)}" stroke="#888" stroke-dasharray="1 4"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#888" role="img"><title>Time of a whole analysis against size</title><g stroke="#8884">${grid.join("")}</g>${words.join("")}${straight}${drawn.join("")}</svg>\n`;
}

/** From numbers to places, decade by decade. */
function scale(numbers, from, to) {
  const [low, high] = [Math.floor(Math.log10(Math.min(...numbers))), Math.ceil(Math.log10(Math.max(...numbers)))];
  return {
    of: (number) => from + ((Math.log10(number) - low) / (high - low)) * (to - from),
    decades: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}
