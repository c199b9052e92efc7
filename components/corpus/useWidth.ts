/** The width that a figure has, in CSS px, and how much larger than usual its text is; follows its box. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export function useWidth<T extends HTMLElement>(first = 720) {
	const box = useRef<T>(null);
	const [size, setSize] = useState({ width: first, zoom: 1 });
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const measure = () => {
			const width = Math.max(240, Math.round(element.clientWidth));
			setSize({ width, zoom: Number.parseFloat(getComputedStyle(element).fontSize) / 16 || 1 });
		};
		measure();
		const watch = new ResizeObserver(measure);
		watch.observe(element);
		return () => watch.disconnect();
	}, []);
	return { box, ...size };
}
