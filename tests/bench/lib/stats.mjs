// Percentiles of measured values, by linear interpolation between the two nearest (type 7 of Hyndman and Fan 1996).

export function quantile(values, q) {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);

/** What is reported of a list of values: how many there are, the middle, and the slow end. */
export function spread(values) {
  return { n: values.length, p50: round(quantile(values, 0.5)), p99: round(quantile(values, 0.99)), max: round(values.length ? Math.max(...values) : null) };
}

/** Three digits that count, and never less than whole numbers above a thousand. */
export function round(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return Number(value.toFixed(Math.min(digits, 6)));
}
