/** The width that a figure has, in CSS px; follows its box. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export function useWidth<T extends HTMLElement>(first = 720) {
	const box = useRef<T>(null);
	const [width, setWidth] = useState(first);
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const measure = () => setWidth(Math.max(240, Math.round(element.clientWidth)));
		measure();
		const watch = new ResizeObserver(measure);
		watch.observe(element);
		return () => watch.disconnect();
	}, []);
	return { box, width };
}
