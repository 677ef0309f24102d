import type { Position } from './geometry.js';

/**
 * On which side of the line from a to b the position c lies: 1 left, -1 right, 0 exactly on it.
 * Exact for every finite input. The plain determinant decides where its rounding error can't change the
 * sign (error bound: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997); the few other
 * cases are reckoned in whole numbers.
 */
export function orientation(a: Position, b: Position, c: Position): -1 | 0 | 1 {
  const left = (a[0] - c[0]) * (b[1] - c[1]);
  const right = (a[1] - c[1]) * (b[0] - c[0]);
  const determinant = left - right;
  if (Math.abs(determinant) > 3.3306690738754716e-16 * (Math.abs(left) + Math.abs(right)) + 1e-300) {
    return determinant > 0 ? 1 : -1;
  }
  return exactOrientation(a, b, c);
}

function exactOrientation(a: Position, b: Position, c: Position): -1 | 0 | 1 {
  const parts = [a[0], a[1], b[0], b[1], c[0], c[1]].map(mantissaAndExponent);
  const lowest = Math.min(...parts.map(({ exponent }) => exponent));
  const whole = parts.map(({ mantissa, exponent }) => mantissa << BigInt(exponent - lowest)) as [bigint, bigint, bigint, bigint, bigint, bigint];
  const [ax, ay, bx, by, cx, cy] = whole;
  const determinant = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
  return determinant > 0n ? 1 : determinant < 0n ? -1 : 0;
}

const bits = new DataView(new ArrayBuffer(8));

/** A finite double as mantissa x 2^exponent, exactly; an exponent as high as can be keeps the whole numbers short. */
function mantissaAndExponent(value: number): { mantissa: bigint; exponent: number } {
  if (value === 0) return { mantissa: 0n, exponent: 1023 };
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: value < 0 ? -magnitude : magnitude, exponent: (biased === 0 ? 1 : biased) - 1075 };
}
