/**
 * Whether 32 bytes are a key that only its owner can sign for. Browsers accept points of small order, for which one
 * signature fits every message, and second spellings of a point; both are refused here, by the curve's own arithmetic.
 * Touches nothing.
 */

const P = 2n ** 255n - 19n;
const D = mod(-121665n * power(121666n, P - 2n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
/** Order of the base point's group. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

export function isSoundKey(key: Uint8Array): boolean {
	if (key.length !== 32) return false;
	const whole = littleEndian(key);
	const sign = whole >> 255n;
	const y = whole & (2n ** 255n - 1n);
	if (y >= P) return false;
	const x = xOf(y, sign);
	if (x === null) return false;
	// Times eight takes every point of small order to the neutral one, and no other.
	let [px, py] = [x, y];
	for (let i = 0; i < 3; i++) [px, py] = doubled(px, py);
	return !(px === 0n && py === 1n);
}

/** RFC 8032: a second half of the signature that is not below the order could be rewritten. */
export const isSoundSignature = (signature: Uint8Array): boolean =>
	signature.length === 64 && littleEndian(signature.subarray(32)) < L;

/** RFC 8032, 5.1.3; null when no point has this y. */
function xOf(y: bigint, sign: bigint): bigint | null {
	const u = mod(y * y - 1n);
	const v = mod(D * y * y + 1n);
	let x = mod(u * v ** 3n * power(mod(u * v ** 7n), (P - 5n) / 8n));
	if (mod(v * x * x) !== u) x = mod(x * ROOT_OF_MINUS_ONE);
	if (mod(v * x * x) !== u) return null;
	if (x === 0n) return sign === 0n ? x : null;
	return (x & 1n) === sign ? x : P - x;
}

function doubled(x: bigint, y: bigint): [bigint, bigint] {
	const product = mod(D * x * x * y * y);
	return [
		mod(2n * x * y * power(mod(1n + product), P - 2n)),
		mod((y * y + x * x) * power(mod(1n - product), P - 2n)),
	];
}

function mod(value: bigint): bigint {
	const rest = value % P;
	return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint): bigint {
	let result = 1n;
	let square = mod(base);
	for (let rest = exponent; rest > 0n; rest >>= 1n) {
		if (rest & 1n) result = mod(result * square);
		square = mod(square * square);
	}
	return result;
}

function littleEndian(bytes: Uint8Array): bigint {
	let value = 0n;
	for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number);
	return value;
}
