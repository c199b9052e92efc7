/** opencc-js publishes its dictionaries without types: `from to|from to|…`. */
declare module 'opencc-js/dict/*' {
	const rows: string;
	export default rows;
}
