/** What may be wider than its column: it scrolls by itself, and by the keyboard when it does. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
	const box = useRef<HTMLDivElement>(null);
	const [wide, setWide] = useState(false);
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const look = () => setWide(element.scrollWidth > element.clientWidth + 1);
		look();
		const watch = new ResizeObserver(look);
		watch.observe(element);
		return () => watch.disconnect();
	}, []);
	return (
		<section ref={box} class="wide" aria-label={label} tabIndex={wide ? 0 : undefined}>
			{children}
		</section>
	);
}
