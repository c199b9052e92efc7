/** A screen of the popup once its answer is there. Focus goes to it, so that keyboard and reader start on top. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import type { Asked } from './useAsked.ts';

interface Props<T> {
	asked: Asked<T | null>;
	/** Id of the screen's heading, which names it. */
	heading: string;
	children: (answer: T) => ComponentChildren;
}

export function Loaded<T>({ asked: { answer, failed }, heading, children }: Props<T>) {
	const { t } = useLocale();
	const body = useRef<HTMLElement>(null);
	const ready = answer !== undefined && answer !== null;
	useEffect(() => {
		if (ready) body.current?.focus();
	}, [ready]);
	if (failed || answer === null) return <p class="calm">{t('lookupFailed')}</p>;
	if (answer === undefined) return <div class="scroll" aria-busy="true" />;
	return (
		<section ref={body} class="scroll" tabIndex={-1} aria-labelledby={heading}>
			{children(answer)}
		</section>
	);
}
